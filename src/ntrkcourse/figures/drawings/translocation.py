"""t(12;15)(p13;q25): chromosomes to scale, each gene beside its place and drawn far larger.

Which way a gene runs on its chromosome, and so which product lies where, follows from its strand.
"""

import re

from ...content.facts import load_facts
from ...science.fusions import Gene, genes, join
from ..language import cut, kinase, partner
from ..records import Labels
from ..svg import Drawing, arrow, line, path, polygon, rect, text

_LEFT, _ROOM = 8.0, 304.0
_BAR = 22
_HALF = 54
KINDS = {"ETV6": "partner", "NTRK3": "kinase"}
CHROMOSOMES = {"ETV6": "biology.chromosome12.hg19", "NTRK3": "biology.chromosome15.hg19"}
BETWEEN = {"ETV6": (5, 6), "NTRK3": (14, 15)}
"""The exons on both sides of the intron that breaks, in reading order."""


def draw(labels: Labels) -> list[Drawing]:
    before = [chromosome("ETV6", labels, 44), chromosome("NTRK3", labels, 190)]
    broken = [chromosome("ETV6", labels, 44, True), chromosome("NTRK3", labels, 190, True)]
    after = [
        derivative(gene, labels[f"derivative_{gene}"], labels, y)
        for gene, y in (("ETV6", 44), ("NTRK3", 190))
    ]
    return [Drawing(286, "".join(parts)) for parts in (before, broken, after)] + [_messages(labels)]


def scale() -> float:
    """Units of the drawing for a letter of DNA: the longer chromosome fills the room."""
    return _ROOM / max(_size(gene)[0] for gene in CHROMOSOMES)


def break_at(gene: str) -> float:
    """Where on its chromosome the gene breaks: the middle of the intron."""
    before, after = (genes()[gene].exons[number - 1] for number in BETWEEN[gene])
    ends = sorted((before.start, before.end, after.start, after.end))
    return (ends[1] + ends[2]) / 2


def outer_end(gene: str) -> tuple[float, float]:
    """The stretch that is lost to the other chromosome: from the break to the nearer end."""
    length, _ = _size(gene)
    return (0, break_at(gene)) if break_at(gene) < length / 2 else (break_at(gene), length)


def five_prime_moves(gene: str) -> bool:
    """Whether the part read first lies on the stretch that moves."""
    return _reads_right(gene) == (outer_end(gene)[0] == 0)


def chromosome(gene: str, labels: Labels, y: float, broken: bool = False) -> str:
    """A whole chromosome with its gene below, at ``y``; ``broken`` where the gene is."""
    length, centromere = _size(gene)
    x = _LEFT + break_at(gene) * scale()
    body = _body(_LEFT, length * scale(), centromere * scale(), KINDS[gene], y)
    name = text(_LEFT, y - 20, labels[f"chromosome_{gene}"], "strong")
    band = text(140, y - 20, labels[f"band_{gene}"], f"{KINDS[gene]} strong")
    drawn = body + name + band + _lens(x, _middle(x), y)
    drawn += _gene(
        ((gene, 0), (gene, 1)), _reads_right(gene), _middle(x), y + 60, labels, 12 if broken else 0
    )
    return drawn + (cut(x, y - 15, y + 15) + cut(_middle(x), y + 42, y + 78) if broken else "")


def derivative(gene: str, name: str, labels: Labels, y: float) -> str:
    """The chromosome that keeps the centromere of ``gene``'s, with the other's end and the joined gene below."""
    other = "NTRK3" if gene == "ETV6" else "ETV6"
    length, centromere = _size(gene)
    lost, gained = (end - start for start, end in (outer_end(gene), outer_end(other)))
    at_left = outer_end(gene)[0] == 0
    kept, new = (length - lost) * scale(), gained * scale()
    x = _LEFT + (new if at_left else kept)
    start = x if at_left else _LEFT
    waist = (centromere - (lost if at_left else 0)) * scale()
    drawn = _body(start, kept, waist, KINDS[gene], y, flat="left" if at_left else "right")
    drawn += _body(_LEFT if at_left else x, new, None, KINDS[other], y, flat="right" if at_left else "left")
    for of, left, width in ((gene, start + waist, kept - waist), (other, _LEFT if at_left else x, new)):
        drawn += text(
            left + width / 2, y + 5, genes()[of].chromosome.removeprefix("chr"), KINDS[of], "middle"
        )
    first, second = (other, gene) if five_prime_moves(gene) else (gene, other)
    drawn += text(_LEFT, y - 20, name, "strong") + _lens(x, _middle(x), y)
    return drawn + _gene(((first, 0), (second, 1)), _reads_right(gene), _middle(x), y + 60, labels)


def _reads_right(gene: str) -> bool:
    return genes()[gene].strand == "+"


def _middle(x: float) -> float:
    """Where a gene at ``x`` is drawn large, within the picture."""
    return min(max(x, _LEFT + _HALF + 18), _LEFT + _ROOM - _HALF - 18)


