"""How long a lesson takes: its words, its questions and its widgets, counted and not stated."""

import re
from functools import cache

from ..content.chapters import Chapter, Lesson
from ..figures import find
from .pictures import figures_in
from .widgets import made_in

WORDS_A_MINUTE = 180
A_DRAWING = 0.25
"""Minutes for a drawing, beside its words; our estimate, as are those of a widget."""
_MARKUP = re.compile(r"^:{3,}.*$|^`{3}.*$|\]\([^()]*\)|[#*|`]", re.MULTILINE)


@cache
def minutes(lesson: Lesson) -> int:
    """Of a reader who reads everything once and answers everything once; at least 1."""
    total = 0.0
    for _, kind, text in lesson.cells:
        if kind == "markdown":
            total += words(text) / WORDS_A_MINUTE
        else:
            total += sum(widget.minutes_of(widget.data) for _, widget in made_in(text))
            total += sum(map(_minutes_of_figure, figures_in(text)))
    return max(1, round(total))


def _minutes_of_figure(name: str) -> float:
    figure = find(name)
    said = words(" ".join([figure.caption, *(frame.text for frame in figure.frame)]))
    return said / WORDS_A_MINUTE + A_DRAWING * max(1, len(figure.frame))


def chapter_minutes(chapter: Chapter) -> int:
    """Of all lessons that the course counts."""
    return sum(map(minutes, chapter.counted))


def words(markdown: str) -> int:
    """How many words a reader reads, folded ones among them."""
    return len(_MARKUP.sub(" ", markdown).split())
