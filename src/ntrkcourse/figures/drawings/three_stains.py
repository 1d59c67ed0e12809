"""Four groups by two stains: brown nuclei, brown membranes, both, or neither."""

from ..records import Labels
from ..stained_field import Rim, field
from ..svg import WIDTH, Drawing, line, text

_GROUPS: tuple[tuple[str, float, Rim, str], ...] = (
    ("hr", 0.9, "none", "endocrine"),
    ("both", 0.8, "complete", "two"),
    ("triple", 0, "none", "neither"),
    ("her2", 0, "complete", "against"),
)
_SIDE, _GAP, _STEP = 70, 6, 158


def draw(labels: Labels) -> Drawing:
    parts = [
        line(WIDTH / 2, 6, WIDTH / 2, 2 * _STEP - 16, "grid line thin"),
        line(0, _STEP - 6, WIDTH, _STEP - 6, "grid line thin"),
    ]
    for number, (group, share, rim, treatment) in enumerate(_GROUPS):
        row, column = divmod(number, 2)
        left, top = (WIDTH - 2 * _SIDE - _GAP) * column, _STEP * row
        right = left + _SIDE + _GAP
        parts += [
            text(left, top + 18, labels[group], "strong"),
            field(left, top + 28, _SIDE, _SIDE, share, seed=number + 1),
            field(right, top + 28, _SIDE, _SIDE, rim=rim, seed=number + 5),
            text(left + _SIDE / 2, top + _SIDE + 44, labels["hormone"], "muted", "middle"),
            text(right + _SIDE / 2, top + _SIDE + 44, labels["membrane"], "muted", "middle"),
            text(left, top + _SIDE + 66, labels[treatment]),
        ]
    return Drawing(2 * _STEP - 14, "".join(parts))
