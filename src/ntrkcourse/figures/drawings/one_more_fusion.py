"""Two plans by the fusions that they find and what they cost: the price of one more is a slope."""

from ...content.facts import load_facts
from ...science.testing import Assay, Step, Strategy, StrategyOutcome, run_strategy
from ..records import Labels
from ..svg import Drawing, circle, line, rect, text

FOUND = "methods.ihc.realworld.sensitivity.koopman2022"
QUIET = "methods.ihc.realworld.specificity.koopman2022"
WORKED = "methods.rnangs.success.luthra2021"
TUMOURS, SHARE, STAIN_PRICE, RNA_PRICE = 100_000, 0.001, 1_000, 10_000
"""The chapter's round figures, and its made-up prices in rupees."""
CRORE = 10_000_000
_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 306, 26, 276
_MOST_FOUND, _MOST_COST = 100, 110


def plans() -> tuple[StrategyOutcome, StrategyOutcome]:
    """Stain, then RNA for the positives; and RNA for all."""
    facts = load_facts()
    sensitivity, specificity, success = (
        a / b for a, b in (facts[name].counts or (0, 1) for name in (FOUND, QUIET, WORKED))
    )
    stain = Assay("stain", sensitivity, specificity, cost=STAIN_PRICE)
    rna = Assay("RNA", 1, 1, failure=1 - success, cost=RNA_PRICE)
    two_step = Strategy("two steps", (Step(stain, goes_on="positive"), Step(rna)))
    one_step = Strategy("one step", (Step(rna),))
    return run_strategy(two_step, TUMOURS, SHARE), run_strategy(one_step, TUMOURS, SHARE)


def draw(labels: Labels) -> Drawing:
    two, one = plans()
    (x1, y1), (x2, y2) = (_place(plan.found, plan.cost / CRORE) for plan in (two, one))
    x0, y0 = _place(0, 0)
    average = two.cost_per_found / CRORE
    extra = (one.cost - two.cost) / (one.found - two.found) / CRORE
    ticks = "".join(
        line(_LEFT - 4, _place(0, cost)[1], _RIGHT, _place(0, cost)[1], "grid line thin")
        + text(_LEFT - 8, _place(0, cost)[1] + 5, str(cost), "muted", "end")
        for cost in (0, 50, 100)
    ) + "".join(
        line(_place(found, 0)[0], _BOTTOM, _place(found, 0)[0], _BOTTOM + 5, "grid line")
        + text(_place(found, 0)[0], _BOTTOM + 20, str(found), "muted", "middle")
        for found in (0, 50, 100)
    )
    return Drawing(
        _BOTTOM + 46,
        text(8, 14, labels["cost"], "muted")
        + ticks
        + text((_LEFT + _RIGHT) / 2, _BOTTOM + 38, labels["found"], "muted", "middle")
        + line(x0, y0, x1, y1, "positive line thick")
        + line(x1, y1, x2, y2, "wrong line thick")
        + circle(x1, y1, 6, "text solid")
        + rect(x2 - 6, y2 - 6, 12, 12, "text solid")
        + text(x1 - 10, y1 - 12, labels["two"], "strong halo", "end")
        + text(x1 - 84, y1 + 46, labels("average", n=round(100 * average)), "positive strong", width=140)
        + text(x2 - 22, y2 + 4, labels["one"], "strong", "end")
        + text(x1 + 8, (y1 + y2) / 2 - 16, labels("extra", n=f"{extra:.1f}"), "wrong strong", "end", 130),
    )


def _place(found: float, cost: float) -> tuple[float, float]:
    return (
        _LEFT + (_RIGHT - _LEFT) * found / _MOST_FOUND,
        _BOTTOM - (_BOTTOM - _TOP) * cost / _MOST_COST,
    )
