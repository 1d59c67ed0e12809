"""Nine pairs of reads on a fused transcript, to be counted."""

from ..records import Labels
from ..svg import WIDTH, Drawing, group, line, text
from .two_reads import JUNCTION, fragment, transcript

PAIRS = (
    (40, 232),
    (20, 146),
    (126, 280),
    (74, 226),
    (178, 302),
    (44, 190),
    (130, 256),
    (24, 148),
    (140, 300),
)
"""The fragments by their two ends, from the top."""


def draw(labels: Labels) -> Drawing:
    rows = [fragment(start, end, 66 + 19 * n) for n, (start, end) in enumerate(PAIRS)]
    bottom = 66 + 19 * len(PAIRS)
    return Drawing(
        bottom,
        group(
            line(JUNCTION, 30, JUNCTION, bottom - 8, "text line thin dashed"),
            text(14, 20, labels["five"], "strong partner"),
            text(WIDTH - 14, 20, labels["three"], "strong kinase", "end"),
            transcript(40),
            *rows,
        ),
    )
