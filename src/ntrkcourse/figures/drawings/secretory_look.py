"""Secretory carcinoma above carcinoma of no special type, at low and at high power."""

from ..histology import plate
from ..lesions import microcystic, no_special_type
from ..low_power import no_special_type_at_low_power, secretory_at_low_power
from ..records import Labels
from ..svg import WIDTH, Drawing, line, text

_TALL = 116
_HIGH, _LOW = 40, 200
"""Where the upper and the lower field begin."""


def draw(labels: Labels) -> tuple[Drawing, Drawing]:
    low = [
        plate(0, _HIGH, WIDTH, _TALL, secretory_at_low_power(WIDTH, _TALL)),
        plate(0, _LOW, WIDTH, _TALL, no_special_type_at_low_power(WIDTH, _TALL)),
        *(
            text(x, _HIGH - 6, labels[name], "muted", "middle")
            for name, x in (("microcystic", 50), ("solid", 145), ("tubular", 226))
        ),
        *_pointed(labels["edge"], 300, _HIGH, 276, 16),
        text(0, _LOW - 6, labels["cords"], "muted"),
    ]
    high = [
        plate(0, _HIGH, WIDTH, _TALL, microcystic(WIDTH, _TALL, 21)),
        plate(0, _LOW, WIDTH, _TALL, no_special_type(WIDTH, _TALL, 3)),
        *_pointed(labels["vacuole"], 70, _HIGH, 55, 30),
        *_pointed(labels["pool"], 220, _HIGH, 206, 50),
        *_pointed(labels["dividing"], 240, _LOW, 219, 36),
        *_pointed(labels["uneven"], 80, _LOW, 58, 38),
    ]
    names = [text(0, 14, labels["secretory"], "strong"), text(0, _LOW - 26, labels["ordinary"], "strong")]
    return Drawing(_LOW + _TALL, "".join([*names, *low])), Drawing(_LOW + _TALL, "".join([*names, *high]))


def _pointed(words: str, x: float, top: float, to_x: float, to_y: float) -> tuple[str, str]:
    """Words above a field with a line to what they name, ``to_y`` units below its edge."""
    return text(x, top - 6, words, "muted", "middle"), line(x, top - 2, to_x, top + to_y, "ink line thin")
