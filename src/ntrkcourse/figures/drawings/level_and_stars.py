"""CIViC's two grades as two axes, with our model's grades of the two papers of the chapter."""

from ...widgets.civic_draft.records import load as load_drafts
from ..records import Labels
from ..svg import Drawing, circle, line, rect, text

LEVELS = "ABCDE"
MOST_STARS = 5
_LEFT, _TOP, _COLUMN, _ROW = 92, 40, 44, 44


def graded(paper: str) -> tuple[str, int]:
    """Our model's level and stars for a paper."""
    found = next(one for one in load_drafts().paper if one.id == paper)
    best = {
        field.label: next(option.text for option in field.option if option.verdict == "best")
        for field in found.field
    }
    return best["Level"][0], int(best["Rating"][0])


def place(level: str, stars: int) -> tuple[float, float]:
    """The middle of the cell of a level and a number of stars."""
    return _LEFT + _COLUMN * (stars - 0.5), _TOP + _ROW * (LEVELS.index(level) + 0.5)


def draw(labels: Labels) -> Drawing:
    bottom = _TOP + _ROW * len(LEVELS)
    parts = [text(_LEFT + _COLUMN * MOST_STARS / 2, 14, labels["stars"], "muted", anchor="middle")]
    for stars in range(1, MOST_STARS + 1):
        parts.append(text(_LEFT + _COLUMN * (stars - 0.5), 33, f"{stars}", anchor="middle"))
    for number, level in enumerate(LEVELS):
        top = _TOP + _ROW * number
        parts += [
            *(
                rect(_LEFT + _COLUMN * n + 2, top + 2, _COLUMN - 4, _ROW - 4, "grid line thin", 3)
                for n in range(MOST_STARS)
            ),
            text(0, top + 19, level, "strong"),
            text(0, top + 34, labels[level], "muted"),
        ]
    for paper, kind in (("basket", "partner"), ("breast", "tumour")):
        x, y = place(*graded(paper))
        foot = bottom + (16 if paper == "basket" else 36)
        parts += [
            circle(x, y, 11, f"{kind} solid")
            if paper == "basket"
            else rect(x - 10, y - 10, 20, 20, f"{kind} solid"),
            line(x, y + 11, x, foot - 12, f"{kind} line thin"),
            text(x, foot, labels[paper], kind, anchor="middle"),
        ]
    return Drawing(bottom + 44, "".join(parts))
