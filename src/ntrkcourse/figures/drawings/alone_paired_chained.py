"""One chimera alone, two that are forced together, and a chain: the kinase's state and the cell's."""

from ..language import cell, cut, kinase, partner
from ..records import Labels
from ..svg import Drawing, circle, line, rect, text

_COLUMNS = (44, 140, 253)
_STEP = 38
"""From one chimera to the next, where several are held together: room for the rays."""
_SWITCH, _KINASE, _CELL = 60, 108, 198


def draw(labels: Labels) -> Drawing:
    alone, paired, chained = _COLUMNS
    parts = [line(x, 12, x, 268, "grid line thin") for x in (88, 192)]
    parts += [_chimera(alone, broken=True)]
    parts += [_forced(paired - _STEP / 2), _forced(paired + _STEP / 2)]
    parts += [circle(paired, _SWITCH, 6, "text solid")]
    parts += [_chimera(chained + shift, active=True) for shift in (-_STEP, 0, _STEP)]
    for x, name, state in ((alone, "alone", "off"), (paired, "paired", "on"), (chained, "chained", "on")):
        turned = name == "chained"
        parts += [
            text(x, 24, labels[name], "strong", "middle"),
            text(x, 146, labels[state], "kinase", "middle"),
            cell(x, _CELL, 30, "tumour" if turned else "muted", 4 if turned else 1),
            text(
                x,
                246,
                labels["transformed" if turned else "normal"],
                "tumour strong" if turned else "strong",
                "middle",
                60,
            ),
        ]
    return Drawing(272, "".join(parts))


def _chimera(x: float, active: bool = False, broken: bool = False) -> str:
    """A SAM domain with a kinase below it; where one of its faces is broken the side is struck out."""
    struck = cut(x + 19, _SWITCH - 17, _SWITCH + 17) if broken else ""
    return _stem(x) + partner(x, _SWITCH, _STEP) + struck + kinase(x, _KINASE, active, 18)


def _forced(x: float) -> str:
    """The artificial domain, which is no SAM: a grey block."""
    return _stem(x) + rect(x - 14, _SWITCH - 14, 28, 28, "uncertainty soft", 3) + kinase(x, _KINASE, True, 18)


def _stem(x: float) -> str:
    return line(x, _SWITCH + 15, x, _KINASE - 9, "muted line")
