"""The usual junction letter by letter, and what one or two letters fewer do to all that follows."""

from ...content.facts import load_facts
from ...science.codons import STOP, translate
from ...science.fusions import genes
from ..records import Labels
from ..svg import Drawing, line, polygon, rect, text

JUNCTION = "biology.etv6ntrk3.junction.sequence"
_BEFORE, _SHOWN = 2, 14
"""Whole codons of ETV6 before the junction, and all codons of the strip."""
_A_ROW, _CODON, _ROW, _LETTER = 7, 44, 88, 13


def draw(labels: Labels) -> list[Drawing]:
    return [_strip(labels, lost) for lost in range(3)]


def message(lost: int) -> tuple[str, int]:
    """The letters of the strip, with ``lost`` letters fewer at the end of ETV6, and how many are of ETV6."""
    five, three = str(load_facts()[JUNCTION].value).split(" | ")
    left_over = genes()["ETV6"].exons[4].cds_last % 3
    own = five[-(3 * _BEFORE + left_over) : len(five) - lost]
    return (own + three)[: 3 * _SHOWN], len(own)


def _strip(labels: Labels, lost: int) -> Drawing:
    letters, own = message(lost)
    read = translate(letters)
    drawn = text(8, 20, labels["first"], "partner strong") + text(
        312, 20, labels["second"], "kinase strong", "end"
    )
    for at, letter in enumerate(letters):
        x, y = _place(at)
        kind = "partner" if at < own else "kinase"
        drawn += rect(x, y - 15, _LETTER, 21, f"{kind} soft thin") if at // 3 < len(read) else ""
        drawn += text(x + _LETTER / 2, y, letter, kind if at // 3 < len(read) else "muted", "middle")
    for number, (_, says) in enumerate(read):
        x, y = _place(3 * number)
        middle = x + 1.5 * _LETTER
        wrong = lost and number >= _BEFORE
        drawn += (
            _stop(middle, y + 24, labels)
            if says == STOP
            else text(middle, y + 24, says, "wrong" if wrong else "", "middle")
        )
    x, y = _place(own)
    drawn += line(x, y - 24, x, y + 8, "text line")
    told = labels[("kept", "one", "two")[lost]]
    return Drawing(210, drawn + text(8, 200, told, "wrong strong" if lost else "right strong"))


def _place(at: int) -> tuple[float, float]:
    """Left edge and base line of a letter."""
    row, column = divmod(at, 3 * _A_ROW)
    return 8 + column // 3 * _CODON + column % 3 * _LETTER, 56 + _ROW * row


def _stop(x: float, y: float, labels: Labels) -> str:
    corners = [(8, -16), (19, -8), (19, 4), (8, 12), (-8, 12), (-19, 4), (-19, -8), (-8, -16)]
    sign = polygon([(x + dx, y + dy) for dx, dy in corners], "wrong soft")
    return sign + text(x, y + 2, labels["stop"], "wrong strong", "middle")
