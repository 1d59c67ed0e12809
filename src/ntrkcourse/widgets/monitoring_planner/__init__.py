"""A constructed first year on a drug: plan the checks on a calendar, then answer what happens."""

from typing import Any

from ..base import CourseWidget, data_of
from .records import MONTHS, load


class MonitoringPlanner(CourseWidget):
    """``state`` holds the ``plan`` (a slot for each check), whether it is ``placed``, and the ``answers``."""

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        return 4

    @staticmethod
    def printed(data: dict[str, Any]) -> dict[str, Any]:
        return {"slots": {slot["id"]: slot["label"] for slot in data["slot"]}}


def monitoring_planner(instance: str = "08") -> MonitoringPlanner:
    """Plan a patient's first year on a drug, compare it with the labels, then live through the year.

    Parameters
    ----------
    instance
        Under this name the browser remembers the plan and the answers.

    Raises
    ------
    ValueError
        When ``instance`` is empty.
    """
    year = load()
    return MonitoringPlanner(data={**data_of(year, instance), "months": MONTHS})
