"""Which questions make the core deck: few enough to repeat for years, and one for everything that the course promises.

The rule: of each objective one question that a chapter asks, single choice before other kinds, then the highest level,
then the first of the bank. Where there are more objectives than :data:`MOST`, those go whose question comes last by the
same measure.
"""

from collections.abc import Iterable

from ..content.questions import LEVELS, Question

MOST = 60


def core(questions: Iterable[Question]) -> list[Question]:
    """The questions of the core deck, in the order of the bank."""
    bank = [one for one in questions if not one.is_test]
    best: dict[str, Question] = {}
    for question in sorted(bank, key=_rank):
        best.setdefault(question.objective, question)
    chosen = list(best.values())[:MOST]
    return [question for question in bank if question in chosen]


def _rank(question: Question) -> tuple[bool, int]:
    return question.kind != "single", -LEVELS.index(question.level)
