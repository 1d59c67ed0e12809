"""A handout for each lesson and each case: one sheet of A4, printed on two sides.

A lesson's is cut from its deck of slides: the claims with their pictures and lists, and the questions without answers.
Where it does not fit, the room to write becomes one line; then the pictures become smaller, and the options of the later
half of the questions; then the last list goes, and the one before it; then the questions, and then the pictures, from the
last. The sheet says when something went.
"""

from collections.abc import Iterator
from pathlib import Path

from docutils.nodes import make_id
from markupsafe import Markup

from ..content.cases import Case, ways
from ..content.chapters import Chapter, Lesson
from ..content.course import load_course
from ..content.interface import interface_words
from ..publish.lessons import lesson_id, page_of
from ..publish.slides import deck_address
from ..widgets.case import case_paper
from .press import Press, page_count, typeset

SIDES = 2


def lesson_file(chapter: Chapter, lesson: Lesson) -> str:
    """File of a lesson's handout."""
    return f"handouts/{chapter.number}-{lesson_id(lesson)}.pdf"


def case_file(case: Case) -> str:
    """File of a case's handout."""
    return f"handouts/{case.kind}-{make_id(case.title)}.pdf"


def lesson(press: Press, book: Path, chapter: Chapter, lesson: Lesson) -> bytes | None:
    """The handout of a lesson of the built ``book``; none where the lesson is a widget and nothing beside it."""
    press.open(book / deck_address(chapter, lesson))
    body = press.ask("handout", interface_words()["paper"]["room"])
    if not body:
        return None
    press.show(
        typeset(
            "handout.html",
            title=lesson.heading,
            lead=chapter.name,
            address=address(f"{page_of(chapter)}.html#{lesson_id(lesson)}"),
            body=Markup(body),
        )
    )
    for pdf in _ever_shorter(press):
        if page_count(pdf) <= SIDES:
            return pdf
    raise ValueError(f"{lesson_file(chapter, lesson)} does not fit on {SIDES} pages")


def _ever_shorter(press: Press) -> Iterator[bytes]:
    yield press.pdf()
    while press.ask("shorten"):
        yield press.pdf()


def case(press: Press, case: Case) -> bytes:
    """The handout of a case: its first scene, and a sheet for what was decided; no results."""
    choices = [choice for scene in case.scene for choice in scene.choice]
    columns = ["scene", "choice", "slip", *(["days"] if any(one.days for one in choices) else [])]
    columns += ["rupees"] if any(one.money for one in choices) else []
    press.show(
        typeset(
            "case.html",
            title=case.title,
            address=address("book/tumour_board_paper.html"),
            body=Markup(case_paper(case)),
            columns=[*columns, "why"],
            decisions=max(len(way.choices) for way in ways(case)),
        )
    )
    return press.pdf()


def address(page: str) -> str:
    """Where a page of the book is found; its name in the book where the book is not published."""
    return load_course().published(page) or page
