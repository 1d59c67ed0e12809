"""Where a pan-TRK stain sits: four fields of brown on blue."""

from ..histology import plate
from ..pan_trk import pan_trk
from ..records import Labels
from ..svg import WIDTH, Drawing, text

_WIDE, _TALL, _ROW = 156, 96, 142
_CELL = 27
"""Small enough that one cell of a field is fewer than 5% of its cells."""

SHARES = {"nuclear": 0.95, "cytoplasmic": 0.9, "membranous": 0.1, "faint": 0.04}
"""Of the drawn cells, how many take the stain."""


def draw(labels: Labels) -> Drawing:
    fields = {
        "nuclear": pan_trk("nucleus", SHARES["nuclear"], True, _WIDE, _TALL, 2, _CELL, pools=True),
        "cytoplasmic": pan_trk("cytoplasm", SHARES["cytoplasmic"], True, _WIDE, _TALL, 4, _CELL),
        "membranous": pan_trk("membrane", SHARES["membranous"], True, _WIDE, _TALL, 4, _CELL),
        "faint": pan_trk("nucleus", SHARES["faint"], False, _WIDE, _TALL, 2, _CELL),
    }
    parts = []
    for n, (name, field) in enumerate(fields.items()):
        x, y = (WIDTH - _WIDE) * (n % 2), _ROW * (n // 2)
        parts += [plate(x, y, _WIDE, _TALL, field), text(x, y + _TALL + 16, labels[name], width=_WIDE)]
    return Drawing(2 * _ROW - 6, "".join(parts))
