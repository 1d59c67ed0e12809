"""Follow-up lines and their Kaplan-Meier curve: guess the survival, read it, then lose other patients."""

import re
from html import escape
from typing import Any

from ...content import load_facts
from ...content.inline import linked_facts, parse_inline, spans_html
from ..base import CourseWidget, require_instance
from .cohort import END, SCENARIOS, Scenario

LANDMARK = 12
"""Month at which the reader guesses."""
ABOUT = 0.05
"""Two estimates no further apart than this are about the same."""
DURATION_CRUDE = "therapy.larotrectinib.dor_landmarks_label2018"
DURATION_KM = "therapy.larotrectinib.response_ongoing_1y.drilon2018"
GROWTH_CRUDE = "therapy.larotrectinib.gmi.italiano2020"
GROWTH_KM = "therapy.larotrectinib.gmi_km.italiano2020"


class SurvivalReader(CourseWidget):
    """``state`` holds ``guess`` (per cent, or None) and ``said``, the predictions so far."""

    @staticmethod
    def equivalent(data: dict[str, Any]) -> str:
        first = data["scenarios"][0]
        estimates = "".join(
            f"<tr><th>{escape(one['name'])}</th><td>{escape(one['count'])}</td>"
            f"<td>{_percent(one['value'])}</td><td>{escape(one['why'])}</td></tr>"
            for one in data["estimates"]
        )
        lines = "".join(
            f"<tr><th>{number}</th><td>{months}</td><td>{'died' if died else 'last seen alive'}</td></tr>"
            for number, months, died in first["patients"]
        )
        steps = "".join(
            f"<tr><th>{month}</th><td>{risk}</td><td>{died}</td><td>{_percent(survival)}</td></tr>"
            for month, risk, died, survival in data["steps"]
        )
        others = "".join(
            f"<li>{escape(one['question'])} {escape(one['why'])}</li>" for one in data["scenarios"][1:]
        )
        published = "".join(f"<p>{spans_html(text)}</p>" for text in data["published"])
        return (
            f"<h3>{escape(data['title'])}</h3><p>{escape(data['intro'])}</p>"
            f"<table><thead><tr><th>Patient</th><th>Months</th><th>Ends</th></tr></thead><tbody>{lines}</tbody>"
            f"</table><table><thead><tr><th>Way of counting</th><th>Alive at {LANDMARK} months</th><th>Share"
            f"</th><th>What it does with the lost</th></tr></thead><tbody>{estimates}</tbody></table>"
            "<table><thead><tr><th>Month</th><th>At risk</th><th>Died</th><th>Kaplan–Meier survival after"
            f"</th></tr></thead><tbody>{steps}</tbody></table>{published}<ul>{others}</ul>"
            f"<p>{escape(data['moral'])}</p>"
        )


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
    require_instance(instance)
    published = _published()
    first = SCENARIOS[0]
    return SurvivalReader(
        data={
            "id": instance,
            "title": "How many are alive after a year, when not all were watched?",
            "intro": "Sixteen constructed patients, each a line from the start of treatment. "
            "Those without a death were last seen alive: lost from sight, or still followed at the end.",
            "end": END,
            "landmark": LANDMARK,
            "estimates": _estimates(first),
            "steps": [
                [step.time, step.at_risk, step.events, _rounded(float(step.survival))]
                for step in first.curve().steps
                if step.events
            ],
            "scenarios": [_scenario(one) for one in SCENARIOS],
            "published": [parse_inline(text) for text in published],
            "moral": "Kaplan–Meier assumes that those who are lost would have done as well as those who stay. "
            "Ask of every curve who left, and why, and how many were left at the end.",
            "facts": linked_facts(published),
        }
    )


