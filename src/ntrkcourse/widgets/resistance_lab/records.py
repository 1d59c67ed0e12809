"""Constructed tumours of the resistance lab: hidden clones, and what each choice of the reader leads to."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from ...content.errors import ContentError
from ...content.records import Markdown, Words, build, read_widget, require_ids
from ...science.resistance import MECHANISMS, Clone, drug_table

ChoiceId = Literal["next", "test", "continue", "bypass"]
OutcomeId = Literal["falls", "stays", "rises"]


@dataclass(frozen=True)
class Mechanism:
    """A kind of resistance by its name in the model, and what a reader calls it."""

    id: str
    name: str


@dataclass(frozen=True)
class Outcome:
    """What may become of the burden: as it is predicted, in short, and what it means for the choice."""

    id: OutcomeId
    text: str
    short: str
    meaning: str


@dataclass(frozen=True)
class Choice:
    """What the reader may do at progression; ``note`` gives nothing away."""

    id: ChoiceId
    name: str
    note: Markdown


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
    """What is said of one choice once the curve is drawn."""

    choice: ChoiceId
    text: Markdown


@dataclass(frozen=True)
class Tumour:
    """A constructed tumour; ``wait`` in months is what its test takes, ``plan`` what follows."""

    id: str
    title: str
    setting: Markdown
    hidden: Markdown
    wait: float
    plan: tuple[Planned, ...]
    clone: tuple[HiddenClone, ...]
    answer: tuple[Answer, ...]


@dataclass(frozen=True)
class Lab:
    """The whole file: choices, tumours in order, and the closing words."""

    title: str
    intro: str
    model: str
    closing: str
    words: Words
    mechanism: tuple[Mechanism, ...]
    outcome: tuple[Outcome, ...]
    choice: tuple[Choice, ...]
    tumour: tuple[Tumour, ...]
    summary: tuple[Markdown, ...]


@cache
def load(file: Path | None = None) -> Lab:
    """The lab's content from ``file``, by default the course's.

    Raises
    ------
    ContentError
        For an unknown key, choices, outcomes or mechanisms other than all there are in their order, a tumour id
        used twice, a tumour without an answer to each choice or without a resistant clone, a clone or a drug that
        the model of resistance does not know, or a plan out of order.
    """
    document, name = read_widget("resistance_lab", file)
    lab = build(Lab, document, name, "lab")
    _all_in_order([one.id for one in lab.choice], get_args(ChoiceId), name, "lab", "choice")
    _all_in_order([one.id for one in lab.outcome], get_args(OutcomeId), name, "lab", "outcome")
    _all_in_order([one.id for one in lab.mechanism], MECHANISMS, name, "lab", "mechanism")
    require_ids([tumour.id for tumour in lab.tumour], name, "tumour")
    for tumour in lab.tumour:
        _check(tumour, name)
    return lab


def _all_in_order(found: list[str], known: tuple[str, ...], file: str, record: str, key: str) -> None:
    if tuple(found) != known:
        raise ContentError(file, record, key, f"must be {', '.join(known)}, in this order")


def _check(tumour: Tumour, file: str) -> None:
    def fail(key: str, problem: str) -> None:
        raise ContentError(file, f"tumour {tumour.id}", key, problem)

    answered: list[str] = [one.choice for one in tumour.answer]
    _all_in_order(answered, get_args(ChoiceId), file, f"tumour {tumour.id}", "answer")
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