def _size(gene: str) -> tuple[float, float]:
    """Letters of its chromosome, and the letter where the arms meet."""
    length, centromere = re.findall(r"[\d,]+", str(load_facts()[CHROMOSOMES[gene]].value))
    return float(length.replace(",", "")), float(centromere.replace(",", ""))


def _body(x: float, width: float, waist: float | None, kind: str, y: float, flat: str = "") -> str:
    """A chromosome or a piece of one; ``flat`` names the side at which it was torn and joined."""
    half = _BAR / 2
    left, right = (0 if flat == side else half for side in ("left", "right"))
    neck = ""
    back = ""
    if waist is not None:
        at = x + waist
        neck = (
            f"H{at - 6:.1f}Q{at:.1f} {y - half} {at:.1f} {y - 4}Q{at:.1f} {y - half} {at + 6:.1f} {y - half}"
        )
        back = (
            f"H{at + 6:.1f}Q{at:.1f} {y + half} {at:.1f} {y + 4}Q{at:.1f} {y + half} {at - 6:.1f} {y + half}"
        )
    d = f"M{x + left:.1f} {y - half}{neck}H{x + width - right:.1f}" + (
        f"A{half} {half} 0 0 1 {x + width - right:.1f} {y + half}" if right else f"V{y + half}"
    )
    d += f"{back}H{x + left:.1f}" + (f"A{half} {half} 0 0 1 {x + left:.1f} {y - half}Z" if left else "Z")
    return path(d, f"{kind} soft")


def _lens(x: float, middle: float, y: float) -> str:
    """Two thin lines from a gene's place to its large picture."""
    return line(x, y - 11, x, y + 11, "text line thin") + "".join(
        line(x, y + 11, middle + side * (_HALF + 10), y + 40, "grid line thin") for side in (-1, 1)
    )


def _gene(
    halves: tuple[tuple[str, int], tuple[str, int]],
    reads_right: bool,
    middle: float,
    y: float,
    labels: Labels,
    gap: float = 0,
) -> str:
    """A gene, large: the half read first, then the other, and an arrow in the direction of reading."""
    sign = 1 if reads_right else -1
    drawn = ""
    for place, (gene, part) in zip((-1, 1), halves, strict=True):
        x = middle + sign * place * (_HALF / 2 + 2 + gap / 2)
        drawn += rect(x - _HALF / 2 - 2, y - 15, _HALF + 4, 30, f"{KINDS[gene]} soft", 4) + _part(
            gene, part, x, y
        )
    start, end = middle - sign * (_HALF + 2), middle + sign * (_HALF + 6)
    drawn += arrow(start, y + 27, end, y + 27, "text line")
    return drawn + text(
        start - sign * 4, y + 32, labels["five_prime"], anchor="end" if reads_right else "start"
    )


def _part(gene: str, part: int, x: float, y: float) -> str:
    """What a half of a gene codes for: the shapes of the language."""
    if gene == "NTRK3":
        return kinase(x, y, size=22) if part else _outer(x, y)
    return _binder(x, y) if part else partner(x, y, 24)


def _outer(x: float, y: float) -> str:
    """The receptor's part outside the cell: its cup."""
    return path(
        f"M{x - 10} {y - 9}Q{x - 11} {y + 7} {x} {y + 9}Q{x + 11} {y + 7} {x + 10} {y - 9}",
        "receptor line thick",
    )


def _binder(x: float, y: float) -> str:
    """The part of ETV6 that holds DNA: a triangle."""
    return polygon([(x - 11, y + 9), (x + 11, y + 9), (x, y - 10)], "dna soft")


def _messages(labels: Labels) -> Drawing:
    driver, mirror = join("ETV6", 5, "NTRK3", 15), join("NTRK3", 14, "ETV6", 6)
    drawn = ""
    for fusion, y in ((driver, 34), (mirror, 166)):
        halves = ((fusion.five_prime, 0), (fusion.three_prime, 1))
        drawn += text(_LEFT, y - 12, fusion.name, "strong", size=15)
        for x, (gene, part) in zip((30, 160), halves, strict=True):
            drawn += _message_half(gene, part, x, y + 30, fusion.kinase_retained, labels)
        drawn += arrow(30, y + 58, 290, y + 58, "text line") + text(
            26, y + 63, labels["five_prime"], anchor="end"
        )
        kept = fusion.kinase_retained
        drawn += text(
            30, y + 82, labels["kinase" if kept else "no_kinase"], "right strong" if kept else "wrong strong"
        )
    return Drawing(272, drawn)


def _message_half(gene: Gene, part: int, x: float, y: float, on: bool, labels: Labels) -> str:
    drawn = rect(x, y - 19, 128, 38, f"{KINDS[gene.name]} soft", 4)
    glyph = (
        kinase(x + 26, y, active=on, size=20)
        if gene.name == "NTRK3" and part
        else _part(gene.name, part, x + 26, y)
    )
    return drawn + glyph + text(x + 50, y + 5, labels[f"{gene.name}_{part}"])
