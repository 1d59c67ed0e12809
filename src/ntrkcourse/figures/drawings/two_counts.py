"""Entries on a portal beside women in a survey, as bars to one scale."""

from ...content.facts import load_facts
from ..language import patient, report
from ..records import Labels
from ..svg import WIDTH, Drawing, rect, text

PORTAL = "policy.screening.portal_count.nadda2025"
SURVEY = "policy.screening.breast_exam_ever.sen2022"
WOMEN = 200_000_000
"""Aged 30 to 49: a round figure of ours, as in the text."""
_LEFT, _ROW = 44, 82


def counts() -> dict[str, float]:
    """Women there are, entries on the portal, and women who by the survey were ever examined."""
    facts = load_facts()
    portal, asked = facts[PORTAL].value, facts[SURVEY].value
    assert isinstance(portal, float) and isinstance(asked, float)
    return {"women": WOMEN, "entries": portal, "examined": WOMEN * asked / 100}


def draw(labels: Labels) -> Drawing:
    parts = []
    for row, (name, count) in enumerate(counts().items()):
        y = _ROW * row
        kind = {"women": "muted soft", "entries": "positive solid", "examined": "patient solid"}[name]
        thing = report(18, y + 36, 30, 38) if name == "entries" else patient(18, y + 36, 40)
        parts += [
            thing,
            text(_LEFT, y + 18, labels(name, n=f"{count / 1e6:.3g}"), "strong"),
            text(_LEFT, y + 35, labels[f"{name}_what"], "muted"),
            rect(_LEFT, y + 44, (WIDTH - _LEFT - 2) * count / WOMEN, 16, kind, 1),
        ]
    return Drawing(_ROW * 3 - 14, "".join(parts))
