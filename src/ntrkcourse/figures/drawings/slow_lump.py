"""What the first file holds: a lump as ultrasound shows it, with its callipers, and how long it has been there."""

from random import Random

from ..records import Labels
from ..svg import Drawing, arrow, ellipse, line, path, rect, smooth, text

_MM = 5.0
"""Units of the drawing for a millimetre of the scan."""
SIZE = 20
"""Of the lump, in millimetres, as the constructed case says."""


def draw(labels: Labels) -> Drawing:
    years = (
        arrow(20, 262, 300, 262, "muted line")
        + "".join(line(x, 256, x, 268, "muted line") for x in (20, 106, 192, 278))
        + "".join(
            text(x, 286, labels[name], "muted", anchor)
            for name, x, anchor in (("then", 20, "start"), ("today", 300, "end"))
        )
        + text(160, 250, labels["slow"], "strong", "middle")
    )
    return Drawing(294, _scan(labels) + years)


def _scan(labels: Labels) -> str:
    chance = Random(12)
    specks = "".join(
        line(x, y, x + chance.uniform(6, 16), y + chance.uniform(-2, 2), "muted line thin")
        for x, y in ((chance.uniform(12, 290), chance.uniform(42, 208)) for _ in range(70))
        if ((x - 156) / 66) ** 2 + ((y - 122) / 52) ** 2 > 1
    )
    half = SIZE * _MM / 2
    lump = ellipse(160, 122, half, half * 0.76, "paper solid") + 2 * ellipse(
        160, 122, half, half * 0.76, "muted soft"
    )
    callipers = (
        line(160 - half, 122, 160 + half, 122, "text line thin dashed")
        + "".join(path(f"M{x - 5} 122H{x + 5}M{x} 117V127", "text line") for x in (160 - half, 160 + half))
        + text(160, 114, labels("size", n=SIZE), "strong", "middle")
    )
    skin = rect(4, 4, 312, 16, "eosin soft") + smooth(
        [(4, 34), (80, 30), (160, 35), (240, 30), (316, 34)], "muted line", closed=False
    )
    frame = rect(4, 4, 312, 210, "muted line thin", 4)
    return (
        rect(4, 4, 312, 210, "grid soft", 4)
        + specks
        + skin
        + lump
        + callipers
        + frame
        + text(160, 200, labels["edge"], "halo", "middle")
    )
