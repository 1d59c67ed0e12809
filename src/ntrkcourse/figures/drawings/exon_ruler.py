"""The exons of NTRK3 with both numbers: from the first exon on, and from the first that codes."""

from ...science.fusions import Exon, genes
from ..records import Labels
from ..svg import Drawing, line, rect, text

_TOP, _ROW = 66, 19
_LEFT, _ROOM = 62.0, 150.0
_MARKED = (13, 15)


def draw(labels: Labels) -> Drawing:
    exons = genes()["NTRK3"].exons
    head = text(8, 18, labels["all"], "strong", width=120) + text(
        312, 18, labels["coding"], "strong", "end", 130
    )
    rows = "".join(_row(exon, labels) for exon in exons)
    middle = _LEFT + 2
    spine = line(middle, _TOP, middle, _TOP + _ROW * (len(exons) - 1), "grid line")
    return Drawing(_TOP + _ROW * len(exons) + 4, head + spine + rows)


def coding_number(exon: Exon) -> int | None:
    """Which of the coding exons it is, from 1; None for one that codes for nothing."""
    coding = genes()["NTRK3"].coding_exons
    return coding.index(exon) + 1 if exon in coding else None


def width(exon: Exon) -> float:
    """The width of an exon's box: its letters to scale, the longest as wide as the room."""
    return _ROOM * _letters(exon) / max(map(_letters, genes()["NTRK3"].exons))


def _letters(exon: Exon) -> int:
    return exon.end - exon.start + 1


def _kind(exon: Exon) -> str:
    kinase = genes()["NTRK3"].domain("kinase")
    if not exon.cds_last:
        return "muted"
    return "kinase" if kinase and exon.cds_last > 3 * (kinase.first - 1) else "receptor"


def _row(exon: Exon, labels: Labels) -> str:
    y, number = _TOP + _ROW * (exon.number - 1), coding_number(exon)
    strong = "strong" if exon.number in _MARKED else ""
    band = rect(4, y - _ROW / 2, 312, _ROW, "positive soft thin", 4) if exon.number == _MARKED[1] else ""
    drawn = band + text(40, y + 5, str(exon.number), strong, "end")
    drawn += rect(_LEFT, y - 6, width(exon), 12, f"{_kind(exon)} soft", 2)
    drawn += text(282, y + 5, str(number) if number else labels["none"], strong if number else "muted", "end")
    return drawn
