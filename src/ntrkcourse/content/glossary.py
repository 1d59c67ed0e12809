"""Terms of the course: one definition each, wherever it is shown."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .errors import ContentError
from .location import content_folder
from .records import load_tables


@dataclass(frozen=True)
class Term:
    """A term with its definition in one or two sentences; ``id`` is its anchor on the glossary page.

    ``also`` holds the other spellings under which it occurs in running text, in lower case unless they are
    acronyms or names.
    """

    id: str
    term: str
    definition: str
    also: tuple[str, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """Everything that counts as a use of the term: what stands in brackets is a second spelling."""
        named = (part for part in re.split(r"\s*[()]\s*", self.term) if part)
        return (*named, *self.also)


@cache
def load_glossary(folder: Path | None = None) -> dict[str, Term]:
    """All terms by id; raises :class:`ContentError`, also where two terms share a spelling."""
    tables = load_tables(folder or content_folder() / "glossary", "term", Term)
    owners: dict[str, str] = {}
    for name, (term, header) in tables.items():
        for spelling in term.spellings:
            key = "also" if spelling in term.also else "term"
            if spelling != spelling.strip() or not spelling:
                raise ContentError(header["file"], name, key, f"{spelling!r} is empty or has outer spaces")
            owner = owners.setdefault(spelling.casefold(), name)
            if owner != name:
                raise ContentError(
                    header["file"], name, key, f"{spelling!r} is already a spelling of {owner!r}"
                )
        if len(term.spellings) > len({spelling.casefold() for spelling in term.spellings}):
            raise ContentError(header["file"], name, "also", "holds a spelling twice")
    return {name: term for name, (term, _) in tables.items()}
