"""A hundred patients and a hundred relatives: who wants the patient told the name of the illness in full."""

import re

from ...content.facts import load_facts
from ..crowds import rows
from ..records import Labels
from ..svg import WIDTH, Drawing, circle, text

SURVEY = "communication.disclosure.india.ghoshal2019"
_STEP = 14.5


def shares() -> list[int]:
    """Of 100 patients and of 100 caregivers, how many; the record's percentages, rounded."""
    return [round(float(one)) for one in re.findall(r"([\d.]+)%", load_facts()[SURVEY].claim)]


def draw(labels: Labels) -> Drawing:
    parts = []
    for side, (name, wanted) in enumerate(zip(("patients", "relatives"), shares(), strict=True)):
        left = side * (WIDTH - 9 * _STEP - 12)
        parts.append(text(left, 16, labels[name], "strong"))
        for at, (x, y) in enumerate(rows(left + 6, 34, 100, 10, _STEP)):
            parts.append(circle(x, y, 5, "patient solid" if at < wanted else "muted soft thin"))
        parts.append(text(left, 36 + 10 * _STEP + 12, labels("wanted", n=wanted)))
    return Drawing(36 + 10 * _STEP + 22, "".join(parts))
