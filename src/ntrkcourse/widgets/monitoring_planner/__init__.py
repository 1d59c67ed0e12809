"""A constructed first year on a TRK inhibitor: plan the checks on a calendar, then answer what happens."""

from html import escape
from typing import Any

from ...content.inline import parse_inline, spans_html
from ..base import CourseWidget, require_instance
from .records import MONTHS, Check, Event, Year, load


class MonitoringPlanner(CourseWidget):
    """``state`` holds the ``plan`` (a slot for each check), whether it is ``placed``, and the ``answers``."""

    @staticmethod
    def equivalent(data: dict[str, Any]) -> str:
        rows = "".join(_check_html(check, data["slots"]) for check in data["checks"])
        events = "".join(_event_html(event) for event in data["events"])
        return (
            f"<h3>{escape(data['title'])}</h3><p>{escape(data['intro'])}</p><p>{escape(data['patient'])}</p>"
            "<table><thead><tr><th>Check</th><th>When</th><th>Why</th><th>On entrectinib</th></tr></thead>"
            f"<tbody>{rows}</tbody></table>{events}"
        )


def monitoring_planner(instance: str = "08") -> MonitoringPlanner:
    """Plan a patient's first year on larotrectinib, compare it with the labels, then live through the year.

    Parameters
    ----------
    instance
        Under this name the browser remembers the plan and the answers.

    Raises
    ------
    ValueError
        When ``instance`` is empty.
    """
    require_instance(instance)
    year = load()
    return MonitoringPlanner(
        data={
            "id": instance,
            "title": "Plan her first year on the drug",
            "intro": "Give each check its rhythm, then live through the year. Both patients are constructed.",
            "patient": year.patient,
            "months": MONTHS,
            "facts": year.fact_ids(),
            "slots": [
                {"label": slot.label, "months": list(slot.months), "open": slot.open} for slot in year.slot
            ],
            "checks": [_check(check, year) for check in year.check],
            "events": [_event(event) for event in year.event],
        }
    )


def _check(check: Check, year: Year) -> dict[str, Any]:
    places = {slot.id: place for place, slot in enumerate(year.slot)}
    return {
        "name": check.name,
        "slot": places[check.slot],
        "accepts": [places[one] for one in check.accepts],
        "ours": check.basis == "ours",
        "why": parse_inline(check.why),
        "elsewhere": parse_inline(check.elsewhere),
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "when": event.when,
        "title": event.title,
        "story": event.story,
        "moral": event.moral,
        "right": [option.right for option in event.option].index(True),
        "options": [
            {"text": option.text, "ours": option.basis == "ours", "why": parse_inline(option.why)}
            for option in event.option
        ],
    }


def _check_html(check: dict[str, Any], slots: list[dict[str, Any]]) -> str:
    when = escape(slots[check["slot"]]["label"]) + (" (our reading)" if check["ours"] else "")
    if check["accepts"]:
        others = "; ".join(escape(slots[one]["label"]) for one in check["accepts"])
        when += f". Defensible: {others}"
    return (
        f"<tr><th>{escape(check['name'])}</th><td>{when}</td><td>{spans_html(check['why'])}</td>"
        f"<td>{spans_html(check['elsewhere'])}</td></tr>"
    )


def _event_html(event: dict[str, Any]) -> str:
    options = "".join(
        f"<li><strong>{escape(one['text'])}</strong>{' (the best of these)' if right else ''}: "
        f"{'Our reading: ' if one['ours'] else ''}{spans_html(one['why'])}</li>"
        for one, right in ((one, at == event["right"]) for at, one in enumerate(event["options"]))
    )
    return (
        f"<h4>{escape(event['when'])}. {escape(event['title'])}</h4><p>{escape(event['story'])}</p>"
        f"<details><summary>What to do, and why</summary><ul>{options}</ul><p>{escape(event['moral'])}</p></details>"
    )
