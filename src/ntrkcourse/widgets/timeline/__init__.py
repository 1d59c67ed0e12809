"""Two timelines on one engine: what was in force in India, and what was known of NTRK fusions."""

from datetime import date
from html import escape
from typing import Any

from ...content.dates import spoken
from ...content.facts import load_facts
from ...content.inline import fact_ids, parse_inline, spans_html
from ..base import CourseWidget, require_instance
from .records import Event, Step, Timeline, load

_POLICY = {
    "in force": "In force",
    "announced": "Announced, not in force",
    "about": "Changed at about this time",
    "ended": "Ended or withdrawn",
    "not confirmed": "Not confirmed",
    "unknown": "Not yet in the record",
}
_EVIDENCE = _POLICY | {
    "in force": "Known, approved or recommended",
    "announced": "Announced, outcome still open",
    "ended": "Overtaken by a later event",
    "unknown": "Still to come",
}
_OVERLOOKED = {
    "in force": "It was in force.",
    "stale": "It was stale by then.",
}
_FOOLED = {
    "announced": "Announced is not in force.",
    "about": "Our record has no exact day.",
    "ended": "It had ended before.",
    "not confirmed": "That could not be confirmed.",
    "unknown": "Our record of it starts later.",
}
_OPEN = "Nobody knows: either answer stands."
_STILL_TRUE = "It still held: the event came later, or was not confirmed."


class TimelineWidget(CourseWidget):
    """``state`` holds ``at``, the step that is open, the ``answers`` so far, and the ``day`` chosen last."""

    @staticmethod
    def equivalent(data: dict[str, Any]) -> str:
        events = data["events"]
        asked = "".join(_step_html(step, events) for step in data["steps"])
        rows = "".join(
            f"<tr><th>{escape(event['when'])}</th><td>{escape(data['tracks'][event['track']])}</td>"
            f"<td><strong>{escape(event['title'])}</strong>. {spans_html(event['text'])}"
            f"{' Read second-hand.' if event['second'] else ''}</td><td>{escape(data['labels'][_standing(event, data['today'])])}</td></tr>"
            for event in events
        )
        return (
            f"<h3>{escape(data['title'])}</h3><p>{escape(data['intro'])}</p><p>{escape(data['note'])}</p>{asked}"
            "<table><thead><tr><th>When</th><th>Track</th><th>What</th><th>How it stands on "
            f"{escape(data['asOf'])}</th></tr></thead><tbody>{rows}</tbody></table>"
        )


def policy_timeline(instance: str = "09") -> TimelineWidget:
    """India's rules on money, data, drugs and tests: judge constructed situations, then read any date.

    Parameters
    ----------
    instance
        Under this name the browser remembers the reader's answers.

    Raises
    ------
    ValueError
        When ``instance`` is empty.
    """
    return _widget("policy", instance, _POLICY)


def evidence_timeline(instance: str = "11") -> TimelineWidget:
    """NTRK fusions from 2018 to November 2026: date six events, judge old texts, then read any date.

    Parameters
    ----------
    instance
        Under this name the browser remembers the reader's answers.

    Raises
    ------
    ValueError
        When ``instance`` is empty.
    """
    return _widget("evidence", instance, _EVIDENCE)


def _widget(kind: str, instance: str, labels: dict[str, str]) -> TimelineWidget:
    require_instance(instance)
    timeline = load()[kind]
    line, events = timeline.line, timeline.events
    order = list(events)
    return TimelineWidget(
        data={
            "id": f"{kind}/{instance}",
            "kind": kind,
            "title": line.title,
            "intro": line.intro,
            "note": line.note,
            "facts": [*dict.fromkeys(fact for event in events.values() for fact in event.fact_ids())],
            "asOf": spoken(timeline.as_of.isoformat()),
            "today": timeline.as_of.isoformat(),
            "first": line.first,
            "last": line.last,
            "axis": line.axis,
            "labels": labels,
            "tracks": list(line.tracks),
            "events": [_event(event, timeline) for event in events.values()],
            "place": [
                {"event": order.index(name), "year": int(events[name].start[:4])} for name in line.place
            ],
            "steps": [_step(step, timeline) for step in line.step],
        }
    )


def _event(event: Event, timeline: Timeline) -> dict[str, Any]:
    shown = {
        "title": event.title,
        "track": timeline.line.tracks.index(event.track),
        "when": _when(event, timeline),
        "text": parse_inline(event.text),
        "second": second_hand(event.text),
        "marks": [[day.isoformat(), what] for day, what in timeline.changes(event.id)],
    }
    return shown | ({"stale": event.stale} if event.stale else {})


def _when(event: Event, timeline: Timeline) -> str:
    """The start in words, and the end where there is one; a draft or a bill has no start to speak of."""
    if event.when:
        start = event.when
    elif event.status == "in force" and timeline.line.asks == "in force":
        start = f"from {spoken(event.start)}"
    else:
        start = spoken(event.start)
    if event.announced:
        start += f", announced {spoken(event.announced)}"
    after = timeline.events.get(event.replaced_by)
    end = event.end or (after.start if after and not after.when else "")
    until = "confirmed until" if after and after.status == "not confirmed" else "until"
    return f"{start}, {until} {spoken(end)}" if end else start


def second_hand(text: str) -> bool:
    """Whether a record behind ``text`` was read in another text than its source, or computed here."""
    return any(load_facts()[name].status == "secondary" for name in fact_ids(text))


def _standing(event: dict[str, Any], day: str) -> str:
    standings: list[str] = [what for since, what in event["marks"] if since <= day]
    return standings[-1] if standings else "unknown"


def _step(step: Step, timeline: Timeline) -> dict[str, Any]:
    day = date.fromisoformat(step.day)
    order = list(timeline.events)
    choices = []
    for name in step.choices:
        right = timeline.right(name, day)
        stale = timeline.line.asks == "stale"
        is_open = not stale and timeline.standing(name, day) == "not confirmed"
        fooled = _STILL_TRUE if stale else _FOOLED.get(timeline.standing(name, day), "")
        choices.append(
            {
                "event": order.index(name),
                "text": timeline.events[name].stale if stale else timeline.events[name].title,
                "right": right,
                "wrong": _OPEN if is_open else _OVERLOOKED[timeline.line.asks] if right else fooled,
                "held": ("Stale" if right else "Not stale") if stale else "",
            }
            | ({"open": True} if is_open else {})
        )
    return {
        "title": step.title,
        "day": step.day,
        "ask": step.ask,
        "choices": choices,
        "lesson": step.lesson,
    }


def _step_html(step: dict[str, Any], events: list[dict[str, Any]]) -> str:
    rows = "".join(
        f"<li>{escape(choice['text'])} <strong>{'Open' if choice.get('open') else 'Yes' if choice['right'] else 'No'}</strong> "
        f"({escape(events[choice['event']]['title'])}, {escape(events[choice['event']]['when'])})</li>"
        for choice in step["choices"]
    )
    return (
        f"<h4>{escape(step['title'])}</h4><p>{escape(step['ask'])}</p><ul>{rows}</ul>"
        f"<p>{escape(step['lesson'])}</p>"
    )
