"""How a section is painted: haematoxylin, eosin and DAB, from the glass upwards.

Many shapes of one stain are one path, in whole units and corners of cells in even ones: a section is hundreds of shapes,
and no eye sees less.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import cos, hypot, pi, sin
from random import Random

from .svg import WIDTH, Drawing, element, rect
from .tissue import Inside, Point, Section, shown

_CHROMATIN = (((-3, -2), (2, 1)), ((2, -2), (-3, 2)), ((-3, 2), (1, -2)))
"""Two grains about the middle of a nucleus: few forms, since a page carries each nucleus."""


def plate(x: float, y: float, width: float, height: float, *parts: str) -> str:
    """What is painted, set down at ``x``, ``y`` and cut off at its edges, as an inner ``svg`` is."""
    return element("svg", "".join(parts), x=x or None, y=y or None, width=width, height=height)


def field(painted: str, width: float, height: float) -> Drawing:
    """A section alone, enlarged to the whole width of a picture."""
    tall = WIDTH * height / width
    box = f"0 0 {width:g} {height:g}"
    return Drawing(tall, element("svg", painted, width=WIDTH, height=tall, viewBox=box))


def ground(width: float, height: float, stroma: bool = True) -> str:
    """The lit glass, with the pale pink of stroma on it."""
    return rect(0, 0, width, height, "glass solid") + (wash(width, height, "eosin", 0.28) if stroma else "")


def wash(width: float, height: float, colour: str, strength: float) -> str:
    """A tint over the whole section."""
    return paint(f"M0 0h{width:g}v{height:g}h-{width:g}z", colour, strength)


def fibres(
    width: float,
    height: float,
    seed: int,
    inside: Inside,
    gap: float = 9,
    slope: float = 0.12,
    colour: str = "eosin",
    spindles: float = 0.09,
) -> str:
    """Wavy collagen with thin nuclei in ``spindles`` of its waves, wherever there is no epithelium."""
    chance = Random(seed)
    strands, nuclei = "", []
    step, row = 16, min(0, -slope * width)
    while row < height + max(0, -slope * width):
        x, drawing = chance.uniform(-12, 0), False
        while x < width + 4:
            y = row + slope * x + chance.uniform(-1, 1)
            free = -4 < y < height + 4 and not inside(x, y) and not inside(x + step, y + slope * step)
            if free and not drawing:
                rise = chance.choice((-4, 4))
                strands += f"M{round(x)} {round(y)}q{step // 2}{rise:+d} {step} 2"
            elif free:
                strands += f"t{step} 2"
            if free and chance.random() < spindles:
                nuclei.append(oval(x + 8, y + 4, 7, 1.7, 12))
            drawing = free
            x += step
        row += gap * chance.uniform(0.7, 1.3)
    return paint(strands, colour, 0, 1.2, 0.8) + paint(together(nuclei), "haematoxylin", 0.8)


def cytoplasm(tissue: Section, colour: str = "eosin", strength: float = 0.62, rim: float = 0.9) -> str:
    """The bodies of the cells, rounded, with pale borders between them."""
    data = together(shape(_shrunk(cell.outline, rim + 2)) for cell in tissue.cells)
    return element(
        "path",
        d=data,
        kind=colour,
        fill="currentColor",
        stroke="currentColor",
        stroke_width=4,
        stroke_linejoin="round",
        opacity=strength,
    )


def borders(
    tissue: Section, which: Iterable[int], colour: str = "dab", width: float = 2.5, rim: float = 1.5
) -> str:
    """The membranes of some cells; where ``rim`` is 0, neighbours share theirs."""
    data = together(shape(_shrunk(tissue.cells[n].outline, rim)) for n in which)
    return paint(data, colour, 0, width)


def secretion(
    tissue: Section, colour: str = "eosin-deep", strength: float = 0.9, rim: float = 2.5, bitten: float = 0.2
) -> str:
    """What fills the spaces: drawn back from the cells, with an edge ``bitten`` into scallops."""
    filled = together(scalloped(_shrunk(outline, rim), bitten) for outline in tissue.spaces)
    return paint(filled, "glass", 1, 2 * rim) + paint(filled, colour, strength)


def vacuoles(
    tissue: Section, share: float, size: float, droplets: float = 0.5, behind: float | None = None
) -> str:
    """Clear drops beside the nuclei, ``droplets`` of them holding secretion; ``behind`` sets them that far from the space."""
    clear, held = [], []
    for cell in tissue.cells:
        if not shown(tissue, cell, size) or tissue.chance.random() > share:
            continue
        angle = tissue.chance.uniform(0, 2 * pi)
        x, y = cell.x + size * 1.25 * cos(angle), cell.y + size * 1.25 * sin(angle)
        if behind is not None:
            x, y = cell.x + behind * cell.away[0], cell.y + behind * cell.away[1]
        clear.append(disc(x, y, size * 0.62))
        if tissue.chance.random() < droplets:
            held.append(disc(x, y, size * 0.34))
    return paint(together(clear), "glass", 0.92) + paint(together(held), "eosin-deep", 0.95)


def granules(tissue: Section, size: float, number: int = 6) -> str:
    """Coarse grains throughout the cells."""
    rings = [_about(size, number, turn) for turn in (0, 0.3, 0.7)]
    seen = [cell for cell in tissue.cells if shown(tissue, cell, size)]
    data = together(f"M{round(cell.x)} {round(cell.y)}{tissue.chance.choice(rings)}" for cell in seen)
    return paint(data, "eosin-deep", 0, 2.2)


def nuclei(
    tissue: Section,
    size: float,
    pleomorphism: float = 0.1,
    colour: str = "haematoxylin",
    which: Iterable[int] | None = None,
    strength: float = 0.55,
    basal: float = 0,
    nucleoli: bool = False,
    flat: float = 1.15,
) -> str:
    """Nuclei of about ``size`` units' radius with their chromatin.

    ``pleomorphism`` is how unequal they are: at 0.1 small, even and round to oval, from 0.4 of all sizes and shapes.
    ``basal`` moves them away from the space that their cells ring.
    """
    chosen = range(len(tissue.cells)) if which is None else which
    chance = tissue.chance
    outlines: list[str] = []
    marks = []
    for n in chosen:
        cell = tissue.cells[n]
        r = size * (1 + chance.uniform(-0.8, 1.1) * pleomorphism)
        if not shown(tissue, cell, r * 0.8):
            continue
        x, y = cell.x + basal * cell.away[0], cell.y + basal * cell.away[1]
        if pleomorphism < 0.3:
            outline = oval(x, y, r * flat, r, chance.randrange(0, 180, 45))
            middle = (0, round(size))
        else:
            outline = _lump(x, y, r, pleomorphism * 0.55, chance)
            x0, y0, _ = _parted(outline)
            middle = (round(x) - x0, round(y) - y0)
        outlines.append(outline + _grains(middle, chance.choice(_CHROMATIN)))
        if nucleoli:
            marks.append(_dot(x + chance.uniform(-2, 2), y + chance.uniform(-2, 2)))
    return paint(together(outlines), colour, strength, 1.2) + paint(together(marks), "ink", 0, 3.2)


def mitosis(x: float, y: float, scale: float = 1) -> str:
    """A dividing cell: a dark ragged plate in a cleared cell."""
    rough = "M-9 -2l4-2 3 2 4-3 3 2 4-1v4l-4 2-4-1-3 2-4-1-3 1z"
    drawn = element("circle", r=13, kind="glass", fill="currentColor", fill_opacity=0.75) + paint(
        rough, "ink", 1
    )
    return element("g", drawn, transform=f"translate({x:.0f} {y:.0f}) rotate(30) scale({scale:.2g})")


def dots(places: Iterable[Point], colour: str, size: float) -> str:
    """Nuclei at low power: round, and no more than that."""
    return paint(together(_dot(x, y) for x, y in places), colour, 0, size)


def paint(data: str, colour: str, fill: float = 1, line: float = 0, strength: float = 1) -> str:
    """A path in a stain's colour: ``fill`` is how dense its area is, ``line`` the width of its outline."""
    if not data:
        return ""
    return element(
        "path",
        d=data,
        kind=colour,
        fill="currentColor" if fill else "none",
        fill_opacity=fill if 0 < fill < 1 else None,
        stroke="currentColor" if line else None,
        stroke_width=line or None,
        stroke_linecap="round" if line else None,
        stroke_linejoin="round" if line else None,
        opacity=strength if strength < 1 else None,
    )


