"""The xAPI statement of an answer: how one is made, read and refused.

A statement holds names of the bank, numbers and times, and nothing that somebody wrote.
"""

import math
import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from ..content.course import load_course
from ..content.questions import Question, load_questions
from ..widgets.grading import graded

VERB = "http://adlnet.gov/expapi/verbs/answered"
ACTIVITY_TYPE = "http://adlnet.gov/expapi/activities/cmi.interaction"
VERSION = "1.0.3"
INTERACTIONS = {
    "single": "choice",
    "multiple": "choice",
    "numeric": "numeric",
    "order": "sequencing",
    "match": "matching",
}
BETWEEN = "[,]"
"""What stands between the names of a response."""
PARTNERS = "[.]"
"""What stands between a row of a match and its partner."""
_NUMBER = re.compile(r"-?\d{1,30}(\.\d{1,30})?(e[+-]?\d{1,3})?", re.ASCII)
_MOST_ATTEMPTS = 10_000
# The phone's word for these does not count.
_WORKED_OUT = ("success", "interactionType")


class RefusedError(ValueError):
    """What was sent is no answer of this learner to a question of this course."""


@dataclass(frozen=True)
class Answer:
    """One answer of one learner, as the store holds it.

    Attributes
    ----------
    id
        Made on the phone; an answer that is sent twice has it twice.
    name
        The learner's pseudonym.
    response
        Names of what was chosen, joined by ``[,]``, a match's as ``row[.]partner``; or a number.
    certainty
        1 for a guess to 3 for certain, or None.
    attempt
        1 for the learner's first.
    round
        2 where the room votes for the second time.
    timestamp
        By the phone's clock, which may be wrong.
    stored
        By the store's clock; empty before it is stored.
    """

    id: str
    name: str
    registration: str
    question: str
    response: str
    right: bool
    certainty: int | None
    attempt: int
    round: int
    timestamp: str
    stored: str = ""


def home_page() -> str:
    """Whose pseudonyms these are: the course's."""
    return f"urn:{load_course().name}"


def agent(name: str) -> dict[str, Any]:
    """A learner, to xAPI."""
    return {"objectType": "Agent", "account": {"homePage": home_page(), "name": name}}


def make(answer: Answer) -> dict[str, Any]:
    """The statement of an answer."""
    home = home_page()
    sure = {} if answer.certainty is None else {f"{home}:certainty": answer.certainty}
    return {
        "id": answer.id,
        "version": VERSION,
        "actor": agent(answer.name),
        "verb": {"id": VERB, "display": {"en": "answered"}},
        "object": {
            "objectType": "Activity",
            "id": f"{home}:question:{answer.question}",
            "definition": {
                "type": ACTIVITY_TYPE,
                "interactionType": INTERACTIONS[load_questions()[answer.question].kind],
            },
        },
        "result": {
            "success": answer.right,
            "response": answer.response,
            "extensions": {**sure, f"{home}:attempt": answer.attempt},
        },
        "context": {
            "registration": answer.registration,
            "extensions": {f"{home}:round": answer.round},
        },
        "timestamp": answer.timestamp,
    }


def read(statement: Mapping[str, Any]) -> Answer:
    """The answer of a statement of the store; whether it is right is worked out from the bank.

    Raises
    ------
    RefusedError
        Where it is none, or the bank does not know the question or what was chosen.
    """
    home = home_page()
    try:
        question_id = str(statement["object"]["id"]).removeprefix(f"{home}:question:")
        question = load_questions().get(question_id)
        if question is None:
            raise RefusedError("is about no question of this course")
        result, context = statement["result"], statement["context"]
        response = str(result["response"])
        certainty = result["extensions"].get(f"{home}:certainty")
        return Answer(
            id=str(uuid.UUID(statement["id"])),
            name=str(statement["actor"]["account"]["name"]),
            registration=str(uuid.UUID(context["registration"])),
            question=question_id,
            response=response,
            right=is_right(question, response),
            certainty=None if certainty is None else _whole(certainty, 3),
            attempt=_whole(result["extensions"][f"{home}:attempt"], _MOST_ATTEMPTS),
            round=_whole(context["extensions"][f"{home}:round"], 2),
            timestamp=_time(statement["timestamp"]),
            stored=str(statement.get("stored", "")),
        )
    except RefusedError:
        raise
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise RefusedError(f"is no answer to a question: {type(error).__name__}") from error


def accept(sent: Any, name: str, registration: str) -> dict[str, Any]:
    """The statement to store for what a learner sent, made anew, so that nothing else comes in with it.

    Parameters
    ----------
    sent
        What came, as JSON.
    name
        The pseudonym of whoever sent it, by the key.
    registration
        UUID of the class.

    Raises
    ------
    RefusedError
        Where it is no answer, another's, another class's, or holds more than an answer does.
    """
    if not isinstance(sent, dict):
        raise RefusedError("is no statement")
    statement = make(read(sent))
    if sent["actor"]["account"] != statement["actor"]["account"] or statement["actor"] != agent(name):
        raise RefusedError("the actor is not who sent it")
    if statement["context"]["registration"] != registration:
        raise RefusedError("belongs to another class")
    if not _within({**sent, "id": statement["id"]}, statement) or sent.get("verb", {}).get("id") != VERB:
        raise RefusedError("holds more than an answer, or something else")
    return statement


def is_right(question: Question, response: str) -> bool:
    """Whether a response is right, as ``outcome.js`` says it.

    Raises
    ------
    RefusedError
        Where it is no answer to the question at all.
    """
    if question.answer is not None:
        return abs(number(response) - question.answer) <= (question.tolerance or 0) * (1 + 1e-9)
    grades = _graded(question)
    names, key, rows = (list[str](grades.get(part, [])) for part in ("names", "key", "rows"))
    said = response.split(BETWEEN)
    if question.kind == "match":
        partners = dict(one.split(PARTNERS, 1) for one in said if PARTNERS in one)
        _require(
            len(said) == len(partners) and set(partners) == set(rows) and set(partners.values()) <= set(names)
        )
        return [partners[row] for row in rows] == key
    _require(set(said) <= set(names) and len(set(said)) == len(said))
    if question.kind == "order":
        _require(len(said) == len(names))
        return said == key
    _require(question.kind == "multiple" or len(said) == 1)
    return set(said) == set(key)


_graded = cache(graded)


def number(response: str) -> float:
    """The number of a response to a numeric question."""
    _require(_NUMBER.fullmatch(response) is not None)
    value = float(response)
    _require(math.isfinite(value))
    return value


def _require(holds: bool) -> None:
    if not holds:
        raise RefusedError("the response is no answer to this question")


def _whole(value: Any, most: int) -> int:
    # True is an int to Python.
    if type(value) is not int or not 1 <= value <= most:
        raise RefusedError(f"a whole number from 1 to {most} is wanted")
    return value


def _time(text: Any) -> str:
    if not isinstance(text, str) or len(text) > 40:
        raise RefusedError("the timestamp is none")
    if datetime.fromisoformat(text).tzinfo is None:
        raise RefusedError("the timestamp names no time zone")
    return text


def _within(part: Any, whole: Any) -> bool:
    """Whether all that ``part`` says stands in ``whole`` too."""
    if isinstance(part, dict) and isinstance(whole, dict):
        return all(
            key in whole and (key in _WORKED_OUT or _within(value, whole[key])) for key, value in part.items()
        )
    return type(part) is type(whole) and bool(part == whole)
