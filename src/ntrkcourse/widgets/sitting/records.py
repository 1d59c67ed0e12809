"""What a sitting of the test says."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...content.records import Words, build, read_widget


@dataclass(frozen=True)
class SittingWords:
    """The words of all three sittings."""

    words: Words


@cache
def load(file: Path | None = None) -> SittingWords:
    """The words in ``file``, by default the course's; raises :class:`ContentError`."""
    return build(SittingWords, *read_widget("sitting", file), "sitting")
