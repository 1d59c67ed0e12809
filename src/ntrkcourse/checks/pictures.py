"""P01 to P03 and N08: pictures are drawn, said in words, shown somewhere, and every lesson has one.

P01  a picture stands on a page, in a question or on a card; one that nothing shows is taken away;
P02  what is said for those who cannot see it says enough to be useful, and is no repetition of its title;
P03  a drawing names nothing (``id``) and asks for nothing (``href``), so that it can stand twice on a page;
N08  a lesson has a picture, or its metadata say why it needs none (``unpictured``).
"""

import ast
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..content.chapters import Chapter, Lesson
from ..content.location import book_folder, notebooks_folder
from ..content.walk import pictures
from ..figures import frames, load_figures
from ..widgets.join import draws
from .problem import Problem
from .widgets import made_in

FEWEST_WORDS = 12
_DIRECTIVE = re.compile(r"^[`:]{3,}\{course-figure\}\s*(\w+)", re.MULTILINE)
_ASKS = re.compile(r"\s(?:id|href)=")


def check_pictures(shown: Iterable[str]) -> Iterator[Problem]:
    """P01 to P03 for every picture; ``shown`` are the names of those that something shows.

    Raises
    ------
    ContentError
        For a picture that cannot be drawn.
    """
    names = set(shown)
    for name, figure in load_figures().items():
        file = f"content/figures/{name}.toml"
        if name not in names:
            yield Problem(file, "", "P01", "nothing shows it: no page, no question, no card")
        told = (
            [("", figure)] if not figure.frame else [(f"frame {one.title!r} ", one) for one in figure.frame]
        )
        for place, one in told:
            if (words := len(one.description.split())) < FEWEST_WORDS:
                advice = f"{words} words, fewer than {FEWEST_WORDS}; say what is to be seen"
                yield Problem(file, f"{place}description", "P02", advice)
        for drawing in frames(name):
            if found := _ASKS.search(drawing.body):
                yield Problem(f"figures/drawings/{name}.py", "", "P03", f"holds {found[0].strip()!r}")


def check_lessons_pictured(chapters: Mapping[str, Chapter]) -> Iterator[Problem]:
    """N08 for every lesson."""
    for chapter in chapters.values():
        for lesson in chapter.lessons:
            if is_pictured(lesson) == bool(lesson.unpictured):
                advice = (
                    "has a picture, and says why it needs none; take the reason away"
                    if lesson.unpictured
                    else "has no picture; draw one, or say in the metadata why it needs none (unpictured)"
                )
                yield Problem(chapter.file, f"lesson {lesson.heading!r}", "N08", advice)


def is_pictured(lesson: Lesson) -> bool:
    """Whether a cell shows a picture, or a widget that draws or has one."""
    code = [text for _, kind, text in lesson.cells if kind == "code"]
    return any(figures_in(text) for text in code) or any(
        draws(widget.name) or "ntrk-picture" in widget.equivalent(widget.data)
        for text in code
        for _, widget in made_in(text)
    )


def pictures_shown(records: Iterable[object]) -> Iterator[str]:
    """Names of the pictures that a notebook, a page or one of the ``records`` shows, in no order."""
    for path in notebooks_folder().glob("*.ipynb"):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "code":
                yield from figures_in("".join(cell["source"]))
    for page in [*book_folder().rglob("*.md"), book_folder().parent / "index.md"]:
        yield from figures_on(page)
    for record in records:
        yield from pictures(record)


def figures_on(page: Path) -> list[str]:
    """Names of the pictures that a page of text shows."""
    return _DIRECTIVE.findall(page.read_text(encoding="utf-8"))


def figures_in(code: str) -> list[str]:
    """Names of the pictures that a cell shows."""
    return [
        call.args[0].value
        for call in ast.walk(ast.parse(code))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "figure"
        and len(call.args) == 1
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
    ]
