"""QTI 1.2 as Canvas imports it: a practice quiz a chapter, with what is said to each option.

Canvas knows no order, so that each step is matched with its place; and to a wrong number it says one text, which lists
what each range of wrong numbers tells.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ...content.course import load_course
from ...content.interface import interface_words
from ...content.marks import names_of
from ...content.questions import Question, load_questions
from ...widgets.quiz import stands_in_order
from ...widgets.template import fill
from .. import bank, text
from ..order import Order
from ..package import package
from ..pictures import file_name, svg
from ..typeset import typeset

_TYPES = {
    "single": "multiple_choice_question",
    "multiple": "multiple_answers_question",
    "numeric": "numerical_question",
    "order": "matching_question",
    "match": "matching_question",
}
# Where Canvas puts what a package brings.
_FILES = "$IMS-CC-FILEBASE$/"


def make(order: Order) -> Iterator[Path]:
    """``qti12.zip``."""
    yield order.write("-qti12.zip", package(files(load_questions().values())))


def files(questions: Iterable[Question]) -> Iterator[tuple[str, bytes]]:
    """(name, content) of everything in the package."""
    asked = [*questions]
    quizzes = {
        f"{load_course().name}-{number}": (title, filed)
        for number, ((_, title), filed) in enumerate(bank.categories(asked))
    }
    drawn = {_picture(one): one.picture for one in asked if one.picture}
    yield "imsmanifest.xml", typeset("qti12_manifest.xml", quizzes=quizzes, pictures=drawn).encode()
    for ident, (title, filed) in quizzes.items():
        yield f"{ident}/{ident}.xml", quiz(ident, title, filed).encode()
        meta = typeset("qti12_meta.xml", ident=ident, title=title, points=len(filed))
        yield f"{ident}/assessment_meta.xml", meta.encode()
    for name, picture in drawn.items():
        yield name, svg(picture)


def quiz(ident: str, title: str, questions: Iterable[Question]) -> str:
    """One assessment."""
    return typeset("qti12_quiz.xml", ident=ident, title=title, types=_TYPES, items=[*map(_told, questions)])


def _told(question: Question) -> dict[str, Any]:
    words = interface_words()["export"]
    names = names_of(question.choices)
    choices = [*zip(names, map(text.html, question.choices), strict=True)]
    rows = [
        (row, text.html(pair.left), name)
        for row, pair, name in zip(
            names_of(one.left for one in question.pair), question.pair, names, strict=False
        )
    ]
    if question.item:
        steps = [fill(words["step"], n=number) for number in range(1, len(names) + 1)]
        choices = [*zip(names_of(steps), steps, strict=True)]
        places = [name for name, _ in choices]
        rows = [
            (name, text.html(one.text), place)
            for name, one, place in zip(names, question.item, places, strict=True)
        ]
    ranges = "".join(
        f"<li>{fill(words['between'], low=f'{one.low:g}', high=f'{one.high:g}')} {text.html(one.feedback)}</li>"
        for one in question.diagnosis
    )
    wrong = f"<p>{text.html(question.wrong)}</p>" if question.wrong else ""
    return {
        "question": question,
        "choices": choices,
        "rows": rows,
        "key": [name for name, one in zip(names, question.option, strict=False) if one.correct],
        "fixed": stands_in_order(question),
        "picture": f"{_FILES}{_picture(question)}",
        "wrong": f"{wrong}<ul>{ranges}</ul>" if ranges else wrong,
    }


def _picture(question: Question) -> str:
    return f"pictures/{file_name(question.picture)}"
