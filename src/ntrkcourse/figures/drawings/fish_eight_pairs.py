"""A nucleus with eight pairs of a break-apart probe."""

from ..language import nucleus, probe
from ..records import Labels
from ..svg import WIDTH, Drawing, group

PAIRS = (
    (-54, -12, 20),
    (-18, -48, 100),
    (16, -14, -35),
    (50, -34, 160),
    (-34, 36, -80),
    (2, 24, 10),
    (48, 16, 65),
    (18, 60, 145),
)
"""Of each the middle, from that of the nucleus, and how far it is turned."""


def draw(labels: Labels) -> Drawing:
    x, y = WIDTH / 2, 100
    pairs = [_pair(*at) for at in PAIRS]
    return Drawing(200, nucleus(x, y, 88, group(*pairs, transform=f"translate({x:g} {y:g})")))


def _pair(x: float, y: float, turn: float) -> str:
    signals = probe(-6, 0, "partner"), probe(6, 0, "kinase")
    return group(*signals, transform=f"translate({x:g} {y:g}) rotate({turn:g})")