def _estimates(scenario: Scenario) -> list[dict[str, Any]]:
    """Four ways to count survival at the landmark, and what to tell a reader who guessed so."""
    times, died = scenario.follow_up()
    total = len(times)
    dead = sum(one and time <= LANDMARK for time, one in zip(times, died, strict=True))
    seen = sum(time > LANDMARK for time in times)
    lost = total - dead - seen
    curve = scenario.curve()
    steps = [step for step in curve.steps if step.events and step.time <= LANDMARK]
    product = " × ".join(f"{step.at_risk - step.events}/{step.at_risk}" for step in steps)
    rows = (
        (
            "Floor: only those seen alive",
            f"{seen} of {total}",
            seen / total,
            f"The {lost} lost count as dead from the day they were lost.",
            "You counted the lost as dead.",
        ),
        (
            "The lost left out",
            f"{seen} of {seen + dead}",
            seen / (seen + dead),
            "The months that the lost were seen alive are thrown away, so deaths weigh too much.",
            "You left the lost out. The months that they were seen alive count too.",
        ),
        (
            "Kaplan–Meier",
            product,
            curve.at(LANDMARK),
            "Everybody counts for as long as they were watched. At each death: who of those still watched "
            "came through it? The shares are multiplied.",
            "That is close to Kaplan–Meier.",
        ),
        (
            "Ceiling: all but the known deaths",
            f"{total - dead} of {total}",
            1 - dead / total,
            f"The {lost} lost count as alive for good.",
            "You counted the lost as alive.",
        ),
    )
    return [
        {"name": name, "count": count, "value": _rounded(value), "why": why, "guessed": guessed}
        for name, count, value, why, guessed in rows
    ]


def _scenario(scenario: Scenario) -> dict[str, Any]:
    times, died = scenario.follow_up()
    curve = scenario.curve()
    # The longest line on top; numbers stay with the patients.
    order = sorted(range(len(times)), key=lambda one: (-times[one], died[one], one))
    return {
        "id": scenario.id,
        "name": scenario.name,
        "patients": [[_NUMBERS[one], times[one], int(died[one])] for one in order],
        "months": [_month(scenario, month) for month in range(max(times) + 1)],
        "median": curve.median,
        "beside": scenario.beside,
        "question": scenario.question,
        "answer": _answer(scenario),
        "why": _why(scenario),
    }


_NUMBERS = (7, 12, 3, 15, 9, 1, 14, 5, 10, 16, 2, 8, 13, 4, 11, 6)
"""Patients' numbers, in no order of how long they live."""


def _month(scenario: Scenario, month: int) -> list[float]:
    """Survival, the ends of its interval, and number at risk."""
    curve = scenario.curve()
    return [_rounded(value) for value in (curve.at(month), *curve.interval(month))] + [curve.at_risk(month)]


def _pair(scenario: Scenario) -> tuple[float, float]:
    beside = next(one for one in SCENARIOS if one.id == scenario.beside)
    return scenario.curve().at(LANDMARK), beside.curve().at(LANDMARK)


def _answer(scenario: Scenario) -> str:
    if not scenario.beside:
        return ""
    here, beside = _pair(scenario)
    if abs(here - beside) <= ABOUT:
        return "same"
    return "higher" if here > beside else "lower"


def _why(scenario: Scenario) -> str:
    if not scenario.beside:
        return ""
    here, beside = _pair(scenario)
    low, high = scenario.curve().interval(LANDMARK)
    return scenario.why.format(
        km=_percent(here),
        beside=_percent(beside),
        low=_percent(low),
        high=_percent(high),
        risk=scenario.curve().at_risk(LANDMARK),
    )


def _published() -> list[str]:
    facts = load_facts()
    seen = re.search(r"(\d+)% for at least 12 months", str(facts[DURATION_CRUDE].value))
    if not seen:
        raise ValueError(f"{DURATION_CRUDE} no longer says what was seen to last 12 months")
    crude, km = facts[GROWTH_CRUDE], facts[GROWTH_KM]
    return [
        f"**Responses to larotrectinib that lasted a year.** Seen to last it: [{seen[1]}%](fact:{DURATION_CRUDE}) "
        f"of {facts[DURATION_CRUDE].total} (second-hand). By Kaplan–Meier, on the same 55 patients at an earlier "
        f"date: [{facts[DURATION_KM].value:g}%](fact:{DURATION_KM}). The lower figure is a floor: most responders "
        "had not been watched for a year.",
        "**Patients who went at least a third longer without progression than on their drug before.** Crude: "
        f"[{crude.events} of {crude.total}, {crude.value:g}%](fact:{GROWTH_CRUDE}). By Kaplan–Meier: "
        f"[{100 * float(str(km.value)):.0f}%](fact:{GROWTH_KM}). The crude share ignores that some were still "
        "without progression when the books closed.",
    ]


def _rounded(value: float) -> float:
    return round(value, 6)


def _percent(value: float) -> str:
    return f"{100 * value:.0f}%"
