from ..histology import field
from ..low_power import core
from ..records import Labels
from ..svg import Drawing

_WIDE, _TALL = 260, 76


def draw(labels: Labels) -> Drawing:
    return field(core(_WIDE, _TALL), _WIDE, _TALL)
