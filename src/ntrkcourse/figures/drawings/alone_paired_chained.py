"""One chimera alone, two that are forced together, and a chain: the kinase's state and the cell's."""

from ..language import cell, cut, kinase, partner
from ..records import Labels
from ..svg import Drawing, circle, line, rect, text

_COLUMNS = (54, 160, 266)
_SWITCH, _KINASE, _CELL = 60, 104, 196


def draw(labels: Labels) -> Drawing:
    alone, paired, chained = _COLUMNS
    parts = [line(x, 12, x, 268, "grid line thin") for x in (107, 213)]
    parts += [_chimera(alone, broken=True)]
    parts += [_forced(paired - 17), _forced(paired + 17), circle(paired, _SWITCH, 5, "text solid")]
    parts += [_chimera(chained + shift, active=True) for shift in (-32, 0, 32)]
    for x, name, state in ((alone, "alone", "off"), (paired, "paired", "on"), (chained, "chained", "on")):
        turned = name == "chained"
        parts += [
            text(x, 24, labels[name], "strong", "middle"),
            text(x, 142, labels[state], "kinase", "middle"),
            cell(x, _CELL, 30, "tumour" if turned else "muted", 4 if turned else 1),
            text(
                x,
                246,
                labels["transformed" if turned else "normal"],
                "tumour strong" if turned else "strong",
                "middle",
                100,
            ),
        ]
    return Drawing(272, "".join(parts))


def _chimera(x: float, active: bool = False, broken: bool = False) -> str:
    """A SAM domain with a kinase below it; where one of its faces is broken the side is struck out."""
    struck = cut(x + 15, _SWITCH - 15, _SWITCH + 15) if broken else ""
    return _stem(x) + partner(x, _SWITCH, 30) + struck + kinase(x, _KINASE, active, 18)


def _forced(x: float) -> str:
    """The artificial domain, which is no SAM: a grey block."""
    return _stem(x) + rect(x - 13, _SWITCH - 13, 26, 26, "uncertainty soft", 3) + kinase(x, _KINASE, True, 18)


def _stem(x: float) -> str:
    return line(x, _SWITCH + 13, x, _KINASE - 9, "muted line")
