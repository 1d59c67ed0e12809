"""How many responded to a second TRK inhibitor, with intervals, each row from its record."""

from ...content.facts import Fact, load_facts
from ...science.proportions import exact_interval
from ..records import Labels
from ..svg import Drawing, circle, line, text

ROWS = {
    "fda": "therapy.repotrectinib.orr_pretreated.fda2024",
    "full": "therapy.repotrectinib.orr_pretreated.besse2026",
    "front": "therapy.repotrectinib.orr_solventfront.besse2026",
    "selitrectinib": "therapy.selitrectinib.orr.2019",
}
_LEFT, _RIGHT, _ROW = 14, 306, 58


def draw(labels: Labels) -> Drawing:
    bottom = _ROW * len(ROWS) + 6
    axis = "".join(
        line(at(share), 6, at(share), bottom, "grid line thin")
        + text(at(share), bottom + 18, f"{share}%", "muted", "end" if share == 100 else "middle")
        for share in (0, 25, 50, 75, 100)
    )
    rows = ""
    for number, (name, fact_id) in enumerate(ROWS.items()):
        fact, y = load_facts()[fact_id], _ROW * number + 40
        low, high = interval(fact)
        kind = "uncertainty" if name == "front" else "drug"
        rows += (
            text(
                _LEFT,
                y - 18,
                labels(name, share=f"{fact.value:g}", n=fact.events, total=fact.total),
                "halo strong",
            )
            + line(at(low), y, at(high), y, f"{kind} line thick")
            + line(at(low), y - 6, at(low), y + 6, f"{kind} line")
            + line(at(high), y - 6, at(high), y + 6, f"{kind} line")
            + circle(at(float(str(fact.value))), y, 6, f"{kind} solid")
        )
    return Drawing(bottom + 26, axis + rows)


def at(share: float) -> float:
    """Where a share in per cent lies from left to right."""
    return _LEFT + (_RIGHT - _LEFT) * share / 100


def interval(fact: Fact) -> tuple[float, float]:
    """The record's interval in per cent, or the exact one of its counts."""
    if fact.interval:
        low, high = fact.interval
        return float(low), float(high)
    assert fact.counts
    low, high = exact_interval(*fact.counts)
    return 100 * low, 100 * high
