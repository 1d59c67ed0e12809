"""Constructed pathology reports: mark the line that asks for a test, the one that misleads, and the gap."""

from typing import Any

from ..base import CourseWidget, data_of, text_of
from .records import load


class ReportReader(CourseWidget):
    """``state`` holds ``at``, the report that is open, and for each report the three ``marks`` so far."""

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        return 3

    @staticmethod
    def answers(data: dict[str, Any]) -> list[str]:
        """What each report was to show, and what is said of the lines that prompt or mislead."""
        lines = (
            line for one in data["report"] for line in one["line"] if line["role"] in ("prompts", "misleads")
        )
        return [*(one["moral"] for one in data["report"]), *(text_of(line["why"]) for line in lines)]


def report_reader(instance: str = "04") -> ReportReader:
    """Read constructed pathology reports: mark two lines and name the gap, then see every line explained.

    Parameters
    ----------
    instance
        Under this name the browser remembers what the reader marked.

    Raises
    ------
    ValueError
        When ``instance`` is empty.
    """
    return ReportReader(data=data_of(load(), instance))
