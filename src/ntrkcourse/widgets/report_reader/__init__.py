"""Constructed pathology reports: mark the line that asks for a test, the one that misleads, and the gap."""

from typing import Any

from ..base import CourseWidget, data_of
from .records import load


class ReportReader(CourseWidget):
    """``state`` holds ``at``, the report that is open, and for each report the three ``marks`` so far."""

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        return 3


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
