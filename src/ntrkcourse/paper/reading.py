"""The built book's pages as they are read without a screen, in the order of its contents."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sphinx_external_toc.parsing import parse_toc_yaml

from ..content.interface import interface_words
from ..content.location import ROOT
from .press import Press

# Two show what a browser keeps, and paper keeps nothing; the cases of the third stand in the chapters.
_LEFT_OUT = {"book/progress", "book/review", "book/tumour_board_paper"}
_LINK = re.compile(r'href="([\w-]+\.xhtml)#([^"]+)"')
_ID = re.compile(r'\sid="([^"]+)"')


@dataclass(frozen=True)
class Heading:
    """A heading of a page, by the id that leads to it."""

    id: str
    title: str


@dataclass(frozen=True)
class Page:
    """A page: its name among the others, its title, its headings of the second level, and itself as XHTML.

    ``part`` is the caption of the contents under which it begins a part, or empty.
    """

    name: str
    title: str
    headings: tuple[Heading, ...]
    xhtml: str
    part: str = ""


def read_book(press: Press, book: Path) -> list[Page]:
    """The pages of the built ``book``; every link among them leads to something in them."""
    words = {name: interface_words()["paper"][name] for name in ("answers", "answer_at")}
    listed = list(_listed())
    # As a browser names them.
    names = {(book / f"{page}.html").as_uri().removeprefix("file://"): _name(page) for page, _ in listed}
    pages = []
    for page, part in listed:
        press.open(book / f"{page}.html")
        told = press.ask("page", {"name": _name(page), "names": names, "words": words})
        headings = tuple(Heading(**one) for one in told["headings"])
        pages.append(Page(_name(page), told["title"], headings, told["xhtml"], part))
    known = {found for page in pages for found in _ID.findall(page.xhtml)}

    def certain(link: re.Match[str]) -> str:
        return link[0] if link[2] in known else f'href="{link[1]}"'

    return [Page(one.name, one.title, one.headings, _LINK.sub(certain, one.xhtml), one.part) for one in pages]


def _listed() -> Iterator[tuple[str, str]]:
    """(page, the caption of the part that it begins) in the order of ``_toc.yml``."""
    contents = parse_toc_yaml(ROOT / "_toc.yml")

    def below(name: str) -> Iterator[tuple[str, str]]:
        for tree in contents[name].subtrees:
            caption = tree.caption or ""
            for item in map(str, tree.items):
                if item not in _LEFT_OUT:
                    yield item, caption
                    caption = ""
                yield from below(item)

    yield contents.root.docname, ""
    yield from below(contents.root.docname)


def _name(page: str) -> str:
    return page.replace("/", "-")
