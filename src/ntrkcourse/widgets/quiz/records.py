"""What a quiz says around its questions, which are records of their own (``content.questions``)."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...content.location import content_folder, short_name
from ...content.records import Words, build, read_toml


@dataclass(frozen=True)
class QuizWords:
    """The words alone."""

    words: Words


@cache
def load(file: Path | None = None) -> QuizWords:
    """The words in ``file``, by default the course's; raises :class:`ContentError`."""
    path = file or content_folder() / "widgets/quiz.toml"
    return build(QuizWords, read_toml(path), short_name(path), "quiz")
