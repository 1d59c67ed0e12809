"""Who made the course, which version it is, and how it may be used: ``CITATION.cff``."""

from dataclasses import dataclass
from functools import cache

import yaml

from ..content.errors import ContentError
from ..content.location import ROOT, short_name


@dataclass(frozen=True)
class Citation:
    """What a title page says of a book beside its title; ``date`` is YYYY-MM-DD."""

    authors: tuple[str, ...]
    version: str
    date: str
    licences: tuple[str, ...]
    keywords: tuple[str, ...]


CITATION = ROOT / "CITATION.cff"


def has_citation() -> bool:
    """Whether the course says who made it."""
    return CITATION.is_file()


@cache
def load_citation() -> Citation:
    """The course's citation; raises :class:`ContentError` where there is none or something is missing."""
    try:
        told = yaml.safe_load(CITATION.read_text(encoding="utf-8"))
        authors = [
            one.get("name") or f"{one['given-names']} {one['family-names']}" for one in told["authors"]
        ]
        licence = told["license"]
        return Citation(
            authors=tuple(authors),
            version=str(told["version"]),
            date=str(told["date-released"]),
            licences=(licence,) if isinstance(licence, str) else tuple(licence),
            keywords=tuple(told.get("keywords", ())),
        )
    except (OSError, yaml.YAMLError, KeyError) as error:
        raise ContentError(
            short_name(CITATION), "", "", f"a book needs authors, version and date: {error!r}"
        ) from error
