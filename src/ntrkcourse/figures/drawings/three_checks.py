"""What a junction must show before it may be called a driver, each check passed and failed."""

from ..language import cut, exon, kinase, protein
from ..records import Labels
from ..svg import Drawing, group, moved, path, rect, text

_COLUMNS = (86, 236)
LETTER = 11
CODON = 3
FIVE_LETTERS = 4
"""Letters of the 5' part that are drawn: a codon and one letter, as ETV6 leaves at its usual junction."""
MISSING = {"passed": 1, "failed": 2}
"""Letters of the 3' part's first codon that stayed behind with the part cut off."""


def draw(labels: Labels) -> Drawing:
    parts = []
    for row, (name, shapes) in enumerate((("splice", _SPLICE), ("frame", _FRAME), ("kinase", _KINASE))):
        y = 22 + 130 * row
        parts.append(text(14, y, labels[name], "strong"))
        for x, shape, verdict in zip(_COLUMNS, shapes, ("passed", "failed"), strict=True):
            kind = "right" if verdict == "passed" else "wrong"
            parts += [
                shape(x, y + 42),
                _mark(x - 56, y + 82, verdict == "passed"),
                text(x - 44, y + 87, labels[f"{name}_{verdict}"], kind),
            ]
    return Drawing(380, group(*parts))


def _mark(x: float, y: float, passed: bool) -> str:
    if passed:
        return path(f"M{x - 6} {y}L{x - 1} {y + 5}L{x + 6} {y - 6}", "right line")
    return path(f"M{x - 5} {y - 5}L{x + 5} {y + 5}M{x + 5} {y - 5}L{x - 5} {y + 5}", "wrong line")


def _at_the_edge(x: float, y: float) -> str:
    return exon(x - 58, y, 58, "partner", 26) + exon(x, y, 58, "kinase", 26)


def _within(x: float, y: float) -> str:
    """Both exons are cut through; what was cut off is dashed, above and below the message."""
    return group(
        rect(x, y - 29, 26, 14, "partner line thin dashed", 2),
        rect(x - 26, y + 15, 26, 14, "kinase line thin dashed", 2),
        exon(x - 58, y, 58, "partner", 26),
        exon(x, y, 58, "kinase", 26),
        cut(x, y - 30, y + 30),
    )


def _letters(missing: int) -> str:
    """Letters about the origin, by whose they are, and below them the threes in which they are read."""
    own = CODON - missing
    number = FIVE_LETTERS + own + 2 * CODON
    left = -(number * LETTER) / 2
    letters = [
        rect(
            left + LETTER * n,
            -9,
            LETTER - 2,
            18,
            ("partner" if n < FIVE_LETTERS else "kinase") + " soft thin",
            2,
        )
        for n in range(number)
    ]

    def three(first: int, letters: int, y: float, kind: str) -> str:
        return rect(left + LETTER * first + 1, y, letters * LETTER - 4, 4, kind, 2)

    above = [three(FIVE_LETTERS, own, -18, "kinase solid")]
    above += [three(FIVE_LETTERS + own + CODON * n, CODON, -18, "kinase solid") for n in range(2)]
    below = [three(n, CODON, 14, "text solid") for n in range(0, number, CODON)]
    return group(*letters, *above, *below)


def _in_step(x: float, y: float) -> str:
    return moved(x, y, _letters(MISSING["passed"]))


def _out_of_step(x: float, y: float) -> str:
    return moved(x, y, _letters(MISSING["failed"]))


def _kept(x: float, y: float) -> str:
    return (
        protein(x - 58, y, 58, "partner", 14) + protein(x, y, 26, "kinase", 14) + kinase(x + 46, y, True, 24)
    )


def _lost(x: float, y: float) -> str:
    dashed = rect(x + 34, y - 12, 24, 24, "uncertainty line thin dashed", 4)
    return protein(x - 58, y, 58, "kinase", 14) + protein(x, y, 34, "partner", 14) + dashed


_SPLICE = (_at_the_edge, _within)
_FRAME = (_in_step, _out_of_step)
_KINASE = (_kept, _lost)
