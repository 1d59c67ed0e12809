"""A calculator that runs in the page: an exact interval, predictive values, at least one in so many."""

from typing import Any

from ...content.walk import as_data
from ..base import CourseWidget
from ..wording import percent
from .records import load

LEVEL = 0.95


class Calculator(CourseWidget):
    """``state`` holds ``form``, which of the three is open, and ``typed``, what stands in its boxes by name."""

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        # A tool, and no part of any lesson's way.
        return 0

    @staticmethod
    def printed(data: dict[str, Any]) -> dict[str, Any]:
        return {"filled": {"level": percent(LEVEL), "tail": percent((1 - LEVEL) / 2), "all": "10,000"}}


def calculator() -> Calculator:
    """Work out an exact interval, predictive values, or the chance of at least one, with no kernel at all."""
    return Calculator(data={**as_data(load()), "level": LEVEL})
