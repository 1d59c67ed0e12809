"""What a portal and a survey counted, as bars to one scale."""

from ...content.facts import load_facts
from ..records import Labels
from ..svg import WIDTH, Drawing, rect, text

PORTAL = "policy.screening.portal_count.nadda2025"
SURVEY = "policy.screening.breast_exam_ever.sen2022"
WOMEN = 200_000_000
"""Aged 30 to 49: a round figure of ours, as in the text."""
_ROW = 76


def counts() -> dict[str, float]:
    """Women there are, those screened by the portal, and those ever examined by the survey."""
    facts = load_facts()
    portal, asked = facts[PORTAL].value, facts[SURVEY].value
    assert isinstance(portal, float) and isinstance(asked, float)
    return {"women": WOMEN, "screened": portal, "examined": WOMEN * asked / 100}


def draw(labels: Labels) -> Drawing:
    parts = []
    for row, (name, count) in enumerate(counts().items()):
        y = _ROW * row
        kind = {"women": "muted soft", "screened": "positive solid", "examined": "patient solid"}[name]
        parts += [
            text(0, y + 16, labels(name, n=f"{count / 1e6:.3g}"), "strong"),
            text(0, y + 33, labels[f"{name}_what"], "muted"),
            rect(1, y + 42, (WIDTH - 2) * count / WOMEN, 16, kind, 1),
        ]
    return Drawing(_ROW * 3 - 16, "".join(parts))
