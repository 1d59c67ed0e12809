"""A constructed first year on a drug: checks to place on a calendar, and events to answer."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from ...content.basis import Basis, check_basis
from ...content.errors import ContentError
from ...content.inline import fact_ids
from ...content.records import Markdown, Words, build, read_widget, require_ids, require_one_of

MONTHS = 12


@dataclass(frozen=True)
class Slot:
    """How often a check may be done; ``open`` where it is also done whenever something calls."""

    id: str
    label: str
    months: tuple[int, ...]
    open: bool = False


@dataclass(frozen=True)
class Check:
    """One check with its answer, the answers that can be defended, and the same check on another drug."""

    id: str
    name: str
    slot: str
    accepts: tuple[str, ...]
    basis: Literal["source", "ours"]
    why: Markdown
    elsewhere: Markdown


@dataclass(frozen=True)
class Action:
    """One thing to do at an event; of an event's, one is ``right``."""

    text: str
    basis: Basis
    why: Markdown
    right: bool = False


@dataclass(frozen=True)
class Event:
    """Something that happens in the year."""

    id: str
    when: str
    title: str
    story: str
    moral: str
    option: tuple[Action, ...]


@dataclass(frozen=True)
class Year:
    """The patient, the calendar's slots from the least to the most work, the checks and the events."""

    title: str
    intro: str
    patient: str
    words: Words
    slot: tuple[Slot, ...]
    check: tuple[Check, ...]
    event: tuple[Event, ...]


@cache
def load(file: Path | None = None) -> Year:
    """The year in ``file``, by default the course's.

    Raises
    ------
    ContentError
        For an unknown key, slot or basis, an id used twice, a month outside the year, a basis that does not
        agree with its links, an accepted slot that is the answer, or an event without three or more options
        of which exactly one is right.
    """
    document, name = read_widget("monitoring_planner", file)
    year = build(Year, document, name, "year")
    _check_slots(year, name)
    _check_checks(year, name)
    _check_events(year, name)
    return year


def _check_slots(year: Year, file: str) -> None:
    require_ids([slot.id for slot in year.slot], file, "slot")
    for slot in year.slot:
        if any(not 0 <= month <= MONTHS for month in slot.months) or list(slot.months) != sorted(slot.months):
            raise ContentError(file, f"slot {slot.id}", "months", f"must be in order, 0 to {MONTHS}")


def _check_checks(year: Year, file: str) -> None:
    require_ids([check.id for check in year.check], file, "check")
    slots = [slot.id for slot in year.slot]
    for check in year.check:
        record = f"check {check.id}"
        for key, named in (("slot", (check.slot,)), ("accepts", check.accepts)):
            for one in named:
                require_one_of(one, slots, file, record, key)
        if check.slot in check.accepts:
            raise ContentError(file, record, "accepts", f"{check.slot!r} is the answer already")
        if check.basis == "source" and not fact_ids(check.why):
            raise ContentError(file, record, "why", "links to no fact, although its basis is 'source'")


def _check_events(year: Year, file: str) -> None:
    require_ids([event.id for event in year.event], file, "event")
    for event in year.event:
        record = f"event {event.id}"
        right = sum(option.right for option in event.option)
        if right != 1 or len(event.option) < 3:
            problem = f"{len(event.option)} with {right} right; three or more, exactly one right"
            raise ContentError(file, record, "option", problem)
        for number, option in enumerate(event.option, start=1):
            check_basis(option.basis, option.why, file, f"{record}, option {number}")
