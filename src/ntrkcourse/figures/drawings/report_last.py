"""Thangam's report on the first day, on the last, and on its back."""

from ..records import Labels
from ..svg import Drawing, line, rect, text, text_height
from .report_first import GAPS, gap, gaps, sheet

_HEIGHT = 234
_SURE = ("joined", "seen", "born", "dizzy")
_UNSURE = ("helps", "long", "other", "pays")


def draw(labels: Labels) -> tuple[Drawing, Drawing, Drawing]:
    front = sheet(labels)
    return (
        Drawing(_HEIGHT, front + gaps()),
        Drawing(_HEIGHT, front + _filled(labels)),
        Drawing(246, _back(labels)),
    )


def _filled(labels: Labels) -> str:
    return "".join(
        rect(42, gap(number) - 17, 236, 26, "right soft thin", 3)
        + text(50, gap(number) + 1, labels[f"known_{number + 1}"])
        for number in range(GAPS)
    )


def _back(labels: Labels) -> str:
    columns = _column(labels, "sure", _SURE, 20, "right") + _column(
        labels, "unsure", _UNSURE, 172, "uncertainty"
    )
    return (
        rect(8, 8, 304, 230, "paper solid", 3)
        + rect(8, 8, 304, 230, "muted line thin", 3)
        + line(160, 20, 160, 226, "text line")
        + columns
    )


def _column(labels: Labels, head: str, names: tuple[str, ...], x: float, kind: str) -> str:
    drawn, y = text(x, 34, labels[head], f"{kind} strong"), 66.0
    for name in names:
        drawn += text(x, y, labels[name], width=132)
        y += text_height(labels[name], 132) + 28
    return drawn
