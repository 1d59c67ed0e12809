"""What leaves the book lies in it too: facts and questions as data, and the decks, for whoever has the book alone.

A Sphinx extension, named in ``_config.yml``; a course that leaves it out has neither files nor links.
"""

from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from ..content.course import load_course
from ..content.interface import interface_words
from ..publish.citation import load_citation
from ..publish.raw import raw_html
from ..widgets.template import fill
from . import export
from .order import Order
from .text import licence

FOLDER = "_static/data"
_FILES = {
    "data": (
        "facts.json",
        "facts.csv",
        "facts.schema.json",
        "questions.json",
        "questions.csv",
        "questions.schema.json",
    ),
    "decks": ("anki-core.apkg", "anki-all.apkg"),
}


class Downloads(SphinxDirective):
    """``{course-downloads} data`` or ``{course-downloads} decks``: links to the files, with their version and licence."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        kind = directives.choice(self.arguments[0], tuple(_FILES))
        words = interface_words()["downloads"]
        root = "../" * self.env.docname.count("/")
        links = "".join(
            f'<li><a href="{root}{FOLDER}/{load_course().name}-{ending}" download>{escape(words[ending])}</a></li>'
            for ending in _FILES[kind]
        )
        about = fill(
            words["about"], version=load_citation().version, date=load_citation().date, licence=licence()
        )
        return [raw_html(f'<ul class="downloads">{links}</ul><p>{escape(about)}</p>')]


def write_files(app: Sphinx) -> None:
    """Write the files to the book, where a web page is made of it."""
    if app.builder.format == "html":
        list(export(("data", "anki"), Order(Path(app.outdir) / FOLDER)))


def setup(app: Sphinx) -> dict[str, Any]:
    """Called by Sphinx."""
    app.add_directive("course-downloads", Downloads)
    app.connect("builder-inited", write_files)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
