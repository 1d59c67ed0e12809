"""What the two marked lines of a report mean: copies of a whole gene, and a junction that is read in the wrong threes."""

from ...science.fusions import Frame, genes, reading_frame
from ..records import Labels
from ..svg import Drawing, line, path, rect, text

COPIES = 9
FIVE_PRIME, THREE_PRIME = ("TPM3", 7), ("NTRK1", 10)
_BASE, _TOP, _LEFT = 20, 166, 10
_BEFORE, _AFTER = 6, 9


def draw(labels: Labels) -> Drawing:
    copies = text(_LEFT, 18, labels("copies", n=COPIES), "strong") + "".join(
        rect(_LEFT + 100 * column, 32 + 26 * row, 92, 18, "receptor soft", 3)
        + rect(_LEFT + 100 * column + 60, 32 + 26 * row, 32, 18, "kinase soft", 3)
        for row in range(3)
        for column in range(3)
    )
    told = text(_LEFT, 128, labels["whole"], "muted", width=300)
    junction = text(_LEFT, _TOP - 4, labels["junction"], "strong", width=300)
    return Drawing(_TOP + 128, copies + told + junction + _strip(labels, _TOP + 66))


def frame() -> Frame:
    """The arithmetic of the junction on the reference transcripts."""
    left = next(exon for exon in genes()[FIVE_PRIME[0]].exons if exon.number == FIVE_PRIME[1])
    right = next(exon for exon in genes()[THREE_PRIME[0]].exons if exon.number == THREE_PRIME[1])
    return reading_frame(left.cds_last, right.cds_first)


def _strip(labels: Labels, y: float) -> str:
    bases = "".join(
        rect(_x(n), y, _BASE - 2, 20, "partner soft" if n < _BEFORE else "kinase soft", 2)
        for n in range(_BEFORE + _AFTER)
    )
    meets = line(_x(_BEFORE) - 1, y - 16, _x(_BEFORE) - 1, y + 58, "text line dashed")
    read = "".join(
        _bracket(n, n + 3, y - 6, -8, "wrong" if n >= _BEFORE else "partner")
        for n in range(_first(), _BEFORE + _AFTER, 3)
    )
    stays = frame().missing
    own = _bracket(_BEFORE, _BEFORE + 3 - stays, y + 26, 8, "kinase") + "".join(
        _bracket(n, n + 3, y + 26, 8, "kinase") for n in range(_BEFORE + 3 - stays, _BEFORE + _AFTER - 2, 3)
    )
    return (
        bases + meets + read + own
        + text(_LEFT, y - 24, labels["read"], "strong")
        + text(_x(_BEFORE) + 8, y + 54, labels["own"], "kinase strong", width=176)
        + text(_LEFT, y + 54, labels["five"], "partner strong")
    )  # fmt: skip


def _first() -> int:
    return (_BEFORE - frame().left_over) % 3


def _x(base: int) -> float:
    return _LEFT + _BASE * base


def _bracket(start: int, end: int, y: float, depth: float, kind: str) -> str:
    return path(f"M{_x(start) + 1} {y}v{depth}H{_x(end) - 3}v{-depth}", f"{kind} line")
