"""The two forms of TRKB to one scale, set on each other where their kinases are the same."""

import re

from ...content.facts import load_facts
from ..records import Labels
from ..svg import Drawing, line, rect, text

LENGTHS, KINASES = "biology.ntrk2.uniprot_length", "biology.ntrk2.domains.kinase"
_LEFT, _ROOM = 10.0, 300.0


def draw(labels: Labels) -> Drawing:
    long, short = forms()
    drawn = ""
    for (length, (first, last)), y, name in ((long, 66, "long"), (short, 156, "short")):
        shift = long[0] - length
        start, begin, end = (x_of(residue + shift) for residue in (1, first, last + 1))
        drawn += rect(start, y - 13, _LEFT + _ROOM - start, 26, "receptor soft", 3)
        drawn += rect(begin, y - 13, end - begin, 26, "kinase soft", 3)
        drawn += text((begin + end) / 2, y + 5, labels["kinase"], "kinase strong", "middle")
        drawn += text(_LEFT, y - 38 if name == "long" else y + 52, labels("form", n=length), "strong")
        level = y - 19 if name == "long" else y + 28
        drawn += text(begin, level, str(first), "kinase", "middle") + text(
            end, level, str(last), "kinase", "end"
        )
    begin, end = x_of(long[1][0]), x_of(long[1][1] + 1)
    drawn += "".join(line(x, 79, x, 143, "kinase line thin dashed") for x in (begin, end))
    shift = long[0] - short[0]
    return Drawing(
        222, drawn + text((begin + end) / 2, 116, labels("apart", n=shift), "strong halo", "middle")
    )


def forms() -> tuple[tuple[int, tuple[int, int]], tuple[int, tuple[int, int]]]:
    """The longer and the shorter form: residues, and first and last residue of the kinase."""
    spans = {
        int(of): (int(first), int(last))
        for first, last, of in re.findall(r"(\d+)-(\d+) \(of (\d+)\)", str(load_facts()[KINASES].value))
    }
    short, long = (int(number) for number in re.findall(r"\d+", str(load_facts()[LENGTHS].value)))
    return (long, spans[long]), (short, spans[short])


def x_of(residue: int) -> float:
    """The left edge of a residue, counted on the longer form."""
    return _LEFT + (residue - 1) * _ROOM / forms()[0][0]
