"""What the record of the course says, and what it claims."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...content.location import content_folder, short_name
from ...content.records import Words, build, read_toml


@dataclass(frozen=True)
class RecordWords:
    """The title, what the record claims, and its words."""

    title: str
    claim: str
    words: Words


@cache
def load(file: Path | None = None) -> RecordWords:
    """The words in ``file``, by default the course's; raises :class:`ContentError`."""
    path = file or content_folder() / "widgets/course_record.toml"
    return build(RecordWords, read_toml(path), short_name(path), "record")
