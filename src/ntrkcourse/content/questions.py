"""Questions: one bank, from which page, notebook, class and paper are all fed."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from .errors import ContentError
from .location import content_folder
from .records import Markdown, Picture, load_tables, require_unlike
from .walk import facts_of

Level = Literal["remember", "understand", "apply", "analyse", "evaluate"]
LEVELS: tuple[Level, ...] = get_args(Level)
Form = Literal["A", "B"]
FORMS: tuple[Form, ...] = get_args(Form)
"""The forms of the test; which comes first, a coin says."""


@dataclass(frozen=True)
class Option:
    """One answer of a ``single`` or ``multiple`` question.

    ``trap`` names the wrong idea that a distractor stands for; ``see`` is the heading of the section that
    teaches it, where that is another than the question's.
    """

    text: Markdown
    feedback: Markdown
    correct: bool = False
    trap: str = ""
    see: str = ""


@dataclass(frozen=True)
class Diagnosis:
    """What a wrong number between ``low`` and ``high`` (inclusive, in the question's unit) tells."""

    low: float
    high: float
    feedback: Markdown
    trap: str


@dataclass(frozen=True)
class Item:
    """One step of an ``order`` question; the steps stand in their right order."""

    text: Markdown
    feedback: Markdown


@dataclass(frozen=True)
class Pair:
    """One row of a ``match`` question."""

    left: Markdown
    right: Markdown
    feedback: Markdown


@dataclass(frozen=True)
class Question:
    """One question with all that is said about each answer.

    Attributes
    ----------
    id
        ``03.some-words``, unique, never reused; begins with the chapter.
    objective
        Code of the objective that it tests, ``03.2``.
    see
        Heading of the section that teaches the answer, exactly as it stands in the chapter.
    answer, tolerance, unit, precision
        Of a ``numeric`` question: right is anything within ``tolerance`` of ``answer``. The unit says how
        what is typed is read (see ``typed_numbers``): "per cent", "of 100" and "in 10,000" are shares, all
        others are not. The precision names the decimals: "whole number", "to one decimal".
    use
        Where it is asked: in a lesson, at the end of a chapter, or in a form of the test.
    picture
        Name of the picture that it asks about (see :mod:`ntrkcourse.figures`); its description asks the same of
        somebody who cannot see it.
    clear_head
        Of an item of a test form: a clear head alone can answer it, before the course.
    right, wrong
        Feedback of ``numeric``, ``order`` and ``match`` questions: for a right answer, and for a wrong
        one that nothing more particular explains.
    """

    id: str
    objective: str
    kind: Literal["single", "multiple", "numeric", "order", "match"]
    use: Literal["checkpoint", "chapter", "A", "B"]
    level: Level
    stem: Markdown
    see: str
    vignette: Markdown = ""
    picture: Picture = ""
    clear_head: bool = False
    facts: tuple[str, ...] = ()
    option: tuple[Option, ...] = ()
    answer: float | None = None
    tolerance: float | None = None
    unit: str = ""
    precision: str = ""
    diagnosis: tuple[Diagnosis, ...] = ()
    item: tuple[Item, ...] = ()
    pair: tuple[Pair, ...] = ()
    right: Markdown = ""
    wrong: Markdown = ""

    @property
    def chapter(self) -> str:
        """Two digits of the chapter that owns the question."""
        return self.id[:2]

    @property
    def is_test(self) -> bool:
        """Whether it belongs to a form of the test, so that no chapter asks it."""
        return self.use in FORMS

    @property
    def choices(self) -> tuple[str, ...]:
        """What is chosen from: the options, the steps, or the partners of a match; nothing where a number is asked for."""
        offered = self.option or self.item
        return tuple(one.text for one in offered) or tuple(one.right for one in self.pair)

    def fact_ids(self) -> list[str]:
        """Facts that the question names or links to, each once, in order."""
        return list(dict.fromkeys([*self.facts, *facts_of(self)]))


@cache
def load_questions(folder: Path | None = None) -> dict[str, Question]:
    """All questions by id, in the order of their files; raises :class:`ContentError`."""
    questions = {}
    for question, header in load_tables(
        folder or content_folder() / "questions", "question", Question
    ).values():
        _check(question, header["file"])
        questions[question.id] = question
    return questions


# Which parts each kind is made of.
_PARTS = {
    "single": ("option",),
    "multiple": ("option",),
    "numeric": ("answer", "tolerance", "unit", "precision", "diagnosis", "right", "wrong"),
    "order": ("item", "right", "wrong"),
    "match": ("pair", "right", "wrong"),
}


def _check(question: Question, file: str) -> None:
    def fail(key: str, problem: str) -> None:
        raise ContentError(file, question.id, key, problem)

    for key in sorted({part for parts in _PARTS.values() for part in parts}):
        given = getattr(question, key) not in ((), "", None)
        if given and key not in _PARTS[question.kind]:
            fail(key, f"does not belong to a {question.kind!r} question")
        if not given and key in _PARTS[question.kind]:
            fail(key, f"missing; a {question.kind!r} question needs it")
    right = sum(option.correct for option in question.option)
    if question.kind == "single" and right != 1:
        fail("option", f"one option must be correct, found {right}")
    if question.kind == "multiple" and right == 0:
        fail("option", "at least one option must be correct")
    for diagnosis in question.diagnosis:
        if diagnosis.low > diagnosis.high:
            fail("diagnosis", f"{diagnosis.low} is above {diagnosis.high}")
    require_unlike(question.pair, file, question.id, "pair", ("left", "right"))
    if question.tolerance is not None and question.tolerance < 0:
        fail("tolerance", f"must be 0 or more, found {question.tolerance:g}")
