"""What a case or a conversation says around its scenes, which are records of their own (``content.cases``)."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...content.location import content_folder, short_name
from ...content.records import Words, build, read_toml


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
    path = file or content_folder() / "widgets/case.toml"
    return build(CaseWords, read_toml(path), short_name(path), "case")
