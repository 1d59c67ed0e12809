"""What a trainer needs beside the chapters: a guide to each lesson, and schedules made of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from .chapters import Chapter, Lesson, load_chapters
from .errors import ContentError
from .location import content_folder, short_name
from .records import Markdown, build, load_tables, read_toml


@dataclass(frozen=True)
class Guide:
    """How one lesson is taught.

    Attributes
    ----------
    id
        Chapter and heading, ``"03 How sure is a rare count?"``.
    purpose
        What is different in the room when it has gone well.
    materials
        What to have ready, beside the pages.
    ask
        Questions to the room, with what to listen for.
    avoid
        What not to do, and why.
    """

    id: str
    purpose: Markdown
    materials: tuple[str, ...]
    ask: tuple[Markdown, ...]
    avoid: tuple[Markdown, ...]

    @property
    def chapter(self) -> str:
        """Two digits of the chapter."""
        return self.id[:2]

    @property
    def heading(self) -> str:
        """The lesson's heading."""
        return self.id[3:]


@dataclass(frozen=True)
class Part:
    """One part of a schedule.

    Attributes
    ----------
    kind
        "lesson" and "home" take a lesson by its ``of``, a guide's id; "talk" and "break" have a ``title``.
    how
        What the trainer and the room do.
    cut
        1 for what goes first when time runs short, 2 for the next; 0 for what stays.
    """

    kind: Literal["lesson", "home", "talk", "break"]
    minutes: int
    of: str = ""
    title: str = ""
    how: Markdown = ""
    cut: int = 0


@dataclass(frozen=True)
class Session:
    """Parts that follow each other in one room on one day; what is done at home stands first and counts apart."""

    title: str
    minutes: int
    part: tuple[Part, ...]

    @property
    def in_the_room(self) -> tuple[Part, ...]:
        """What the session's minutes are made of."""
        return tuple(part for part in self.part if part.kind != "home")

    @property
    def clock(self) -> Iterator[tuple[Part, int]]:
        """Each part in the room with the minute at which it begins."""
        begins = 0
        for part in self.in_the_room:
            yield part, begins
            begins += part.minutes


@dataclass(frozen=True)
class Schedule:
    """One way to teach the course, or some of it, to a room.

    Attributes
    ----------
    order
        Its place in the list.
    room
        For whom it is, and what the room needs.
    before, after
        What the trainer does the day before, and when all have gone.
    """

    name: str
    order: int
    title: str
    room: Markdown
    before: tuple[Markdown, ...]
    session: tuple[Session, ...]
    after: Markdown


def lesson_name(chapter: Chapter, lesson: Lesson) -> str:
    """How guides and schedules name a lesson: chapter and heading."""
    return f"{chapter.number} {lesson.heading}"


def find_lesson(name: str) -> tuple[Chapter, Lesson]:
    """The lesson of this name and its chapter; a check has seen that it is there."""
    return next(
        (chapter, lesson)
        for chapter in load_chapters().values()
        for lesson in chapter.lessons
        if lesson_name(chapter, lesson) == name
    )


@cache
def load_guides(folder: Path | None = None) -> dict[str, Guide]:
    """All guides by id; raises :class:`ContentError`."""
    tables = load_tables(folder or content_folder() / "guides", "guide", Guide)
    for name, (guide, header) in tables.items():
        if guide.chapter != Path(header["file"]).stem:
            raise ContentError(header["file"], name, "id", f"belongs into {guide.chapter}.toml")
    return {name: guide for name, (guide, _) in tables.items()}


@cache
def load_schedules(folder: Path | None = None) -> dict[str, Schedule]:
    """All schedules by the name of their file, in their order; raises :class:`ContentError`."""
    files = sorted((folder or content_folder() / "schedules").glob("*.toml"))
    found = [build(Schedule, {"name": one.stem, **read_toml(one)}, short_name(one), "") for one in files]
    return {one.name: one for one in sorted(found, key=lambda one: one.order)}
