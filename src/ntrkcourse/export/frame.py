"""The page that holds the built book in a frame of a learning platform, and reports."""

from pathlib import Path
from typing import Any

from ..content.questions import load_questions
from ..publish.places import models_json
from ..widgets.grading import graded
from ..widgets.join import shared_page_script, without_comments
from .places import lessons_asking
from .typeset import typeset

_SCRIPTS = Path(__file__).with_name("scripts")


def frame(standard: str) -> bytes:
    """The page that opens the book; the script named after the standard tells the platform what was done."""
    own = "".join(
        without_comments((_SCRIPTS / f"{name}.js").read_text(encoding="utf-8"))
        for name in ("frame", standard)
    )
    return typeset("frame.html", tracked=models_json(tracked()), script=shared_page_script() + own).encode()


def tracked() -> dict[str, Any]:
    """What counts: the questions of each counted lesson that asks any, those of the chapters' quizzes, and their keys."""
    counted = [[one.id for one in asked] for _, lesson, asked in lessons_asking() if not lesson.optional]
    quizzes = [one.id for one in load_questions().values() if one.use == "chapter"]
    known = {name for ids in counted for name in ids} | {*quizzes}
    questions = {one.id: graded(one) for one in load_questions().values() if one.id in known}
    return {"lessons": counted, "quizzes": quizzes, "questions": questions}
