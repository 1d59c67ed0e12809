"""Of a hundred patients: what a maker's page promises, and what a trial found."""

import re

from ...content.facts import load_facts
from ..crowds import rows
from ..records import Labels
from ..svg import Drawing, circle, text

PAGE = "communication.appraisal.vendor_claim.vitrakvi_hcp"
TRIAL = "communication.actionability.ncimatch.flaherty2020"
_A_ROW, _STEP, _BLOCK = 25, 12.6, 104


def counts() -> dict[str, tuple[int, int]]:
    """Of 100 patients, the least and the most that each source speaks of; the trial's percentages, rounded."""
    low, high = map(int, re.findall(r"(\d+)-(\d+)%", load_facts()[PAGE].claim)[0])
    found, assigned = (round(float(one)) for one in re.findall(r"([\d.]+)%", load_facts()[TRIAL].claim))
    return {"page": (low, high), "found": (found, found), "assigned": (assigned, assigned)}


def draw(labels: Labels) -> Drawing:
    parts = []
    for number, (name, (low, high)) in enumerate(counts().items()):
        top = _BLOCK * number
        parts += [
            text(0, top + 16, labels[f"{name}_who"], "strong"),
            text(0, top + 34, labels(name, n=low, m=high)),
        ]
        for at, (x, y) in enumerate(rows(8, top + 48, 100, _A_ROW, _STEP)):
            kind = "drug solid" if at < low else "drug soft" if at < high else "muted soft thin"
            parts.append(circle(x, y, 4.4, kind))
    return Drawing(_BLOCK * 3 - 6, "".join(parts))
