"""Chromium as a printing press: HTML in, PDF out."""

import io
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from playwright.sync_api import Browser
from pypdf import PdfReader

from ..content.course import load_course
from ..content.interface import interface_words
from ..figures import style

_FOLDER = Path(__file__).parent


class Press:
    """One page of a browser in which no script of a page runs, so that it shows what can be read without."""

    def __init__(self, browser: Browser) -> None:
        # What is shown takes the place of a page of the book, under whose policy its own style would not count.
        self._context = browser.new_context(java_script_enabled=False, bypass_csp=True)
        self._page = self._context.new_page()

    def __enter__(self) -> "Press":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._context.close()

    def open(self, file: Path) -> None:
        """Open a page of the built book."""
        self._page.goto(file.as_uri())

    def show(self, html: str) -> None:
        """Open a page made here."""
        # Else the policy of the page before holds, which allows no style of ours.
        self._page.goto("about:blank")
        self._page.set_content(html)

    def ask(self, script: str, given: object = None) -> Any:
        """What the function in ``scripts/`` answers about the open page."""
        return self._page.evaluate(_script(script), given)

    def pdf(self) -> bytes:
        """The open page as PDF, with what a screen reader needs."""
        return self._page.pdf(prefer_css_page_size=True, tagged=True)

    def picture(self, width: int, height: int) -> bytes:
        """The open page as PNG."""
        self._page.set_viewport_size({"width": width, "height": height})
        return self._page.screenshot()


def page_count(pdf: bytes) -> int:
    """Number of the pages of a PDF."""
    return len(PdfReader(io.BytesIO(pdf)).pages)


def typeset(template: str, **values: object) -> str:
    """A template of ``templates/`` filled with ``values``; it knows the interface's words as ``ui``."""
    return _templates().get_template(template).render(values)


def sheet_style(*names: str) -> Markup:
    """The styles of pictures, and those of ``styles/`` by name."""
    return Markup(style() + "".join(own_style(name) for name in names))


def own_style(name: str) -> str:
    """One file of ``styles/``."""
    return (_FOLDER / "styles" / f"{name}.css").read_text(encoding="utf-8")


@cache
def _script(name: str) -> str:
    return (_FOLDER / "scripts" / f"{name}.js").read_text(encoding="utf-8")


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_FOLDER / "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "ui": interface_words(),
        "course": load_course(),
        "style": sheet_style,
    }
    return environment
