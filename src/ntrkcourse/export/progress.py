"""What a reader missed, from the file that the progress page saves (``everything`` of ``shared/store.js``)."""

import json
from pathlib import Path
from typing import Any

from ..content.course import load_course
from ..content.errors import ContentError
from ..content.interface import interface_words
from ..content.questions import Question, load_questions
from ..widgets.grading import graded, is_right

_PREFIX = "question/"


def read_missed(file: Path) -> list[Question]:
    """The questions that the reader answered wrong at any time, in the order of the bank.

    What was answered to a question as it stood before its wording changed does not count.

    Raises
    ------
    ContentError
        For a file that cannot be read, or that is no progress file of this course.
    """
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ContentError(file, "", "", f"cannot be read: {error}") from error
    known = isinstance(kept, dict) and kept.get("format") == f"{load_course().name}-progress"
    if not known or kept.get("version") not in (1, 2) or not isinstance(kept.get("values"), dict):
        raise ContentError(file, "", "", interface_words()["export"]["no_progress"])
    missed = []
    for question in load_questions().values():
        entry = kept["values"].get(_PREFIX + question.id)
        try:
            if entry is not None and _was_wrong(question, entry, kept["version"]):
                missed.append(question)
        except (KeyError, TypeError, AttributeError) as error:
            raise ContentError(file, _PREFIX + question.id, "", f"is damaged: {error!r}") from error
    return missed


def _was_wrong(question: Question, entry: Any, version: int) -> bool:
    if version == 1:
        return _first_was_wrong(entry)
    asked = graded(question)["asked"]
    return any(
        _first_was_wrong(act["said"])
        if act["asked"] == "v1"
        else act["asked"] == asked and not is_right(question, act["said"])
        for act in entry["log"]
    )


def _first_was_wrong(value: dict[str, Any]) -> bool:
    # Version 1 kept the verdict on the first answer, and answers by positions that may mean others today.
    return value.get("firstCorrect") is False
