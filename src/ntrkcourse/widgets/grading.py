"""What a page needs to know of a question to work a verdict out: nothing more, and by names, not by positions."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from ..content.location import content_folder
from ..content.marks import mark, names_of
from ..content.questions import Question


def graded(question: Question) -> dict[str, Any]:
    """The question's kind, fingerprint, names and key, as ``outcome.js`` describes them; empty ones are left out."""
    names = names_of(question.choices)
    rows = names_of(pair.left for pair in question.pair)
    right = [name for name, option in zip(names, question.option, strict=False) if option.correct] or [*names]
    wording = [question.vignette, question.stem, question.unit, question.precision]
    asked = mark("\n".join([question.kind, *wording, *sorted(names), *sorted(rows)]))
    parts: dict[str, Any] = {
        "kind": question.kind,
        "asked": asked,
        "names": names,
        "key": right,
        "rows": rows,
    }
    if question.kind == "numeric":
        parts |= {"answer": question.answer, "tolerance": question.tolerance}
    parts["old"] = _version_1().get(question.id) == as_version_1(asked, names, rows)
    # Not by equality: an answer of 0 equals False.
    return {key: value for key, value in parts.items() if value != [] and value is not False}


def is_right(question: Question, said: Any) -> bool:
    """Whether an answer, as the browser keeps it, is right, as ``outcome.js`` says it; False for what is no answer."""
    if question.answer is not None:
        number = isinstance(said, int | float) and not isinstance(said, bool)
        return number and abs(said - question.answer) <= (question.tolerance or 0) * (1 + 1e-9)
    grades = graded(question)
    key: list[str] = grades["key"]
    if question.kind == "single":
        return bool([said] == key)
    if question.kind == "match":
        return isinstance(said, Mapping) and [said.get(row) for row in grades["rows"]] == key
    if not isinstance(said, list):
        return False
    return (
        said == key if question.kind == "order" else len(said) == len(key) and all(one in said for one in key)
    )


def as_version_1(asked: str, names: list[str], rows: list[str]) -> str:
    """A fingerprint that also depends on the order of what is chosen from."""
    return mark(" ".join([asked, *names, *rows]))


@cache
def _version_1() -> dict[str, str]:
    """How each question stood when answers were kept by position: only where it still stands so do those mean the same.

    A course that began later has no such file.
    """
    file = content_folder() / "version_1.json"
    known: dict[str, str] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    return known
