"""Lesions of the breast at high power, each by the features that its record names; haematoxylin and eosin."""

from collections.abc import Sequence
from math import cos, hypot, pi, sin
from random import Random

from . import histology as h
from . import tissue as t
from .tissue import Cell, Inside, Point, Section, Space

WIDTH, HEIGHT = 146, 104
"""Of a field at high power, in units."""


def microcystic(width: float = WIDTH, height: float = HEIGHT, seed: int = 1, size: float = 36) -> str:
    """Secretory carcinoma: small even nuclei ring many small pools of dense pink secretion; vacuoles in the cells."""
    radii = [size * r for r in (0.8, 0.7, 0.6, 0.5, 0.45, 0.4, 0.35, 0.3, 0.3, 0.25)]
    spaces = t.packed(width, height, seed, radii * 2, size * 1.1)
    return h.ground(width, height) + _secreting(t.section(width, height, seed, size, spaces), size)


def solid(width: float = WIDTH, height: float = HEIGHT, seed: int = 1, size: float = 36) -> str:
    """Secretory carcinoma in sheets: vacuoles and drops of secretion in the cells, pools few and small."""
    spaces = t.packed(width, height, seed, [size * r for r in (0.4, 0.3, 0.25)], size * 2)
    return h.ground(width, height) + _secreting(t.section(width, height, seed, size, spaces), size, 0.75)


def tubular(width: float = WIDTH, height: float = HEIGHT, seed: int = 1, size: float = 34) -> str:
    """Secretory carcinoma in tubules, each with secretion in its lumen, in fibrous stroma."""
    radii = [size * r for r in (0.75, 0.65, 0.6, 0.5, 0.5, 0.45, 0.4, 0.4)]
    spaces = t.packed(width, height, seed, radii, size * 2.2)
    tissue = t.section(width, height, seed, size, spaces, t.near(spaces, size))
    return _in_stroma(width, height, seed, t.near(spaces, size * 1.1)) + _secreting(tissue, size)


def no_special_type(width: float = WIDTH, height: float = HEIGHT, seed: int = 1, size: float = 38) -> str:
    """Carcinoma of no special type: cords and clumps of cells with uneven nuclei, a cell that divides, nothing secreted."""
    lines = t.cord_lines(width, height, seed)
    inside = t.cords(lines, size * 0.55)
    tissue = t.section(width, height, seed, size, inside=inside, uneven=0.28)
    chance = Random(seed)
    middle = [
        n for n, cell in enumerate(tissue.cells) if 40 < cell.x < width - 40 and 30 < cell.y < height - 30
    ]
    dividing = chance.choice(middle)
    rest = [n for n in range(len(tissue.cells)) if n != dividing]
    free = (
        (x, y)
        for x, y in ((chance.uniform(8, width - 8), chance.uniform(8, height - 8)) for _ in range(30))
        if not t.cords(lines, size)(x, y)
    )
    cell = tissue.cells[dividing]
    return (
        _in_stroma(width, height, seed, inside)
        + h.cytoplasm(tissue)
        + h.nuclei(tissue, size * 0.26, 0.45, which=rest, strength=0.72, nucleoli=True)
        + h.mitosis(cell.x, cell.y, 30)
        + h.lymphocytes(list(free)[:6])
    )


def cystic_hypersecretory(
    width: float = WIDTH, height: float = HEIGHT, seed: int = 1, size: float = 22
) -> str:
    """Cystic hypersecretory lesion: large cysts of cracked, colloid-like secretion, a flat lining and tufts in it."""
    chance = Random(seed)
    mirrored = seed % 2 == 0
    cysts = [
        Space(width * (1 - x if mirrored else x), height * y, height * r * chance.uniform(0.94, 1.06))
        for x, y, r in ((0.3, 0.42, 0.33), (0.78, 0.27, 0.24), (0.73, 0.82, 0.19), (0.03, 1, 0.22))
    ]
    tissue = t.section(width, height, seed, size, cysts, t.near(cysts, size * 0.8))
    tufts = [(cysts[0], 0.5), (cysts[0], 1.9), (cysts[0], 3.6), (cysts[1], 2.4)]
    cracks = "".join(
        f"M{s.x - 0.45 * s.r:.0f} {s.y - 0.2 * s.r:.0f}q{0.4 * s.r:.0f}-5 {0.8 * s.r:.0f} 6"
        for s in cysts[:3]
    )
    return (
        _in_stroma(width, height, seed, t.near(cysts, size))
        + h.cytoplasm(tissue)
        + h.secretion(tissue, rim=4, bitten=0.05)
        + h.paint(cracks, "glass", 0, 1.6)
        + h.nuclei(tissue, size * 0.2, basal=size * 0.1, flat=1.3)
        + _tufts(tufts, size * 0.3)
    )


def acinic(width: float = WIDTH, height: float = HEIGHT, seed: int = 1, size: float = 36) -> str:
    """Acinic cell carcinoma: alike cells full of coarse grains, round nuclei with a nucleolus, small glands in sheets."""
    spaces = t.packed(width, height, seed, [size * r for r in (0.25, 0.25, 0.2, 0.2, 0.2)], size * 1.6)
    tissue = t.section(width, height, seed, size, spaces)
    return (
        h.ground(width, height)
        + h.cytoplasm(tissue, strength=0.45)
        + h.secretion(tissue, strength=0.4)
        + h.granules(tissue, size * 0.35, 6)
        + h.nuclei(tissue, size * 0.2, nucleoli=True, flat=1.02)
    )


