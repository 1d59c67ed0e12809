"""N05 and N07: a lesson fits a sitting on a phone.

N05  a lesson that the course counts takes at most :data:`LONGEST` minutes;
N07  something to do stands within its first :data:`SOON` words, which is a screen and a half of a phone.
"""

from collections.abc import Iterator, Mapping

from ..content.chapters import Chapter, Lesson
from .minutes import minutes, words
from .problem import Problem
from .widgets import made_in

LONGEST = 18
SOON = 150


def check_lessons(chapters: Mapping[str, Chapter]) -> Iterator[Problem]:
    """Both rules for every counted lesson of every chapter."""
    for chapter in chapters.values():
        for lesson in chapter.counted:
            place = f"lesson {lesson.heading!r}"
            if (found := minutes(lesson)) > LONGEST:
                yield Problem(
                    chapter.file, place, "N05", f"takes {found} minutes, more than {LONGEST}; cut it in two"
                )
            if (before := words_before_doing(lesson)) > SOON:
                advice = (
                    f"{before} words stand before the first question or widget, more than {SOON}; ask first"
                )
                yield Problem(chapter.file, place, "N07", advice)


def words_before_doing(lesson: Lesson) -> int:
    """Words in the open before the first question, widget or folded answer; of a lesson with none, all of them."""
    count = 0
    for _, kind, text in lesson.cells:
        if kind == "markdown":
            before, folded, _ = text.partition("{dropdown}")
            count += words(before)
            if folded:
                break
        elif any(made_in(text)):
            break
    return count
