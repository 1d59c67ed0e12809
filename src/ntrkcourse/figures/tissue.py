"""Tissue as places: cells packed without overlap about their spaces, wherever there is epithelium.

A section is a power diagram. Every cell is a site of it and every lumen, cyst or pool a site with a weight, so that
cells ring a space of themselves and leave no gap; sites outside a nest bound it and are not drawn.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import cos, hypot, pi, sin
from random import Random

Point = tuple[float, float]
Inside = Callable[[float, float], bool]

_NEIGHBOURS = 22
"""How many of the nearest sites may bound a cell."""
_SHORT = 4.5
"""A side of a cell's outline that is no longer than this is left out."""


@dataclass(frozen=True)
class Space:
    """A lumen, a cyst or a pool: what cells ring."""

    x: float
    y: float
    r: float


@dataclass(frozen=True)
class Cell:
    """A cell by its outline and the place of its nucleus; ``away`` points from the space that it rings, if any."""

    outline: list[Point]
    x: float
    y: float
    away: Point = (0, 0)


@dataclass(frozen=True)
class Section:
    """A piece of tissue, ``width`` by ``height`` units, with all randomness from ``chance``."""

    width: float
    height: float
    cells: list[Cell]
    spaces: list[list[Point]]
    chance: Random


def section(
    width: float,
    height: float,
    seed: int,
    size: float,
    spaces: Sequence[Space] = (),
    inside: Inside = lambda x, y: True,
    uneven: float = 0.2,
) -> Section:
    """Cells about ``size`` units wide, wherever ``inside`` says that there is epithelium, round ``spaces``."""
    chance = Random(seed)
    apart = sites(width, height, chance, size, spaces, uneven)
    weighted = [(x, y, 0.0) for x, y, _ in apart] + [(s.x, s.y, s.r**2 - size**2 / 4) for s in spaces]
    frame = [(-8.0, -8.0), (width + 8, -8.0), (width + 8, height + 8), (-8.0, height + 8)]
    cells = [
        Cell(outline, x, y, away)
        for place, (x, y, away) in enumerate(apart)
        if inside(x, y) and _seen(outline := _cell(weighted, place, frame), width, height)
    ]
    found = [_cell(weighted, len(apart) + n, frame) for n in range(len(spaces))]
    return Section(width, height, cells, [one for one in found if _seen(one, width, height)], chance)


def sites(
    width: float,
    height: float,
    chance: Random,
    size: float,
    spaces: Sequence[Space] = (),
    uneven: float = 0.2,
) -> list[tuple[float, float, Point]]:
    """Where cells lie: a ring about each space and a sheet between them; with the way from the space that they ring."""
    apart: list[tuple[float, float, Point]] = []
    for site in [*_rings(spaces, size, chance), *_sheet(width, height, size, spaces, uneven, chance)]:
        if all(hypot(site[0] - x, site[1] - y) > size * 0.62 for x, y, _ in apart):
            apart.append(site)
    return apart


def part(tissue: Section, which: Iterable[int]) -> Section:
    """The section with some of its cells alone."""
    return replace(tissue, cells=[tissue.cells[n] for n in which])


def shown(tissue: Section, cell: Cell, margin: float = 0) -> bool:
    """Whether the middle of the cell lies within the section, or so far beyond its edge that a part is seen."""
    return -margin < cell.x < tissue.width + margin and -margin < cell.y < tissue.height + margin


def packed(
    width: float,
    height: float,
    seed: int,
    radii: Iterable[float],
    gap: float,
    inside: Inside = lambda x, y: True,
) -> list[Space]:
    """Spaces of these radii, set down at random and ``gap`` units or more apart; those that find no room are left out."""
    chance = Random(seed)
    found: list[Space] = []
    for r in radii:
        for _ in range(80):
            one = Space(chance.uniform(0, width), chance.uniform(0, height), r)
            if inside(one.x, one.y) and all(hypot(one.x - s.x, one.y - s.y) > r + s.r + gap for s in found):
                found.append(one)
                break
    return found


def near(spaces: Iterable[Space], reach: float) -> Inside:
    """Whether a place lies within ``reach`` of the rim of one of ``spaces``: a gland's own layer of cells."""
    held = list(spaces)
    return lambda x, y: any(hypot(x - s.x, y - s.y) < s.r + reach for s in held)


