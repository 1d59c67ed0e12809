"""The one language of the pictures: a shape and a colour for each thing, the same in every picture.

Each function draws one thing and returns SVG; :data:`GLYPHS` shows all of them on the authors' page. A place is the
middle of the thing, unless its docstring says otherwise, and sizes are units of the drawing.
"""

from collections.abc import Callable, Iterable
from math import cos, pi, sin
from random import Random

from .svg import (
    circle,
    ellipse,
    group,
    line,
    moved,
    path,
    polygon,
    rect,
    smooth,
)


def kinase(x: float, y: float, active: bool = False, size: float = 26) -> str:
    """A kinase domain: a rounded orange block with a cleft, which holds ATP; rays where it is switched on."""
    s = size / 2
    body = (
        f"M{-s} {-0.7 * s}Q{-s} {-s} {-0.7 * s} {-s}H{0.7 * s:g}Q{s} {-s} {s} {-0.7 * s}V{-0.25 * s}L{0.25 * s} 0L{s} {0.25 * s}"
        f"V{0.7 * s}Q{s} {s} {0.7 * s} {s}H{-0.7 * s}Q{-s} {s} {-s} {0.7 * s}Z"
    )
    rays = "".join(
        line(1.25 * s * cos(a), 1.25 * s * sin(a), 1.6 * s * cos(a), 1.6 * s * sin(a), "kinase line")
        for a in (pi * n / 4 for n in range(8))
        if active
    )
    return moved(x, y, path(body, "kinase solid" if active else "kinase soft"), rays)


def partner(x: float, y: float, size: float = 26) -> str:
    """The part of a fusion that comes from the partner, which brings two chains together: a blue hexagon."""
    s = size / 2
    points = [(x + s * cos(a), y + s * sin(a)) for a in (pi / 3 * n for n in range(6))]
    return polygon(points, "partner soft")


def membrane(x1: float, x2: float, y: float) -> str:
    """A cell's membrane from ``x1`` to ``x2``: two lines, the outside above; ``y`` is its middle."""
    heads = "".join(
        circle(x, level, 2.4, "muted soft thin")
        for x in _steps(x1 + 3, x2 - 3, 6.2)
        for level in (y - 7, y + 7)
    )
    return rect(x1, y - 7, x2 - x1, 14, "grid solid") + heads


def receptor(x: float, y: float, active: bool = False, bound: bool = False) -> str:
    """A receptor in a membrane at ``y``: its head outside, its kinase inside; ``bound`` with its messenger."""
    head = path(
        f"M{x - 11} {y - 40}Q{x - 12} {y - 22} {x} {y - 20}Q{x + 12} {y - 22} {x + 11} {y - 40}",
        "receptor line thick",
    )
    stem = line(x, y - 20, x, y + 16, "receptor line thick")
    return group(head, stem, messenger(x, y - 38) if bound else "", kinase(x, y + 30, active))


def messenger(x: float, y: float) -> str:
    """What a receptor waits for: a growth factor, a neurotrophin, a hormone."""
    return circle(x, y, 7, "receptor solid")


def phosphate(x: float, y: float, size: float = 5) -> str:
    """A phosphate group: a small filled ring."""
    return circle(x, y, size, "kinase solid") + circle(x, y, size * 0.4, "paper solid")


def protein(x: float, y: float, width: float, kind: str, height: float = 22) -> str:
    """A protein or a part of it as a bar, from its left end at ``x``; ``kind`` names its meaning."""
    return rect(x, y - height / 2, width, height, f"{kind} soft", height / 4)


def dna(x1: float, x2: float, y: float, kind: str = "dna") -> str:
    """DNA as a double helix from ``x1`` to ``x2``; the length is no length of anything."""
    size, turn = 8, 22
    one, other = _waves(x1, x2, y, size, turn)
    rungs = "".join(
        line(
            x,
            y - size * sin(2 * pi * (x - x1) / turn),
            x,
            y + size * sin(2 * pi * (x - x1) / turn),
            f"{kind} line thin",
        )
        for x in _steps(x1 + turn / 8, x2 - turn / 8, turn / 4)
    )
    return rungs + one.format(kind=kind) + other.format(kind=kind)


