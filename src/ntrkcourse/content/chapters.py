"""Chapters as content: what a notebook says of itself, and its prose."""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from .errors import ContentError
from .location import notebooks_folder, short_name
from .questions import FORMS
from .records import build, refuse_unknown

_OBJECTIVE = re.compile(r"^- \*\*(\d\d\.\d)\*\* (.+)$", re.MULTILINE)
_HEADING = re.compile(r"^(#{1,4})\s+(.+?)\s*$", re.MULTILINE)
_FENCED_CODE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Cut:
    """A lesson as a notebook's metadata name it.

    ``optional`` is not counted, ``short`` belongs to the short way; ``unpictured`` says why it needs no picture.
    """

    heading: str
    optional: bool = False
    short: bool = False
    unpictured: str = ""


@dataclass(frozen=True)
class Lesson:
    """One sitting of a chapter: a heading of the second level and all that follows, up to the next.

    Attributes
    ----------
    optional
        Whether the course counts it.
    short
        Whether it belongs to the short way through the course.
    cells
        (cell number, kind, source) of its cells; the first begins with the heading.
    unpictured
        Why it needs no picture, where it has none.
    """

    heading: str
    optional: bool
    short: bool
    cells: tuple[tuple[int, str, str], ...]
    unpictured: str = ""


@dataclass(frozen=True)
class Chapter:
    """A notebook's own account of itself.

    Attributes
    ----------
    number, title
        Two digits, and the first heading without them.
    lessons
        In order; none where the chapter is one sitting.
    objectives
        Code -> text, from the cell tagged ``objectives``.
    headings
        Every heading, in order, without its marks.
    prose
        (cell number, text) of each Markdown cell.
    quizzes
        Arguments of each ``quiz(...)`` call as written.
    forms
        The forms of the test that the chapter holds: both where the reader sits it, or none.
    seeing
        Whether it teaches to see, so that one of its questions must ask about a picture.
    """

    file: str
    number: str
    title: str
    objectives: dict[str, str]
    headings: tuple[str, ...]
    prose: tuple[tuple[int, str], ...]
    quizzes: tuple[str, ...]
    forms: tuple[str, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    seeing: bool = False

    @property
    def name(self) -> str:
        """Number and title, as the chapter is listed."""
        return f"{self.number} {self.title}"

    @property
    def counted(self) -> tuple[Lesson, ...]:
        """The lessons that the course counts."""
        return tuple(lesson for lesson in self.lessons if not lesson.optional)


@cache
def load_chapters(folder: Path | None = None) -> dict[str, Chapter]:
    """All chapters by number; raises :class:`ContentError`."""
    chapters: dict[str, Chapter] = {}
    for path in sorted((folder or notebooks_folder()).glob("*.ipynb")):
        chapter = _load(path)
        if chapter.number in chapters:
            # A copy has the longer name, whatever program made it.
            original, copy = sorted((chapters[chapter.number].file, chapter.file), key=len)
            problem = f"{chapter.number} is the chapter of {original}; move this copy out of the folder, or number it anew"
            raise ContentError(copy, "metadata", "chapter", problem)
        chapters[chapter.number] = chapter
    return chapters


def _load(path: Path) -> Chapter:
    file = short_name(path)
    try:
        notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        cells, about = notebook["cells"], notebook["metadata"]["ntrkcourse"]
    except (OSError, ValueError, KeyError) as error:
        raise ContentError(file, "", "", f"is not a chapter notebook: {error!r}") from error
    refuse_unknown(about, ("chapter", "seeing", "lessons"), file, "metadata.ntrkcourse")
    if "chapter" not in about:
        raise ContentError(file, "metadata.ntrkcourse", "chapter", "missing")
    prose = tuple(
        (number, "".join(cell["source"]))
        for number, cell in enumerate(cells, start=1)
        if cell["cell_type"] == "markdown"
    )
    code = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    tagged = [
        "".join(cell["source"]) for cell in cells if "objectives" in cell.get("metadata", {}).get("tags", [])
    ]
    objectives = dict(_OBJECTIVE.findall("\n".join(tagged)))
    if not objectives:
        raise ContentError(
            file, "objectives", "", "no cell tagged 'objectives' with lines '- **NN.1** Verb …'"
        )
    headings = tuple(title for _, text in prose for _, title in _HEADING.findall(_FENCED_CODE.sub("", text)))
    title = headings[0] if headings else ""
    if not title.startswith(f"{about['chapter']} "):
        raise ContentError(file, "title", "", f"the first heading must begin with {about['chapter']!r}")
    return Chapter(
        file=file,
        number=about["chapter"],
        title=title[3:],
        objectives=objectives,
        headings=headings,
        prose=prose,
        quizzes=tuple(re.findall(r"\bquiz\((.*?)\)", code, re.DOTALL)),
        forms=FORMS if re.search(r"\b(?:pre|post)test\(", code) else (),
        lessons=_lessons(cells, about.get("lessons", []), file),
        seeing=about.get("seeing", False),
    )


def _lessons(cells: list[dict[str, Any]], cuts: list[dict[str, Any]], file: str) -> tuple[Lesson, ...]:
    """The cells parted at the headings that the metadata name; raises :class:`ContentError`."""
    wanted = [
        build(Cut, cut, file, f"metadata.ntrkcourse.lessons[{number}]")
        for number, cut in enumerate(cuts, start=1)
    ]
    numbered = [
        (number, cell["cell_type"], "".join(cell["source"])) for number, cell in enumerate(cells, start=1)
    ]
    begins = [
        at for at, (_, kind, text) in enumerate(numbered) if kind == "markdown" and text.startswith("## ")
    ]
    found = {numbered[at][2].partition("\n")[0].removeprefix("## ").strip(): at for at in begins}
    for cut in wanted:
        if cut.heading not in found:
            problem = f"no cell begins with '## {cut.heading}'"
            raise ContentError(file, "metadata.ntrkcourse.lessons", cut.heading, problem)
    starts = [found[cut.heading] for cut in wanted]
    if starts != sorted(set(starts)):
        raise ContentError(
            file, "metadata.ntrkcourse", "lessons", "they are not in the order of the notebook"
        )
    known = {cut.heading for cut in wanted}
    for number, kind, text in numbered[starts[0] :] if starts else ():
        for mark, heading in _HEADING.findall(_FENCED_CODE.sub("", text)) if kind == "markdown" else ():
            if len(mark) <= 2 and heading not in known:
                advice = f"{heading!r} is no lesson; name it in the metadata, or make it a heading of level 3"
                raise ContentError(file, f"cell {number}", "", advice)
    ends = [*starts[1:], len(numbered)]
    return tuple(
        Lesson(cut.heading, cut.optional, cut.short, tuple(numbered[start:end]), cut.unpictured)
        for cut, start, end in zip(wanted, starts, ends, strict=False)
    )
