"""Which sample each test of the second file spoke of: each arrow ends in the tissue that was read."""

from ..language import block
from ..records import Labels
from ..svg import Drawing, arrow, circle, line, path, rect, text

YEARS = 7
"""From the operation to today, as the constructed case says."""
SINCE = 2
"""Years since the tumour spread and the panel was done."""
_LEFT, _RIGHT, _AXIS = 36, 296, 28
_TISSUE, _PANEL, _PLASMA, _CORE = 84, 158, 204, 244


def draw(labels: Labels) -> Drawing:
    axis = line(_LEFT, _AXIS, _RIGHT, _AXIS, "muted line") + "".join(
        line(at(-year), _AXIS - 4, at(-year), _AXIS + 4, "muted line") for year in range(YEARS + 1)
    )
    days = (
        text(4, 14, labels("ago", n=YEARS), "muted")
        + text(at(-SINCE), 14, labels("ago", n=SINCE), "muted", "middle")
        + text(316, 14, labels["now"], "muted", "end")
    )
    old = block(at(-YEARS), _TISSUE + 2, 48) + text(at(-YEARS) + 30, _TISSUE - 5, labels["old"], "strong")
    spread = rect(at(-SINCE), _TISSUE - 20, at(0) - at(-SINCE) + 8, 30, "tumour soft", 4) + text(
        316, _TISSUE - 28, labels["spread"], "tumour strong", "end"
    )
    return Drawing(260, axis + days + old + spread + _panel(labels) + _plasma(labels) + _core(labels))


def at(year: float) -> float:
    """Where a year lies; today is 0."""
    return _LEFT + (_RIGHT - _LEFT) * (year + YEARS) / YEARS


def _panel(labels: Labels) -> str:
    asked, tissue = at(-SINCE), at(-YEARS)
    return (
        text(tissue + 18, _PANEL - 32, labels["panel"], "strong")
        + text(tissue + 18, _PANEL - 14, labels["panel_of"], "muted")
        + circle(asked, _PANEL, 5, "negative solid")
        + path(
            f"M{asked} {_PANEL}H{tissue + 8}Q{tissue} {_PANEL} {tissue} {_PANEL - 8}V{_PANEL - 30}",
            "negative line",
        )
        + arrow(tissue, _PANEL - 30, tissue, _TISSUE + 12, "negative line")
    )


def _plasma(labels: Labels) -> str:
    x, y = at(0) - 20, _PLASMA
    drop = path(f"M{x} {y - 13}Q{x + 12} {y + 2} {x} {y + 8}Q{x - 12} {y + 2} {x} {y - 13}Z", "wrong solid")
    return (
        drop
        + arrow(x, y - 17, x, _TISSUE + 14, "wrong line")
        + text(x - 16, y + 5, labels["plasma"], "strong", "end")
    )


def _core(labels: Labels) -> str:
    x, y = at(0), _CORE
    return (
        rect(x - 4, y - 16, 8, 28, "tumour solid", 4)
        + arrow(x, y - 20, x, _TISSUE + 14, "tumour line")
        + text(x - 36, y + 4, labels["core"], "strong", "end")
    )