def rna(x1: float, x2: float, y: float, kind: str = "rna") -> str:
    """RNA as a single wave with its letters as teeth, from ``x1`` to ``x2``."""
    size, turn = 5, 26
    one, _ = _waves(x1, x2, y, size, turn)
    teeth = "".join(
        line(
            x,
            y + size * sin(2 * pi * (x - x1) / turn),
            x,
            y + size * sin(2 * pi * (x - x1) / turn) + 7,
            f"{kind} line thin",
        )
        for x in _steps(x1 + 2, x2 - 2, 6.5)
    )
    return teeth + one.format(kind=kind)


def exon(x: float, y: float, width: float, kind: str = "dna", height: float = 18) -> str:
    """An exon as a box from its left end at ``x``; introns between them are thin lines."""
    return rect(x, y - height / 2, width, height, f"{kind} soft", 2)


def chromosome(
    x: float, y: float, width: float, centromere: float, kind: str = "dna", height: float = 20
) -> str:
    """A chromosome from its left end at ``x``; ``centromere`` is where it is waisted, as a share of its width."""
    waist, half, r = x + centromere * width, height / 2, height / 2
    d = (
        f"M{x + r} {y - half}H{waist - 6}Q{waist} {y - half} {waist} {y - 4}Q{waist} {y - half} {waist + 6} {y - half}H{x + width - r}"
        f"A{r} {r} 0 0 1 {x + width - r} {y + half}H{waist + 6}Q{waist} {y + half} {waist} {y + 4}Q{waist} {y + half} {waist - 6} {y + half}"
        f"H{x + r}A{r} {r} 0 0 1 {x + r} {y - half}Z"
    )
    return path(d, f"{kind} soft")


def cell(x: float, y: float, r: float, kind: str = "muted", seed: int = 1, nucleus: bool = True) -> str:
    """A cell with its nucleus, of an outline that ``seed`` varies; a tumour's is drawn with ``kind="tumour"``."""
    outline = smooth(blob(x, y, r, seed), f"{kind} soft")
    return outline + (ellipse(x + r * 0.08, y, r * 0.42, r * 0.38, f"{kind} soft") if nucleus else "")


def blob(
    x: float, y: float, r: float, seed: int, uneven: float = 0.12, points: int = 9
) -> list[tuple[float, float]]:
    """Points about a circle, each nearer or farther by up to ``uneven`` of the radius."""
    chance = Random(seed)
    return [
        (x + r * size * cos(a), y + r * size * sin(a))
        for a in (2 * pi * n / points for n in range(points))
        for size in (1 + chance.uniform(-uneven, uneven),)
    ]


def drug(x: float, y: float, size: float = 20) -> str:
    """A drug: a green wedge that fits a kinase's cleft, its point to the left."""
    s = size / 2
    return polygon(
        [
            (x - s, y),
            (x + s * 0.6, y - s * 0.8),
            (x + s, y - s * 0.5),
            (x + s, y + s * 0.5),
            (x + s * 0.6, y + s * 0.8),
        ],
        "drug solid",
    )


def antibody(x: float, y: float, turn: float = 0, size: float = 26) -> str:
    """An antibody: a Y whose two arms, upwards, hold what it binds; turned clockwise by ``turn`` degrees."""
    s = size / 2
    arms = f"M0 {s}V0L{-0.7 * s:g} {-s}M0 0L{0.7 * s:g} {-s}"
    drawn = path(arms, "antibody line thick")
    return group(drawn, transform=f"translate({x:g} {y:g}) rotate({turn:g})")


