"""The board as one page that asks for no other file, and what a trainer can ask the room."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment

from ..content.chapters import load_chapters
from ..content.course import load_course
from ..content.inline import plain
from ..publish.lessons import page_of
from ..publish.teaching import asked_in
from ..widgets import join

_HERE = Path(__file__).parent


def board_page(qr: str) -> str:
    """The page; ``qr`` is the picture of the address that learners open, as SVG."""
    page = Environment(autoescape=True).from_string(_read("board.html"))
    return page.render(
        course=load_course(),
        style=join.shared_style() + _read("board.css"),
        script=join.shared_page_script() + join.without_comments(_read("board.js")),
        catalogue=catalogue(),
        qr=qr,
    )


@cache
def catalogue() -> list[dict[str, Any]]:
    """Every question that a lesson asks, by chapter, with the address of its page in the book."""
    return [
        {
            "name": chapter.name,
            "page": f"{page_of(chapter)}.html",
            "questions": [
                {"id": one.id, "vignette": plain(one.vignette), "stem": plain(one.stem)}
                for lesson in chapter.lessons
                for one in asked_in(lesson)
            ],
        }
        for chapter in load_chapters().values()
    ]


def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")