def _grains(middle: tuple[int, int], places: Iterable[tuple[int, int]]) -> str:
    """Chromatin about ``middle`` as short strokes, and the way back to where the outline began."""
    x, y, data = 0, 0, ""
    for across, down in places:
        x1, y1 = middle[0] + across, middle[1] + down
        data += f"m{_numbers((x1 - x, y1 - y))}h1"
        x, y = x1 + 1, y1
    return data + f"m{_numbers((-x, -y))}"


def _middle(outline: Sequence[Point]) -> Point:
    return sum(x for x, _ in outline) / len(outline), sum(y for _, y in outline) / len(outline)


def _shrunk(outline: Sequence[Point], by: float) -> list[Point]:
    """The outline drawn towards its middle by ``by`` units."""
    x, y = _middle(outline)
    drawn = []
    for px, py in outline:
        far = hypot(px - x, py - y) or 1
        keep = max(0.0, 1 - by * 1.15 / far)
        drawn.append((x + (px - x) * keep, y + (py - y) * keep))
    return drawn


def _numbers(values: Iterable[float]) -> str:
    """Whole numbers as a path has them: a minus parts them as well as a space does."""
    return " ".join(f"{round(one)}" for one in values).replace(" -", "-")


def together(shapes: Iterable[str]) -> str:
    """Shapes that end where they began as one path, in rows, each placed from the last: half as long as from a corner."""
    x, y, data = 0, 0, ""
    for x1, y1, rest in sorted(map(_parted, shapes), key=lambda one: (one[1] // 24, one[0])):
        data += ("m" if data else "M") + _numbers((x1 - x, y1 - y)) + rest
        x, y = x1, y1
    return data


def _parted(shape: str) -> tuple[int, int, str]:
    """Where a shape begins, and the rest of its data."""
    place = re.match(r"M(-?\d+) ?(-?\d+)", shape)
    assert place, shape
    return int(place[1]), int(place[2]), shape[place.end() :]


def trail(points: Sequence[Point]) -> str:
    """A broken line, as data for :func:`paint`."""
    at = [(2 * round(x / 2), 2 * round(y / 2)) for x, y in points]
    way = [d for (x1, y1), (x2, y2) in pairwise(at) for d in (x2 - x1, y2 - y1)]
    return f"M{_numbers(at[0])}l{_numbers(way)}"


def shape(points: Sequence[Point]) -> str:
    """An area with straight sides, as data for :func:`paint`."""
    return trail(points) + "z"


def scalloped(outline: Sequence[Point], bitten: float) -> str:
    """A closed curve whose sides bend inwards, or outwards where ``bitten`` is below 0."""
    x, y = _middle(outline)
    at = [(round(px), round(py)) for px, py in outline]
    bends: list[Point] = []
    for (x1, y1), (x2, y2) in zip(at, [*at[1:], at[0]], strict=True):
        cx, cy = (x1 + x2) / 2, (y1 + y2) / 2
        bends.append((cx + (x - cx) * bitten, cy + (y - cy) * bitten))
    return _bent(at, bends)


def _bent(at: Sequence[Point], bends: Sequence[Point]) -> str:
    """A closed curve through whole places, each of its stretches bent towards a place beside it."""
    way: list[float] = []
    for (x1, y1), (x2, y2), (cx, cy) in zip(at, [*at[1:], at[0]], bends, strict=True):
        way += [cx - x1, cy - y1, x2 - x1, y2 - y1]
    return f"M{_numbers(at[0])}q{_numbers(way)}z"


def disc(x: float, y: float, r: float) -> str:
    """A round area, as data for :func:`paint`."""
    return oval(x, y, r, r)


def oval(x: float, y: float, rx: float, ry: float, turn: float = 0) -> str:
    """An ellipse as one arc that ends where it began, but for a hair."""
    a = turn * pi / 180
    rise = (rx * rx * sin(a) ** 2 + ry * ry * cos(a) ** 2) ** 0.5
    shift = (rx * rx - ry * ry) * sin(a) * cos(a) / rise
    return f"M{round(x - shift)} {round(y - rise)}a{round(rx * 2) / 2:g} {round(ry * 2) / 2:g} {turn:g} 1 1-.1 0z"


def _lump(x: float, y: float, r: float, uneven: float, chance: Random) -> str:
    """An uneven closed curve, between the middles of a rough polygon's sides and bent towards its corners."""
    number = 6
    stretch, turn = 1 + chance.uniform(0, uneven), chance.uniform(0, pi)
    corners: list[Point] = []
    for n in range(number):
        a = 2 * pi * n / number
        far = r * 1.1 * (1 + chance.uniform(-uneven, uneven))
        px, py = far * cos(a) * stretch, far * sin(a) / stretch
        corners.append((x + px * cos(turn) - py * sin(turn), y + px * sin(turn) + py * cos(turn)))
    middles = [
        (round((a[0] + b[0]) / 2), round((a[1] + b[1]) / 2))
        for a, b in zip(corners, [*corners[1:], corners[0]], strict=True)
    ]
    return _bent(middles, [*corners[1:], corners[0]])


def _dot(x: float, y: float) -> str:
    return f"M{round(x)} {round(y)}h0"


def _about(far: float, number: int, turn: float) -> str:
    """Dots in two rings about a place, and the way back to it."""
    x0, y0, data = 0, 0, ""
    for n in range(number):
        a, r = 2 * pi * n / number + turn, far * (0.65 + 0.35 * (n % 2))
        x, y = round(r * cos(a)), round(r * sin(a))
        data += f"m{_numbers((x - x0, y - y0))}h0"
        x0, y0 = x, y
    return data + f"m{_numbers((-x0, -y0))}"