def probe(x: float, y: float, of: str = "kinase", size: float = 12) -> str:
    """A probe's signal: a disc for the kinase gene's side, a square for its partner's, as in the drawn nuclei."""
    if of == "kinase":
        return circle(x, y, size / 2, "kinase solid")
    return rect(x - size / 2, y - size / 2, size, size, "partner solid")


def read(x: float, y: float, width: float, kind: str = "dna") -> str:
    """A read of sequencing: a short bar with a point at its right end, from its left end at ``x``."""
    return polygon(
        [(x, y - 4), (x + width - 5, y - 4), (x + width, y), (x + width - 5, y + 4), (x, y + 4)],
        f"{kind} soft thin",
    )


def patient(x: float, y: float, size: float = 44, kind: str = "patient") -> str:
    """A person, head and shoulders."""
    s = size / 44
    body = f"M{-16 * s:g} {22 * s:g}Q{-16 * s:g} {2 * s:g} 0 {2 * s:g}Q{16 * s:g} {2 * s:g} {16 * s:g} {22 * s:g}Z"
    return moved(x, y, circle(0, -9 * s, 9 * s, f"{kind} soft"), path(body, f"{kind} soft"))


def laboratory(x: float, y: float, size: float = 44) -> str:
    """The laboratory: a flask."""
    s = size / 44
    glass = f"M{-6 * s:g} {-20 * s:g}H{6 * s:g}M{-4 * s:g} {-20 * s:g}V{-6 * s:g}L{-16 * s:g} {18 * s:g}Q{-17 * s:g} {22 * s:g} {-12 * s:g} {22 * s:g}H{12 * s:g}Q{17 * s:g} {22 * s:g} {16 * s:g} {18 * s:g}L{4 * s:g} {-6 * s:g}V{-20 * s:g}"
    level = f"M{-10.5 * s:g} {7 * s:g}H{10.5 * s:g}L{15 * s:g} {18 * s:g}Q{16 * s:g} {21 * s:g} {12 * s:g} {21 * s:g}H{-12 * s:g}Q{-16 * s:g} {21 * s:g} {-15 * s:g} {18 * s:g}Z"
    return moved(x, y, path(level, "negative soft thin"), path(glass, "negative line"))


def report(x: float, y: float, width: float = 40, height: float = 50, marked: int | None = None) -> str:
    """A report on paper; ``marked`` is the line that somebody has drawn over in yellow."""
    left, top = x - width / 2, y - height / 2
    lines = "".join(
        (rect(left + 4, at - 4, width - 8, 8, "positive soft") if number == marked else "")
        + line(left + 6, at, left + width - (6 if number % 3 else 14), at, "muted line thin")
        for number, at in enumerate(_steps(top + 10, top + height - 6, 8))
    )
    return (
        rect(left, top, width, height, "paper solid", 2)
        + rect(left, top, width, height, "muted line thin", 2)
        + lines
    )


def block(x: float, y: float, size: float = 40) -> str:
    """A paraffin block with its piece of tissue."""
    s = size / 2
    return rect(x - s, y - s * 0.7, size, size * 0.7, "muted soft", 4) + smooth(
        blob(x, y, s * 0.45, 5, 0.25), "tumour soft"
    )


def cut(x: float, y1: float, y2: float) -> str:
    """Where something breaks: a zigzag from ``y1`` down to ``y2``."""
    points = [(x + (4 if n % 2 else -4), y) for n, y in enumerate(_steps(y1, y2, 6))]
    return path("M" + "L".join(f"{a:g} {b:g}" for a, b in points), "wrong line")


def nucleus(x: float, y: float, r: float, *signals: str) -> str:
    """A nucleus as FISH shows it, with the signals that lie in it."""
    return group(circle(x, y, r, "dna soft thin"), *signals)


def bait(x: float, y: float, width: float) -> str:
    """A bait, which fishes out the DNA that lies above it, from its left end at ``x``."""
    return rect(x, y - 3, width, 6, "negative solid", 3)


