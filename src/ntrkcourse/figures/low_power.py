"""Tumours at low power, where nuclei are points; haematoxylin and eosin."""

from dataclasses import dataclass
from math import cos, sin, sqrt
from random import Random

from . import histology as h
from . import tissue as t
from .svg import element
from .tissue import Inside, Space


@dataclass(frozen=True)
class _Nodule:
    """A nodule that grows from the left edge of a section, cut by two septa into three lobules."""

    width: float
    height: float

    def rim(self, y: float, beyond: float = 0) -> float:
        """How far to the right the nodule reaches at ``y``, or a line ``beyond`` it."""
        bulge = 1 - ((y / self.height - 0.5) / 0.95) ** 2
        return 0.2 * self.width + (0.64 * self.width + beyond) * sqrt(bulge)

    def septum(self, n: int, y: float) -> float:
        return (0.31, 0.6)[n] * self.width + 6 * sin(y / 21 + 2 * n)

    def lobule(self, n: int) -> Inside:
        """Whether a place lies in this lobule, clear of its borders."""

        def inside(x: float, y: float) -> bool:
            left = self.septum(n - 1, y) + 5 if n else 3
            right = self.septum(n, y) - 5 if n < 2 else self.rim(y) - 4
            return 3 < y < self.height - 3 and left < x < right

        return inside

    def edge(self, beyond: float) -> str:
        """A line along the rim, from the top of the section to its bottom."""
        x, middle = self.rim(0, beyond), self.rim(self.height / 2, beyond)
        return f"M{x:.0f} 0Q{2 * middle - x:.0f} {self.height / 2:.0f} {x:.0f} {self.height:.0f}"

    def bodies(self) -> str:
        """The areas of the first and the second lobule."""
        down = range(0, round(self.height) + 11, 10)
        first = [(self.septum(0, y) - 4, y) for y in down]
        left = [(self.septum(0, y) + 4, y) for y in down]
        right = [(self.septum(1, y) - 4, y) for y in reversed(down)]
        return h.shape([(0, 0), *first, (0, down[-1])]) + h.shape([*left, *right])


def secretory_at_low_power(width: float, height: float, seed: int = 1, size: float = 10.5) -> str:
    """A nodule with a smooth, pushing edge: microcystic, solid and tubular growth between septa."""
    chance = Random(seed)
    nodule = _Nodule(width, height)
    microcystic, solid, tubular = map(nodule.lobule, range(3))
    radii = [8, 7, 6.5, 6, 5.5, 5, 4.5, 4, 4, 3.5, 3.5, 3, 3]
    pools = [
        *t.packed(width, height, seed, radii * 3, 7.5, microcystic),
        *t.packed(width, height, seed, [2.5, 3, 2.5], 16, solid),
    ]
    tubules = t.packed(width, height, seed, [5.5, 5, 4.5, 4.5, 4, 4, 3.5] * 2, 19, tubular)
    lining = t.near(tubules, size)
    sheets = [
        (x, y) for x, y, _ in t.sites(width, height, chance, size, pools) if microcystic(x, y) or solid(x, y)
    ]
    rings = [
        (x, y) for x, y, _ in t.sites(width, height, chance, size, tubules) if tubular(x, y) and lining(x, y)
    ]
    fat = t.section(width, height, seed, 34, inside=lambda x, y: x > nodule.rim(y, 30), uneven=0.25)
    return (
        h.ground(width, height)
        + h.paint(nodule.edge(24) + f"H{width:g}V0z", "glass")
        + h.borders(fat, range(len(fat.cells)), "eosin", 1.2, 0)
        + h.paint("".join(map(nodule.edge, (3, 8, 13, 18))), "eosin", 0, 1.6)
        + h.paint(nodule.bodies(), "eosin", 0.62)
        + h.paint(h.together(h.disc(s.x, s.y, s.r + size) for s in tubules), "eosin", 0.62)
        + h.paint(h.together(h.disc(s.x, s.y, s.r) for s in [*pools, *tubules]), "eosin-deep", 1, 0.8)
        + h.dots([*sheets, *rings], "haematoxylin", 4)
    )


def no_special_type_at_low_power(width: float, height: float, seed: int = 1, size: float = 10.5) -> str:
    """Cords and clumps of unequal cells in dense stroma: no pools, no lobules."""
    chance = Random(seed)
    lines = t.cord_lines(width, height, seed, 5)
    clumps = t.packed(width, height, seed, [17, 14, 12, 11], 24)
    reach = [size * wide for wide in (0.5, 0.85, 0.65)]
    cords = [t.cords(lines[n::3], far) for n, far in enumerate(reach)]
    masses = [*cords, t.near(clumps, 0)]

    def inside(x: float, y: float) -> bool:
        return any(mass(x, y) for mass in masses)

    places = [(x, y) for x, y, _ in t.sites(width, height, chance, size, uneven=0.35) if inside(x, y)]
    large = [place for place in places if chance.random() < 0.4]
    bulk = [
        h.paint("".join(map(h.trail, lines[n::3])), "eosin", 0, far * 2.2) for n, far in enumerate(reach)
    ] + [h.paint(h.together(h.disc(s.x, s.y, s.r) for s in clumps), "eosin", 1, 4)]
    return (
        h.ground(width, height)
        + h.fibres(width, height, seed, inside, 8, -0.12)
        + element("g", "".join(bulk), opacity=0.62)
        + h.dots([place for place in places if place not in large], "haematoxylin", 3.6)
        + h.dots(large, "haematoxylin", 6)
    )


def core(width: float, height: float, seed: int = 1) -> str:
    """A needle core at low power: stroma and a little fat, and two small groups of tumour cells with pink drops."""
    chance = Random(seed)
    strip = h.trail([(34, height / 2), (width - 34, height / 2)])
    groups = [Space(width * 0.3, height * 0.42, 9), Space(width * 0.66, height * 0.58, 8)]
    inside = t.near(groups, 4)
    cells = [
        (s.x + s.r * far * cos(turn), s.y + s.r * far * sin(turn))
        for s in groups
        for turn, far in ((n * 2.4, 0.35 + 0.6 * (n % 3) / 2) for n in range(8))
    ]
    top, bottom = height / 2 - 24, height / 2 + 24
    strands = h.fibres(width - 40, bottom - top, seed, lambda x, y: inside(x + 20, y + top), 7, 0.03)
    fat = [Space(chance.uniform(width * 0.44, width * 0.56), height / 2 + k * 11, 6) for k in (-1, 0, 1)]
    return (
        h.ground(width, height, stroma=False)
        + h.paint(strip, "glass", 0, 54)
        + h.paint(strip, "eosin", 0, 54, 0.35)
        + h.plate(20, top, width - 40, bottom - top, strands)
        + h.paint(h.together(h.disc(s.x, s.y, s.r) for s in fat), "glass", 1)
        + h.paint(h.together(h.disc(s.x, s.y, s.r + 3) for s in groups), "eosin", 0.8)
        + h.dots([(s.x, s.y) for s in groups], "eosin-deep", 5)
        + h.dots(cells, "haematoxylin", 3.8)
    )
