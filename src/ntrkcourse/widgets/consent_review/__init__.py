"""A constructed consent form for sequencing a tumour: find the seven things that it lacks or spoils."""

from typing import Any

from ..base import CourseWidget, data_of
from .records import load


class ConsentReview(CourseWidget):
    """``state`` holds ``marks``, the positions of the marked elements, and whether the reader is ``done``."""

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        return 4


def consent_review(instance: str = "09") -> ConsentReview:
    """Read a constructed consent form, mark seven faults among fourteen things it should hold, see why.

    Parameters
    ----------
    instance
        Under this name the browser remembers what the reader marked.

    Raises
    ------
    ValueError
        When ``instance`` is empty.
    """
    return ConsentReview(data=data_of(load(), instance))
