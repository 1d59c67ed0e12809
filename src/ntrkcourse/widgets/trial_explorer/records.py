"""The trial explorer: which record each row shows, how rows may be filtered, and what is asked and told of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from ...content.errors import ContentError
from ...content.facts import load_facts, require_taught
from ...content.records import Markdown, Words, build, read_widget, require_one_of, require_places
from ..shares import share_of


@dataclass(frozen=True)
class Row:
    """One response rate: its fact, its name, and what the reader can filter by.

    ``shared`` says whose patients these are; ``{total}`` in it is the record's own.
    """

    fact: str
    name: str
    drug: str
    reader: Literal["independent", "investigators", "unstated"]
    site: str = "all"
    before: str = "unstated"
    shared: str = ""


@dataclass(frozen=True)
class Family:
    """Rows whose patients overlap, or which stand apart; ``mixed`` ones have several drugs."""

    name: str
    note: str
    row: tuple[Row, ...]
    mixed: bool = False
    warning: bool = False


@dataclass(frozen=True)
class Choice:
    """One of the values to filter by."""

    value: str
    text: str


@dataclass(frozen=True)
class Filter:
    """What rows are filtered by: a key of theirs, and its values, "any" among them."""

    key: Literal["drug", "site", "reader", "before"]
    label: str
    option: tuple[Choice, ...]


@dataclass(frozen=True)
class Breast:
    """The first guess: how many patients stand behind ``fact``, and how wide its interval is."""

    question: str
    ask: str
    commit: str
    fact: str
    studied: tuple[int, ...]
    told: tuple[Markdown, ...]


@dataclass(frozen=True)
class Option:
    """An answer to the second guess, with the row of its drug; ``feedback`` may name a drug for its rate."""

    value: str
    text: str
    feedback: Markdown
    fact: str = ""


@dataclass(frozen=True)
class Better:
    """The second guess: which drug is better. The rows of ``again`` are shown afterwards."""

    question: str
    ask: str
    commit: str
    again: tuple[str, ...]
    told: tuple[Markdown, ...]
    option: tuple[Option, ...]

    @property
    def shown(self) -> list[str]:
        """Facts of the rows that stand side by side."""
        return [one.fact for one in self.option if one.fact]


@dataclass(frozen=True)
class Sites:
    """The third guess: the lowest and the highest rate of the rows that are ``shown``."""

    question: str
    ask: str
    commit: str
    shown: tuple[str, ...]
    told: tuple[Markdown, ...]


@dataclass(frozen=True)
class Trials:
    """Everything that the explorer asks, tells and shows."""

    title: str
    intro: str
    words: Words
    breast: Breast
    better: Better
    sites: Sites
    filter: tuple[Filter, ...]
    family: tuple[Family, ...]

    @property
    def rows(self) -> dict[str, Row]:
        """All rows by their facts, in order."""
        return {row.fact: row for family in self.family for row in family.row}


@cache
def load(file: Path | None = None) -> Trials:
    """What stands in ``file``, by default the course's.

    Raises
    ------
    ContentError
        For an unknown key; a row whose fact stands twice, does not exist, may not be taught or gives no share or no
        year, or that no filter finds; a guess about what is no row, or about an interval that is none; a text that
        asks for what is not worked out.
    """
    document, name = read_widget("trial_explorer", file)
    trials = build(Trials, document, name, "trials")
    rows = [row for family in trials.family for row in family.row]
    for row in rows:
        _check_row(row, trials, name)
        if trials.rows[row.fact] is not row:
            raise ContentError(name, row.name, "fact", f"{row.fact!r} has a row already")
    _check_tasks(trials, name)
    return trials


def _check_row(row: Row, trials: Trials, file: str) -> None:
    fact = require_taught(row.fact, file, row.name, "fact")
    try:
        share_of(fact)
    except ValueError as error:
        raise ContentError(file, row.name, "fact", str(error)) from error
    if not re.search(r"\b20\d\d", fact.as_of):
        raise ContentError(file, row.name, "fact", f"fact {row.fact!r} says no year")
    for one in trials.filter:
        values = [choice.value for choice in one.option if choice.value != "any"]
        require_one_of(getattr(row, one.key), values, file, row.name, one.key)
    require_places(row.shared, ["total"], file, row.name, "shared")


def _check_tasks(trials: Trials, file: str) -> None:
    breast, better, sites = trials.breast, trials.better, trials.sites
    for record, key, facts in (
        ("breast", "fact", [breast.fact]),
        ("better", "option", better.shown),
        ("better", "again", better.again),
        ("sites", "shown", sites.shown),
    ):
        for fact in facts:
            require_one_of(fact, trials.rows, file, record, key)
            if share_of(load_facts()[fact]).interval is None:
                raise ContentError(file, record, key, f"the row of {fact!r} has no interval")
    if share_of(load_facts()[breast.fact]).total not in breast.studied:
        raise ContentError(
            file, "breast", "studied", "the number of patients is not among what can be guessed"
        )
    drugs = [trials.rows[fact].drug for fact in better.shown]
    places: list[tuple[str, str, Iterable[str], Iterable[str]]] = [
        ("breast", "told", breast.told, ["range", "width"]),
        ("better", "told", better.told, []),
        ("better", "option", [one.feedback for one in better.option], drugs),
        ("sites", "told", sites.told, ["low", "high"]),
    ]
    for record, key, texts, known in places:
        for text in texts:
            require_places(text, known, file, record, key)
