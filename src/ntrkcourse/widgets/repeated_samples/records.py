"""What the widget says, and from which fact its rate and its series are taken."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...content.errors import ContentError
from ...content.facts import require_taught
from ...content.records import Markdown, Words, build, read_widget


@dataclass(frozen=True)
class Samples:
    """A rate that is counted in series after series; each holds ``times`` as many women as the fact's own."""

    title: str
    fact: str
    times: tuple[int, ...]
    series: int
    intro: Markdown
    question: str
    words: Words

    @property
    def counts(self) -> tuple[int, int]:
        """Events and total of the fact."""
        counts = require_taught(self.fact, "", "", "fact").counts
        assert counts
        return counts


@cache
def load(file: Path | None = None) -> Samples:
    """The content in ``file``, by default the course's.

    Raises
    ------
    ContentError
        For an unknown key, a fact without counts, no series, or series without women.
    """
    document, name = read_widget("repeated_samples", file)
    record = build(Samples, document, name, "widget")
    if require_taught(record.fact, name, "widget", "fact").counts is None:
        raise ContentError(name, "widget", "fact", f"{record.fact!r} has no counts")
    if record.series < 1:
        raise ContentError(name, "widget", "series", "must be 1 or more")
    if not record.times or min(record.times) < 1:
        raise ContentError(name, "widget", "times", "must be whole numbers from 1")
    return record
