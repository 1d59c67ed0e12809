"""What a test result means, and what a strategy of several tests finds, misses and costs."""

import math
from dataclasses import dataclass
from typing import NamedTuple

from .arguments import in_range, open_fraction


class PredictiveValues(NamedTuple):
    """Shares of right results among positives (``ppv``) and among negatives (``npv``), as fractions.

    A value is nan where nobody has that result.
    """

    ppv: float
    npv: float


def predictive_values(prevalence: float, sensitivity: float, specificity: float) -> PredictiveValues:
    """Positive and negative predictive value by Bayes' rule.

    Parameters
    ----------
    prevalence, sensitivity, specificity
        Fractions from 0 to 1.

    Raises
    ------
    ValueError
        Naming the argument and its range.
    """
    prevalence = in_range("prevalence", prevalence, 0, 1)
    sensitivity = in_range("sensitivity", sensitivity, 0, 1)
    specificity = in_range("specificity", specificity, 0, 1)
    true_positive = prevalence * sensitivity
    false_positive = (1 - prevalence) * (1 - specificity)
    true_negative = (1 - prevalence) * specificity
    false_negative = prevalence * (1 - sensitivity)
    positive, negative = true_positive + false_positive, true_negative + false_negative
    return PredictiveValues(
        ppv=true_positive / positive if positive else math.nan,
        npv=true_negative / negative if negative else math.nan,
    )


def likelihood_ratios(sensitivity: float, specificity: float) -> tuple[float, float]:
    """How much oftener a positive, and a negative, result turns up with the condition than without.

    Parameters
    ----------
    sensitivity, specificity
        Fractions strictly between 0 and 1.

    Raises
    ------
    ValueError
        Naming the argument and its range.
    """
    sensitivity = open_fraction("sensitivity", sensitivity)
    specificity = open_fraction("specificity", specificity)
    return sensitivity / (1 - specificity), (1 - sensitivity) / specificity


def tests_to_find_one(prevalence: float, probability: float = 0.95) -> int:
    """Fewest people to test for at least one case with the given probability.

    Parameters
    ----------
    prevalence
        Fraction above 0, up to 1. The test is taken to be perfect.
    probability
        Fraction strictly between 0 and 1.

    Returns
    -------
    int
        Smallest n with ``1 - (1 - prevalence) ** n >= probability``.

    Raises
    ------
    ValueError
        Naming the argument and its range.
    """
    if not 0 < prevalence <= 1:
        raise ValueError(f"prevalence must be above 0 and at most 1, got {prevalence!r}")
    open_fraction("probability", probability)
    if prevalence == 1:
        return 1
    needed = math.log1p(-probability) / math.log1p(-prevalence)
    # A quotient that is whole but for rounding must not be pushed up by one.
    return max(1, math.ceil(needed - 1e-9))


@dataclass(frozen=True)
class Assay:
    """One kind of test.

    Attributes
    ----------
    name
        As the reader knows it.
    sensitivity, specificity
        Fractions from 0 to 1, of samples that give a result.
    failure
        Fraction of samples that give no result, from 0 up to 1.
    cost
        Price of one run, in any currency; a failed run is paid for too.
    """

    name: str
    sensitivity: float
    specificity: float
    failure: float = 0.0
    cost: float = 0.0

    def __post_init__(self) -> None:
        in_range("sensitivity", self.sensitivity, 0, 1)
        in_range("specificity", self.specificity, 0, 1)
        in_range("failure", self.failure, 0, 1)
        in_range("cost", self.cost, 0, 1e12)


@dataclass(frozen=True)
class Step:
    """An assay and the result that sends a sample on to the next step.

    ``goes_on`` is ``"positive"`` where the next assay confirms, ``"negative"`` where it catches what this one
    misses. The other result is final. A failed run goes on too where ``failed_goes_on``; else it ends the
    testing without a result.
    """

    assay: Assay
    goes_on: str = "positive"
    failed_goes_on: bool = False

    def __post_init__(self) -> None:
        if self.goes_on not in ("positive", "negative"):
            raise ValueError(f"goes_on must be 'positive' or 'negative', got {self.goes_on!r}")


@dataclass(frozen=True)
class Strategy:
    """Assays in order, one or more steps."""

    name: str
    steps: tuple[Step, ...]

    def __post_init__(self) -> None:
        if not self.steps:
            raise ValueError("steps must hold one step or more, got none")


@dataclass(frozen=True)
class StrategyOutcome:
    """Expected counts for a population; not whole numbers, because they are expectations.

    Attributes
    ----------
    found, missed
        Tumours with a fusion that the strategy reports, or does not (negative or without a result);
        together, all tumours with a fusion.
    false_alarms
        Tumours without a fusion that are reported positive.
    failed
        Tumours, with or without a fusion, whose testing ended without a result.
    tests, runs
        Assay runs in all, and at each step.
    cost
        In the currency of the assays.
    """

    found: float
    missed: float
    false_alarms: float
    failed: float
    tests: float
    runs: tuple[float, ...]
    cost: float

    @property
    def cost_per_found(self) -> float:
        """Cost of one fusion found; infinite where none is."""
        return self.cost / self.found if self.found else math.inf

    @property
    def ppv(self) -> float:
        """Share of reported positives that have a fusion; nan where nothing is reported."""
        reported = self.found + self.false_alarms
        return self.found / reported if reported else math.nan


def run_strategy(strategy: Strategy, population: float, prevalence: float) -> StrategyOutcome:
    """Expected counts when a strategy is applied to a population.

    The assays are taken to err independently of one another, given whether the tumour has a fusion: the
    model's main simplification, because poor tissue spoils more than one assay.

    Parameters
    ----------
    strategy
        Steps in order.
    population
        Tumours tested, 0 or more.
    prevalence
        Fraction with a fusion, from 0 to 1.

    Raises
    ------
    ValueError
        Naming the argument and its range.
    """
    population = in_range("population", population, 0, 1e12)
    prevalence = in_range("prevalence", prevalence, 0, 1)
    fused, other = population * prevalence, population * (1 - prevalence)
    waiting_fused, waiting_other = fused, other
    found = false_alarms = failed = cost = 0.0
    runs = []
    for number, step in enumerate(strategy.steps, start=1):
        assay, last = step.assay, number == len(strategy.steps)
        run = waiting_fused + waiting_other
        runs.append(run)
        cost += run * assay.cost
        read_fused = waiting_fused * (1 - assay.failure)
        read_other = waiting_other * (1 - assay.failure)
        positive_fused = read_fused * assay.sensitivity
        positive_other = read_other * (1 - assay.specificity)
        confirms = step.goes_on == "positive"
        if last or not confirms:
            found += positive_fused
            false_alarms += positive_other
        if last or not step.failed_goes_on:
            failed += run * assay.failure
        on_fused = positive_fused if confirms else read_fused - positive_fused
        on_other = positive_other if confirms else read_other - positive_other
        carried = assay.failure if step.failed_goes_on else 0.0
        waiting_fused, waiting_other = on_fused + waiting_fused * carried, on_other + waiting_other * carried
    return StrategyOutcome(
        found=found,
        missed=fused - found,
        false_alarms=false_alarms,
        failed=failed,
        tests=sum(runs),
        runs=tuple(runs),
        cost=cost,
    )
