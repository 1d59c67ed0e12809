"""The course's test: two forms of it, and the three times that a reader sits it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal

from ...content.questions import FORMS, Form, Question, load_questions
from ...content.walk import as_data, facts_of
from ..base import CourseWidget
from ..quiz import told
from ..quiz.records import ToldOption, ToldQuestion
from .records import load


class Sitting(CourseWidget):
    """One sitting of the test, or half of it; it tells nothing before it has ended.

    The page tosses a coin, once, for the form that comes first. ``state`` holds the ``form``, whether the sitting has
    ``ended``, and of each question answered its ``answer`` and ``certainty`` ("1" to "3", or None).
    """

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        # One form is asked; 75 seconds a question, as in a quiz.
        return 1.25 * len(data["asked"]["A"])

    @staticmethod
    def printed(data: dict[str, Any]) -> dict[str, Any]:
        return {"forms_printed": _printed(data["sitting"], data["fixed"])}


def pretest(first: Form | None = None, half: Literal[1, 2] | None = None) -> Sitting:
    """The first sitting, or one half of it, by the form that the coin has put first, or by ``first``.

    Raises
    ------
    ValueError
        Where ``first`` is no form, or ``half`` neither 1 nor 2.
    """
    if first is not None and first not in FORMS:
        raise ValueError(f"first must be one of {', '.join(FORMS)}, got {first!r}")
    return _sitting(1, half, first)


def posttest(half: Literal[1, 2] | None = None) -> Sitting:
    """The second sitting, by the other form, or one half of it; once it has ended, it tells both forms."""
    return _sitting(2, half)


def retest() -> Sitting:
    """The third sitting, a month later: the first form again."""
    return _sitting(3)


def form(name: str, bank: Mapping[str, Question] | None = None) -> list[Question]:
    """The questions of form ``"A"`` or ``"B"``, pair by pair in the same order; by default the course's."""
    known = load_questions() if bank is None else bank
    chosen = (question for question in known.values() if question.use == name)
    return sorted(chosen, key=lambda question: (question.objective, question.id))


def _sitting(
    number: Literal[1, 2, 3], half: Literal[1, 2] | None = None, first: Form | None = None
) -> Sitting:
    order = _printed(number, first)
    asked = {name: _half(form(name), half) for name in order}
    whole = [question for questions in asked.values() for question in questions]
    told_of = {question.id: _told(question, number) for question in whole}
    return Sitting(
        data={
            **as_data(load()),
            "sitting": number,
            "half": half,
            "fixed": first,
            "forms": {name: [one.id for one in form(name)] for name in FORMS},
            # In the order of the equivalent, from which the page takes pictures.
            "asked": {name: [as_data(told_of[one.id]) for one in asked[name]] for name in order},
            # A page's list of sources would give away what is not told yet.
            "facts": [
                fact
                for one in whole
                for fact in (one.fact_ids() if number == 2 else facts_of(told_of[one.id]))
            ],
        }
    )


def _printed(number: int, first: Form | None) -> tuple[Form, ...]:
    """The forms, first the one that a sitting prints where no script runs."""
    return ("B", "A") if number == 2 or first == "B" else ("A", "B")


def _half(questions: list[Question], half: Literal[1, 2] | None) -> list[Question]:
    middle = len(questions) // 2
    if half is None:
        return questions
    if half not in (1, 2):
        raise ValueError(f"half must be 1 or 2, got {half!r}")
    return questions[:middle] if half == 1 else questions[middle:]


def _told(question: Question, number: int) -> ToldQuestion:
    """What the page is told of a question: all of it in the second sitting, no reasons in the others, no key in the first."""
    whole = told(question)
    if number == 2:
        return whole
    silent = replace(
        whole,
        see="",
        right="",
        wrong="",
        option=tuple(ToldOption(one.text, "", "") for one in whole.option),
        item=tuple(replace(one, feedback="") for one in whole.item),
        pair=tuple(replace(one, feedback="") for one in whole.pair),
        diagnosis=(),
    )
    return silent if number == 3 else replace(silent, key=(), answer=None, tolerance=None)
