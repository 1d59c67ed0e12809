"""The bank as a platform files it: by chapter, the two tests apart; and how its questions are marked there."""

from collections.abc import Iterable

from ..content.chapters import load_chapters
from ..content.course import load_course
from ..content.interface import interface_words
from ..content.questions import Question
from ..widgets.template import fill

WHOLE = 100
"""What a question is worth, in the per cent that platforms reckon in."""


def categories(questions: Iterable[Question]) -> list[tuple[tuple[str, str], list[Question]]]:
    """((course, chapter or test), its questions), in order; none is empty."""
    filed: dict[str, list[Question]] = {}
    words = interface_words()["paper"]
    for question in questions:
        chapter = load_chapters()[question.chapter].name
        name = fill(words["form"], form=question.use) if question.is_test else chapter
        filed.setdefault(name, []).append(question)
    return [((load_course().title, name), asked) for name, asked in filed.items()]


def tags(question: Question) -> list[str]:
    """By what a trainer finds a question."""
    return [f"objective {question.objective}", question.level, question.use]


def fractions(question: Question) -> tuple[str, str]:
    """What a right and what a wrong option is worth, so that all right ones make the whole and all options nothing.

    Platforms that mark option by option know no *all or nothing*, which is the course's own rule.
    """
    right = sum(one.correct for one in question.option)
    wrong = len(question.option) - right
    if question.kind == "single" or not wrong:
        return _share(right), "0"
    return _share(right), f"-{_share(wrong)}"


def _share(parts: int) -> str:
    # Moodle knows a third as 33.33333.
    return f"{WHOLE / parts:.7g}" if parts else "0"
