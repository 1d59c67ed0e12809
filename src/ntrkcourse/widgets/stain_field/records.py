"""What is said of the constructed stains, and, for chapter 06 too, whose counts describe a stain, and where."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ...content.errors import ContentError
from ...content.facts import load_facts
from ...content.inline import fact_ids
from ...content.records import Markdown, Words, build, build_by_id, read_widget, require_ids, require_one_of
from ...science.proportions import exact_interval
from ...science.staining import constructed_fields


@dataclass(frozen=True)
class Told:
    """What is said of a constructed field: the sample, the truth, and the lesson."""

    id: str
    sample: str
    truth: str
    lesson: Markdown


@dataclass(frozen=True)
class Study:
    """A study: what it was tested against, its rule about the nucleus, and the facts that count.

    The first of two facts is by any staining, the second by that rule; empty where none was read.
    """

    name: str
    against: str
    nuclear: str
    sensitivity: tuple[str, str]
    specificity: tuple[str, str]


@dataclass(frozen=True)
class Exercise:
    """What a reader meets in the stain field; ``rules`` are the loose and the strict one.

    ``places``, ``intensities`` and ``shares`` name what ``science.staining`` scores by position.
    """

    title: str
    intro: Markdown
    rules: tuple[str, str]
    places: tuple[str, str, str, str]
    intensities: tuple[str, str, str]
    shares: tuple[str, str, str]
    notes: tuple[Markdown, ...]
    closing: str
    words: Words
    field: tuple[Told, ...]
    study: tuple[Study, ...]


class Counted(NamedTuple):
    """A share that was counted."""

    events: int
    total: int

    @property
    def share(self) -> float:
        """As a fraction."""
        return self.events / self.total

    @property
    def ends(self) -> tuple[float, float]:
        """Ends of the exact 95% interval, as fractions."""
        return exact_interval(self.events, self.total)


@dataclass(frozen=True)
class Stain:
    """Whose counts describe a stain, and what they do not say.

    ``figures`` tells in how many tumours with a fusion it is positive, and in how many without one negative.
    """

    id: str
    name: str
    figures: Markdown
    caution: Markdown

    @property
    def sensitivity(self) -> Counted:
        return counted(fact_ids(self.figures)[0])

    @property
    def specificity(self) -> Counted:
        return counted(fact_ids(self.figures)[1])


@dataclass(frozen=True)
class Population:
    """Tumours that are stained: a ``fact`` counts those with a fusion, or their share is ``rounded`` for teaching."""

    id: str
    rounded: float | None = None
    fact: str = ""

    @property
    def share(self) -> float:
        """The share of them with a fusion."""
        return counted(self.fact).share if self.rounded is None else self.rounded


class Records(NamedTuple):
    """The whole file; stains and populations by id, in order."""

    exercise: Exercise
    stains: dict[str, Stain]
    populations: dict[str, Population]

    def prevalences(self) -> list[float]:
        """Shares of tumours with a fusion at which sliders stop, rising; the populations' are among them."""
        rising = (0.0002, 0.0005, 0.002, 0.003, 0.005, 0.01, 0.02, 0.03, 0.05, 0.15)
        common = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.95, 0.98)
        return sorted({*rising, *common, *(one.share for one in self.populations.values())})


def counted(fact_id: str) -> Counted:
    """The counts of a fact.

    Raises
    ------
    ValueError
        When the registry has no such fact, or the fact has no counts.
    """
    fact = load_facts().get(fact_id)
    if fact is None or fact.counts is None:
        raise ValueError(f"{fact_id!r} is no fact with counts")
    return Counted(*fact.counts)


def complement(share: Counted) -> Counted:
    """Those of the total who had no event."""
    return Counted(share.total - share.events, share.total)


@cache
def load(file: Path | None = None) -> Records:
    """What is said of stains in ``file``, by default the course's.

    Raises
    ------
    ContentError
        For an unknown key, a field that the model does not have, an id used twice, a fact without the counts that
        are asked of it, or a population with two shares or none.
    """
    document, name = read_widget("stain_field", file)
    own = {key: value for key, value in document.items() if key not in ("stain", "population")}
    exercise = build(Exercise, own, name, "exercise")
    require_ids([one.id for one in exercise.field], name, "field")
    for told in exercise.field:
        require_one_of(told.id, [field.id for field in constructed_fields()], name, f"field {told.id}", "id")
    for study in exercise.study:
        for key in ("sensitivity", "specificity"):
            for fact in filter(None, getattr(study, key)):
                _require(has_range(fact) or has_counts(fact), fact, name, f"study {study.name}", key)
    stains = build_by_id(Stain, document.get("stain", []), name, "stain")
    for stain in stains.values():
        linked = fact_ids(stain.figures)
        if len(linked) != 2:
            raise ContentError(name, f"stain {stain.id}", "figures", "must link to two facts with counts")
        for fact in linked:
            _require(has_counts(fact), fact, name, f"stain {stain.id}", "figures")
    populations = build_by_id(Population, document.get("population", []), name, "population")
    for where in populations.values():
        fits = has_counts(where.fact) if where.rounded is None else not where.fact
        _require(fits, where.fact, name, f"population {where.id}", "fact")
    return Records(exercise, stains, populations)


def has_counts(fact_id: str) -> bool:
    """Whether there is such a fact, with events of a total."""
    fact = load_facts().get(fact_id)
    return fact is not None and fact.counts is not None


def has_range(fact_id: str) -> bool:
    """Whether there is such a fact that leaves open how many of a total, between two counts."""
    fact = load_facts().get(fact_id)
    return fact is not None and fact.events is None and isinstance(fact.value, tuple) and bool(fact.total)


def _require(fits: bool, fact: str, file: str, record: str, key: str) -> None:
    if not fits:
        raise ContentError(file, record, key, f"{fact!r} is no fact with the counts that are asked of it")
