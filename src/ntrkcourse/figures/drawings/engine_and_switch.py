"""ETV6, its chimera and TRKC as bars to one scale: what the usual fusion keeps of both proteins."""

from ...science.fusions import Domain, Gene, Segment, genes, join
from ..records import Labels
from ..svg import Drawing, line, rect, text

_LEFT, _ROOM, _BAR = 10.0, 300.0, 26
_ROWS = {"ETV6": 62.0, "chimera": 156.0, "NTRK3": 250.0}
_KINDS = {
    "oligomerisation": "partner",
    "kinase": "kinase",
    "dna": "dna",
    "outer": "receptor",
    "membrane": "negative",
}


def draw(labels: Labels) -> Drawing:
    fusion = join("ETV6", 5, "NTRK3", 15)
    head, tail = fusion.segments
    parts = [_way(head, "partner"), _way(tail, "kinase")]
    parts += [
        _parent(genes()["ETV6"], at(head.own_last + 1), labels),
        _parent(genes()["NTRK3"], at(tail.own_first), labels),
    ]
    y, width = _ROWS["chimera"], (fusion.protein_length or 0) * unit()
    parts += [_bar(y, width, "text")]
    parts += [_domain(piece.domain, piece.first, piece.last, y, labels) for piece in fusion.pieces]
    parts += [text(at(head.last) + 8, y - 19, labels("chimera", n=fusion.protein_length), "strong")]
    return Drawing(318, "".join(parts))


def unit() -> float:
    """Units of the drawing for a residue: the longest protein fills the room."""
    return _ROOM / genes()["NTRK3"].protein_length


def at(residue: int) -> float:
    """The left edge of a residue."""
    return _LEFT + (residue - 1) * unit()


def _way(kept: Segment, kind: str) -> str:
    """Two lines that lead the kept stretch from its own protein to the chimera."""
    own, other = _ROWS[kept.gene], _ROWS["chimera"]
    side = _BAR / 2 if own < other else -_BAR / 2
    ends = ((kept.own_first, kept.first), (kept.own_last + 1, kept.last + 1))
    return "".join(line(at(a), own + side, at(b), other - side, f"{kind} line thin dashed") for a, b in ends)


def _parent(gene: Gene, cut_at: float, labels: Labels) -> str:
    y, first = _ROWS[gene.name], gene.name == "ETV6"
    drawn = _bar(y, gene.protein_length * unit(), "muted")
    drawn += "".join(_domain(domain, domain.first, domain.last, y, labels) for domain in gene.domains)
    drawn += line(cut_at, y - _BAR / 2 - 6, cut_at, y + _BAR / 2 + 6, "wrong line")
    return drawn + text(
        _LEFT, y - 42 if first else y + 58, labels(gene.name, n=gene.protein_length), "strong"
    )


def _bar(y: float, width: float, kind: str) -> str:
    return rect(_LEFT, y - _BAR / 2, width, _BAR, f"{kind} line thin", 3)


def _domain(domain: Domain, first: int, last: int, y: float, labels: Labels) -> str:
    if domain.role not in _KINDS:
        return ""
    kind, x, width = _KINDS[domain.role], at(first), (last - first + 1) * unit()
    drawn = rect(x, y - _BAR / 2, width, _BAR, f"{kind} soft", 3)
    if domain.role == "kinase":
        return drawn + text(x + width / 2, y + 5, labels["kinase"], "kinase strong", "middle")
    if domain.role == "outer":
        return drawn + (text(_LEFT, y + 32, labels["outer"], kind) if domain.short == "LRR" else "")
    level = y + 32 if domain.role == "membrane" else y - 19
    return drawn + text(x + width / 2, level, labels[domain.role], kind, "middle")
