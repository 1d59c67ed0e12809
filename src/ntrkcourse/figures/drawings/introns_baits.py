"""NTRK1 and NTRK3 to one scale, then the introns in which each breaks, with the baits of a panel."""

from collections.abc import Iterable

from ...science.fusions import Exon, Gene, genes
from ..language import bait, cut, exon, read
from ..records import Labels
from ..svg import WIDTH, Drawing, group, line, path, rect, text

MARGIN = 12
ROOM = WIDTH - 2 * MARGIN
INTRONS = {"NTRK1": range(8, 13), "NTRK3": range(13, 15)}
"""The introns that the chapter's records count, by the exon before them."""


def length(gene: Gene) -> int:
    """Bases from the gene's first to its last, introns counted."""
    return max(one.end for one in gene.exons) - min(one.start for one in gene.exons) + 1


def intron_length(gene: Gene, numbers: Iterable[int]) -> int:
    """Bases of the introns after the exons of these numbers."""
    place = {one.number: _ends(gene, one) for one in gene.exons}
    return sum(place[n + 1][0] - place[n][1] - 1 for n in numbers)


def draw(labels: Labels) -> tuple[Drawing, Drawing, Drawing]:
    return _whole(labels), _in_view(labels), _out_of_view(labels)


def _whole(labels: Labels) -> Drawing:
    scale = ROOM / length(genes()["NTRK3"])
    parts = []
    for name, y in (("NTRK1", 44), ("NTRK3", 128)):
        gene = genes()[name]
        said = labels("bases", n=f"{length(gene):,}")
        first, last = (
            _ends(gene, gene.exons[n - 1])[side]
            for n, side in ((INTRONS[name][0], 1), (INTRONS[name][-1] + 1, 0))
        )
        left, right = MARGIN + first * scale, MARGIN + last * scale
        parts += [
            text(MARGIN, y - 22, labels[name], "strong kinase"),
            text(MARGIN + 58, y - 22, said, "muted"),
            line(MARGIN, y, MARGIN + length(gene) * scale, y, "dna line"),
            *(line(x, y - 9, x, y + 9, "dna line") for x in _middles(gene, scale)),
            path(f"M{left:.1f} {y + 13}V{y + 18}H{max(right, left + 2):.1f}V{y + 13}", "wrong line"),
            text(max(left, MARGIN), y + 36, labels["breaks"], "wrong"),
        ]
    return Drawing(206, group(*parts) + _scale(196, 50_000 * scale, labels("bases", n="50,000")))


def _in_view(labels: Labels) -> Drawing:
    gene, y = genes()["NTRK1"], 72
    scale, parts = stretch(labels, gene, 8, 13, y)
    x = middle_of_intron(gene, 8, 13, 10)
    reads = [read(x - (13 - 4 * n), y + 54 + 14 * n, 150 * scale) for n in range(3)]
    return Drawing(
        206,
        group(
            parts,
            bait(MARGIN, y + 24, ROOM),
            cut(x, y - 22, y + 16),
            *reads,
            line(x, y + 16, x, y + 90, "wrong line thin dashed"),
            text(x + 24, y + 66, labels["reads"], width=120),
            _scale(196, 500 * scale, labels("bases", n="500")),
        ),
    )


def _out_of_view(labels: Labels) -> Drawing:
    gene, y = genes()["NTRK3"], 72
    scale, parts = stretch(labels, gene, 13, 15, y)
    x = middle_of_intron(gene, 13, 15, 14)
    return Drawing(
        206,
        group(
            parts,
            cut(x, y - 22, y + 16),
            line(x, y + 16, x, y + 90, "wrong line thin dashed"),
            text(x - 8, y + 68, labels["no_reads"], anchor="end", width=100),
            _scale(196, 20_000 * scale, labels("bases", n="20,000")),
        ),
    )


def stretch(labels: Labels, gene: Gene, first: int, last: int, y: float) -> tuple[float, str]:
    """The gene from exon ``first`` to ``last`` over the whole width, with baits under its exons; and units a base."""
    shown = [one for one in gene.exons if first <= one.number <= last]
    begin, end = _ends(gene, shown[0])[0], _ends(gene, shown[-1])[1]
    scale = ROOM / (end - begin + 1)
    parts = [
        text(MARGIN, y - 52, labels[gene.name], "strong kinase"),
        text(MARGIN + 58, y - 52, labels("exons", first=first, last=last), "muted"),
        line(MARGIN, y, WIDTH - MARGIN, y, "kinase line"),
    ]
    for one in shown:
        a, b = (MARGIN + (place - begin) * scale for place in _ends(gene, one))
        width = max(b - a, 5)
        parts += [
            exon(a, y, width, "kinase", 22),
            text(a + width / 2, y - 18, str(one.number), "muted", "middle"),
            bait(a, y + 24, width),
        ]
    parts.append(text(MARGIN, y + 46, labels["baits"], "negative"))
    return scale, group(*parts)


def middle_of_intron(gene: Gene, first: int, last: int, number: int) -> float:
    """Where the intron after exon ``number`` has its middle in the stretch from exon ``first`` to ``last``."""
    begin, end = _ends(gene, gene.exons[first - 1])[0], _ends(gene, gene.exons[last - 1])[1]
    between = _ends(gene, gene.exons[number - 1])[1] + _ends(gene, gene.exons[number])[0]
    return MARGIN + (between / 2 - begin) * ROOM / (end - begin + 1)


def _ends(gene: Gene, one: Exon) -> tuple[int, int]:
    """First and last base of an exon, counted from the gene's own first, in the direction in which it is read."""
    if gene.strand == "+":
        return one.start - gene.exons[0].start, one.end - gene.exons[0].start
    return gene.exons[0].end - one.end, gene.exons[0].end - one.start


def _middles(gene: Gene, scale: float) -> list[float]:
    """Where the exons lie, those left out that would lie on the last one."""
    places: list[float] = []
    for one in gene.exons:
        x = MARGIN + sum(_ends(gene, one)) / 2 * scale
        if not places or x - places[-1] > 2:
            places.append(x)
    return places


def _scale(y: float, width: float, said: str) -> str:
    """A bar of a known length, at the right."""
    right = WIDTH - MARGIN
    bar = rect(right - width, y - 6, width, 3, "text solid")
    return bar + text(right - width - 6, y, said, "muted", "end")
