"""What a reader answered, as rows for a table."""

from collections.abc import Iterator, Mapping
from typing import Any, TypedDict

from ...content.inline import plain
from ...content.marks import names_of
from ...content.questions import Question, load_questions


class Response(TypedDict):
    """One answered question.

    Attributes
    ----------
    id, objective, level
        The question's.
    right_at_first
        Whether the first answer was right.
    answer
        The last answer, in words; empty where no more is known than whether it was right.
    sureness
        With the last answer: 1 for a guess, 2 for fairly sure, 3 for certain; None where the reader did not say.
    attempts
        How many answers there were.
    right_now
        Whether the last answer is right.
    """

    id: str
    objective: str
    level: str
    right_at_first: bool
    answer: str
    sureness: int | None
    attempts: int
    right_now: bool


def rows(state: Mapping[str, Mapping[str, Any]]) -> Iterator[Response]:
    """A row for each question in a quiz's ``state``."""
    for name, kept in state.items():
        question = load_questions()[name]
        yield Response(
            id=name,
            objective=question.objective,
            level=question.level,
            right_at_first=kept["firstCorrect"],
            answer="" if kept["answer"] is None else in_words(question, kept["answer"]),
            sureness=int(kept["certainty"]) if kept["certainty"] else None,
            attempts=kept["attempts"],
            right_now=kept["correct"],
        )


def in_words(question: Question, said: Any) -> str:
    """An answer as a reader gave it, from the names of what was chosen (:mod:`~ntrkcourse.content.marks`)."""
    if question.kind == "numeric":
        return f"{said:.12g} {question.unit}"
    texts = dict(zip(names_of(question.choices), map(plain, question.choices), strict=True))
    if question.kind == "single":
        return texts[said]
    if question.kind != "match":
        return "; ".join(texts[name] for name in said)
    rows = zip(names_of(one.left for one in question.pair), question.pair, strict=True)
    return "; ".join(f"{plain(pair.left)}: {texts[said[row]]}" for row, pair in rows)
