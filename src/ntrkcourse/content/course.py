"""What names the course: ``course.toml``."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .errors import ContentError
from .location import course_file, short_name
from .records import build, read_toml


@dataclass(frozen=True)
class Unlinked:
    """Texts whose figures need no link, by patterns of the file and of record and key, and why."""

    file: str
    key: str
    why: str


@dataclass(frozen=True)
class Course:
    """The course's names and addresses.

    Attributes
    ----------
    name
        In small letters and hyphens: part of the names of files that a reader saves.
    title, subtitle
        As a reader sees them.
    store
        What the keys in the reader's browser begin with.
    address, repository, report
        Where the book is published, where its source lies, where a fault is reported; empty where there is none.
    unlinked
        Texts whose figures rest on no record.
    """

    name: str
    title: str
    subtitle: str
    store: str
    address: str = ""
    repository: str = ""
    report: str = ""
    unlinked: tuple[Unlinked, ...] = ()

    def published(self, file: str = "") -> str:
        """Address of a file of the published book; empty where it is not published."""
        return f"{self.address.rstrip('/')}/{file}" if self.address else ""


@cache
def load_course(file: Path | None = None) -> Course:
    """The course's names.

    Raises
    ------
    ContentError
        For an unknown key, a name that no file can bear, or an address that is none.
    """
    path = file or course_file()
    course = build(Course, read_toml(path), short_name(path), "")
    for key in ("name", "store"):
        if not re.fullmatch(r"[a-z][a-z0-9-]*", getattr(course, key)):
            raise ContentError(short_name(path), "", key, "small letters, digits and hyphens, a letter first")
    for key, known in (
        ("address", "https://"),
        ("repository", "https://"),
        ("report", ("https://", "mailto:")),
    ):
        value = getattr(course, key)
        if value and not value.startswith(known):
            raise ContentError(short_name(path), "", key, f"{value!r} does not begin with {known}")
    return course
