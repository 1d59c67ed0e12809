"""Report lines to put into plain words, with model answers, and the words that get in a patient's way."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from ...content.errors import ContentError
from ...content.records import Markdown, Words, build, read_widget, require_ids

Part = Literal["is", "is_not", "next", "unsure"]


@dataclass(frozen=True)
class Word:
    """Spellings to look for (``say``, in lower case), and what to say instead (``plain``).

    ``kind`` is jargon; hurtful, which blames or takes hope; a promise; or relative, which sizes a risk
    without a figure.
    """

    kind: Literal["jargon", "hurtful", "promise", "relative"]
    say: tuple[str, ...]
    plain: str


@dataclass(frozen=True)
class Mark:
    """A reading grade to compare with, and whose it is (with a fact link)."""

    text: Markdown
    grade: float


@dataclass(frozen=True)
class Point:
    """What a good version says on one ``part``: what it is, what it is not, what comes next, what is unsure."""

    part: Part
    text: str


@dataclass(frozen=True)
class Exercise:
    """A report line, the constructed person who hears it, and a model answer with the reasons for it."""

    id: str
    title: str
    line: Markdown
    listener: str
    model: Markdown
    why: Markdown
    point: tuple[Point, ...]


@dataclass(frozen=True)
class PlainWords:
    """The whole file: exercises, words to look for, reading grades to compare with, what the reader takes away.

    ``known`` are abbreviations that pass.
    """

    title: str
    intro: str
    known: tuple[str, ...]
    words: Words
    exercise: tuple[Exercise, ...]
    word: tuple[Word, ...]
    mark: tuple[Mark, ...]
    moral: Markdown


@cache
def load(file: Path | None = None) -> PlainWords:
    """The exercises and words in ``file``, by default the course's.

    Raises
    ------
    ContentError
        For an unknown key or kind, an id or a spelling used twice, a spelling that is not in lower case, a
        file without exercises, or an exercise whose points are not the four parts in their order.
    """
    document, name = read_widget("say_it_plainly", file)
    content = build(PlainWords, document, name, "")
    require_ids([exercise.id for exercise in content.exercise], name, "exercise")
    for exercise in content.exercise:
        parts = tuple(point.part for point in exercise.point)
        if parts != get_args(Part):
            expected = f"expected {get_args(Part)}"
            raise ContentError(name, f"exercise {exercise.id}", "point", f"parts {parts}; {expected}")
    _check_words(content.word, name)
    return content


def _check_words(words: tuple[Word, ...], file: str) -> None:
    seen: set[str] = set()
    for number, word in enumerate(words, start=1):
        record = f"word {number}"
        for spelling in word.say:
            if not spelling or spelling != spelling.lower().strip():
                raise ContentError(file, record, "say", f"{spelling!r} is not in lower case")
            if spelling in seen:
                raise ContentError(file, record, "say", f"{spelling!r} stands twice")
            seen.add(spelling)
