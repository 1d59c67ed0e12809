"""A nucleus with eight pairs of a break-apart probe."""

from ..language import nucleus, probe
from ..records import Labels
from ..svg import WIDTH, Drawing, group

PAIRS = ((-52, -12), (-20, -46), (18, -16), (50, -34), (-34, 34), (4, 20), (42, 16), (16, 58))


def draw(labels: Labels) -> Drawing:
    x, y = WIDTH / 2, 100
    pairs = [probe(a - 6, b, "partner") + probe(a + 6, b, "kinase") for a, b in PAIRS]
    return Drawing(200, nucleus(x, y, 88, group(*pairs, transform=f"translate({x:g} {y:g})")))
