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
    radii = [size * r for r in (0.6, 0.55, 0.5, 0.45, 0.4, 0.35, 0.3, 0.3, 0.25)]
    spaces = t.packed(width, height, seed, radii * 2, size)
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
    cell = tissue.cells[dividing]
    return (
        _in_stroma(width, height, seed, inside)
        + h.cytoplasm(tissue)
        + h.nuclei(tissue, size * 0.29, 0.45, which=rest, strength=0.72)
        + h.mitosis(cell.x, cell.y, size / 38)
    )


def cystic_hypersecretory(
    width: float = WIDTH, height: float = HEIGHT, seed: int = 1, size: float = 29
) -> str:
    """Cystic hypersecretory lesion: cysts many cells wide, full of cracked secretion; a flat lining, and tufts on it.

    An even ``seed`` turns the field about, and one above 2 turns it upside down.
    """
    chance = Random(seed)
    cysts = [
        Space(width * (1 - x if seed % 2 == 0 else x), height * (1 - y if seed > 2 else y), height * r)
        for x, y, r in ((0.34, 0.52, 0.48), (0.9, 0.14, 0.3), (0.86, 0.9, 0.27))
    ]
    cracks = [_cleft(s, n, chance) for s in cysts for n in range(-1, 2)]
    walls = h.together(h.scalloped(_ring(s, chance), -0.12) for s in cysts)
    lining = [
        h.oval(x, y, size * 0.2, size * 0.1, 15 * round(turn * 12 / pi) + 90)
        for s in cysts
        for turn in (k * size * 0.62 / s.r for k in range(int(2 * pi * s.r / size / 0.62)))
        for x, y in [(s.x + s.r * cos(turn), s.y + s.r * sin(turn))]
        if -5 < x < width + 5 and -5 < y < height + 5
    ]
    tufts = [(cysts[0], turn if seed % 2 else pi - turn) for turn in (0.25, 1.5, 4.1)]
    return (
        _in_stroma(width, height, seed, t.near(cysts, size * 0.3))
        + h.paint(walls, "eosin-deep", 0.9)
        + h.paint(walls, "glass", 0, round(size * 0.42))
        + h.paint(walls, "eosin", 0, round(size * 0.28))
        + h.paint(h.together(cracks), "glass")
        + h.paint(h.together(lining), "haematoxylin", 0.6, 1.2)
        + _tufts(tufts, size * 0.2)
    )


def acinic(width: float = WIDTH, height: float = HEIGHT, seed: int = 1, size: float = 36) -> str:
    """Acinic cell carcinoma: alike cells full of coarse grains, round nuclei with a nucleolus, small glands in sheets."""
    spaces = t.packed(width, height, seed, [size * r for r in (0.25, 0.25, 0.2, 0.2, 0.2)], size * 1.6)
    tissue = t.section(width, height, seed, size, spaces)
    return (
        h.ground(width, height)
        + h.cytoplasm(tissue, strength=0.45)
        + h.secretion(tissue, strength=0.4)
        + h.granules(tissue, size * 0.42, 10)
        + h.nuclei(tissue, size * 0.2, nucleoli=True, flat=1.02)
    )


def microglandular(width: float = WIDTH, height: float = HEIGHT, seed: int = 1, size: float = 21) -> str:
    """Microglandular adenosis: small round glands of one layer, a drop of secretion in each, scattered in fat."""
    glands = t.packed(width, height, seed, [9, 8, 9, 8, 9, 8, 9], size * 2)
    fat = t.section(width, height, seed + 1, 62, uneven=0.25)
    tissue = t.section(width, height, seed, size, glands, t.near(glands, size * 0.8))
    under = h.together(h.disc(s.x, s.y, s.r + size) for s in glands)
    return (
        h.ground(width, height, stroma=False)
        + h.borders(fat, range(len(fat.cells)), "eosin", 2, 0)
        + h.paint(under, "glass")
        + h.cytoplasm(tissue)
        + h.secretion(tissue, rim=1, bitten=-0.2)
        + h.nuclei(tissue, size * 0.2, basal=1, flat=1.3)
    )


