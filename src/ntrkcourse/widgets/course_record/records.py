"""What the record of the course says, and what it claims."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...content.records import Words, build, read_widget


@dataclass(frozen=True)
class RecordWords:
    """The title, what the record claims, and its words."""

    title: str
    claim: str
    words: Words


@cache
def load(file: Path | None = None) -> RecordWords:
    """The words in ``file``, by default the course's; raises :class:`ContentError`."""
    return build(RecordWords, *read_widget("course_record", file), "record")
