"""Three questions that move a figure: what the word means, how far down the road, and who counted."""

from ...content.facts import Fact, load_facts
from ..language import patient, report
from ..records import Labels
from ..svg import Drawing, circle, line, path, rect, text

LEFT, UNIT = 46, 2.2
"""Where the bars begin, and units for each per cent."""
MAKER = "communication.appraisal.vendor_claim.vitrakvi_hcp"
TRIAL = "communication.actionability.ncimatch.flaherty2020"
DOCTORS = "therapy.larotrectinib.orr_investigator.drilon2018"
OUTSIDERS = "therapy.larotrectinib.orr.drilon2018"
FOUND, ASSIGNABLE = 37.6, 26.4
"""Printed beside the share that was assigned, in the claim and the detail of its record."""


def draw(labels: Labels) -> Drawing:
    facts = load_facts()
    low, high = _range(facts[MAKER])
    assigned = _number(facts[TRIAL])
    parts = [
        report(20, 56, 30, 38),
        text(0, 16, labels["word"], "strong"),
        _bar(34, low, labels("maker", low=f"{low:g}", high=f"{high:g}"), "positive", high),
        _bar(76, FOUND, labels("found", share=FOUND), "partner"),
        patient(20, 172, 36),
        text(0, 136, labels["road"], "strong"),
        _bar(154, FOUND, labels("found_again", share=FOUND), "partner"),
        _bar(196, ASSIGNABLE, labels("assignable", share=ASSIGNABLE), "partner"),
        _bar(238, assigned, labels("assigned", share=f"{assigned:g}"), "partner"),
        _eye(20, 346),
        text(0, 298, labels["who"], "strong"),
    ]
    for top, name, key in ((316, DOCTORS, "doctors"), (358, OUTSIDERS, "outsiders")):
        rate = _number(facts[name])
        parts.append(_bar(top, rate, labels(key, share=f"{rate:g}"), "drug"))
    return Drawing(386, "".join(parts))


def _bar(top: float, share: float, words: str, kind: str, up_to: float | None = None) -> str:
    """A bar of ``share`` per cent below its words; its end is open as far as ``up_to``."""
    y = top + 6
    return (
        line(LEFT, y + 12, LEFT + 100 * UNIT, y + 12, "grid line thin")
        + text(LEFT, y + 2, words)
        + rect(LEFT, y + 8, share * UNIT, 9, f"{kind} solid")
        + (rect(LEFT + share * UNIT, y + 8, (up_to - share) * UNIT, 9, f"{kind} soft thin") if up_to else "")
    )


def _eye(x: float, y: float) -> str:
    """Who reads the scan."""
    lids = f"M{x - 17} {y}Q{x} {y - 19} {x + 17} {y}Q{x} {y + 19} {x - 17} {y}Z"
    return path(lids, "drug soft") + circle(x, y, 5.5, "drug solid")


def _number(fact: Fact) -> float:
    assert isinstance(fact.value, int | float)
    return fact.value


def _range(fact: Fact) -> tuple[float, float]:
    assert isinstance(fact.value, tuple)
    low, high = fact.value
    return low, high
