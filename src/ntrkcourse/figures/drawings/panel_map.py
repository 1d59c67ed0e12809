"""A panel's baits on NTRK1 and NTRK3, and four changes that it may or may not see."""

from ...science.fusions import genes
from ..language import bait, cut
from ..records import Labels
from ..svg import Drawing, circle, group, text
from .introns_baits import MARGIN, ROOM, middle_of_intron, stretch

BREAKS = {"a": ("NTRK1", 9), "b": ("NTRK3", 14), "c": ("NTRK1", 11)}
"""Each break by its gene and its intron."""
_ROWS = {"NTRK1": (8, 13, 70), "NTRK3": (13, 15, 206)}


def draw(labels: Labels) -> Drawing:
    parts = []
    for name, (first, last, y) in _ROWS.items():
        parts.append(stretch(labels, genes()[name], first, last, y)[1])
    parts.append(bait(MARGIN, _ROWS["NTRK1"][2] + 24, ROOM))
    for letter, (name, intron) in BREAKS.items():
        first, last, y = _ROWS[name]
        x = middle_of_intron(genes()[name], first, last, intron)
        parts += [cut(x, y - 12, y + 13), text(x, y + 46, labels[letter], "strong", "middle")]
    y = _ROWS["NTRK3"][2]
    x = MARGIN + ROOM + 2
    parts += [circle(x, y, 5, "wrong solid"), text(x, y + 46, labels["d"], "strong", "middle")]
    return Drawing(260, group(*parts))
