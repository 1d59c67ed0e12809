"""Which sample each test of the second file spoke of, on a line of years."""

from ..language import block
from ..records import Labels
from ..svg import Drawing, arrow, circle, line, path, polygon, rect, smooth, text

YEARS = 7
"""From the operation to today, as the constructed case says."""
SINCE = 2
"""Years since the tumour spread and the panel was done."""
_LEFT, _RIGHT, _AXIS = 40, 296, 164


def draw(labels: Labels) -> Drawing:
    axis = line(_LEFT, _AXIS, _RIGHT, _AXIS, "text line") + "".join(
        line(at(-year), _AXIS - 4, at(-year), _AXIS + 4, "text line") for year in range(YEARS + 1)
    )
    days = (
        text(8, _AXIS + 22, labels("ago", n=YEARS), "muted")
        + text(at(-SINCE), _AXIS + 22, labels("ago", n=SINCE), "muted", "middle")
        + text(314, 296, labels["now"], "muted", "end")
    )
    old = block(at(-YEARS), 126, 44) + text(68, 131, labels["old"], "strong")
    spread = rect(at(-SINCE), 116, at(0) - at(-SINCE), 22, "tumour soft", 4) + text(
        314, 108, labels["spread"], "tumour strong", "end"
    )
    return Drawing(304, axis + days + old + spread + _panel(labels) + _plasma(labels) + _core(labels))


def at(year: float) -> float:
    """Where a year lies; today is 0."""
    return _LEFT + (_RIGHT - _LEFT) * (year + YEARS) / YEARS


def _panel(labels: Labels) -> str:
    x, to = at(-SINCE), at(-YEARS)
    back = smooth([(x, 84), (x - 40, 58), (to + 60, 54), (to + 6, 92)], "negative line", closed=False)
    head = polygon([(to, 102), (to + 1, 90), (to + 11, 96)], "negative solid")
    return (
        text(8, 20, labels["panel"], "negative strong")
        + text(8, 38, labels["panel_of"], "negative")
        + back
        + head
        + circle(x, 86, 5, "negative solid")
    )


def _plasma(labels: Labels) -> str:
    x = at(0) - 12
    drop = path(f"M{x} {222}Q{x + 9} {234} {x} {240}Q{x - 9} {234} {x} {222}Z", "wrong solid")
    return (
        drop
        + arrow(x, 216, x, 142, "wrong line")
        + text(x - 18, 237, labels["plasma"], "wrong strong", "end")
    )


def _core(labels: Labels) -> str:
    x = at(0)
    needle = rect(x - 3, 252, 6, 26, "right solid", 3)
    return (
        needle
        + arrow(x, 248, x, 142, "right line")
        + text(x - 30, 270, labels["core"], "right strong", "end")
    )
