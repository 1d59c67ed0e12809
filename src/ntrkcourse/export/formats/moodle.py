"""Moodle XML: every question with what is said to each answer, by chapter, with its picture in it.

An order is the type *Ordering*, which Moodle has from 4.4 on and earlier as a plugin. Marks differ from the book's in
one thing: a question with several right options, and a match, earn a part for a part.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ...content.interface import interface_words
from ...content.questions import Question, load_questions
from ...widgets.quiz import stands_in_order
from .. import bank, text
from ..order import Order
from ..pictures import file_name, svg
from ..typeset import typeset

_TYPES = {
    "single": "multichoice",
    "multiple": "multichoice",
    "numeric": "numerical",
    "order": "ordering",
    "match": "matching",
}


def make(order: Order) -> Iterator[Path]:
    """``moodle.xml``."""
    yield order.write("-moodle.xml", quiz(load_questions().values()).encode())


def quiz(questions: Iterable[Question]) -> str:
    """The questions as one file to import."""
    # A slash in a name would begin a category within it.
    filed = [
        ("/".join(part.replace("/", "//") for part in names), [_told(one) for one in asked])
        for names, asked in bank.categories(questions)
    ]
    words = interface_words()["export"]
    note = f"<p>{text.origin()}</p><p>{words['certainty']}</p>"
    return typeset("moodle.xml", categories=filed, types=_TYPES, note=note)


def _told(question: Question) -> dict[str, Any]:
    worth, cost = bank.fractions(question)
    picture = question.picture
    return {
        "question": question,
        "fixed": stands_in_order(question),
        "worth": worth,
        "cost": cost,
        "tags": bank.tags(question),
        "file": file_name(picture) if picture else "",
        "picture": b64encode(svg(picture)).decode() if picture else "",
    }
