"""A clone that an aromatase inhibitor lets grow: areas over time, and the two groups of one trial as bars."""

import re
from collections.abc import Sequence

from ...content.facts import Fact, load_facts
from ..records import Labels
from ..svg import WIDTH, Drawing, element, line, path, rect, smooth, text

TRIAL = "epi.breast.esr1.paloma3_2016"
_MIDDLE = 116
_START, _END = 112, 214
# Half of the tumour's height, and of the clone's within it, at places from left to right and beyond the edge. Before the
# drug the clone is a broken line: nobody counted it there.
_TUMOUR = [
    (2, 0),
    (40, 24),
    (80, 46),
    (112, 56),
    (140, 42),
    (172, 25),
    (200, 27),
    (240, 43),
    (280, 56),
    (350, 66),
]
_CLONE = [(112, 0), (124, 1), (140, 3), (172, 8), (200, 16), (240, 30), (280, 42), (350, 52)]


def groups(fact: Fact) -> list[tuple[int, int]]:
    """Patients with a mutation and all, after an aromatase inhibitor and after tamoxifen alone."""
    return [(int(events), int(total)) for events, total in re.findall(r"(\d+) of (\d+)", fact.detail)]


def draw(labels: Labels) -> Drawing:
    parts = [
        rect(_START, 44, _END - _START, 144, "drug soft thin", 4),
        element(
            "svg", _area(_TUMOUR, "tumour soft") + _area(_CLONE, "tumour solid"), width=WIDTH, height=190
        ),
        line(8, _MIDDLE, 110, _MIDDLE, "tumour line thin dashed"),
        text(0, 16, labels["first"], "strong", width=100),
        text((_START + _END) / 2, 16, labels["drug"], "strong drug", "middle", width=110),
        text(WIDTH, 16, labels["fails"], "strong", "end", width=84),
        text(106, _MIDDLE - 22, labels["needs"], "", "end", 66),
        text(106, _MIDDLE + 18, labels["there"], "tumour", "end"),
        line(262, 126, 250, 204, "text line thin"),
        text(WIDTH, 218, labels["clone"], "tumour strong", "end"),
        path("M0 238H320", "grid line thin"),
        text(0, 260, labels["found"], "strong"),
    ]
    for number, (name, (events, total)) in enumerate(
        zip(("after", "tamoxifen"), groups(load_facts()[TRIAL]), strict=True)
    ):
        top = 272 + 46 * number
        parts += [
            rect(0, top, WIDTH, 14, "muted soft thin"),
            rect(0, top, WIDTH * events / total, 14, "tumour solid"),
            text(0, top + 29, labels(name, events=events, total=total)),
        ]
    return Drawing(356, "".join(parts))


def _area(halves: Sequence[tuple[int, float]], kind: str) -> str:
    above = [(x, _MIDDLE - half) for x, half in halves]
    below = [(x, _MIDDLE + half) for x, half in reversed(halves)]
    return smooth([*above, *below], kind)
