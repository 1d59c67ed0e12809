"""Two series as funnels to one scale: the women at the mouth, the tumours with a fusion below."""

from collections.abc import Sequence

from ...content.facts import Fact, load_facts
from ..language import cell
from ..records import Labels
from ..svg import WIDTH, Drawing, path, rect, text

SERIES = ("epi.ntrk.breast.rossds2020", "epi.ntrk.breast.china.aacr38_2020")
_WIDEST = 146
_TOP, _SPOUT, _END, _FOUND = 90, 160, 190, 212
_NARROW = 9


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
        parts += [
            text(x, 18, labels(f"place_{number}"), "strong", "middle", 150),
            text(x, 48, f"{total:,}", "strong patient", "middle", size=18),
            text(x, 66, labels["tested"], "patient", "middle"),
            rect(x - mouth / 2, _TOP - 12, mouth, 12, "patient solid", 2),
            _funnel(x, mouth),
            *(
                cell(x + 25 * (place - (events - 1) / 2), _FOUND, 10, "tumour", 3 + place)
                for place in range(events)
            ),
            text(x, _FOUND + 34, labels("found", n=events), "strong tumour", "middle", 150),
            text(x, _FOUND + 58, labels(f"which_{number}"), "strong", "middle"),
            text(x, _FOUND + 76, labels[f"why_{number}"], "muted", "middle", 146),
            text(
                x, _FOUND + 124, labels("rate", n=round(10_000 * events / total)), "strong", "middle", size=16
            ),
        ]
    return Drawing(_FOUND + 136, "".join(parts))


def _funnel(x: float, mouth: float) -> str:
    """A funnel below its mouth, with a spout that is the same for all."""
    half = mouth / 2
    return path(
        f"M{x - half:.1f} {_TOP}C{x - half:.1f} {_TOP + 36} {x - _NARROW} {_SPOUT - 34} {x - _NARROW} {_SPOUT}"
        f"V{_END}H{x + _NARROW}V{_SPOUT}"
        f"C{x + _NARROW} {_SPOUT - 34} {x + half:.1f} {_TOP + 36} {x + half:.1f} {_TOP}Z",
        "patient soft thin",
    )
