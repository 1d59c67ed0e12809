"""What the first file holds: a lump as ultrasound shows it, with its callipers, and how long it has been there."""

from random import Random

from ..records import Labels
from ..svg import Drawing, arrow, ellipse, line, path, rect, text

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
    """Dark on every screen, as a scanner shows it: echoes are bright, and a lump gives few."""
    x, y, half = 160, 120, SIZE * _MM / 2
    chance = Random(12)
    places = [(chance.uniform(10, 300), chance.uniform(42, 206)) for _ in range(230)]
    echoes = path(
        "".join(
            f"M{a:.0f} {b:.0f}h{chance.uniform(5, 14):.0f}"
            for a, b in places
            if ((a + 5 - x) / (half + 10)) ** 2 + ((b - y) / (half * 0.92 + 6)) ** 2 > 1
        ),
        "haematoxylin-pale line thin",
    )
    skin = path("M6 16H314M6 30Q80 26 160 31T314 30", "glass line")
    lump = ellipse(x, y, half, half * 0.92, "ink solid") + ellipse(
        x, y, half, half * 0.92, "haematoxylin-pale line"
    )
    ends = "".join(f"M{end - 5} {y}h10M{end} {y - 5}v10" for end in (x - half, x + half))
    callipers = line(x - half, y, x + half, y, "glass line thin dashed") + path(ends, "glass line")
    return (
        rect(4, 4, 312, 210, "ink solid", 4)
        + echoes
        + skin
        + lump
        + callipers
        + text(x, y - 8, labels("size", n=SIZE), "glass strong", "middle")
    )
