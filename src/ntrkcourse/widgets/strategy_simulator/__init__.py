"""Ways of testing a population for fusions, side by side: found, missed, false alarms, cost."""

from collections.abc import Callable, Mapping
from html import escape
from itertools import product
from math import isinf
from typing import Any

from ...content import load_facts
from ...content.inline import fact_ids, fact_link, parse_inline
from ...science.arguments import in_range, whole
from ...science.testing import Assay, Step, Strategy, StrategyOutcome, run_strategy
from ..base import CourseWidget, require_instance
from ..stain_rules import (
    DUTCH,
    SECRETORY,
    UNSELECTED,
    StainRule,
    chosen,
    complement,
    counted,
    prevalences,
    stain_rules,
)

DNA_SENSITIVITY = "methods.dnangs.sensitivity.solomon2020"
DNA_SPECIFICITY = "methods.dnangs.specificity.solomon2020"
DNA_MISSES = "methods.dnangs.false_negative_cause.solomon2020"
RNA_SUCCESS = "methods.rnangs.success.luthra2021"
ECONOMICS = "cost.strategy_optimal.vellekoop2023"

ASSAYS = {"stain": "Stain", "dna": "DNA panel", "rna": "RNA sequencing"}
CONSTRUCTED_PRICES = {"stain": 1.0, "dna": 10.0, "rna": 10.0}
STAINS = ("solomon", "koopman")
TUMOURS = (1_000, 10_000, 100_000, 1_000_000)
COLUMNS = (
    *("Strategy", "Found", "Missed", "False alarms"),
    *("No result", "Tests", "Cost", "Cost per fusion found"),
)
FAILURES = (0.0, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5)

# Steps are (assay, the result that goes on); the last step's result goes nowhere.
STRATEGIES: tuple[tuple[str, str, tuple[tuple[str, str], ...], str], ...] = (
    (
        "rna",
        "RNA sequencing for everyone",
        (("rna", "positive"),),
        "RNA sequencing is the reference here, so it loses only the samples that fail.",
    ),
    (
        "stain-rna",
        "Stain, then RNA for positives",
        (("stain", "positive"), ("rna", "positive")),
        "What the stain calls negative is never sequenced, and RNA runs that fail are lost as well.",
    ),
    (
        "dna-rna",
        "DNA panel, then RNA for negatives",
        (("dna", "negative"), ("rna", "positive")),
        "A fusion is lost only if the panel misses it and the RNA run then fails. The panel's own positives are "
        "taken as they are: in ordinary cancers about half of them are false alarms and want RNA too.",
    ),
    (
        "stain",
        "Stain alone",
        (("stain", "positive"),),
        "Nothing is confirmed: false alarms cost nothing in this sum, though each one is a wrong report.",
    ),
    (
        "dna",
        "DNA panel alone",
        (("dna", "positive"),),
        f"[Breakpoints that the panel does not cover](fact:{DNA_MISSES}) are missed, and nobody looks again.",
    ),
    ("none", "No test", (), "It costs nothing and finds nothing, so there is no cost of a fusion found."),
)


