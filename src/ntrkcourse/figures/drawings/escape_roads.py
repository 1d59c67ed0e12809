"""What to ask when a tumour grows on the drug, as a road with its turnings."""

from collections.abc import Callable

from ..language import drug, kinase
from ..records import Labels
from ..svg import Drawing, arrow, circle, line, path, polygon, text

_ROAD = 26
_FIRST, _STEP = 178, 66


def draw(labels: Labels) -> Drawing:
    turnings: dict[str, Callable[[float, float], str]] = {
        "rim": _rim,
        "hinge": _hinge,
        "bypass": _bypass,
        "nothing": _nothing,
    }
    end = _FIRST + _STEP * (len(turnings) - 1)
    road = (
        line(_ROAD, 44, _ROAD, end, "grid line thick")
        + _question(labels, "there", 30)
        + _question(labels, "where", 96)
    )
    drawn = circle(_ROAD, 20, 9, "tumour solid") + text(46, 25, labels["grows"], "tumour strong")
    for number, (name, icon) in enumerate(turnings.items()):
        y = _FIRST + _STEP * number
        drawn += (
            path(f"M{_ROAD} {y - 16}Q{_ROAD} {y} {_ROAD + 16} {y}H{_ROAD + 20}", "grid line thick")
            + icon(76, y)
            + text(106, y - 6, labels[name], "strong", width=210)
            + arrow(108, y + 9, 122, y + 9, "drug line")
            + text(128, y + 14, labels[f"{name}_next"], "drug", width=190)
        )
    return Drawing(end + 34, road + drawn)


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
    return kinase(x, y, size=36) + polygon(
        [(x + 9, y), (x + 14, y - 8), (x + 22, y - 4), (x + 18, y + 4)], "wrong solid"
    )


def _hinge(x: float, y: float) -> str:
    return kinase(x, y, size=36) + polygon([(x - 3, y - 8), (x - 3, y + 8), (x + 8, y)], "wrong solid")


def _bypass(x: float, y: float) -> str:
    return kinase(x - 6, y - 6, size=26) + drug(x + 7, y - 6, 18) + circle(x + 8, y + 14, 8, "wrong solid")


def _nothing(x: float, y: float) -> str:
    return circle(x, y, 16, "muted line dashed")