def cords(lines: Sequence[Sequence[Point]], half: float) -> Inside:
    """Whether a place lies within ``half`` of one of the broken ``lines``: cords and clumps of cells."""

    def inside(x: float, y: float) -> bool:
        return any(_distance(x, y, a, b) < half for one in lines for a, b in pairwise(one))

    return inside


def cord_lines(width: float, height: float, seed: int, rows: int = 3) -> list[list[Point]]:
    """Cords that lean one way, each broken once, and no two alike."""
    chance = Random(seed)
    lines: list[list[Point]] = []
    for n in range(rows):
        y = height * (n + 0.6) / rows
        way = [
            (width * (k - 0.5) / 4, y + height * (chance.uniform(-0.24, 0.24) - 0.2 * (k - 2)) / rows)
            for k in range(6)
        ]
        gap = chance.randrange(1, 5)
        lines += [way[:gap], way[gap:]]
    return [[*one, one[-1]] for one in lines]


def _sheet(
    width: float, height: float, size: float, spaces: Sequence[Space], uneven: float, chance: Random
) -> Iterable[tuple[float, float, Point]]:
    """Sites in staggered rows, each off its place by up to ``uneven`` of a cell, and none in a space or its ring."""
    for row in range(-1, int(height / (size * 0.87)) + 2):
        for column in range(-1, int(width / size) + 2):
            x = (column + row % 2 / 2 + chance.uniform(-uneven, uneven)) * size
            y = (row * 0.87 + chance.uniform(-uneven, uneven)) * size
            if all(hypot(x - s.x, y - s.y) > s.r + size for s in spaces):
                yield x, y, (0, 0)


def _rings(spaces: Sequence[Space], size: float, chance: Random) -> Iterable[tuple[float, float, Point]]:
    for s in spaces:
        number = max(5, round(2 * pi * (s.r + size / 2) / (size * 0.9)))
        start = chance.uniform(0, 2 * pi)
        for n in range(number):
            angle = start + 2 * pi * (n + chance.uniform(-0.15, 0.15)) / number
            far = s.r + size * chance.uniform(0.44, 0.58)
            x, y = s.x + far * cos(angle), s.y + far * sin(angle)
            if all(hypot(x - o.x, y - o.y) > o.r + size * 0.35 for o in spaces if o is not s):
                yield x, y, (cos(angle), sin(angle))


def _cell(sites: Sequence[tuple[float, float, float]], place: int, frame: list[Point]) -> list[Point]:
    """What of the frame is nearer to this site than to any other, by the power of a point."""
    x, y, weight = sites[place]
    others = sorted(
        (one for n, one in enumerate(sites) if n != place),
        key=lambda one: hypot(one[0] - x, one[1] - y) - max(one[2], 0) ** 0.5,
    )
    outline = frame
    for ox, oy, other in others[: _NEIGHBOURS + (60 if weight > 0 else 0)]:
        a, b = ox - x, oy - y
        c = (ox**2 + oy**2 - other - x**2 - y**2 + weight) / 2
        outline = _cut(outline, a, b, c)
        if not outline:
            break
    return [
        one
        for one, ahead in zip(outline, [*outline[1:], *outline[:1]], strict=True)
        if _far(one, ahead) > _SHORT
    ]


def _seen(outline: Sequence[Point], width: float, height: float) -> bool:
    """Whether enough of an outline lies within the section to be drawn; the cell in a corner may have no point there."""
    if len(outline) < 3:
        return False
    xs, ys = [x for x, _ in outline], [y for _, y in outline]
    return min(xs) < width - 2 and max(xs) > 2 and min(ys) < height - 2 and max(ys) > 2


def _far(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def _cut(outline: list[Point], a: float, b: float, c: float) -> list[Point]:
    """The part of a convex outline where ax + by <= c."""
    kept: list[Point] = []
    for (x1, y1), (x2, y2) in zip(outline, [*outline[1:], outline[0]], strict=True):
        d1, d2 = a * x1 + b * y1 - c, a * x2 + b * y2 - c
        if d1 <= 0:
            kept.append((x1, y1))
        if d1 * d2 < 0:
            t = d1 / (d1 - d2)
            kept.append((x1 + t * (x2 - x1), y1 + t * (y2 - y1)))
    return kept


def _distance(x: float, y: float, a: Point, b: Point) -> float:
    """From a place to the stretch between two others."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    t = max(0.0, min(1.0, ((x - a[0]) * dx + (y - a[1]) * dy) / ((dx * dx + dy * dy) or 1)))
    return hypot(x - a[0] - t * dx, y - a[1] - t * dy)
