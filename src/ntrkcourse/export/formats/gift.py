"""GIFT: the plain fallback, a text that many programs read.

It knows no order, so that each step is matched with its place, and no unit but the words of the question. A picture
stands in the text of its question.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from pathlib import Path

from ...content.interface import interface_words
from ...content.questions import Question, load_questions
from ...widgets.template import fill
from .. import bank, text
from ..order import Order
from ..pictures import svg

_SIGNS = re.compile(r"([\\~=#{}:])")


def make(order: Order) -> Iterator[Path]:
    """``gift.txt``."""
    yield order.write("-gift.txt", quiz(load_questions().values()).encode())


def quiz(questions: Iterable[Question]) -> str:
    """The questions as one file to import; an empty line ends each."""
    parts = [f"// {text.origin()}"]
    for names, asked in bank.categories(questions):
        parts.append("$CATEGORY: $course$/top/" + "/".join(one.replace("/", "//") for one in names))
        parts += map(_written, asked)
    return "\n\n".join(parts) + "\n"


def _written(question: Question) -> str:
    picture = ""
    if question.picture:
        picture = f"data:image/svg+xml;base64,{b64encode(svg(question.picture)).decode()}"
    marks = " ".join([f"[id:{question.id}]", *(f"[tag:{one}]" for one in bank.tags(question))])
    answers = "\n".join([*_answers(question), f"####{_escaped(text.explained(question))}"])
    opening = "{#" if question.kind == "numeric" else "{"
    return f"// {marks}\n::{question.id}::[html]{_escaped(text.asked(question, picture))}{opening}\n{answers}\n}}"


def _answers(question: Question) -> Iterator[str]:
    worth, cost = bank.fractions(question)
    for option in question.option:
        told = f"{_html(option.text)}#{_html(option.feedback)}"
        if question.kind == "single":
            yield f"{'=' if option.correct else '~'}{told}"
        else:
            yield f"~%{worth if option.correct else cost}%{told}"
    if question.answer is not None:
        yield f"={question.answer:.12g}:{question.tolerance:.12g}"
        for one in question.diagnosis:
            yield f"=%0%{(one.low + one.high) / 2:.12g}:{(one.high - one.low) / 2:.12g}#{_html(one.feedback)}"
        yield f"~#{_html(question.wrong)}"
    step = interface_words()["export"]["step"]
    for number, item in enumerate(question.item, start=1):
        yield f"={_html(item.text)} -> {_escaped(fill(step, n=number))}"
    for pair in question.pair:
        yield f"={_html(pair.left)} -> {_escaped(text.bare(pair.right))}"


def _html(written: str) -> str:
    return _escaped(text.html(written))


def _escaped(written: str) -> str:
    return _SIGNS.sub(r"\\\1", " ".join(written.split()))
