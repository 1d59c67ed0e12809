"""What a case or a conversation says around its scenes, which are records of their own (``content.cases``)."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...content.records import Words, build, read_widget


@dataclass(frozen=True)
class Manner:
    """What is said of one kind: how it goes, on the page and on paper, its button, and each of its steps."""

    about: str
    rules: str
    press: str
    done: str
    missing: str
    step: str
    again: str


@dataclass(frozen=True)
class CaseWords:
    """What is said of each kind, and of both."""

    case: Manner
    conversation: Manner
    words: Words


@cache
def load(file: Path | None = None) -> CaseWords:
    """The words in ``file``, by default the course's; raises :class:`ContentError`."""
    return build(CaseWords, *read_widget("case", file), "case")
