"""What the ladder says, and which shares on it have a name."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...content.errors import ContentError
from ...content.records import Words, build, read_widget, require_one_of
from ..stain_field import records as stains


@dataclass(frozen=True)
class Stop:
    """A share with a name; its ``id`` is that of a population beside the stains."""

    id: str
    name: str


@dataclass(frozen=True)
class Ladder:
    """A chance before a test, ``asked`` first, and what either result makes of it."""

    title: str
    asked: float
    intro: str
    question: str
    words: Words
    stop: tuple[Stop, ...]


@cache
def load(file: Path | None = None) -> Ladder:
    """The content in ``file``, by default the course's.

    Raises
    ------
    ContentError
        For an unknown key, a stop that is no population, or a chance at which the handle does not stop.
    """
    document, name = read_widget("odds_ladder", file)
    ladder = build(Ladder, document, name, "ladder")
    known = stains.load()
    for stop in ladder.stop:
        require_one_of(stop.id, known.populations, name, f"stop {stop.id}", "id")
    if ladder.asked not in known.prevalences():
        raise ContentError(name, "ladder", "asked", f"the handle does not stop at {ladder.asked}")
    return ladder
