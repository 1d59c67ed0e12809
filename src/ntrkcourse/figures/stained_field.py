"""A field of tumour cells under a stain that is brown where its protein is: in the nucleus, or at the rim."""

from random import Random
from typing import Literal

from .language import blob
from .svg import element, ellipse, moved, rect, smooth

Rim = Literal["none", "faint", "complete"]

_RADIUS = 10.4
_COLUMN, _ROW = 20.5, 18
_SHAPES = [[(round(x, 1), round(y, 1)) for x, y in blob(0, 0, _RADIUS, seed, 0.06, 8)] for seed in range(4)]


def field(
    x: float, y: float, width: float, height: float, share: float = 0, rim: Rim = "none", seed: int = 1
) -> str:
    """A field from its left upper corner, ``share`` of the nuclei in it brown; its edge cuts through cells."""
    chance = Random(seed)
    places = [
        (_COLUMN * (column + row % 2 / 2) + chance.uniform(-1, 1), _ROW * row + chance.uniform(-1, 1))
        for row in range(int(height / _ROW) + 2)
        for column in range(int(width / _COLUMN) + 2)
    ]
    whole = [at for at, (cx, cy) in enumerate(places) if 4 < cx < width - 4 and 4 < cy < height - 4]
    brown = set(chance.sample(whole, round(share * len(whole))))
    cells = "".join(
        moved(cx, cy, _cell(chance.randrange(len(_SHAPES)), at in brown, rim))
        for at, (cx, cy) in enumerate(places)
    )
    glass = rect(0, 0, width, height, "glass solid")
    cropped = element("svg", glass + cells, x=x, y=y, width=width, height=height)
    return cropped + rect(x, y, width, height, "grid line thin", 2)


def _cell(shape: int, brown: bool, rim: Rim) -> str:
    outline = _SHAPES[shape]
    drawn = smooth(outline, "haematoxylin-pale soft thin")
    drawn += ellipse(0.5, 0.5, 5.5, 4.8, "dab solid" if brown else "haematoxylin-pale solid")
    if rim == "complete":
        drawn += smooth(outline, "dab line")
    elif rim == "faint":
        drawn += smooth(outline[shape : shape + 3], "dab-pale line", closed=False)
    return drawn
