"""Four nuclei under one break-apart probe, to be told apart."""

from ..language import nucleus, probe
from ..records import Labels
from ..svg import WIDTH, Drawing, group, text

SIZE = 12
GAPS = {"a": (0.0, 0.0), "b": (0.0, 0.5), "c": (0.0,), "d": (0.0, 0.0, 0.0, 0.0, 0.0)}
"""For each nucleus the gaps between disc and square of its pairs, in diameters of a signal."""
_PLACES = {
    "a": ((-24, -20, 30), (18, 22, -50)),
    "b": ((-22, 20, 75), (20, -18, -15)),
    "c": ((22, -20, 120),),
    "d": ((-26, -20, 15), (18, 28, -40), (24, -22, 80), (-24, 24, 130), (0, 2, -75)),
}
"""Of each pair the middle, from that of its nucleus, and how far it is turned."""
_LONE = ((-30, -8), (-8, 34))


def draw(labels: Labels) -> Drawing:
    parts = []
    for number, (name, gaps) in enumerate(GAPS.items()):
        x, y = WIDTH * (0.25 + 0.5 * (number % 2)), 90 + 166 * (number // 2)
        signals = [_pair(*place, gap) for place, gap in zip(_PLACES[name], gaps, strict=True)]
        if name == "c":
            signals += [probe(*place, "kinase", SIZE * 0.75) for place in _LONE]
        parts += [
            nucleus(x, y, 58, group(*signals, transform=f"translate({x:g} {y:g})")),
            text(x, y - 66, labels[name], "strong", "middle"),
        ]
    return Drawing(322, "".join(parts))


def _pair(x: float, y: float, turn: float, gap: float) -> str:
    half = SIZE * (1 + gap) / 2
    signals = probe(-half, 0, "partner", SIZE), probe(half, 0, "kinase", SIZE)
    return group(*signals, transform=f"translate({x:g} {y:g}) rotate({turn:g})")
