"""Questions of the bank as a widget, and as text."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from typing import Any

from ...content.questions import Question, load_questions
from ...content.walk import as_data
from ...figures import picture
from ..base import CourseWidget
from ..grading import graded
from .records import ToldDiagnosis, ToldOption, ToldQuestion
from .responses import Response, rows


class Quiz(CourseWidget):
    """One or more questions, answered one by one with feedback on every option.

    ``state`` maps the id of each answered question to ``answer`` (the names of what was chosen, see
    :mod:`~ntrkcourse.content.marks`, or the number), ``correct``, ``certainty`` ("1" to "3", or None),
    ``attempts``, ``firstCorrect``, ``firstCertainty`` and ``revealed``.
    """

    @property
    def responses(self) -> list[Response]:
        """What was answered so far, a row a question, ready for ``pandas.DataFrame(quiz.responses)``."""
        return [*rows(self.state)]

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        # 75 seconds a question, with what is said to the answer.
        return 1.25 * len(data["questions"])

    @staticmethod
    def fact_ids(data: dict[str, Any]) -> list[str]:
        bank = load_questions()
        return [fact for question in data["questions"] for fact in bank[question["id"]].fact_ids()]


def quiz(*ids: str, chapter: str = "", use: str = "chapter") -> Quiz:
    """A quiz of the questions with these ids, or of all of a chapter's for one ``use``.

    Parameters
    ----------
    *ids
        Question ids, ``"03.denominator"``, in the order in which they are asked.
    chapter, use
        Instead of ids: two digits, and ``"checkpoint"`` or ``"chapter"``.

    Raises
    ------
    ValueError
        When an id is not in the bank, or nothing matches.
    """
    bank = load_questions()
    unknown = [name for name in ids if name not in bank]
    if unknown:
        raise ValueError(f"no question has the id {unknown[0]!r}; ids are in content/questions/")
    chosen = [bank[name] for name in ids] or [
        question for question in bank.values() if question.chapter == chapter and question.use == use
    ]
    if not chosen:
        raise ValueError(f"the bank has no {use!r} question for chapter {chapter!r}")
    return _quiz(chosen)


def shuffled(question: Question, size: int) -> list[int]:
    """A fixed order of ``size`` positions that depends on the question's id alone and is never 0, 1, 2 ..."""
    keys = [hashlib.sha256(f"{question.id}/{position}".encode()).digest() for position in range(size)]
    order = sorted(range(size), key=keys.__getitem__)
    return order[1:] + order[:1] if order == sorted(order) and size > 1 else order


def sister_of(question: Question, asked: Sequence[Question]) -> str:
    """Id of another question on the same objective that is none of those ``asked``; empty where there is none.

    It is one that a chapter asks, and of those the next in the bank's order: a test's stay unseen until the test.
    """
    others = [
        other.id
        for other in load_questions().values()
        if other.objective == question.objective
        and not other.is_test
        and other.kind in ("single", "numeric")
        and other.id not in {one.id for one in asked}
    ]
    places = list(load_questions())
    return min(
        others,
        key=lambda name: (places.index(name) < places.index(question.id), places.index(name)),
        default="",
    )


def stands_in_order(question: Question) -> bool:
    """Whether all options begin with numbers, from the least to the greatest or the other way round."""
    found = [re.match(r"[0-9][0-9,]*(?:\.[0-9]+)?", option.text) for option in question.option]
    sizes = [float(one[0].replace(",", "")) for one in found if one]
    return bool(found) and len(sizes) == len(found) and sizes in (sorted(sizes), sorted(sizes, reverse=True))


def _quiz(questions: Iterable[Question]) -> Quiz:
    asked = list(questions)
    return Quiz(data={"questions": [as_data(told(one, asked)) for one in asked]})


def told(question: Question, asked: Sequence[Question] = ()) -> ToldQuestion:
    """What a page is told of a question that it asks beside those ``asked``."""
    size = len(question.item) or len(question.pair)
    grades: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in graded(question).items()
    }
    practised = question.kind in ("single", "numeric") and not question.is_test
    return ToldQuestion(
        id=question.id,
        vignette=question.vignette,
        picture=picture(question.picture) if question.picture else "",
        stem=question.stem,
        see=question.see,
        right=question.right,
        wrong=question.wrong,
        option=tuple(ToldOption(one.text, one.feedback, one.see) for one in question.option),
        unit=question.unit,
        precision=question.precision,
        diagnosis=tuple(ToldDiagnosis(one.low, one.high, one.feedback) for one in question.diagnosis),
        item=question.item,
        pair=question.pair,
        shown=tuple(shuffled(question, size)),
        fixed=stands_in_order(question),
        sister=sister_of(question, asked) if practised else "",
        **grades,
    )
