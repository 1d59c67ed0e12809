"""Two crowds of a hundred, with a tablet and without it; made-up numbers, for a question."""

from ..crowds import rows
from ..records import Labels
from ..svg import WIDTH, Drawing, circle, text

BROKEN = {"without": 8, "with": 6}
_STEP = 14.5


def draw(labels: Labels) -> Drawing:
    parts = []
    for side, (name, broken) in enumerate(BROKEN.items()):
        left = side * (WIDTH - 9 * _STEP - 12)
        parts.append(text(left, 16, labels[name], "strong"))
        for at, (x, y) in enumerate(rows(left + 6, 34, 100, 10, _STEP)):
            parts.append(circle(x, y, 5, "tumour solid" if at < broken else "muted soft thin"))
    return Drawing(36 + 10 * _STEP, "".join(parts))
