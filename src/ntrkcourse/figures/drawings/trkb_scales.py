"""The two forms of TRKB to one scale, each from its own first residue; the kinases are the same."""

import re

from ...content.facts import load_facts
from ..records import Labels
from ..svg import Drawing, line, rect, text

LENGTHS, KINASES = "biology.ntrk2.uniprot_length", "biology.ntrk2.domains.kinase"
_LEFT, _ROOM = 10.0, 300.0


def draw(labels: Labels) -> Drawing:
    long, short = forms()
    drawn = ""
    for (length, (first, last)), y, above in ((long, 66, True), (short, 156, False)):
        begin, end = x_of(first), x_of(last + 1)
        drawn += rect(_LEFT, y - 13, x_of(length + 1) - _LEFT, 26, "receptor soft", 3)
        drawn += rect(begin, y - 13, end - begin, 26, "kinase soft", 3)
        drawn += text((begin + end) / 2, y + 5, labels["kinase"], "kinase strong", "middle")
        drawn += text(_LEFT, y - 38 if above else y + 52, labels("form", n=length), "strong")
        level = y - 19 if above else y + 28
        drawn += text(_LEFT, level, "1", "muted")
        drawn += text(begin, level, str(first), "kinase", "middle")
        drawn += text(end, level, str(last), "kinase", "end")
    for a, b in ((long[1][0], short[1][0]), (long[1][1] + 1, short[1][1] + 1)):
        drawn += line(x_of(a), 79, x_of(b), 143, "kinase line thin dashed")
    middle = (x_of(long[1][0]) + x_of(short[1][1])) / 2
    said = labels("apart", n=long[0] - short[0])
    return Drawing(222, drawn + text(middle, 116, said, "strong halo", "middle"))


def forms() -> tuple[tuple[int, tuple[int, int]], tuple[int, tuple[int, int]]]:
    """The longer and the shorter form: residues, and first and last residue of the kinase."""
    spans = {
        int(of): (int(first), int(last))
        for first, last, of in re.findall(r"(\d+)-(\d+) \(of (\d+)\)", str(load_facts()[KINASES].value))
    }
    short, long = (int(number) for number in re.findall(r"\d+", str(load_facts()[LENGTHS].value)))
    return (long, spans[long]), (short, spans[short])


def x_of(residue: int) -> float:
    """The left edge of a residue, counted from the first of its own form."""
    return _LEFT + (residue - 1) * _ROOM / forms()[0][0]
