"""The board as one page that asks for no other file, and what a trainer can ask the room."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment

from ..content.chapters import load_chapters
from ..content.course import load_course
from ..content.inline import plain
from ..content.interface import interface_words
from ..figures import picture
from ..publish.lessons import page_of
from ..publish.teaching import asked_in
from ..widgets import join

_HERE = Path(__file__).parent


def board_page(qr: str) -> str:
    """The page; ``qr`` is the picture of the address that learners open, as SVG."""
    return _filled(
        "board.html",
        style=join.shared_style() + _read("board.css"),
        script=join.shared_page_script() + _words() + join.without_comments(_read("board.js")),
        catalogue=catalogue(),
        qr=qr,
    )


def _words() -> str:
    return f"ntrk.shared.board = {json.dumps(interface_words()['board'], ensure_ascii=False)};\n"


def login_page() -> str:
    """What stands in its place for whoever has not shown the trainer's key; it shows the key of its address."""
    return _filled("login.html", told=interface_words()["board"]["login"])


@cache
def catalogue() -> list[dict[str, Any]]:
    """Every question that a lesson asks, by chapter, with the address of its page in the book."""
    return [
        {
            "name": chapter.name,
            "page": f"{page_of(chapter)}.html",
            "questions": [
                {
                    "id": one.id,
                    "vignette": plain(one.vignette),
                    "stem": plain(one.stem),
                    "picture": picture(one.picture) if one.picture else "",
                }
                for lesson in chapter.lessons
                for one in asked_in(lesson)
            ],
        }
        for chapter in load_chapters().values()
    ]


def _filled(name: str, **parts: object) -> str:
    return Environment(autoescape=True).from_string(_read(name)).render(course=load_course(), **parts)


def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")
