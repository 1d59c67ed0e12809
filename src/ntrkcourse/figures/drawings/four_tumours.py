"""Four tumours under the three stains, for a question: which of them is triple-negative?"""

from ..records import Labels
from ..stained_field import Rim, field
from ..svg import WIDTH, Drawing, text

TUMOURS: dict[str, tuple[float, float, Rim]] = {
    "a": (0, 0, "complete"),
    "b": (0.08, 0, "none"),
    "c": (0, 0, "faint"),
    "d": (0, 0.6, "none"),
}
"""Of each: the share of brown nuclei under ER and under PR, and the rim under HER2."""
_LEAD, _GAP, _HEIGHT = 20, 6, 66


def draw(labels: Labels) -> Drawing:
    width = (WIDTH - _LEAD - 2 * _GAP) / 3
    lefts = [_LEAD + number * (width + _GAP) for number in range(3)]
    parts = [
        text(left + width / 2, 14, labels[stain], "strong", "middle")
        for left, stain in zip(lefts, ("er", "pr", "her2"), strict=True)
    ]
    for number, (tumour, (er, pr, rim)) in enumerate(TUMOURS.items()):
        top = 22 + number * (_HEIGHT + 8)
        parts += [
            text(0, top + _HEIGHT / 2 + 4, labels[tumour], "strong"),
            field(lefts[0], top, width, _HEIGHT, er, seed=3 * number + 21),
            field(lefts[1], top, width, _HEIGHT, pr, seed=3 * number + 22),
            field(lefts[2], top, width, _HEIGHT, rim=rim, seed=3 * number + 23),
        ]
    return Drawing(22 + len(TUMOURS) * (_HEIGHT + 8), "".join(parts))
