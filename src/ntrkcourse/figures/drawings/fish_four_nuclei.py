"""Four nuclei under one break-apart probe, to be told apart."""

from ..language import nucleus, probe
from ..records import Labels
from ..svg import WIDTH, Drawing, group, text

SIZE = 12
GAPS = {"a": (0.0, 0.0), "b": (0.0, 0.5), "c": (0.0,), "d": (0.0, 0.0, 0.0, 0.0, 0.0)}
"""For each nucleus the gaps between disc and square of its pairs, in diameters of a signal."""
_PLACES = ((-26, -18), (18, 22), (24, -22), (-20, 26), (0, 0))
_LONE = ((10, 28), (34, -10))


def draw(labels: Labels) -> Drawing:
    parts = []
    for number, (name, gaps) in enumerate(GAPS.items()):
        x, y = WIDTH * (0.25 + 0.5 * (number % 2)), 90 + 166 * (number // 2)
        places = _PLACES if len(gaps) > 2 else _PLACES[:2]
        signals = [_pair(*place, gap) for place, gap in zip(places, gaps, strict=False)]
        if name == "c":
            signals += [probe(*place, "kinase", SIZE * 0.75) for place in _LONE]
        parts += [
            nucleus(x, y, 58, group(*signals, transform=f"translate({x:g} {y:g})")),
            text(x, y - 66, labels[name], "strong", "middle"),
        ]
    return Drawing(322, "".join(parts))


def _pair(x: float, y: float, gap: float) -> str:
    half = SIZE * (1 + gap) / 2
    return probe(x - half, y, "partner", SIZE) + probe(x + half, y, "kinase", SIZE)
