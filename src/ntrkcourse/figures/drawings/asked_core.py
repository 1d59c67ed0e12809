from ..histology import plate
from ..low_power import core
from ..records import Labels
from ..svg import Drawing

_WIDE, _TALL = 260, 76


def draw(labels: Labels) -> Drawing:
    return Drawing(_TALL, plate(0, 0, _WIDE, _TALL, core(_WIDE, _TALL)), _WIDE)
