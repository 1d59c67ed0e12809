"""Pairs of reads on a fused transcript: some cross the junction, some straddle it, some say nothing."""

from ..language import protein
from ..records import Labels
from ..svg import WIDTH, Drawing, group, line, rect, text

JUNCTION = 160
READ = 50
SPLIT = ((118, 262), (46, 196), (132, 290))
SPANNING = ((56, 246), (84, 230))
ALONE = ((16, 152), (172, 306))
"""Fragments by their two ends."""


def draw(labels: Labels) -> Drawing:
    y = 40
    parts = [
        text(14, 20, labels["five"], "strong partner"),
        text(WIDTH - 14, 20, labels["three"], "strong kinase", "end"),
        transcript(y),
    ]
    for name, ends in (("split", SPLIT), ("spanning", SPANNING), ("alone", ALONE)):
        y += 46
        parts.append(text(14, y - 6, labels[name], "strong"))
        parts.append(text(14, y + 11, labels[f"{name}_told"], "muted"))
        y += 14
        for start, end in ends:
            y += 18
            parts.append(fragment(start, end, y))
    return Drawing(y + 22, group(line(JUNCTION, 30, JUNCTION, y + 14, "text line thin dashed"), *parts))


def transcript(y: float) -> str:
    """The fused transcript, with its junction in the middle."""
    return group(
        protein(14, y, JUNCTION - 14, "partner", 18),
        protein(JUNCTION, y, WIDTH - 14 - JUNCTION, "kinase", 18),
    )


def fragment(start: float, end: float, y: float) -> str:
    """A piece of RNA of which both ends were read and the middle was not."""
    gap = line(start + READ, y, end - READ, y, "muted line thin dashed")
    return gap + _read(start, y) + _read(end - READ, y)


def crosses(start: float, end: float) -> bool:
    """Whether one of the two reads lies in both genes."""
    return any(at < JUNCTION < at + READ for at in (start, end - READ))


def straddles(start: float, end: float) -> bool:
    """Whether the junction falls into the part that was not read."""
    return start + READ <= JUNCTION <= end - READ


def _read(x: float, y: float) -> str:
    left = min(max(JUNCTION - x, 0), READ)
    parts = rect(x, y - 4, left, 8, "partner solid") if left else ""
    if left < READ:
        parts += rect(x + left, y - 4, READ - left, 8, "kinase soft thin")
    return parts
