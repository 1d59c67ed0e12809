"""Lesions of the breast as sections of drawn tissue, each by the features that its record names."""

from collections.abc import Iterable, Sequence
from math import cos, hypot, pi, sin
from random import Random

from . import histology as h
from .histology import Cell, Inside, Point, Section, Space
from .svg import element

WIDTH, HEIGHT = 168, 126
"""Of a field at high power, in units."""

# Haematoxylin and eosin, at high power.


def microcystic(width: float = WIDTH, height: float = HEIGHT, seed: int = 1, size: float = 36) -> str:
    """Secretory carcinoma: small even nuclei ring many small pools of dense pink secretion; vacuoles in the cells."""
    radii = [size * r for r in (0.8, 0.7, 0.6, 0.5, 0.45, 0.4, 0.35, 0.3, 0.3, 0.25)]
    spaces = h.packed(width, height, seed, radii * 2, size * 1.1)
    return h.ground(width, height) + _secreting(h.section(width, height, seed, size, spaces), size)


def solid(width: float = WIDTH, height: float = HEIGHT, seed: int = 1, size: float = 36) -> str:
    """Secretory carcinoma in sheets: vacuoles and drops of secretion in the cells, pools few and small."""
    spaces = h.packed(width, height, seed, [size * r for r in (0.4, 0.3, 0.25)], size * 2)
    return h.ground(width, height) + _secreting(h.section(width, height, seed, size, spaces), size, 0.75)


def tubular(width: float = WIDTH, height: float = HEIGHT, seed: int = 1, size: float = 34) -> str:
    """Secretory carcinoma in tubules, each with secretion in its lumen, in fibrous stroma."""
    radii = [size * r for r in (0.75, 0.65, 0.6, 0.5, 0.5, 0.45, 0.4, 0.4)]
    spaces = h.packed(width, height, seed, radii, size * 2.2)
    tissue = h.section(width, height, seed, size, spaces, h.near(spaces, size))
    return _in_stroma(width, height, seed, h.near(spaces, size * 1.1)) + _secreting(tissue, size)


def no_special_type(width: float = WIDTH, height: float = HEIGHT, seed: int = 1, size: float = 38) -> str:
    """Carcinoma of no special type: cords and clumps of cells with uneven nuclei, a cell that divides, nothing secreted."""
    lines = _cords(width, height, seed)
    inside = h.cords(lines, size * 0.55)
    tissue = h.section(width, height, seed, size, inside=inside, uneven=0.28)
    chance = Random(seed)
    middle = [
        n for n, cell in enumerate(tissue.cells) if 40 < cell.x < width - 40 and 30 < cell.y < height - 30
    ]
    dividing = chance.choice(middle)
    rest = [n for n in range(len(tissue.cells)) if n != dividing]
    free = (
        (x, y)
        for x, y in ((chance.uniform(8, width - 8), chance.uniform(8, height - 8)) for _ in range(30))
        if not h.cords(lines, size)(x, y)
    )
    cell = tissue.cells[dividing]
    return (
        _in_stroma(width, height, seed, inside)
        + h.cytoplasm(tissue)
        + h.nuclei(tissue, size * 0.26, 0.45, which=rest, strength=0.72, nucleoli=True)
        + h.mitosis(cell.x, cell.y, 30)
        + h.lymphocytes(list(free)[:6])
    )


