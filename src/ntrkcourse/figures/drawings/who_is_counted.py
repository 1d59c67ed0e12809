"""Two series as funnels to one scale: the women at the mouth, the tumours with a fusion below."""

from collections.abc import Sequence

from ...content.facts import Fact, load_facts
from ..language import cell
from ..records import Labels
from ..svg import WIDTH, Drawing, polygon, rect, text

SERIES = ("epi.ntrk.breast.rossds2020", "epi.ntrk.breast.china.aacr38_2020")
_WIDEST = 146
_TOP, _NECK, _FOUND = 90, 180, 208


def mouths(facts: Sequence[Fact]) -> list[float]:
    """How wide each funnel's mouth is: as the women who were tested."""
    most = max(fact.total or 0 for fact in facts)
    return [_WIDEST * (fact.total or 0) / most for fact in facts]


def draw(labels: Labels) -> Drawing:
    facts = [load_facts()[name] for name in SERIES]
    parts = []
    for number, (fact, mouth) in enumerate(zip(facts, mouths(facts), strict=True)):
        x = WIDTH * (0.25 + 0.5 * number)
        events, total = fact.counts or (0, 0)
        neck = 25 * events
        parts += [
            text(x, 18, labels(f"place_{number}"), "strong", "middle", 150),
            text(x, 48, f"{total:,}", "strong patient", "middle", size=18),
            text(x, 66, labels["tested"], "patient", "middle"),
            rect(x - mouth / 2, _TOP - 12, mouth, 12, "patient solid"),
            polygon(
                [(x - mouth / 2, _TOP), (x + mouth / 2, _TOP), (x + neck / 2, _NECK), (x - neck / 2, _NECK)],
                "patient soft thin",
            ),
            *(
                cell(x + 25 * (place - (events - 1) / 2), _FOUND, 10, "tumour", 3 + place)
                for place in range(events)
            ),
            text(x, _FOUND + 34, labels("found", n=events), "strong tumour", "middle", 150),
            text(x, _FOUND + 54, labels(f"which_{number}"), "tumour", "middle", 146),
            text(
                x, _FOUND + 108, labels("rate", n=round(10_000 * events / total)), "strong", "middle", size=16
            ),
        ]
    return Drawing(_FOUND + 122, "".join(parts))
