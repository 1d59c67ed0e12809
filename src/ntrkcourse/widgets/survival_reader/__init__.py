"""Follow-up lines and their Kaplan-Meier curve: guess the survival, read it, then lose other patients."""

from typing import Any

from ...content.walk import as_data
from ..base import CourseWidget, data_of
from .records import Cohort, Scenario, load

ABOUT = 0.05
"""Two estimates no further apart than this are about the same."""


class SurvivalReader(CourseWidget):
    """``state`` holds ``guess`` (per cent, or None) and ``said``, the predictions so far."""

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        return 5

    @staticmethod
    def answers(data: dict[str, Any]) -> list[str]:
        """The estimate that the curve gives."""
        return [_percent(data["scenario"][0]["months"][data["landmark"]][0])]

    @staticmethod
    def printed(data: dict[str, Any]) -> dict[str, Any]:
        """Shares as they are shown, by their places."""
        return {
            "shares": [_percent(one["value"]) for one in data["estimate"]],
            "after": [_percent(survival) for *_, survival in data["steps"]],
        }


def survival_reader(instance: str = "07") -> SurvivalReader:
    """A constructed cohort of 16: guess the survival at 12 months, read the curve, lose other patients.

    Parameters
    ----------
    instance
        Under this name the browser remembers the reader's guesses.

    Raises
    ------
    ValueError
        When ``instance`` is empty.
    """
    cohort = load()
    return SurvivalReader(
        data={
            **data_of(cohort, instance),
            "estimate": _estimates(cohort),
            "steps": [
                [step.time, step.at_risk, step.events, _rounded(float(step.survival))]
                for step in cohort.curve(cohort.scenario[0]).steps
                if step.events
            ],
            "scenario": [as_data(one) | _worked_out(cohort, one) for one in cohort.scenario],
        }
    )


def _estimates(cohort: Cohort) -> list[dict[str, Any]]:
    """Four ways to count survival at the landmark."""
    first, landmark = cohort.scenario[0], cohort.landmark
    times, died = cohort.follow_up(first)
    total = len(times)
    dead = sum(one and time <= landmark for time, one in zip(times, died, strict=True))
    seen = sum(time > landmark for time in times)
    lost = total - dead - seen
    curve = cohort.curve(first)
    steps = [step for step in curve.steps if step.events and step.time <= landmark]
    of = cohort.words["of"]
    counted = (
        (of.format(n=seen, all=total), seen / total),
        (of.format(n=seen, all=seen + dead), seen / (seen + dead)),
        (" × ".join(f"{step.at_risk - step.events}/{step.at_risk}" for step in steps), curve.at(landmark)),
        (of.format(n=total - dead, all=total), 1 - dead / total),
    )
    return [
        as_data(one) | {"count": count, "value": _rounded(value), "why": one.why.format(lost=lost)}
        for one, (count, value) in zip(cohort.estimate, counted, strict=True)
    ]


def _worked_out(cohort: Cohort, scenario: Scenario) -> dict[str, Any]:
    times, died = cohort.follow_up(scenario)
    # The longest line on top; numbers stay with the patients.
    order = sorted(range(len(times)), key=lambda one: (-times[one], died[one], one))
    return {
        "patients": [[cohort.numbers[one], times[one], int(died[one])] for one in order],
        "months": [_month(cohort, scenario, month) for month in range(max(times) + 1)],
        "median": cohort.curve(scenario).median,
        "answer": "",
    } | (_beside(cohort, scenario) if scenario.beside else {})


def _month(cohort: Cohort, scenario: Scenario, month: int) -> list[float]:
    """Survival, the ends of its interval, and number at risk."""
    curve = cohort.curve(scenario)
    return [_rounded(value) for value in (curve.at(month), *curve.interval(month))] + [curve.at_risk(month)]


def _beside(cohort: Cohort, scenario: Scenario) -> dict[str, str]:
    """How the estimate lies to that of the scenario beside it, and why."""
    other = next(one for one in cohort.scenario if one.id == scenario.beside)
    curve, landmark = cohort.curve(scenario), cohort.landmark
    here, there = curve.at(landmark), cohort.curve(other).at(landmark)
    low, high = curve.interval(landmark)
    why = scenario.why.format(
        km=_percent(here),
        beside=_percent(there),
        low=_percent(low),
        high=_percent(high),
        risk=curve.at_risk(landmark),
    )
    same = abs(here - there) <= ABOUT
    return {"answer": "same" if same else "higher" if here > there else "lower", "why": why}


def _rounded(value: float) -> float:
    return round(value, 6)


def _percent(value: float) -> str:
    return f"{100 * value:.0f}%"