def cystic_hypersecretory(width: float = WIDTH, height: float = HEIGHT, seed: int = 1, size: float = 22) -> str:
    """Cystic hypersecretory lesion: large cysts of cracked, colloid-like secretion, a flat lining and tufts in it."""
    chance = Random(seed)
    mirrored = seed % 2 == 0
    cysts = [
        Space(width * (1 - x if mirrored else x), height * y, height * r * chance.uniform(0.94, 1.06))
        for x, y, r in ((0.3, 0.42, 0.33), (0.78, 0.27, 0.24), (0.73, 0.82, 0.19), (0.03, 1, 0.22))
    ]
    tissue = h.section(width, height, seed, size, cysts, h.near(cysts, size * 0.8))
    tufts = [_tuft(cysts[n], turn, size * 0.3) for n, turn in ((0, 0.5), (0, 1.9), (0, 3.6), (1, 2.4))]
    cracks = "".join(
        f"M{s.x - 0.45 * s.r:.0f} {s.y - 0.2 * s.r:.0f}q{0.4 * s.r:.0f}-5 {0.8 * s.r:.0f} 6" for s in cysts[:3]
    )
    return (
        _in_stroma(width, height, seed, h.near(cysts, size))
        + h.cytoplasm(tissue)
        + h.secretion(tissue, rim=4, bitten=0.05)
        + h.paint(cracks, "glass", 0, 1.6)
        + h.nuclei(tissue, size * 0.2, basal=size * 0.1, flat=1.3)
        + "".join(tufts)
    )


def acinic(width: float = WIDTH, height: float = HEIGHT, seed: int = 1, size: float = 36) -> str:
    """Acinic cell carcinoma: alike cells full of coarse grains, round nuclei with a nucleolus, small glands in sheets."""
    spaces = h.packed(width, height, seed, [size * r for r in (0.25, 0.25, 0.2, 0.2, 0.2)], size * 1.6)
    tissue = h.section(width, height, seed, size, spaces)
    return (
        h.ground(width, height)
        + h.cytoplasm(tissue, strength=0.45)
        + h.secretion(tissue, strength=0.4)
        + h.granules(tissue, size * 0.35, 6)
        + h.nuclei(tissue, size * 0.2, nucleoli=True, flat=1.02)
    )


