"""What the copies' links lead to: a page a fact, and a page for each page of the book."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ..content.facts import Fact, load_facts
from ..content.location import book_folder
from ..publish.bibliography import load_references
from ..publish.fact_html import fact_html
from .files import write_text
from .links import RECORDS, record_address

_STAMP = ".made"
_IN_THE_BOOK = (
    "This page is part of the book, which JupyterLab does not show. In the course's folder,"
    " `python3 start.py book` builds the book and prints the address to open."
)
_PROGRESS = (
    "What you answer in JupyterLab is kept by JupyterLab, in this browser. The record at the end of the course"
    " shows it, and the book's own page does not."
)


def write_pages(folder: Path, version: str) -> None:
    """Write the pages into ``folder``, unless those of this ``version`` and of today are there."""
    stamp = folder / RECORDS / _STAMP
    # A record also says whether its check is overdue, which changes with the day.
    wanted = f"{version} {date.today()}"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    pages = dict(_pages())
    for name, text in pages.items():
        write_text(folder / name, text)
    for old in (folder / RECORDS).glob("*.md"):
        if f"{RECORDS}/{old.name}" not in pages:
            old.unlink()
    write_text(stamp, wanted)


def _pages() -> Iterator[tuple[str, str]]:
    """(place in the copies' folder, text) of every page."""
    for fact in load_facts().values():
        if fact.status != "recalled":
            yield record_address(fact.id), _record(fact)
    root = book_folder().parent
    for page in [*book_folder().rglob("*.md"), root / "index.md"]:
        if page.exists():
            yield page.relative_to(root).as_posix(), _book_page(page.read_text(encoding="utf-8"))


def _record(fact: Fact) -> str:
    reference = load_references()[fact.source].html
    page = (
        f"# Evidence\n\n{fact_html(fact, '', date.today())}\n\n"
        f'<h2 id="{fact.source}">Source</h2>\n<p>{reference}</p>\n\n`{fact.id}`\n'
    )
    # Else another site would take the place of JupyterLab.
    return page.replace('<a href="http', '<a target="_blank" href="http')


def _book_page(text: str) -> str:
    title = re.search(r"^# .+$", text, re.MULTILINE)
    note = f"\n\n{_PROGRESS}" if re.search(r"{course-(progress|review)}", text) else ""
    return f"{title[0] if title else '# A page of the book'}\n\n{_IN_THE_BOOK}{note}\n"
