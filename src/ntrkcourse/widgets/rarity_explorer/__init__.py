"""How rare is rare: guess the rate, see it among 10,000, and work out what it asks of a hospital."""

import math
from typing import Any

from ...content.walk import as_data
from ...science.proportions import exact_interval
from ...science.testing import tests_to_find_one
from ..base import CourseWidget, data_of
from ..wording import per_10_000
from .records import Cohort, load

GUESSES = (1, 2, 3, 5, 8, 10, 15, 20, 30, 50, 80, 100, 150, 200, 300, 500, 800, 1000, 1500, 2000)
TESTED = (
    *(10, 20, 50, 100, 200, 300, 500, 800, 1000, 1500, 2000, 3000),
    *(4000, 5000, 8000, 10_000, 15_000, 20_000, 30_000, 50_000),
)
CASELOADS = (20, 30, 50, 80, 100, 150, 200, 300, 500, 800, 1000, 1500, 2000, 3000, 5000)
CASELOAD_IN_PRINT = 300


class RarityExplorer(CourseWidget):
    """Guess, icon array, exact interval, tests to find one, and a hospital's years.

    ``state`` holds what the reader chose: ``guess`` (in 10,000) and ``tests`` once committed, ``cohort``
    (a fact id), ``caseload`` (patients a year) and ``view``.
    """

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        return 4

    @staticmethod
    def answers(data: dict[str, Any]) -> list[str]:
        """What the first cohort counted."""
        first = data["cohort"][0]
        return [f"{first['events']} of {first['total']:,}"]

    @staticmethod
    def printed(data: dict[str, Any]) -> dict[str, Any]:
        """The caseload of the last column, and its place among the caseloads."""
        return {"caseload": CASELOAD_IN_PRINT, "at": data["caseloads"].index(CASELOAD_IN_PRINT)}


def rarity_explorer(instance: str = "03") -> RarityExplorer:
    """Guess how rare the fusion is, then see the published counts and what they ask of a hospital.

    Parameters
    ----------
    instance
        Tells two of these widgets apart in the reader's browser, where the guesses are kept.

    Raises
    ------
    ValueError
        When ``instance`` is empty.
    """
    rarity = load()
    return RarityExplorer(
        data={
            **data_of(rarity, instance),
            "guesses": list(GUESSES),
            "tested": list(TESTED),
            "caseloads": list(CASELOADS),
            "cohort": [as_data(one) | _worked_out(one) for one in rarity.cohort],
            "facts": [one.fact for one in rarity.cohort],
        }
    )


def chance_of_one(prevalence: float, tested: int) -> float:
    """Chance, as a fraction, that at least one of ``tested`` people is a case, by a perfect test."""
    return 1.0 if prevalence == 1 else -math.expm1(tested * math.log1p(-prevalence))


def _worked_out(cohort: Cohort) -> dict[str, Any]:
    events, total = cohort.counts
    rates = (events / total, *exact_interval(events, total))
    needed = [tests_to_find_one(rate) for rate in rates]
    return {
        "events": events,
        "total": total,
        # Point estimate, lower and upper bound; so are all lists of three below.
        "rates": [float(f"{rate:.6g}") for rate in rates],
        "per": list(per_10_000(*rates)),
        "marks": [round(10_000 * rate) for rate in rates],
        "needed": needed,
        "meets": [round(chance_of_one(rates[0], tested), 4) for tested in TESTED],
        "expected": [float(f"{caseload * rates[0]:.3g}") for caseload in CASELOADS],
        "years": [[float(f"{tests / caseload:.3g}") for tests in needed] for caseload in CASELOADS],
    }
