"""Lines of dated events, and the situations that a reader judges by them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Literal

from ...content.dates import window
from ...content.errors import ContentError
from ...content.records import Markdown, Words, build, build_by_id, read_widget, refuse_unknown
from ...content.walk import facts_of

STANDINGS = ("unknown", "announced", "about", "in force", "ended", "not confirmed")
LONGEST_TITLE = 42


@dataclass(frozen=True)
class Event:
    """One dated event; ``start``, ``end`` and ``announced`` are "2017", "2020-12" or "2025-09-22".

    ``status`` is how it stands on the day of the file. ``when`` is shown for the date where the date alone
    would say too much; ``stale`` is a sentence that the event made wrong.
    """

    id: str
    track: str
    start: str
    title: str
    text: Markdown
    status: Literal["in force", "announced", "withdrawn", "not confirmed"]
    announced: str = ""
    end: str = ""
    replaced_by: str = ""
    when: str = ""
    stale: str = ""


@dataclass(frozen=True)
class Step:
    """A constructed situation or text on one ``day``: which of the ``choices`` (events) held?"""

    title: str
    day: str
    ask: str
    choices: tuple[str, ...]
    lesson: str


@dataclass(frozen=True)
class Line:
    """One timeline: its tracks, the months it can be read from ``first`` to ``last``, and its questions.

    ``asks`` says whether a choice is right when its event is in force, or when it made a sentence stale.
    ``place`` lists the events that the reader puts in years; the drawing begins with the year ``axis``.
    ``labels`` calls each of ``STANDINGS`` by a name, and ``any_date`` heads what can be read of any date.
    """

    id: str
    title: str
    intro: str
    note: str
    first: str
    last: str
    axis: int
    asks: Literal["in force", "stale"]
    tracks: tuple[str, ...]
    any_date: str
    labels: Words
    step: tuple[Step, ...]
    place: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shared:
    """What all lines share: the day on which all was looked up, and the words."""

    as_of: date
    words: Words


@dataclass(frozen=True)
class Timeline:
    """A line with its events in the order of their starts, and what all lines share."""

    line: Line
    events: dict[str, Event]
    shared: Shared

    def changes(self, name: str) -> list[tuple[date, str]]:
        """Days on which an event's standing changes, with the new standing; before the first: "unknown"."""
        event = self.events[name]
        marks = [(window(event.announced)[0], "announced")] if event.announced else []
        marks += _from(event.start, "announced" if event.status == "withdrawn" else event.status)
        if event.end:
            marks += _from(event.end, "ended")
        elif event.replaced_by:
            after = self.events[event.replaced_by]
            marks += _from(after.start, "not confirmed" if after.status == "not confirmed" else "ended")
        # Of two changes on a day, and of a change within another's window, the later one holds.
        last = marks[-1][0]
        return [*dict(mark for mark in marks if mark[0] <= last).items()]

    def standing(self, name: str, day: date) -> str:
        """How an event stands on ``day``, one of ``STANDINGS``."""
        return ([what for since, what in self.changes(name) if since <= day] or ["unknown"])[-1]

    def right(self, name: str, day: date) -> bool:
        """Whether the event answers the line's question on ``day``: it is in force, or has made stale."""
        held = self.standing(name, day)
        return held == "in force" or (self.line.asks == "stale" and held == "ended")


def _from(text: str, what: str) -> list[tuple[date, str]]:
    first, last = window(text)
    if first == last or what not in ("in force", "ended"):
        return [(first, what)]
    return [(first, "about"), (last + timedelta(days=1), what)]


@cache
def load(file: Path | None = None) -> dict[str, Timeline]:
    """The lines in ``file`` by id, by default the course's.

    Raises
    ------
    ContentError
        For an unknown key, track, status or event, a bad date, an id used twice, a text that rests on no
        fact, a title too long to draw, or a question without both right and wrong choices.
    """
    document, name = read_widget("timeline", file)
    refuse_unknown(document, ("as_of", "words", "line", "event"), name, "")
    shared = build(Shared, {key: document[key] for key in ("as_of", "words") if key in document}, name, "")
    lines = build_by_id(Line, document.get("line", []), name, "line")
    events = build_by_id(Event, document.get("event", []), name, "event")
    tracks = [track for line in lines.values() for track in line.tracks]
    for event in events.values():
        for key, problem in _faults(event, events, tracks):
            raise ContentError(name, f"event {event.id}", key, problem)
    timelines = {key: Timeline(line, _of(line, events), shared) for key, line in lines.items()}
    for timeline in timelines.values():
        for key, problem in _line_faults(timeline):
            raise ContentError(name, f"line {timeline.line.id}", key, problem)
    return timelines


def _of(line: Line, events: dict[str, Event]) -> dict[str, Event]:
    own = [event for event in events.values() if event.track in line.tracks]
    return {event.id: event for event in sorted(own, key=lambda event: window(event.start))}


def _faults(event: Event, events: dict[str, Event], tracks: list[str]) -> Iterator[tuple[str, str]]:
    for key in ("announced", "start", "end"):
        text = getattr(event, key)
        try:
            if text or key == "start":
                window(text)
        except ValueError as error:
            yield key, str(error)
            return
    if event.announced and window(event.announced)[0] >= window(event.start)[0]:
        yield "announced", "is not before the start"
    if event.end and window(event.end)[1] <= window(event.start)[0]:
        yield "end", "is not after the start"
    if event.track not in tracks:
        yield "track", f"{event.track!r} is a track of no line"
    after = events.get(event.replaced_by)
    if event.replaced_by and (after is None or window(after.start)[1] <= window(event.start)[0]):
        yield "replaced_by", f"{event.replaced_by!r} is no later event"
    if event.end and event.replaced_by:
        yield "end", "has a replacing event, which gives the end"
    if (event.status == "withdrawn") and not event.end:
        yield "end", "missing: the day of the withdrawal"
    if not facts_of(event):
        yield "text", "rests on no fact"
    if len(event.title) > LONGEST_TITLE:
        yield "title", f"has {len(event.title)} characters; at most {LONGEST_TITLE} fit the drawing"


def _line_faults(timeline: Timeline) -> Iterator[tuple[str, str]]:
    line = timeline.line
    if set(line.labels) != set(STANDINGS):
        yield "labels", f"must be for {', '.join(STANDINGS)}"
    for event in timeline.events.values():
        if event.replaced_by and event.replaced_by not in timeline.events:
            yield "tracks", f"lack the event {event.replaced_by!r}, which replaces {event.id!r}"
            return
    for name in (*line.place, *(name for step in line.step for name in step.choices)):
        if name not in timeline.events:
            yield "choices", f"{name!r} is no event of this line"
            return
        if line.asks == "stale" and name not in line.place and not timeline.events[name].stale:
            yield "choices", f"the event {name!r} has no sentence that it made stale"
    for key in ("first", "last"):
        try:
            window(getattr(line, key))
        except ValueError as error:
            yield key, str(error)
    for step in line.step:
        day = date.fromisoformat(step.day)
        if {timeline.right(name, day) for name in step.choices} != {True, False}:
            yield "step", f"of {step.day} has not both right and wrong choices"
