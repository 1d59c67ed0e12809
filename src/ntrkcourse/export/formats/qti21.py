"""QTI 2.1: a content package of items, and one test with a section a chapter."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ...content.marks import names_of
from ...content.questions import Question, load_questions
from ...widgets.quiz import stands_in_order
from .. import bank
from ..order import Order
from ..package import package
from ..pictures import file_name, svg
from ..typeset import typeset


def make(order: Order) -> Iterator[Path]:
    """``qti21.zip``."""
    yield order.write("-qti21.zip", package(files(load_questions().values())))


def files(questions: Iterable[Question]) -> Iterator[tuple[str, bytes]]:
    """(name, content) of everything in the package."""
    asked = [*questions]
    listed = [(_name(one), _file(one), [_picture(one)] if one.picture else []) for one in asked]
    yield "imsmanifest.xml", typeset("qti21_manifest.xml", items=listed).encode()
    sections = [
        (title, [(_name(one), _file(one)) for one in filed]) for (_, title), filed in bank.categories(asked)
    ]
    yield "test.xml", typeset("qti21_test.xml", sections=sections).encode()
    for one in asked:
        yield _file(one), item(one).encode()
    for picture in dict.fromkeys(one.picture for one in asked if one.picture):
        yield f"items/{file_name(picture)}", svg(picture)


def item(question: Question) -> str:
    """One question as an ``assessmentItem``."""
    names = [f"a-{one}" for one in names_of(question.choices)]
    rows = [f"r-{one}" for one in names_of(pair.left for pair in question.pair)]
    return typeset(
        "qti21_item.xml",
        question=question,
        name=_name(question),
        names=names,
        rows=rows,
        key=_key(question, names, rows),
        fixed=stands_in_order(question),
        picture=file_name(question.picture),
    )


def _key(question: Question, names: list[str], rows: list[str]) -> list[str]:
    if question.answer is not None:
        return [f"{question.answer:.12g}"]
    if question.option:
        return [name for name, option in zip(names, question.option, strict=True) if option.correct]
    return [f"{row} {name}" for row, name in zip(rows, names, strict=True)] if rows else names


def _name(question: Question) -> str:
    # An identifier begins with a letter.
    return f"q-{question.id}"


def _file(question: Question) -> str:
    return f"items/{question.id}.xml"


def _picture(question: Question) -> str:
    return f"items/{file_name(question.picture)}"
