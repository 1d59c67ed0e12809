"""The course's widgets: anywidget classes whose results are worked out in Python."""

from .base import CourseWidget
from .quiz import Quiz

WIDGETS: dict[str, type[CourseWidget]] = {kind.name: kind for kind in (Quiz,)}
"""Every widget by its name."""

__all__ = ["WIDGETS", "CourseWidget"]
