"""Say a report line so that a patient can use it: checked as you write, then held against a model answer."""

from typing import Any

from ...content.inline import plain
from ...content.walk import as_data
from ...science.readability import reading_grade
from ..base import CourseWidget, data_of
from .records import load


class SayItPlainly(CourseWidget):
    """``state`` holds ``at``, the line that is open, and for each line the reader's draft, guess and ticks."""

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        return 4


def say_it_plainly(instance: str = "10") -> SayItPlainly:
    """Rewrite report lines for a patient: guess the reading grade, mend the text, compare with a model answer.

    Parameters
    ----------
    instance
        Under this name the browser remembers what the reader wrote.

    Raises
    ------
    ValueError
        When ``instance`` is empty.
    """
    content = load()
    exercises = [
        {**as_data(one), "grade": round(reading_grade(plain(one.model)), 1)} for one in content.exercise
    ]
    return SayItPlainly(data={**data_of(content, instance), "exercise": exercises})
