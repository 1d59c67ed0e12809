"""What an export is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..content.course import load_course
from ..content.location import OUTPUT
from ..content.questions import Question


@dataclass(frozen=True)
class Order:
    """Where the files go, what a reader missed, who wants it in a deck, and where the built book lies."""

    folder: Path
    missed: Sequence[Question] = ()
    book: Path = OUTPUT

    def write(self, ending: str, content: bytes) -> Path:
        """A file that is called as the course is, with this ending; the same content leaves the same bytes."""
        self.folder.mkdir(parents=True, exist_ok=True)
        file = self.folder / f"{load_course().name}{ending}"
        file.write_bytes(content)
        return file
