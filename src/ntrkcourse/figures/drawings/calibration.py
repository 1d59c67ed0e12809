"""Where each word of certainty pays, and three made-up counts beside it."""

from ..records import Labels
from ..svg import Drawing, circle, line, polygon, rect, text

MARKS = {"guess": (1, 0), "fairly": (2, -2), "certain": (3, -6)}
"""Marks for a right and for a wrong answer, by the word that goes with it."""
MADE_UP = {"certain": 6, "fairly": 9, "guess": 5}
"""Right of ten, by the word that the reader said."""
_LEFT, _RIGHT, _ROW, _TOP = 12, 308, 92, 44


def draw(labels: Labels) -> Drawing:
    drawn = ""
    for number, (word, right) in enumerate(MADE_UP.items()):
        y = _TOP + _ROW * number
        start, end = pays(word)
        drawn += (
            text(_LEFT, y - 22, labels(f"{word}_said", right=right), "strong")
            + rect(_at(start), y - 9, _at(end) - _at(start), 18, "right soft", 3)
            + line(_at(0), y, _at(1), y, "muted line thin")
            + "".join(circle(_at(n / 10), y, 2, "muted solid") for n in range(11))
            + polygon(
                [
                    (_at(right / 10), y - 7),
                    (_at(right / 10) + 7, y),
                    (_at(right / 10), y + 7),
                    (_at(right / 10) - 7, y),
                ],
                "tumour solid",
            )
            + text(_LEFT, y + 29, labels[f"{word}_read"], "muted", width=296)
        )
    bottom = _TOP + _ROW * len(MADE_UP) - 22
    ends = text(_LEFT, bottom, labels["none"], "muted") + text(_RIGHT, bottom, labels["all"], "muted", "end")
    return Drawing(bottom + 10, drawn + ends)


def pays(word: str) -> tuple[float, float]:
    """The shares of right answers between which this word earns the most."""
    words = list(MARKS)
    at = words.index(word)
    start = _even(words[at - 1], word) if at else 0.0
    end = _even(word, words[at + 1]) if at + 1 < len(words) else 1.0
    return start, end


def _even(lower: str, upper: str) -> float:
    """The share right at which two words earn the same."""
    (right, wrong), (more, less) = MARKS[lower], MARKS[upper]
    return (wrong - less) / ((more - right) + (wrong - less))


def _at(share: float) -> float:
    return _LEFT + (_RIGHT - _LEFT) * share
