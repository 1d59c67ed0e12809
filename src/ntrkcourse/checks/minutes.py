"""How long a lesson takes: its words, its questions and its widgets, counted and not stated.

N05  a lesson that the course counts takes at most :data:`LONGEST` minutes, so that it fits a sitting.
"""

import re
from collections.abc import Iterator, Mapping

from ..content.chapters import Chapter, Lesson
from .problem import Problem
from .widgets import made_in

WORDS_A_MINUTE = 180
LONGEST = 18
_MARKUP = re.compile(r"^:{3,}.*$|^`{3}.*$|\]\([^()]*\)|[#*|`]", re.MULTILINE)


def minutes(lesson: Lesson) -> int:
    """Of a reader who reads everything once and answers everything once; at least 1."""
    total = 0.0
    for _, kind, text in lesson.cells:
        if kind == "markdown":
            total += len(_MARKUP.sub(" ", text).split()) / WORDS_A_MINUTE
        else:
            total += sum(widget.minutes_of(widget.data) for _, widget in made_in(text))
    return max(1, round(total))


def chapter_minutes(chapter: Chapter) -> int:
    """Of all lessons that the course counts."""
    return sum(minutes(lesson) for lesson in chapter.lessons if not lesson.optional)


def check_minutes(chapters: Mapping[str, Chapter]) -> Iterator[Problem]:
    """N05 for every lesson of every chapter."""
    for chapter in chapters.values():
        for lesson in chapter.lessons:
            if not lesson.optional and (found := minutes(lesson)) > LONGEST:
                yield Problem(
                    chapter.file,
                    f"lesson {lesson.heading!r}",
                    "N05",
                    f"takes {found} minutes, more than {LONGEST}; cut it in two",
                )
