"""One core biopsy under the three stains: PR in six of ten nuclei, ER and HER2 nowhere."""

from ..records import Labels
from ..stained_field import field
from ..svg import WIDTH, Drawing, text

SHARES = {"er": 0, "pr": 0.6, "her2": 0}
"""Of the nuclei of each field, how many are brown."""
_GAP = 8


def draw(labels: Labels) -> Drawing:
    side = (WIDTH - 2 * _GAP) / 3
    parts = []
    for number, (stain, share) in enumerate(SHARES.items()):
        left = number * (side + _GAP)
        parts += [
            text(left + side / 2, 16, labels[stain], "strong", "middle"),
            field(left, 26, side, side, share, seed=number + 11),
        ]
    return Drawing(side + 30, "".join(parts))