def microglandular(width: float = WIDTH, height: float = HEIGHT, seed: int = 1, size: float = 21) -> str:
    """Microglandular adenosis: small round glands of one layer, a drop of secretion in each, scattered in fat."""
    glands = h.packed(width, height, seed, [9, 8, 9, 8, 9, 8, 9], size * 2)
    fat = h.section(width, height, seed + 1, 78, uneven=0.25)
    tissue = h.section(width, height, seed, size, glands, h.near(glands, size * 0.8))
    under = "".join(h.disc(s.x, s.y, s.r + size * 0.9) for s in glands)
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
    spaces = h.packed(width, height, seed, [36, 30, 28, 26, 24, 22, 20, 18, 16], size * 1.9)
    tissue = h.section(width, height, seed, size, spaces, h.near(spaces, size * 0.85))
    return (
        _in_stroma(width, height, seed, h.near(spaces, size))
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
    taken = h.near([Space(cell.x, cell.y, 0) for cell in cells], size * 0.75)
    return (
        _in_stroma(width, height, seed, taken, 8)
        + h.cytoplasm(tissue)
        + h.nuclei(tissue, size * 0.27, strength=0.6)
    )


def mucinous(width: float = WIDTH, height: float = HEIGHT, seed: int = 1, size: float = 27) -> str:
    """Mucinous carcinoma: nests of even cells adrift in lakes of pale mucin."""
    nests = h.packed(width, height, seed, [46, 40, 34, 30, 26, 22], 22)
    tissue = h.section(width, height, seed, size, inside=h.near(nests, 0))
    strands = h.fibres(width, height, seed, h.near(nests, size * 0.6), 19, -0.2, "haematoxylin-pale", 0)
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


def _cords(width: float, height: float, seed: int, rows: int = 3) -> list[list[Point]]:
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


def _hexagon(x: float, y: float, r: float, chance: Random) -> list[Point]:
    return [
        (x + r * chance.uniform(0.85, 1.1) * cos(pi * n / 3), y + 0.8 * r * sin(pi * n / 3)) for n in range(6)
    ]


def _tuft(cyst: Space, turn: float, r: float) -> str:
    """A small papilla of larger, darker cells that stands from a cyst's wall into it."""
    bodies, nuclei = "", ""
    for into, across in ((0, -0.9), (0, 0.9), (1.1, -0.5), (1.2, 0.7), (2.4, 0)):
        x = cyst.x + (cyst.r - into * r) * cos(turn) - across * r * sin(turn)
        y = cyst.y + (cyst.r - into * r) * sin(turn) + across * r * cos(turn)
        bodies += h.disc(x, y, r)
        nuclei += h.disc(x, y, r * 0.6)
    return h.paint(bodies, "glass", 1, 3) + h.paint(bodies, "eosin", 0.8) + h.paint(nuclei, "haematoxylin", 0.75, 1)


# Haematoxylin and eosin, at low power: nuclei are points.


def secretory_at_low_power(width: float, height: float, seed: int = 1, size: float = 9.5) -> str:
    """A nodule with a smooth, pushing edge: a microcystic, a solid and a tubular lobule between septa."""
    chance = Random(seed)
    edge, septa = 0.84 * width, (0.31 * width, 0.6 * width)
    half = height * 0.95

    def rim(y: float, beyond: float = 0) -> float:
        return 0.2 * width + (edge - 0.2 * width + beyond) * (1 - ((y - height / 2) / half) ** 2) ** 0.5

    def septum(n: int, y: float) -> float:
        return septa[n] + 6 * sin(y / 21 + 2 * n)

    def lobule(n: int) -> Inside:
        return lambda x, y: (
            3 < y < height - 3
            and (septum(n - 1, y) + 5 if n else 3) < x < (septum(n, y) - 5 if n < 2 else rim(y) - 4)
        )

    radii = [8, 7, 6.5, 6, 5.5, 5, 4.5, 4, 4, 3.5, 3.5, 3, 3]
    pools = [
        *h.packed(width, height, seed, radii * 3, 7.5, lobule(0)),
        *h.packed(width, height, seed, [2.5, 3, 2.5], 16, lobule(1)),
    ]
    tubules = h.packed(width, height, seed, [5.5, 5, 4.5, 4.5, 4, 4, 3.5] * 2, 19, lobule(2))
    sheet = h.sites(width, height, chance, size, pools)
    lining = h.near(tubules, size)
    nuclei = [(x, y) for x, y, _ in sheet if lobule(0)(x, y) or lobule(1)(x, y)]
    nuclei += [(x, y) for x, y, _ in h.sites(width, height, chance, size, tubules) if lobule(2)(x, y) and lining(x, y)]
    lobules = "".join(
        h.shape(
            [(at(y), y) for y in range(0, round(height) + 1, 10)] + [(to(y), y) for y in range(round(height), -1, -10)]
        )
        for at, to in (
            (lambda y: 1, lambda y: septum(0, y) - 4),
            (lambda y: septum(0, y) + 4, lambda y: septum(1, y) - 4),
        )
    )
    bands = "".join(_arc(rim(0, by), rim(height / 2, by), height) for by in (3, 8, 13, 18))
    fat = h.section(width, height, seed, 34, inside=lambda x, y: x > rim(y, 30), uneven=0.25)
    return (
        h.ground(width, height)
        + h.paint(_arc(rim(0, 24), rim(height / 2, 24), height) + f"H{width:g}V0z", "glass")
        + h.borders(fat, range(len(fat.cells)), "eosin", 1.2)
        + h.paint(bands, "eosin", 0, 1.6)
        + h.paint(lobules, "eosin", 0.62)
        + h.paint("".join(h.disc(s.x, s.y, s.r + size) for s in tubules), "eosin", 0.62)
        + h.paint("".join(h.disc(s.x, s.y, s.r) for s in [*pools, *tubules]), "eosin-deep", 1, 0.8)
        + h.dots(nuclei, "haematoxylin", 3.8)
    )


def no_special_type_at_low_power(width: float, height: float, seed: int = 1, size: float = 9.5) -> str:
    """Cords and clumps of unequal cells in dense stroma: no pools, no lobules."""
    chance = Random(seed)
    lines = _cords(width, height, seed, 5)
    clumps = h.packed(width, height, seed, [20, 17, 15, 13, 12, 11], 14)
    reach = [size * wide for wide in (0.75, 1.15, 0.9)]
    cords = [h.cords(lines[n::3], far) for n, far in enumerate(reach)]
    inside = _any([*cords, h.near(clumps, 0)])
    places = [(x, y) for x, y, _ in h.sites(width, height, chance, size, uneven=0.35) if inside(x, y)]
    large = [place for place in places if chance.random() < 0.4]
    bulk = [
        h.paint("".join(map(h.trail, lines[n::3])), "eosin", 0, far * 2.2) for n, far in enumerate(reach)
    ] + [h.paint("".join(h.disc(s.x, s.y, s.r) for s in clumps), "eosin", 1, 4)]
    return (
        h.ground(width, height)
        + h.fibres(width, height, seed, inside, 8, -0.12)
        + element("g", "".join(bulk), opacity=0.62)
        + h.dots([place for place in places if place not in large], "haematoxylin", 3.6)
        + h.dots(large, "haematoxylin", 6)
    )


def _any(places: Sequence[Inside]) -> Inside:
    return lambda x, y: any(inside(x, y) for inside in places)


def _arc(x: float, middle: float, height: float) -> str:
    """The edge of a nodule from top to bottom, ``middle`` where it stands out most."""
    return f"M{x:.0f} 0Q{2 * middle - x:.0f} {height / 2:.0f} {x:.0f} {height:.0f}"


# A pan-TRK stain: DAB on pale blue cells.


def pan_trk(
    place: str,
    share: float,
    strong: bool = True,
    width: float = WIDTH,
    height: float = HEIGHT,
    seed: int = 1,
    size: float = 36,
    pools: bool = False,
) -> str:
    """Stain in the ``place`` ("nucleus", "cytoplasm" or "membrane") of a ``share`` of the cells."""
    spaces = h.packed(width, height, seed, [size * r for r in (0.6, 0.4, 0.3)], size * 1.5) if pools else []
    tissue = h.section(width, height, seed, size, spaces)
    stained = which(tissue, share)
    rest = [n for n in range(len(tissue.cells)) if n not in stained]
    brown = "dab" if strong else "dab-pale"
    in_nucleus, in_cytoplasm = place == "nucleus", place == "cytoplasm"
    bodies = h.cytoplasm(tissue, "haematoxylin-pale", 0.35)
    if in_cytoplasm:
        bodies = h.cytoplasm(h.part(tissue, stained), brown, 0.75) + h.cytoplasm(h.part(tissue, rest), "haematoxylin-pale", 0.35)
    return (
        h.ground(width, height, stroma=False)
        + bodies
        + h.secretion(tissue, "haematoxylin-pale", 0.3)
        + (h.borders(tissue, stained, brown, 3) if place == "membrane" else "")
        + h.nuclei(tissue, size * 0.21, which=rest if in_nucleus else None, strength=0.8 if in_cytoplasm else 0.45)
        + (h.nuclei(tissue, size * 0.21, colour=brown, which=stained, strength=0.9) if in_nucleus else "")
    )


def which(tissue: Section, share: float) -> list[int]:
    """The cells that take a stain: this share of those whose middle is seen, one at least, and most of what is cut off."""
    seen = [n for n, cell in enumerate(tissue.cells) if h.shown(tissue, cell)]
    beyond = [n for n in range(len(tissue.cells)) if n not in seen and share > 0.5]
    return sorted([*tissue.chance.sample(seen, max(1, round(share * len(seen)))), *beyond])


def core(width: float, height: float, seed: int = 1) -> str:
    """A needle core at low power: stroma and a little fat, and two small groups of tumour cells with pink drops."""
    chance = Random(seed)
    strip = h.trail([(34, height / 2), (width - 34, height / 2)])
    groups = [Space(width * 0.3, height * 0.42, 9), Space(width * 0.66, height * 0.58, 8)]
    inside = h.near(groups, 4)
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
        + h.paint("".join(h.disc(s.x, s.y, s.r) for s in fat), "glass", 1)
        + h.paint("".join(h.disc(s.x, s.y, s.r + 3) for s in groups), "eosin", 0.8)
        + h.dots([(s.x, s.y) for s in groups], "eosin-deep", 5)
        + h.dots(cells, "haematoxylin", 3.8)
    )
