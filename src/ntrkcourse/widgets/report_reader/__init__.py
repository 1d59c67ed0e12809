"""Constructed pathology reports: mark the line that asks for a test, the one that misleads, and the gap."""

from ...content.walk import as_data, facts_of
from ..base import CourseWidget, require_instance
from .records import load


class ReportReader(CourseWidget):
    """``state`` holds ``at``, the report that is open, and for each report the three ``marks`` so far."""


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
    require_instance(instance)
    reports = load()
    return ReportReader(data={"id": instance, **as_data(reports), "facts": facts_of(reports)})
