"""Four lesions that hold secretion or vacuoles as secretory carcinoma does."""

from ..histology import plate
from ..lesions import acinic, cystic_hypersecretory, microglandular, pregnancy_like
from ..records import Labels
from ..svg import WIDTH, Drawing, text

_WIDE, _TALL, _ROW = 156, 100, 146


def draw(labels: Labels) -> Drawing:
    fields = {
        "cystic": cystic_hypersecretory(_WIDE, _TALL, 3, 26),
        "acinic": acinic(_WIDE, _TALL, 1),
        "microglandular": microglandular(_WIDE, _TALL, 8),
        "pregnancy": pregnancy_like(_WIDE, _TALL, 1),
    }
    parts = []
    for n, (name, field) in enumerate(fields.items()):
        x, y = (WIDTH - _WIDE) * (n % 2), _ROW * (n // 2)
        parts += [plate(x, y, _WIDE, _TALL, field), text(x, y + _TALL + 16, labels[name], width=_WIDE)]
    return Drawing(2 * _ROW - 8, "".join(parts))