class StrategySimulator(CourseWidget):
    """Testing strategies side by side; JavaScript mirrors ``run_strategy``, and a test holds it to that.

    ``state`` is ``{"most", "cheapest"}``, ids of strategies, once the reader has committed, else empty.
    """

    @staticmethod
    def equivalent(data: dict[str, Any]) -> str:
        rows = "".join(_row(data, strategy) for strategy in data["strategies"])
        head = "".join(f"<th>{title}</th>" for title in COLUMNS)
        fused = data["start"]["tumours"] * UNSELECTED
        stain = next(stain for stain in data["stains"] if stain["id"] == data["start"]["stain"])
        links = [
            fact_link(f"{events:,} of {total:,}", fact)
            for events, total, fact in (stain["counts"][0], stain["counts"][1], data["rna"]["counts"])
        ]
        panel = [
            fact_link(f"{100 * data['dna'][figure][0]:g}%", fact)
            for figure, fact in (("sensitivity", DNA_SENSITIVITY), ("specificity", DNA_SPECIFICITY))
        ]
        prices = ", ".join(f"{ASSAYS[assay]} {price:g}" for assay, price in data["start"]["prices"].items())
        return (
            "<h3>Which way of testing finds most, and for what price?</h3>"
            f"<p>{data['start']['tumours']:,} unselected breast cancers, {fused:,.0f} of them with a fusion "
            "(about 1 in 1,000, rounded for teaching). The stain is positive in "
            f"{links[0]} tumours with a fusion and negative in {links[1]} without. "
            f"The DNA panel finds {panel[0]} of fusions at a specificity of {panel[1]}. RNA sequencing is "
            f"taken as the reference, never wrong when it works; it works in {links[2]} samples. "
            f"Prices are constructed, in units: {escape(prices)}.</p>"
            f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
            "<p>In brackets: lowest and highest outcome over the ends of the exact 95% intervals of the "
            "counts. Those of the DNA panel were not read, so its figures are held fixed. Counts are "
            "expectations. The tests are taken to err independently of one another, which poor tissue "
            "can break.</p>"
        )


def strategy_simulator(
    stain: str = "solomon",
    tumours: int = 100_000,
    prices: Mapping[str, float] | None = None,
    instance: str = "06",
) -> StrategySimulator:
    """Testing strategies side by side: commit to the best, then see what each finds, misses and costs.

    Parameters
    ----------
    stain
        Whose counts describe the stain at first: ``"solomon"`` (breast) or ``"koopman"`` (all tumours).
    tumours
        Tumours tested at first: 1,000, 10,000, 100,000 or 1,000,000.
    prices
        Price of one run in units, 0 or more, by ``"stain"``, ``"dna"`` and ``"rna"``; constructed ones (1, 10
        and 10) where left out.
    instance
        Tells this widget's remembered prediction from another's.

    Raises
    ------
    ValueError
        Naming the argument and what it may be.
    """
    chosen("stain", stain, STAINS)
    if whole("tumours", tumours) not in TUMOURS:
        raise ValueError(f"tumours must be one of {', '.join(map(str, TUMOURS))}, got {tumours!r}")
    for assay, price in (prices or {}).items():
        in_range("prices", price, 0, 1e9)
        chosen("prices", assay, ASSAYS)
    require_instance(instance)
    facts, positions, rules = load_facts(), prevalences(), stain_rules()
    failure = complement(counted(RNA_SUCCESS))
    success = counted(RNA_SUCCESS)
    stains = [_stain_data(rules[name]) for name in STAINS]
    economics = (
        f"A [model of three European countries](fact:{ECONOMICS}) counted the treatment that follows as "
        "well: the stain with RNA for positives was the best of four strategies, yet none was cost-effective "
        "against no testing."
    )
    return StrategySimulator(
        data={
            "id": instance,
            "start": {
                "at": positions.index(UNSELECTED),
                "tumours": tumours,
                "stain": stain,
                "prices": CONSTRUCTED_PRICES | dict(prices or {}),
            },
            "prevalences": positions,
            "named": {
                str(positions.index(UNSELECTED)): "unselected breast cancer, rounded",
                str(positions.index(counted(DUTCH).share)): "the Dutch set",
                str(positions.index(SECRETORY)): "secretory look, rounded",
            },
            "tumours": list(TUMOURS),
            "stains": stains,
            "dna": {
                "sensitivity": _fixed(facts[DNA_SENSITIVITY].value),
                "specificity": _fixed(facts[DNA_SPECIFICITY].value),
                "text": parse_inline(
                    f"Finds [{facts[DNA_SENSITIVITY].value}%](fact:{DNA_SENSITIVITY}) of fusions; "
                    f"specificity [{facts[DNA_SPECIFICITY].value}%](fact:{DNA_SPECIFICITY}). "
                    "Measured on all kinds of tumours, against RNA."
                ),
            },
            "rna": {
                "counts": [success.events, success.total, RNA_SUCCESS],
                "text": parse_inline(
                    f"Taken as the reference: never wrong when it works. It works in {success.text} samples."
                ),
            },
            "failures": [[value, value, value] for value in FAILURES],
            "rnaFailures": sorted(
                [*([value, value, value] for value in FAILURES), [failure.share, *failure.ends]]
            ),
            "published": failure.share,
            "strategies": [
                {"id": name, "name": title, "steps": [list(step) for step in steps], "why": parse_inline(why)}
                for name, title, steps, why in STRATEGIES
            ],
            "economics": parse_inline(economics),
            "facts": list(
                dict.fromkeys(
                    [fact for name in STAINS for fact in (*rules[name].facts, *fact_ids(rules[name].caution))]
                    + [DNA_SENSITIVITY, DNA_SPECIFICITY, DNA_MISSES, RNA_SUCCESS, DUTCH, ECONOMICS]
                )
            ),
        }
    )


