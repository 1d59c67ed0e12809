"""Chapters as content: what a notebook says of itself, and its prose."""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from .errors import ContentError
from .location import notebooks_folder, short_name
from .records import refuse_unknown

_OBJECTIVE = re.compile(r"^- \*\*(\d\d\.\d)\*\* (.+)$", re.MULTILINE)
_HEADING = re.compile(r"^(#{1,4})\s+(.+?)\s*$", re.MULTILINE)
_FENCED_CODE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Chapter:
    """A notebook's own account of itself.

    Attributes
    ----------
    number, title, minutes
        Two digits, the first heading without them, and the time that a student needs.
    objectives
        Code -> text, from the cell tagged ``objectives``.
    headings
        Every heading, in order, without its marks.
    prose
        (cell number, text) of each Markdown cell.
    quizzes
        Arguments of each ``quiz(...)`` call as written.
    forms
        The tests that the chapter holds: ``"pre"``, ``"post"``, both or neither.
    """

    file: str
    number: str
    title: str
    minutes: int
    objectives: dict[str, str]
    headings: tuple[str, ...]
    prose: tuple[tuple[int, str], ...]
    quizzes: tuple[str, ...]
    forms: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Number and title, as the chapter is listed."""
        return f"{self.number} {self.title}"


@cache
def load_chapters(folder: Path | None = None) -> dict[str, Chapter]:
    """All chapters by number; raises :class:`ContentError`."""
    chapters: dict[str, Chapter] = {}
    for path in sorted((folder or notebooks_folder()).glob("*.ipynb")):
        chapter = _load(path)
        if chapter.number in chapters:
            other = chapters[chapter.number].file
            # Which of them is the copy cannot be known: the order of names puts copies first.
            problem = f"{other} is chapter {chapter.number} too; delete the copy or give it another number"
            raise ContentError(chapter.file, "metadata.ntrkcourse", "chapter", problem)
        chapters[chapter.number] = chapter
    return chapters


def _load(path: Path) -> Chapter:
    file = short_name(path)
    try:
        notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        cells, about = notebook["cells"], notebook["metadata"]["ntrkcourse"]
    except (OSError, ValueError, KeyError) as error:
        raise ContentError(file, "", "", f"is not a chapter notebook: {error!r}") from error
    refuse_unknown(about, ("chapter", "minutes"), file, "metadata.ntrkcourse")
    for key in ("chapter", "minutes"):
        if key not in about:
            raise ContentError(file, "metadata.ntrkcourse", key, "missing")
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
        minutes=about["minutes"],
        objectives=objectives,
        headings=headings,
        prose=prose,
        quizzes=tuple(re.findall(r"\bquiz\((.*?)\)", code, re.DOTALL)),
        forms=tuple(use for use in ("pre", "post") if f"{use}test()" in code),
    )
