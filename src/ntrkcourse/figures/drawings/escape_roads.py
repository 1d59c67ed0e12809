"""What to ask when a tumour grows on the drug, as a road with its turnings."""

from collections.abc import Callable

from ..language import drug, kinase
from ..records import Labels
from ..svg import WIDTH, Drawing, arrow, circle, line, path, polygon, rect, text

_ROAD = 26
_FIRST, _STEP = 196, 64


def draw(labels: Labels) -> Drawing:
    turnings: dict[str, Callable[[float, float], str]] = {
        "rim": _rim,
        "hinge": _hinge,
        "bypass": _bypass,
        "nothing": _nothing,
    }
    end = _FIRST + _STEP * (len(turnings) - 1)
    road = (
        line(_ROAD, 30, _ROAD, end - 16, "grid line thick")
        + _question(labels, "there", 30)
        + _answer(labels, "there_next", 46, 86)
        + _question(labels, "where", 114)
    )
    drawn = circle(_ROAD, 20, 9, "tumour solid") + text(46, 25, labels["grows"], "tumour strong")
    for number, (name, icon) in enumerate(turnings.items()):
        y = _FIRST + _STEP * number
        drawn += (
            path(f"M{_ROAD} {y - 16}Q{_ROAD} {y} {_ROAD + 16} {y}H{_ROAD + 20}", "grid line thick")
            + icon(76, y)
            + text(106, y - 6, labels[name], "strong", width=210)
            + _answer(labels, f"{name}_next", 106, y + 9)
        )
    return Drawing(end + 38, road + drawn)


def _answer(labels: Labels, name: str, x: float, y: float) -> str:
    """What to do, behind an arrow."""
    return arrow(x + 2, y, x + 16, y, "drug line") + text(
        x + 22, y + 5, labels[name], "drug", width=WIDTH - x - 26
    )


def _question(labels: Labels, name: str, y: float) -> str:
    x = _ROAD
    sign = polygon([(x, y + 12), (x + 14, y + 26), (x, y + 40), (x - 14, y + 26)], "paper solid")
    sign += polygon([(x, y + 12), (x + 14, y + 26), (x, y + 40), (x - 14, y + 26)], "uncertainty soft")
    return (
        sign
        + text(x, y + 31, "?", "strong", "middle")
        + text(46, y + 23, labels[name], "strong", width=270)
        + text(46, y + 40, labels[f"{name}_how"], "muted", width=270)
    )


def _rim(x: float, y: float) -> str:
    return kinase(x, y, size=36) + rect(x + 12, y - 2, 9, 10, "wrong solid", 2)


def _hinge(x: float, y: float) -> str:
    return kinase(x, y, size=36) + circle(x + 3, y, 5, "wrong solid")


def _bypass(x: float, y: float) -> str:
    return kinase(x, y - 5, size=28) + drug(x + 12, y - 5, 18) + circle(x, y + 20, 7, "wrong solid")


def _nothing(x: float, y: float) -> str:
    return circle(x, y, 16, "muted line dashed")
