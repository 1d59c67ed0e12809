"""The report as Thangam lays it down: one line marked, and room for what is not printed on it."""

from ..language import patient
from ..records import Labels
from ..svg import Drawing, circle, line, rect, text

GAPS = 3


def draw(labels: Labels) -> Drawing:
    asked = "".join(
        _said(labels[name], 262 + 32 * number) for number, name in enumerate(("true", "sure", "now"))
    )
    return Drawing(344, sheet(labels) + gaps() + _thangam(52, 292) + asked)


def sheet(labels: Labels) -> str:
    """The paper with its head and the marked line."""
    return (
        rect(26, 8, 268, 216, "paper solid", 3)
        + rect(26, 8, 268, 216, "muted line thin", 3)
        + text(42, 34, labels["title"], "strong")
        + line(42, 44, 278, 44, "text line thin")
        + text(42, 66, labels["sample"])
        + rect(38, 78, 244, 26, "positive soft", 2)
        + text(46, 96, labels["marked"], "strong")
    )


def gaps() -> str:
    """What the paper leaves open."""
    return "".join(
        rect(42, gap(number) - 17, 236, 26, "uncertainty line thin dashed", 3)
        + text(160, gap(number) + 1, "?", "uncertainty strong", "middle")
        for number in range(GAPS)
    )


def gap(number: int) -> float:
    """The base line of a line that the report leaves open."""
    return 134 + 34 * number


def _thangam(x: float, y: float) -> str:
    """Thangam, with jasmine in her hair."""
    flowers = "".join(
        circle(x + dx, y + dy, 4, "paper solid") + circle(x + dx, y + dy, 4, "right soft thin")
        for dx, dy in ((11, -24), (15, -17), (16, -9))
    )
    return patient(x, y, 76) + flowers


def _said(words: str, y: float) -> str:
    return rect(104, y - 18, 190, 26, "patient soft", 13) + text(118, y, words)
