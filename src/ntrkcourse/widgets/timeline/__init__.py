"""A line of dated events, such as what was in force or what was known, that can be read on any day."""

from datetime import date
from typing import Any

from ...content.dates import spoken
from ...content.facts import is_second_hand
from ...content.walk import as_data, facts_of
from ..base import CourseWidget, require_instance, require_known
from .records import Event, Step, Timeline, load


class TimelineWidget(CourseWidget):
    """``state`` holds ``at``, the step that is open, the ``answers`` so far, and the ``day`` chosen last."""

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        return 4

    @staticmethod
    def answers(data: dict[str, Any]) -> list[str]:
        """The years of the events to be placed."""
        return [f"{data['event'][one['event']]['title']}: {one['year']}" for one in data["place"]]

    @staticmethod
    def printed(data: dict[str, Any]) -> dict[str, Any]:
        """How each event stands today."""
        return {"standings": [_standing(event, data["today"]) for event in data["event"]]}


def timeline(line: str, instance: str) -> TimelineWidget:
    """A line of dated events: place some of them, judge constructed situations, then read any date.

    Parameters
    ----------
    line
        Name of a line in ``content/widgets/timeline.toml``.
    instance
        Under this name, after that of the line, the browser remembers the reader's answers.

    Raises
    ------
    ValueError
        When there is no such line, or ``instance`` is empty.
    """
    require_instance(instance)
    require_known(load(), line, "line")
    chosen = load()[line]
    events, shared = chosen.events, chosen.shared
    order = list(events)
    today = shared.as_of.isoformat()
    return TimelineWidget(
        data=as_data(chosen.line)
        | {
            "id": f"{line}/{instance}",
            "words": shared.words,
            "facts": facts_of(*events.values()),
            "as_of": spoken(today),
            "today": today,
            "event": [_event(event, chosen) for event in events.values()],
            "place": [
                {"event": order.index(name), "year": int(events[name].start[:4])}
                for name in chosen.line.place
            ],
            "step": [_step(step, chosen) for step in chosen.line.step],
        }
    )


def _event(event: Event, timeline: Timeline) -> dict[str, Any]:
    return as_data(event) | {
        "when": _when(event, timeline),
        "second": any(is_second_hand(fact) for fact in facts_of(event)),
        "marks": [[day.isoformat(), what] for day, what in timeline.changes(event.id)],
    }


def _when(event: Event, timeline: Timeline) -> str:
    """The start in words, and the end where there is one; a draft or a bill has no start to speak of."""
    words = timeline.shared.words
    if event.when:
        when = event.when
    elif event.status == "in force" and timeline.line.asks == "in force":
        when = words["when_from"].format(day=spoken(event.start))
    else:
        when = spoken(event.start)
    if event.announced:
        when = words["when_announced"].format(when=when, day=spoken(event.announced))
    after = timeline.events.get(event.replaced_by)
    end = event.end or (after.start if after and not after.when else "")
    doubtful = after and after.status == "not confirmed"
    until = words["when_confirmed_until"] if doubtful else words["when_until"]
    return until.format(when=when, day=spoken(end)) if end else when


def _standing(event: dict[str, Any], day: str) -> str:
    standings: list[str] = [what for since, what in event["marks"] if since <= day]
    return standings[-1] if standings else "unknown"


def _step(step: Step, timeline: Timeline) -> dict[str, Any]:
    return as_data(step) | {"choices": [_choice(name, step.day, timeline) for name in step.choices]}


def _choice(name: str, day: str, timeline: Timeline) -> dict[str, Any]:
    """What can be ticked, whether it should be, and what is told to who did otherwise."""
    words, event = timeline.shared.words, timeline.events[name]
    right = timeline.right(name, date.fromisoformat(day))
    standing = timeline.standing(name, date.fromisoformat(day))
    stale = timeline.line.asks == "stale"
    is_open = not stale and standing == "not confirmed"
    fooled = {
        "announced": words["fooled_announced"],
        "about": words["fooled_about"],
        "ended": words["fooled_ended"],
        "not confirmed": words["fooled_not_confirmed"],
        "unknown": words["fooled_unknown"],
    }
    if is_open:
        wrong = words["open"]
    elif right:
        wrong = words["overlooked_stale"] if stale else words["overlooked"]
    else:
        wrong = words["fooled_stale"] if stale else fooled[standing]
    return {
        "event": list(timeline.events).index(name),
        "text": event.stale if stale else event.title,
        "right": right,
        "open": is_open,
        "wrong": wrong,
        "held": (words["stale"] if right else words["not_stale"]) if stale else "",
    }
