"""Terms of the course: one definition each, wherever it is shown."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .location import book_folder
from .records import load_tables


@dataclass(frozen=True)
class Term:
    """A term with its definition in one or two sentences; ``id`` is its anchor on the glossary page."""

    id: str
    term: str
    definition: str


@cache
def load_glossary(folder: Path | None = None) -> dict[str, Term]:
    """All terms by id; raises :class:`ContentError`."""
    tables = load_tables(folder or book_folder() / "glossary", "term", Term)
    return {name: term for name, (term, _) in tables.items()}
