"""Questions of the bank as a widget, and as text."""

import hashlib
from html import escape
from typing import Any

from ...content.inline import inline_html, parse_inline
from ...content.questions import Question, load_questions
from ..base import CourseWidget
from ..grading import graded


class Quiz(CourseWidget):
    """One or more questions, answered one by one with feedback on every option.

    ``state`` maps the id of each answered question to ``answer`` (the names of what was chosen, see
    :mod:`~ntrkcourse.content.marks`, or the number), ``correct``, ``certainty`` ("1" to "3", or None),
    ``attempts``, ``firstCorrect``, ``firstCertainty`` and ``revealed``.
    """

    @staticmethod
    def equivalent(data: dict[str, Any]) -> str:
        return "".join(_question_html(load_questions()[question["id"]]) for question in data["questions"])

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
        Instead of ids: two digits, and ``"checkpoint"``, ``"chapter"``, ``"pre"`` or ``"post"``.

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
    return Quiz(data={"questions": [_question_data(question) for question in chosen]})


def pretest() -> Quiz:
    """The pre-test, form A: every question of the bank that is meant for it, by chapter."""
    return _form("pre")


def posttest() -> Quiz:
    """The post-test, form B: question for question the pre-test's equal, in the same order."""
    return _form("post")


def form(use: str) -> list[Question]:
    """The questions of form A (``"pre"``) or form B (``"post"``), pair by pair in the same order."""
    chosen = (question for question in load_questions().values() if question.use == use)
    return sorted(chosen, key=lambda question: (question.objective, question.id))


def _form(use: str) -> Quiz:
    return Quiz(data={"questions": [_question_data(question) for question in form(use)]})


def shuffled(question: Question, size: int) -> list[int]:
    """A fixed order of ``size`` positions that depends on the question's id alone and is never 0, 1, 2 ..."""
    keys = [hashlib.sha256(f"{question.id}/{position}".encode()).digest() for position in range(size)]
    order = sorted(range(size), key=keys.__getitem__)
    return order[1:] + order[:1] if order == sorted(order) and size > 1 else order


def _question_data(question: Question) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": question.id,
        **graded(question),
        "vignette": parse_inline(question.vignette),
        "stem": parse_inline(question.stem),
        "see": question.see,
        "right": parse_inline(question.right),
        "wrong": parse_inline(question.wrong),
    }
    if question.option:
        data["options"] = [
            {
                "text": parse_inline(option.text),
                "feedback": parse_inline(option.feedback),
                "trap": option.trap,
                "see": option.see,
            }
            for option in question.option
        ]
    if question.kind == "numeric":
        data |= {
            "unit": question.unit,
            "precision": question.precision,
            "diagnosis": [
                {
                    "low": diagnosis.low,
                    "high": diagnosis.high,
                    "feedback": parse_inline(diagnosis.feedback),
                    "trap": diagnosis.trap,
                }
                for diagnosis in question.diagnosis
            ],
        }
    if question.item:
        data["items"] = [
            {"text": parse_inline(item.text), "feedback": parse_inline(item.feedback)}
            for item in question.item
        ]
        data["shown"] = shuffled(question, len(question.item))
    if question.pair:
        data["pairs"] = [
            {
                "left": parse_inline(pair.left),
                "right": parse_inline(pair.right),
                "feedback": parse_inline(pair.feedback),
            }
            for pair in question.pair
        ]
        data["shown"] = shuffled(question, len(question.pair))
    return data


def _question_html(question: Question) -> str:
    """The question, its options, and the answers behind ``details``."""
    vignette = f"<p>{inline_html(question.vignette)}</p>" if question.vignette else ""
    return (
        f'<div class="ntrk-question">{vignette}<p><strong>{inline_html(question.stem)}</strong></p>'
        f"{_choices_html(question)}<details><summary>Answer and why</summary>{_answer_html(question)}</details></div>"
    )


def _choices_html(question: Question) -> str:
    if question.option:
        return _list(
            "".join(f"<li>{inline_html(option.text)}</li>" for option in question.option), 'type="A"'
        )
    if question.kind == "numeric":
        return f"<p>Answer in {escape(question.unit)}, {escape(question.precision)}.</p>"
    if question.item:
        order = shuffled(question, len(question.item))
        return _list("".join(f"<li>{inline_html(question.item[i].text)}</li>" for i in order), 'type="A"')
    order = shuffled(question, len(question.pair))
    left = _list("".join(f"<li>{inline_html(pair.left)}</li>" for pair in question.pair))
    right = _list("".join(f"<li>{inline_html(question.pair[i].right)}</li>" for i in order), 'type="A"')
    return left + right


def _answer_html(question: Question) -> str:
    if question.option:
        rows = (
            f"<li>{'<strong>Right.</strong>' if option.correct else 'Not this.'} {inline_html(option.feedback)}</li>"
            for option in question.option
        )
        return _list("".join(rows), 'type="A"')
    if question.kind == "numeric":
        return f"<p>{question.answer:g} {escape(question.unit)}. {inline_html(question.right)}</p>"
    if question.item:
        rows = (f"<li>{inline_html(i.text)} <em>{inline_html(i.feedback)}</em></li>" for i in question.item)
        return _list("".join(rows)) + f"<p>{inline_html(question.right)}</p>"
    rows = (
        f"<li>{inline_html(pair.left)}: {inline_html(pair.right)} <em>{inline_html(pair.feedback)}</em></li>"
        for pair in question.pair
    )
    return _list("".join(rows)) + f"<p>{inline_html(question.right)}</p>"


def _list(items: str, attributes: str = "") -> str:
    return f"<ol {attributes}>{items}</ol>" if attributes else f"<ol>{items}</ol>"
