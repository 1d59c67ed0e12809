"""Three sentences about one quantity, and the results that would show each to be wrong."""

from math import log

from ...content.facts import load_facts
from ..records import Labels
from ..svg import Drawing, line, path, rect, text

FACT = "policy.ngs_adoption.us.jamano2026"
LOW, HIGH, LEFT, RIGHT = 0.5, 2.0, 8, 312


def across(ratio: float) -> float:
    """Where a ratio of waiting times stands; a half lies as far from one as a double."""
    return LEFT + (RIGHT - LEFT) * log(ratio / LOW) / log(HIGH / LOW)


def allowed() -> dict[str, tuple[float, float]]:
    """The results with which each sentence agrees."""
    interval = load_facts()[FACT].interval
    assert interval
    return {"vague": (LOW, HIGH), "direction": (1, HIGH), "figure": interval}


def draw(labels: Labels) -> Drawing:
    fact = load_facts()[FACT]
    parts = []
    for number, (name, (low, high)) in enumerate(allowed().items()):
        top = 96 * number
        words = (
            labels(name, ratio=f"{fact.value:g}", low=f"{low:g}", high=f"{high:g}")
            if name == "figure"
            else labels[name]
        )
        parts += [
            text(LEFT, top + 16, words, "strong", width=RIGHT - LEFT),
            rect(LEFT, top + 44, RIGHT - LEFT, 26, "muted line thin", 3),
            rect(across(low), top + 44, across(high) - across(low), 26, "positive soft", 3),
            *(_cross(x, top + 57) for x in _places(low, high)),
        ]
    bottom = 96 * 3
    for ratio in (0.5, 1, 1.5, 2):
        anchor = {0.5: "start", 2: "end"}.get(ratio, "middle")
        parts += [
            line(across(ratio), bottom - 22, across(ratio), bottom - 14, "muted line thin"),
            text(across(ratio), bottom + 2, f"{ratio:g}×", "muted", anchor=anchor),
        ]
    parts += [
        text(160, bottom + 22, labels["axis"], "muted", anchor="middle"),
        rect(LEFT, bottom + 38, 22, 16, "positive soft", 3),
        text(LEFT + 30, bottom + 51, labels["fits"]),
        _cross(LEFT + 120, bottom + 46),
        text(LEFT + 132, bottom + 51, labels["refutes"]),
    ]
    return Drawing(bottom + 60, "".join(parts))


def _places(low: float, high: float) -> list[float]:
    """Crosses at even steps wherever a result would lie outside."""
    steps = [LEFT + 19 * n for n in range(1, 16)]
    return [x for x in steps if x < across(low) - 5 or x > across(high) + 5]


def _cross(x: float, y: float) -> str:
    return path(f"M{x - 4} {y - 4}L{x + 4} {y + 4}M{x + 4} {y - 4}L{x - 4} {y + 4}", "wrong line")
