"""A fusion's name above its message, letter for letter to scale: the usual one, and its mirror image."""

from ...science.fusions import Exon, Fusion, Gene, join
from ..language import kinase, read
from ..records import Labels
from ..svg import Drawing, arrow, line, rect, text, text_width

_LEFT, _ROOM = 10.0, 300.0


def draw(labels: Labels) -> Drawing:
    driver, mirror = join("ETV6", 5, "NTRK3", 15), join("NTRK3", 14, "ETV6", 6)
    return Drawing(
        372,
        _named(driver, 30, labels) + line(8, 190, 312, 190, "grid line thin") + _named(mirror, 222, labels),
    )


def exons_of(fusion: Fusion) -> tuple[tuple[Gene, Exon], ...]:
    """The exons of the message that code, in order."""
    first = [
        (fusion.five_prime, exon)
        for exon in fusion.five_prime.coding_exons
        if exon.number <= fusion.five_prime_exon
    ]
    last = [
        (fusion.three_prime, exon)
        for exon in fusion.three_prime.coding_exons
        if exon.number >= fusion.three_prime_exon
    ]
    return (*first, *last)


def unit() -> float:
    """Units of the drawing for a coding letter: the longer of the two messages fills the room."""
    longest = max(map(_letters, (join("ETV6", 5, "NTRK3", 15), join("NTRK3", 14, "ETV6", 6))))
    return _ROOM / longest


def _letters(fusion: Fusion) -> int:
    return sum(exon.cds_last - exon.cds_first + 1 for _, exon in exons_of(fusion))


def _named(fusion: Fusion, y: float, labels: Labels) -> str:
    first, last = fusion.five_prime, fusion.three_prime
    junction = _LEFT + first.exons[fusion.five_prime_exon - 1].cds_last * unit()
    end = _LEFT + _letters(fusion) * unit()
    bar = y + 64
    drawn, x = "", _LEFT
    for gene, exon in exons_of(fusion):
        wide = (exon.cds_last - exon.cds_first + 1) * unit()
        drawn += rect(x, bar - 13, wide, 26, f"{_kind(gene, exon)} soft", 2)
        x += wide
    size = 20
    half = text_width("::", size, True) / 2
    sides = (
        (first, _kind(*exons_of(fusion)[0]), _LEFT, junction, "end", -1),
        (last, _kind(*exons_of(fusion)[-1]), junction, end, "start", 1),
    )
    for gene, kind, start, stop, anchor, side in sides:
        at = 160 + side * half
        foot = at + side * text_width(gene.name, size, True) / 2
        drawn += text(at, y, gene.name, f"{kind} strong", anchor, size=size)
        drawn += line(foot, y + 6, (start + stop) / 2, bar - 20, f"{kind} line")
        drawn += line(start + 2, bar - 20, stop - 2, bar - 20, f"{kind} line")
    drawn += text(160, y, "::", "strong", "middle", size=size)
    drawn += arrow(_LEFT + 22, bar + 26, end, bar + 26) + text(_LEFT, bar + 31, labels["five_prime"])
    drawn += read(junction - 30, bar + 42, 60) if fusion.kinase_retained else ""
    return drawn + _verdict(fusion, bar, labels)


def _kind(gene: Gene, exon: Exon) -> str:
    domain = gene.domain("kinase")
    if domain:
        return "kinase" if exon.cds_last > 3 * (domain.first - 1) else "receptor"
    return "partner"


def _verdict(fusion: Fusion, bar: float, labels: Labels) -> str:
    if fusion.kinase_retained:
        return kinase(292, bar + 52, True, 20) + text(268, bar + 57, labels["kinase"], "kinase strong", "end")
    return text(310, bar + 57, labels["no_kinase"], "wrong strong", "end")
