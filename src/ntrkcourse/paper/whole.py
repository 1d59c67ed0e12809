"""The whole book as one PDF: cover, contents with page numbers, every page in their order, and the same as bookmarks."""

import io
import re
from collections.abc import Sequence

from markupsafe import Markup
from pypdf import PdfReader, PdfWriter

from ..publish.citation import load_citation
from .cover import cover
from .press import Press, typeset
from .reading import Page

_LINK = re.compile(r'href="([\w-]+)\.xhtml(?:#([^"]+))?"')


def pdf(press: Press, pages: Sequence[Page]) -> bytes:
    """The book, printed twice: a browser cannot tell beforehand on which page a chapter will begin."""
    numbers = page_numbers(_printed(press, pages, {}))
    return _with_bookmarks(_printed(press, pages, numbers), pages, numbers)


def page_numbers(pdf: bytes) -> dict[str, int]:
    """The page, from 1, to which each name in a PDF leads."""
    reader = PdfReader(io.BytesIO(pdf))
    numbers = {name: reader.get_destination_page_number(to) for name, to in reader.named_destinations.items()}
    return {name.removeprefix("/"): at + 1 for name, at in numbers.items() if at is not None}


def _printed(press: Press, pages: Sequence[Page], numbers: dict[str, int]) -> bytes:
    press.show(
        typeset(
            "book.html",
            cover=Markup(cover()),
            citation=load_citation(),
            pages=pages,
            bodies=[Markup(_LINK.sub(_within, page.xhtml)) for page in pages],
            numbers=numbers,
        )
    )
    return press.pdf()


def _with_bookmarks(pdf: bytes, pages: Sequence[Page], numbers: dict[str, int]) -> bytes:
    # A browser's own bookmarks run two words of a heading together where its line ends.
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    for page in pages:
        within = writer.add_outline_item(title=page.title, page_number=numbers[page.name] - 1, bold=True)
        for heading in page.headings:
            writer.add_outline_item(title=heading.title, page_number=numbers[heading.id] - 1, parent=within)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def _within(link: re.Match[str]) -> str:
    return f'href="#{link[2] or link[1]}"'
