"""Draft a CIViC evidence item from a paper, field by field, and hold the own statement against a list."""

from typing import Any

from ..base import CourseWidget, data_of
from .records import load


class CivicDraft(CourseWidget):
    """``state`` holds ``at``, the paper that is open, and for each paper the draft so far."""

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        return 8


def civic_draft(instance: str = "11") -> CivicDraft:
    """Draft evidence items for the open knowledgebase CIViC from two papers, then compare with a model.

    Parameters
    ----------
    instance
        Under this name the browser remembers the drafts.

    Raises
    ------
    ValueError
        When ``instance`` is empty.
    """
    return CivicDraft(data=data_of(load(), instance))
