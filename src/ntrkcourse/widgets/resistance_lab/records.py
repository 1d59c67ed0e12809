"""Constructed tumours of the resistance lab: hidden clones, and what each choice of the reader leads to."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...content.errors import ContentError
from ...content.inline import linked_facts
from ...content.location import content_folder, short_name
from ...content.records import build, read_toml, require_ids
from ...science.resistance import Clone, drug_table

CHOICES = ("next", "test", "continue", "bypass")


@dataclass(frozen=True)
class Choice:
    """What the reader may do at progression; ``note`` may hold fact links and gives nothing away."""

    id: str
    name: str
    note: str


@dataclass(frozen=True)
class HiddenClone:
    """Cells that share one mechanism: size at month 0 in per cent, net growth a month without a drug."""

    name: str
    mechanism: str
    start: float
    growth: float


@dataclass(frozen=True)
class Planned:
    """A drug that the test's result leads to, ``after`` months from the result."""

    drug: str
    after: float


@dataclass(frozen=True)
class Answer:
    """What is said of one choice once the curve is drawn, with fact links."""

    choice: str
    text: str


@dataclass(frozen=True)
class Tumour:
    """A constructed tumour; ``wait`` in months is what its test takes, ``plan`` what follows."""

    id: str
    title: str
    setting: str
    hidden: str
    wait: float
    plan: tuple[Planned, ...]
    clone: tuple[HiddenClone, ...]
    answer: tuple[Answer, ...]

    def texts(self) -> list[str]:
        """Every text that may hold a fact link."""
        return [self.setting, self.hidden, *(one.text for one in self.answer)]


@dataclass(frozen=True)
class Lab:
    """The whole file: choices, tumours in order, and the closing words."""

    summary: tuple[str, ...]
    choice: tuple[Choice, ...]
    tumour: tuple[Tumour, ...]

    def texts(self) -> list[str]:
        """Every text that may hold a fact link."""
        notes = [one.note for one in self.choice]
        return [*notes, *(text for one in self.tumour for text in one.texts()), *self.summary]

    def fact_ids(self) -> list[str]:
        """Facts that the texts link to, each once, in order."""
        return linked_facts(self.texts())


@cache
def load(file: Path | None = None) -> Lab:
    """The lab's content from ``file``, by default the course's.

    Raises
    ------
    ContentError
        For an unknown key, choices other than ``CHOICES``, a tumour id used twice, a
        tumour without an answer to each choice or without a resistant clone, a clone or a drug that the model of
        resistance does not know, or a plan out of order.
    """
    path = file or content_folder() / "widgets/resistance_lab.toml"
    name = short_name(path)
    lab = build(Lab, read_toml(path), name, "lab")
    if tuple(one.id for one in lab.choice) != CHOICES:
        raise ContentError(name, "lab", "choice", f"must be {', '.join(CHOICES)}, in this order")
    require_ids([tumour.id for tumour in lab.tumour], name, "tumour")
    for tumour in lab.tumour:
        _check(tumour, name)
    return lab


def _check(tumour: Tumour, file: str) -> None:
    def fail(key: str, problem: str) -> None:
        raise ContentError(file, f"tumour {tumour.id}", key, problem)

    if tuple(one.choice for one in tumour.answer) != CHOICES:
        fail("answer", f"must answer {', '.join(CHOICES)}, in this order")
    if tumour.clone[0].mechanism != "sensitive" or len(tumour.clone) < 2:
        fail("clone", "the first must be sensitive, with one resistant clone or more after it")
    if tumour.wait <= 0:
        fail("wait", f"must be above 0, got {tumour.wait:g}")
    months = [planned.after for planned in tumour.plan]
    if not months or months[0] != 0 or sorted(set(months)) != months:
        fail("plan", "must begin with after = 0 and go on in order of time")
    for clone in tumour.clone:
        try:
            Clone(clone.name, clone.mechanism, clone.start, clone.growth)
        except ValueError as error:
            fail("clone", f"{clone.name!r}: {error}")
    for planned in tumour.plan:
        if planned.drug not in drug_table():
            fail("plan", f"{planned.drug!r} is none of {', '.join(drug_table())}")
