"""Five made-up joined proteins to one scale, with both domains whole above them to compare."""

from ...science.fusions import Domain, genes
from ..records import Labels
from ..svg import Drawing, line, path, rect, text

PROTEINS = {
    "A": (("ETV6", 1, 154), ("NTRK3", 466, 839)),
    "B": (("ETV6", 1, 109), ("NTRK3", 530, 839)),
    "C": (("ETV6", 1, 384), ("NTRK3", 573, 839)),
    "D": (("ETV6", 1, 336), ("NTRK3", 530, 839)),
    "E": (("NTRK3", 1, 528), ("ETV6", 338, 452)),
}
"""Of each the two pieces: gene, first and last residue in its own protein."""
_LEFT, _ROOM, _BAR, _ROW = 26.0, 286.0, 24, 50
_KINDS = {"oligomerisation": "partner", "kinase": "kinase", "dna": "dna", "outer": "receptor"}


def draw(labels: Labels) -> Drawing:
    parts = [text(8, 18, labels["whole"], "muted"), _whole("oligomerisation", "ETV6", 26, labels)]
    parts += [_whole("kinase", "NTRK3", 120, labels)]
    parts += [_protein(name, 102 + _ROW * row) for row, name in enumerate(PROTEINS)]
    return Drawing(102 + _ROW * len(PROTEINS) - 26, "".join(parts))


def unit() -> float:
    """Units of the drawing for a residue: the longest protein fills the room."""
    return _ROOM / max(sum(last - first + 1 for _, first, last in pieces) for pieces in PROTEINS.values())


def _whole(role: str, gene: str, x: float, labels: Labels) -> str:
    domain = genes()[gene].domain(role)
    assert domain
    wide = (domain.last - domain.first + 1) * unit()
    name = (
        text(x + wide + 8, 47, labels[role], f"{_KINDS[role]} strong")
        if role == "oligomerisation"
        else text(x + wide / 2, 47, labels[role], f"{_KINDS[role]} strong", "middle")
    )
    return _domain(domain, domain.first, domain.last, x, 42) + name


def _protein(name: str, y: float) -> str:
    drawn, x = text(8, y + 5, name, "strong"), _LEFT
    for gene, first, last in PROTEINS[name]:
        wide = (last - first + 1) * unit()
        drawn += rect(x, y - 4, wide, 8, "grid solid")
        for domain in genes()[gene].domains:
            begin, end = max(first, domain.first), min(last, domain.last)
            if domain.role in _KINDS and begin <= end:
                drawn += _domain(domain, begin, end, x + (begin - first) * unit(), y)
        x += wide
        if (gene, first, last) == PROTEINS[name][0]:
            junction = x
    return drawn + line(junction, y - 19, junction, y + 19, "text line")


def _domain(domain: Domain, first: int, last: int, x: float, y: float) -> str:
    """A domain or what is left of it: a natural end is round, a cut one straight."""
    top, wide = y - _BAR / 2, (last - first + 1) * unit()
    left, right = (9 if whole else 0 for whole in (first == domain.first, last == domain.last))
    d = f"M{x + left:.1f} {top:g}H{x + wide - right:.1f}q{right} 0 {right} {right}V{top + _BAR - right:g}q0 {right} -{right} {right}"
    d += f"H{x + left:.1f}q-{left} 0 -{left} -{left}V{top + left:g}q0 -{left} {left} -{left}Z"
    return path(d, "paper solid") + path(d, f"{_KINDS[domain.role]} soft")
