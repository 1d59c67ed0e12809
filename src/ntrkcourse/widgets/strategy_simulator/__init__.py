"""Ways of testing a population for fusions, side by side: found, missed, false alarms, cost."""

from collections.abc import Callable
from itertools import product
from math import isinf
from typing import Any

from ...content.walk import as_data, facts_of
from ...science.testing import Assay, Step, Strategy, StrategyOutcome, run_strategy
from ..base import CourseWidget, require_instance, require_known
from ..stain_field import records as stains
from .records import load

TUMOURS = (1_000, 10_000, 100_000, 1_000_000)
TESTED = 100_000
OPENS_WITH = "unselected"
FAILURES = (0.0, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5)


class StrategySimulator(CourseWidget):
    """Testing strategies side by side; JavaScript mirrors ``run_strategy``, and a test holds it to that.

    ``state`` is ``{"most", "cheapest"}``, ids of strategies, once the reader has committed, else empty.
    """

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        return 5

    @staticmethod
    def answers(data: dict[str, Any]) -> list[str]:
        """How many the best strategy finds, and which costs least for each fusion found."""
        outcomes = [(one["name"], _outcome(data, one, (0, 0, 0))) for one in data["strategy"]]
        cheapest = min(outcomes, key=lambda one: one[1].cost_per_found)[0]
        return [f"{max(one.found for _, one in outcomes):.1f}", f"{cheapest} is cheap for each fusion found"]

    @staticmethod
    def printed(data: dict[str, Any]) -> dict[str, Any]:
        start, prevalence = data["start"], data["prevalences"][data["start"]["at"]]
        return {
            "given": {
                "n": f"{start['tumours']:,}",
                "fused": f"{start['tumours'] * prevalence:,.0f}",
                "share": f"1 in {1 / prevalence:,.0f}",
                "prices": ", ".join(f"{one['name']} {one['price']:g}" for one in data["assay"]),
            },
            "stains": sorted(data["stain"], key=lambda stain: stain["id"] != start["stain"]),
            "rows": [(one, _cells(data, one)) for one in data["strategy"]],
        }


def strategy_simulator(stain: str = "solomon", instance: str = "06") -> StrategySimulator:
    """Testing strategies side by side: commit to the best, then see what each finds, misses and costs.

    Parameters
    ----------
    stain
        Whose counts describe the stain at first: id of one in ``content/widgets/stain_field.toml``.
    instance
        Tells this widget's remembered prediction from another's.

    Raises
    ------
    ValueError
        Naming the argument and what it may be.
    """
    simulator, known = load(), stains.load()
    chosen = [known.stains[name] for name in simulator.stain]
    require_known(simulator.stain, stain, "stain")
    require_instance(instance)
    told, positions = as_data(simulator), known.prevalences()
    at = {one.id: positions.index(one.share) for one in known.populations.values()}
    failure = stains.complement(simulator.working)
    fixed = [[value] * 3 for value in FAILURES]
    sensitivity, specificity = simulator.panel
    return StrategySimulator(
        data={
            "id": instance,
            **told,
            "stain": [_stain(one) for one in chosen],
            "population": [one | {"at": at[one["id"]]} for one in told["population"]],
            "start": {"at": at[OPENS_WITH], "tumours": TESTED, "stain": stain},
            "prevalences": positions,
            "tumours": list(TUMOURS),
            "panel": {"sensitivity": [sensitivity] * 3, "specificity": [specificity] * 3},
            "failures": {
                "stain": fixed,
                "dna": fixed,
                "rna": sorted([*fixed, [failure.share, *failure.ends]]),
            },
            "published": failure.share,
            "facts": facts_of(*chosen, simulator),
        }
    )


def _stain(stain: stains.Stain) -> dict[str, Any]:
    return {
        **as_data(stain),
        "sensitivity": [stain.sensitivity.share, *stain.sensitivity.ends],
        "specificity": [stain.specificity.share, *stain.specificity.ends],
    }


def _outcome(data: dict[str, Any], strategy: dict[str, Any], ends: tuple[int, ...]) -> StrategyOutcome:
    """As it opens: the stain's sensitivity and specificity and the RNA failures at the given ends.

    An end is 0 as published, 1 low, 2 high.
    """
    start, panel = data["start"], data["panel"]
    stain = next(stain for stain in data["stain"] if stain["id"] == start["stain"])
    failures = next(failure for failure in data["failures"]["rna"] if failure[0] == data["published"])
    prices = {one["id"]: one["price"] for one in data["assay"]}
    assays = {
        "stain": Assay(
            "stain", stain["sensitivity"][ends[0]], stain["specificity"][ends[1]], cost=prices["stain"]
        ),
        "dna": Assay("dna", panel["sensitivity"][0], panel["specificity"][0], cost=prices["dna"]),
        "rna": Assay("rna", 1, 1, failures[ends[2]], prices["rna"]),
    }
    prevalence = data["prevalences"][start["at"]]
    if not strategy["steps"]:
        return StrategyOutcome(0, start["tumours"] * prevalence, 0, 0, 0, (), 0)
    steps = tuple(Step(assays[assay], goes_on, True) for assay, goes_on in strategy["steps"])
    return run_strategy(Strategy(strategy["name"], steps), start["tumours"], prevalence)


def _cells(data: dict[str, Any], strategy: dict[str, Any]) -> list[str]:
    """The outcome of a strategy as it opens, in the order of the printed table's columns."""
    words: dict[str, str] = data["words"]
    middle = _outcome(data, strategy, (0, 0, 0))
    corners = [_outcome(data, strategy, ends) for ends in product((1, 2), repeat=3)]

    def number(value: float) -> str:
        if isinf(value):
            return words["nothing"]
        return f"{value:,.1f}".removesuffix(".0") if value < 100 else f"{value:,.0f}"

    def ranged(measure: Callable[[StrategyOutcome], float]) -> str:
        low, high = min(map(measure, corners)), max(map(measure, corners))
        ends = f" {words['range'].format(low=number(low), high=number(high))}" if low < high else ""
        return number(measure(middle)) + ends

    return [
        ranged(lambda outcome: outcome.found),
        *map(number, (middle.missed, middle.false_alarms, middle.failed, middle.tests, middle.cost)),
        ranged(lambda outcome: outcome.cost_per_found),
    ]