def pregnancy_like(width: float = WIDTH, height: float = HEIGHT, seed: int = 1, size: float = 24) -> str:
    """Pregnancy-like change: wide acini of pale vacuolated cells, whose round nuclei lie in blebs in an empty lumen."""
    spaces = [
        Space(width * x, height * y, height * r)
        for x, y, r in ((0.32, 0.52, 0.27), (0.87, 0.1, 0.22), (0.84, 0.98, 0.2))
    ]
    tissue = t.section(width, height, seed, size, spaces, t.near(spaces, size * 0.85))
    ringing = [cell for cell in tissue.cells if cell.away != (0, 0)]
    blebs = [
        h.disc(cell.x - size * 0.4 * cell.away[0], cell.y - size * 0.4 * cell.away[1], size * 0.27)
        for cell in ringing
    ]
    return (
        _in_stroma(width, height, seed, t.near(spaces, size))
        + h.cytoplasm(tissue, strength=0.45)
        + h.secretion(tissue, "glass", 1, 0, -0.1)
        + h.paint(h.together(blebs), "eosin", 0.6)
        + h.vacuoles(tissue, 1, size * 0.3, 0, behind=size * 0.16)
        + h.nuclei(tissue, size * 0.17, basal=-size * 0.42, strength=0.8, flat=1.02)
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


def mucinous(width: float = WIDTH, height: float = HEIGHT, seed: int = 1, size: float = 24) -> str:
    """Mucinous carcinoma: nests of even cells adrift in lakes of pale mucin."""
    nests = [
        Space(width * x, height * y, height * r)
        for x, y, r in (
            (0.38, 0.44, 0.3),
            (0.93, 0.8, 0.32),
            (0.02, 1, 0.26),
            (0.86, 0.02, 0.22),
            (0, 0, 0.2),
        )
    ]
    tissue = t.section(width, height, seed, size, inside=t.near(nests, 0))
    strands = h.fibres(width, height, seed, t.near(nests, size * 0.6), 19, -0.2, "haematoxylin-pale", 0)
    return (
        h.ground(width, height, stroma=False)
        + h.wash(width, height, "haematoxylin-pale", 0.3)
        + strands
        + h.cytoplasm(tissue)
        + h.nuclei(tissue, size * 0.24)
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


def _ring(s: Space, chance: Random) -> list[Point]:
    """Places on the wall of a space that is not quite round."""
    number = 12
    return [
        (s.x + far * cos(2 * pi * n / number), s.y + far * sin(2 * pi * n / number))
        for n, far in enumerate(s.r * chance.uniform(0.97, 1.03) for _ in range(number))
    ]


def _cleft(s: Space, n: int, chance: Random) -> str:
    """One of the cracks that run side by side through what fills a cyst."""
    half = round(s.r * chance.uniform(0.28, 0.42))
    x, y = round(s.x - half + chance.uniform(-4, 4)), round(s.y + n * s.r * 0.36)
    return f"M{x} {y}q{half}-7 {2 * half} 4q-{half}-6-{2 * half}-4z"


def _tufts(places: Sequence[tuple[Space, float]], r: float) -> str:
    """Small papillae, narrow at the foot, that stand from a cyst's wall into it, each in a direction from its middle."""
    bodies, nuclei = [], []
    for cyst, turn in places:
        for into, across in ((0.5, 0), (2, -0.8), (2.1, 0.9), (3.8, -0.9), (3.7, 0.9), (5.3, 0.1)):
            x = cyst.x + (cyst.r - into * r) * cos(turn) - across * r * sin(turn)
            y = cyst.y + (cyst.r - into * r) * sin(turn) + across * r * cos(turn)
            bodies.append(h.disc(x, y, r))
            nuclei.append(h.disc(x, y, r * 0.62))
    return (
        h.paint(h.together(bodies), "glass", 1, 4)
        + h.paint(h.together(bodies), "eosin", 1)
        + h.paint(h.together(nuclei), "haematoxylin", 0.6, 1.2)
    )
