"""Facts: every measured or stated thing that the course teaches, with its source and how sure it is."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from .errors import ContentError
from .location import content_folder, short_name
from .records import UpperBound, load_tables

STATUSES = ("verified", "secondary", "recalled")
OVERDUE_AFTER_DAYS = 365
_BIBTEX_KEY = re.compile(r"^@\w+\s*\{\s*([^,\s]+)\s*,", re.MULTILINE)


@dataclass(frozen=True)
class Fact:
    """One measurement or statement, as one source gives it.

    Attributes
    ----------
    id
        Dotted, unique, never reused: ``theme.subject.smith2027``.
    claim
        What the source shows, in our words.
    value, unit
        The figure itself. With ``events`` and ``total`` and a unit that starts with "percent", the value
        must agree with their quotient to its last printed place.
    interval, level, interval_method
        Bounds in ``unit`` at ``level`` per cent; ``inf`` for an upper one that was not reached. Without a method the bounds are the exact
        (Clopper-Pearson) ones; with one, it says how the source made them.
    population, as_of
        Whom the figure describes, and when.
    source, locator, read_at
        Key in ``references.bib``; the place in the source; the page where it was read.
    status
        ``verified`` (read in the source or its official copy), ``secondary`` (read in another text, or
        computed here), ``recalled`` (not read; never taught).
    checked
        The day somebody last held the record against its source.
    detail
        Further figures from the same place in the source.
    note
        Caution: conflicts, limits, what could not be read.
    limits, swept
        What else the same source says that limits or turns the claim, found by reading its whole abstract or section
        on the day ``swept``; "nothing found" where nothing does. Both or neither.
    superseded_by
        Id of the record, or key of the source, that has taken this one's place.
    """

    id: str
    claim: str
    value: float | str | tuple[float, ...]
    source: str
    locator: str
    status: str
    checked: date
    unit: str = ""
    events: int | None = None
    total: int | None = None
    interval: tuple[float, UpperBound] | None = None
    level: float = 95
    interval_method: str = ""
    population: str = ""
    as_of: str = ""
    read_at: str = ""
    detail: str = ""
    note: str = ""
    limits: str = ""
    swept: date | None = None
    superseded_by: str = ""

    @property
    def counts(self) -> tuple[int, int] | None:
        """Events and total, where the record has both."""
        return None if self.events is None or self.total is None else (self.events, self.total)

    def overdue(self, today: date) -> bool:
        """Whether the record was last checked more than a year before ``today``."""
        return (today - self.checked).days > OVERDUE_AFTER_DAYS


@cache
def load_facts(folder: Path | None = None, bibliography: Path | None = None) -> dict[str, Fact]:
    """All facts by id, in the order of their files.

    Raises
    ------
    ContentError
        For a record that contradicts itself or whose source is not in the bibliography.
    """
    folder = folder or content_folder() / "facts"
    keys = bibliography_keys(bibliography or content_folder() / "references.bib")
    facts = {}
    for fact, header in load_tables(folder, "fact", Fact, header=("title",)).values():
        _check(fact, header["file"], keys)
        facts[fact.id] = fact
    return facts


def require_taught(name: str, file: str, record: str, key: str) -> Fact:
    """The fact with this id; :class:`ContentError` where there is none, or it may not be taught."""
    fact = load_facts().get(name)
    if fact is None or fact.status == "recalled":
        raise ContentError(file, record, key, f"no fact {name!r} that may be taught")
    return fact


def is_second_hand(fact_id: str) -> bool:
    """Whether the fact with this id was read elsewhere than in its source, or computed here."""
    fact = load_facts().get(fact_id)
    return fact is not None and fact.status == "secondary"


@cache
def _known_sources() -> frozenset[str]:
    return bibliography_keys(content_folder() / "references.bib")


def is_known_source(key: str) -> bool:
    """Whether the bibliography has this key."""
    return key in _known_sources()


@cache
def themes(folder: Path | None = None) -> dict[str, tuple[str, ...]]:
    """Title of each fact file -> ids of its facts, in order."""
    grouped: dict[str, list[str]] = {}
    for fact, header in load_tables(
        folder or content_folder() / "facts", "fact", Fact, header=("title",)
    ).values():
        if "title" not in header:
            raise ContentError(header["file"], "", "title", "missing: the heading of this theme")
        grouped.setdefault(header["title"], []).append(fact.id)
    return {title: tuple(ids) for title, ids in grouped.items()}


def bibliography_keys(file: Path) -> frozenset[str]:
    """Citation keys of a BibTeX file; a key that stands twice is an error."""
    try:
        text = file.read_text(encoding="utf-8")
    except OSError as error:
        raise ContentError(short_name(file), "", "", f"cannot be read: {error}") from error
    keys = _BIBTEX_KEY.findall(text)
    for key, entry in zip(keys, _BIBTEX_KEY.split(text)[2::2], strict=True):
        if keys.count(key) > 1:
            raise ContentError(short_name(file), key, "", "this citation key stands twice")
        # The entry's own opening brace went with its key.
        if entry.count("{") + 1 != entry.count("}"):
            raise ContentError(
                short_name(file), key, "", "its braces are not balanced: is the last one missing?"
            )
    return frozenset(keys)


def printed_places(value: float) -> int:
    """Decimal places with which ``value`` is written: 3 for 0.082, 0 for 75.0."""
    text = f"{value:.12f}".rstrip("0").rstrip(".")
    return len(text.partition(".")[2])


def _check(fact: Fact, file: str, keys: frozenset[str]) -> None:
    def fail(key: str, problem: str) -> None:
        raise ContentError(file, fact.id, key, problem)

    if not re.fullmatch(r"[a-z0-9_]+(\.[a-z0-9_]+)+", fact.id):
        fail("id", "expected lower-case words joined by dots")
    if fact.status not in STATUSES:
        fail("status", f"{fact.status!r} is none of {', '.join(STATUSES)}")
    if fact.source not in keys:
        fail("source", f"{fact.source!r} is not a key of references.bib")
    if fact.counts:
        events, total = fact.counts
        if not 0 <= events <= total or total == 0:
            fail("events", f"{events} of {total} is no share")
        if fact.unit.startswith("percent") and isinstance(fact.value, float):
            percent = 100 * events / total
            # One unit in the last place, because sources truncate as well as round.
            if abs(percent - fact.value) >= 10 ** -printed_places(fact.value):
                fail(
                    "value",
                    f"{fact.value:g}% does not agree with {events}/{total} = {percent:.4g}%",
                )
    if bool(fact.limits) != bool(fact.swept):
        fail("limits" if fact.swept else "swept", "missing: limits and the day of reading belong together")
    if isinstance(fact.value, tuple) and list(fact.value) != sorted(fact.value):
        fail("value", f"{' to '.join(f'{part:g}' for part in fact.value)} does not run from low to high")
    if fact.interval is not None:
        low, high = fact.interval
        if low > high:
            fail("interval", f"{low} is above {high}")
        if isinstance(fact.value, float) and not low <= fact.value <= high:
            fail("interval", f"{low} to {high} does not hold the value {fact.value}")
        if not 50 <= fact.level < 100:
            fail("level", f"{fact.level} is not a confidence level in per cent")