def _fixed(percent: Any) -> list[float]:
    """A published percentage without counts: value and both ends the same fraction."""
    return [float(percent) / 100] * 3


def _stain_data(rule: StainRule) -> dict[str, Any]:
    figures = f"Positive in {rule.sensitivity.text} tumours with a fusion"
    text = f"{figures}, negative in {rule.specificity.text} without. {rule.caution}"
    return {
        "id": rule.id,
        "name": rule.name,
        "sensitivity": [rule.sensitivity.share, *rule.sensitivity.ends],
        "specificity": [rule.specificity.share, *rule.specificity.ends],
        "counts": [[one.events, one.total, one.facts[0]] for one in (rule.sensitivity, rule.specificity)],
        "text": parse_inline(text),
    }


def _outcome(data: dict[str, Any], strategy: dict[str, Any], ends: tuple[int, ...]) -> StrategyOutcome:
    """As it opens: the stain's sensitivity and specificity and the RNA failures at the given ends.

    An end is 0 as published, 1 low, 2 high.
    """
    start = data["start"]
    stain = next(stain for stain in data["stains"] if stain["id"] == start["stain"])
    failures = next(failure for failure in data["rnaFailures"] if failure[0] == data["published"])
    prices = start["prices"]
    assays = {
        "stain": Assay(
            "stain", stain["sensitivity"][ends[0]], stain["specificity"][ends[1]], cost=prices["stain"]
        ),
        "dna": Assay("dna", data["dna"]["sensitivity"][0], data["dna"]["specificity"][0], cost=prices["dna"]),
        "rna": Assay("rna", 1, 1, failures[ends[2]], prices["rna"]),
    }
    prevalence = data["prevalences"][start["at"]]
    if not strategy["steps"]:
        return StrategyOutcome(0, start["tumours"] * prevalence, 0, 0, 0, (), 0)
    steps = tuple(Step(assays[assay], goes_on, True) for assay, goes_on in strategy["steps"])
    return run_strategy(Strategy(strategy["name"], steps), start["tumours"], prevalence)


def _row(data: dict[str, Any], strategy: dict[str, Any]) -> str:
    middle = _outcome(data, strategy, (0, 0, 0))
    corners = [_outcome(data, strategy, ends) for ends in product((1, 2), repeat=3)]

    def ranged(measure: Callable[[StrategyOutcome], float]) -> str:
        low, high = min(map(measure, corners)), max(map(measure, corners))
        return _number(measure(middle)) + (f" ({_number(low)} to {_number(high)})" if low < high else "")

    cells = [
        ranged(lambda outcome: outcome.found),
        *map(_number, (middle.missed, middle.false_alarms, middle.failed, middle.tests, middle.cost)),
        ranged(lambda outcome: outcome.cost_per_found),
    ]
    return f"<tr><th>{escape(strategy['name'])}</th>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _number(value: float) -> str:
    if isinf(value):
        return "none found"
    return f"{value:,.1f}".removesuffix(".0") if value < 100 else f"{value:,.0f}"
