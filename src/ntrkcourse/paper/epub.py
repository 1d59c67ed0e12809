"""The book as an EPUB 3: one XHTML file a page, pictures inline, a cover, and what a library must know of it.

The same book makes the same file, byte for byte.
"""

import io
import uuid
import zipfile
from collections.abc import Sequence

from markupsafe import Markup

from ..content.course import load_course
from ..publish.citation import load_citation
from .cover import HEIGHT, WIDTH, cover
from .press import Press, own_style, typeset
from .reading import Page

_CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)
_COVER_SCALE = 4


def epub(press: Press, pages: Sequence[Page]) -> bytes:
    """The book as an EPUB."""
    about = {"citation": load_citation(), "identifier": identifier(), "pages": pages}
    files: dict[str, str | bytes] = {
        "META-INF/container.xml": _CONTAINER,
        "EPUB/package.opf": typeset("package.opf", **about),
        "EPUB/nav.xhtml": typeset("nav.xhtml", **about),
        "EPUB/cover.xhtml": typeset("cover.xhtml"),
        "EPUB/cover.png": _cover(press),
        "EPUB/about.xhtml": typeset("about.xhtml", **about),
        "EPUB/style.css": own_style("text") + own_style("book"),
        **{
            f"EPUB/{one.name}.xhtml": typeset("page.xhtml", title=one.title, body=Markup(one.xhtml))
            for one in pages
        },
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        # First and not compressed, so that the file is known for what it is by its first bytes.
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/epub+zip", zipfile.ZIP_STORED)
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def identifier() -> str:
    """The same for the same version of the same course."""
    name = f"{load_course().address or load_course().name}/{load_citation().version}"
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}"


def _cover(press: Press) -> bytes:
    press.show(typeset("cover.html", cover=Markup(cover())))
    return press.picture(WIDTH * _COVER_SCALE, HEIGHT * _COVER_SCALE)
