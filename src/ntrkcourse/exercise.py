"""The check at the end of an exercise in "Show the working"."""

import math
from numbers import Real

from .content.questions import load_questions
from .content.typed_numbers import Reading, read_number


def check(question: str, answer: object) -> None:
    """Print whether ``answer`` to a numeric question of the bank is right and, if not, what went wrong.

    Parameters
    ----------
    question
        Id of a numeric question.
    answer
        A number, or text that holds one, in any form that the page reads too (``"0,082 %"``); ``...`` until
        the reader has put one in.

    Raises
    ------
    ValueError
        When there is no numeric question with this id.
    """
    asked = load_questions().get(question)
    if asked is None or asked.answer is None or asked.tolerance is None:
        raise ValueError(f"question must be the id of a numeric question, got {question!r}")
    if answer is ...:
        print("Put your answer in place of the three dots and run the cell again.")
        return
    reading = _read(answer, asked.unit)
    if reading.value is None:
        print(reading.reason)
        return
    if abs(reading.value - asked.answer) <= asked.tolerance * (1 + 1e-9):
        print(f"Right. {asked.right}")
        return
    near = next((d for d in asked.diagnosis if d.low <= reading.value <= d.high), None)
    print(f"Not right. {near.feedback if near else asked.wrong}")


def _read(answer: object, unit: str) -> Reading:
    """A number that was computed counts as it is; what was typed is read as on the page."""
    if isinstance(answer, Real) and not isinstance(answer, bool) and math.isfinite(answer):
        return Reading(float(answer))
    return read_number(str(answer), unit)