def tumours(places: Iterable[tuple[float, float]], fused: bool = False, stained: bool = False) -> str:
    """Tumours in a field of many: a square where a stain is positive, a disc where there is a fusion, else a dot."""
    at = list(places)
    squares = path(scattered(at, (-3.5, -3.5), "h7v7h-7z"), "positive soft thin") if stained else ""
    discs = (
        path(scattered(at, (-2.5, 0), "a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0"), "tumour solid")
        if fused
        else ""
    )
    return squares + discs or path(scattered(at, (0, 0), "h0"), "muted line thick")


def scattered(places: Iterable[tuple[float, float]], start: tuple[float, float], mark: str) -> str:
    """Path data of a ``mark`` about each place that begins and ends at ``start`` from it; relative, so that a row weighs little."""
    d = ""
    before = (-start[0], -start[1])
    for place in places:
        here = (round(place[0], 1), round(place[1], 1))
        d += f"m{round(here[0] - before[0], 1):g} {round(here[1] - before[1], 1):g}{mark}"
        before = here
    return d


GLYPHS: dict[str, Callable[[float, float], str]] = {
    "kinase": lambda x, y: kinase(x, y),
    "kinase_on": lambda x, y: kinase(x, y, active=True),
    "partner": partner,
    "receptor": lambda x, y: receptor(x, y),
    "messenger": messenger,
    "phosphate": phosphate,
    "membrane": lambda x, y: membrane(x - 34, x + 34, y),
    "cell": lambda x, y: cell(x, y, 24),
    "tumour": lambda x, y: cell(x, y, 24, "tumour", 4),
    "drug": drug,
    "antibody": antibody,
    "probe": lambda x, y: probe(x - 12, y) + probe(x + 12, y, "partner"),
    "dna": lambda x, y: dna(x - 33, x + 33, y),
    "rna": lambda x, y: rna(x - 33, x + 33, y - 3),
    "protein": lambda x, y: protein(x - 33, y, 66, "kinase"),
    "exon": lambda x, y: (
        line(x - 33, y, x + 33, y, "dna line thin") + exon(x - 24, y, 16) + exon(x + 6, y, 20)
    ),
    "chromosome": lambda x, y: chromosome(x - 34, y, 68, 0.4),
    "read": lambda x, y: read(x - 26, y - 6, 40) + read(x - 12, y + 7, 40),
    "cut": lambda x, y: cut(x, y - 20, y + 20),
    "patient": patient,
    "laboratory": laboratory,
    "report": lambda x, y: report(x, y, marked=2),
    "block": block,
    "nucleus": lambda x, y: nucleus(x, y, 26, probe(x - 6, y), probe(x + 6, y, "partner")),
    "bait": lambda x, y: (
        line(x - 33, y - 5, x + 33, y - 5, "dna line thin")
        + exon(x - 16, y - 5, 32)
        + bait(x - 16, y + 12, 32)
    ),
    "tumours": lambda x, y: (
        tumours([(x - 24, y)])
        + tumours([(x - 8, y)], stained=True)
        + tumours([(x + 8, y)], fused=True)
        + tumours([(x + 24, y)], fused=True, stained=True)
    ),
}
"""Every thing of the language by name, drawn about a place."""


def _steps(start: float, end: float, step: float) -> list[float]:
    return [start + n * step for n in range(int((end - start) / step) + 1)]


def _waves(x1: float, x2: float, y: float, size: float, turn: float) -> tuple[str, str]:
    """Two strands as paths; ``{kind}`` in them is still to be filled in."""
    at = _steps(x1, x2, turn / 8)
    strands = []
    for sign in (1, -1):
        points = [(x, y + sign * size * sin(2 * pi * (x - x1) / turn)) for x in at]
        strands.append(
            path("M" + "L".join(f"{round(a, 1):g} {round(b, 1):g}" for a, b in points), "{kind} line")
        )
    return strands[0], strands[1]
