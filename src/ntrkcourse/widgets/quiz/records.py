"""What a quiz says around its questions, which are records of their own (``content.questions``)."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...content.records import Words, build, read_widget


@dataclass(frozen=True)
class QuizWords:
    """The words alone."""

    words: Words


@cache
def load(file: Path | None = None) -> QuizWords:
    """The words in ``file``, by default the course's; raises :class:`ContentError`."""
    return build(QuizWords, *read_widget("quiz", file), "quiz")