def microglandular(width: float = WIDTH, height: float = HEIGHT, seed: int = 1, size: float = 21) -> str:
    """Microglandular adenosis: small round glands of one layer, a drop of secretion in each, scattered in fat."""
    glands = t.packed(width, height, seed, [9, 8, 9, 8, 9, 8, 9], size * 2)
    fat = t.section(width, height, seed + 1, 78, uneven=0.25)
    tissue = t.section(width, height, seed, size, glands, t.near(glands, size * 0.8))
    under = h.together(h.disc(s.x, s.y, s.r + size * 0.9) for s in glands)
    return (
        h.ground(width, height, stroma=False)
        + h.borders(fat, range(len(fat.cells)), "eosin", 2)
        + h.paint(under, "glass")
        + h.cytoplasm(tissue)
        + h.secretion(tissue, rim=1, bitten=-0.2)
        + h.nuclei(tissue, size * 0.2, basal=1, flat=1.3)
    )


def pregnancy_like(width: float = WIDTH, height: float = HEIGHT, seed: int = 1, size: float = 24) -> str:
    """Pregnancy-like change: wide acini of pale vacuolated cells, whose round nuclei bulge into nearly empty lumina."""
    spaces = t.packed(width, height, seed, [36, 30, 28, 26, 24, 22, 20, 18, 16], size * 1.9)
    tissue = t.section(width, height, seed, size, spaces, t.near(spaces, size * 0.85))
    return (
        _in_stroma(width, height, seed, t.near(spaces, size))
        + h.cytoplasm(tissue, strength=0.4)
        + h.secretion(tissue, "eosin", 0.25, 8)
        + h.vacuoles(tissue, 1, size * 0.24, 0, behind=size * 0.1)
        + h.nuclei(tissue, size * 0.19, basal=-size * 0.48, strength=0.9, flat=1.02)
    )


def lobular(width: float = WIDTH, height: float = HEIGHT, seed: int = 1, size: float = 19) -> str:
    """Lobular carcinoma: small even cells one behind the other, apart from each other, in fibrous stroma."""
    chance = Random(seed)
    cells: list[Cell] = []
    for row in range(6):
        x, y, lean = chance.uniform(-40, 60), height * (row + 0.3) / 6, chance.uniform(-0.1, 0.35)
        for _ in range(chance.randrange(6, 12)):
            x, y = x + size * chance.uniform(0.92, 1.2), y + size * (lean + chance.uniform(-0.12, 0.12))
            clear = all(hypot(x - one.x, y - one.y) > size * 0.9 for one in cells)
            if clear and 11 < x < width - 11 and 11 < y < height - 11:
                cells.append(Cell(_hexagon(x, y, size * 0.55, chance), x, y))
    tissue = Section(width, height, cells, [], chance)
    taken = t.near([Space(cell.x, cell.y, 0) for cell in cells], size * 0.75)
    return (
        _in_stroma(width, height, seed, taken, 8)
        + h.cytoplasm(tissue)
        + h.nuclei(tissue, size * 0.27, strength=0.6)
    )


def mucinous(width: float = WIDTH, height: float = HEIGHT, seed: int = 1, size: float = 27) -> str:
    """Mucinous carcinoma: nests of even cells adrift in lakes of pale mucin."""
    nests = t.packed(width, height, seed, [46, 40, 34, 30, 26, 22], 22)
    tissue = t.section(width, height, seed, size, inside=t.near(nests, 0))
    strands = h.fibres(width, height, seed, t.near(nests, size * 0.6), 19, -0.2, "haematoxylin-pale", 0)
    return (
        h.ground(width, height, stroma=False)
        + h.wash(width, height, "haematoxylin-pale", 0.3)
        + strands
        + h.cytoplasm(tissue)
        + h.nuclei(tissue, size * 0.22)
    )


def _in_stroma(width: float, height: float, seed: int, inside: Inside, gap: float = 10) -> str:
    return h.ground(width, height) + h.fibres(width, height, seed, inside, gap)


def _secreting(tissue: Section, size: float, vacuolated: float = 0.45) -> str:
    return (
        h.cytoplasm(tissue)
        + h.secretion(tissue)
        + h.vacuoles(tissue, vacuolated, size * 0.26)
        + h.nuclei(tissue, size * 0.2, basal=size * 0.12)
    )


def _hexagon(x: float, y: float, r: float, chance: Random) -> list[Point]:
    return [
        (x + r * chance.uniform(0.85, 1.1) * cos(pi * n / 3), y + 0.8 * r * sin(pi * n / 3)) for n in range(6)
    ]


def _tufts(places: Sequence[tuple[Space, float]], r: float) -> str:
    """Small papillae of darker cells that stand from a cyst's wall into it, each in a direction from the cyst's middle."""
    bodies, nuclei = [], []
    for cyst, turn in places:
        for into, across in ((0, -0.9), (0, 0.9), (1.1, -0.5), (1.2, 0.7), (2.4, 0)):
            x = cyst.x + (cyst.r - into * r) * cos(turn) - across * r * sin(turn)
            y = cyst.y + (cyst.r - into * r) * sin(turn) + across * r * cos(turn)
            bodies.append(h.disc(x, y, r))
            nuclei.append(h.disc(x, y, r * 0.6))
    return (
        h.paint(h.together(bodies), "glass", 1, 3)
        + h.paint(h.together(bodies), "eosin", 0.8)
        + h.paint(h.together(nuclei), "haematoxylin", 0.75, 1)
    )
