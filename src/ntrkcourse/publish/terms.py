"""The first use of each glossary term in a chapter becomes a link with the definition as its card."""

import re
from collections.abc import Iterator
from functools import cache
from html import escape

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform

from ..content.glossary import Term, load_glossary
from ..content.inline import inline_html
from .sources import relative_address

GLOSSARY_PAGE = "book/glossary"
# Text inside these is a name, a link or code, and not running prose.
_NOT_PROSE = (
    nodes.title,
    nodes.reference,
    addnodes.pending_xref,
    nodes.literal,
    nodes.literal_block,
    nodes.raw,
    nodes.thead,
    nodes.caption,
)


class FirstUses(SphinxTransform):
    """Link each term once, where the chapter first uses it."""

    # Before the sources are appended, whose words are the records' own.
    default_priority = 505

    def apply(self, **kwargs: object) -> None:
        if not self.env.docname.startswith("notebooks/"):
            return
        waiting = dict(load_glossary())
        found: list[Term] = []
        address = relative_address(self.app, self.env.docname, GLOSSARY_PAGE)
        for text in list(_prose(self.document)):
            pieces = _split(text.astext(), waiting)
            if len(pieces) == 1:
                continue
            new: list[nodes.Node] = []
            for words, term in pieces:
                if term is None:
                    new.append(nodes.Text(words))
                    continue
                found.append(term)
                link = f'<a class="term" data-card="term-card-{term.id}" href="{address}#term-{term.id}">'
                new.append(nodes.raw("", f"{link}{escape(words)}</a>", format="html"))
            text.parent.replace(text, new)
        if found:
            cards = "".join(
                f'<div id="term-card-{term.id}"><p><strong>{escape(term.term)}.</strong>'
                f" {inline_html(term.definition)}</p></div>"
                for term in found
            )
            self.document += nodes.raw("", f"<div hidden>{cards}</div>", format="html")


def _prose(document: nodes.document) -> Iterator[nodes.Text]:
    for text in document.findall(nodes.Text):
        parent = text.parent
        while parent is not None and not isinstance(parent, _NOT_PROSE):
            parent = parent.parent
        if parent is None:
            yield text


def _split(text: str, waiting: dict[str, Term]) -> list[tuple[str, Term | None]]:
    """``text`` in pieces, each with the term that it is the first use of; those terms leave ``waiting``."""
    pieces: list[tuple[str, Term | None]] = []
    position = 0
    while waiting:
        matches = [
            (match, term) for term in waiting.values() if (match := _pattern(term).search(text, position))
        ]
        if not matches:
            break
        # The earliest; of two that begin together, the longer.
        match, term = min(matches, key=lambda one: (one[0].start(), -len(one[0][0])))
        pieces += [(text[position : match.start()], None)] if match.start() > position else []
        pieces.append((match[0], term))
        position = match.end()
        del waiting[term.id]
    return [*pieces, (text[position:], None)] if position < len(text) or not pieces else pieces


@cache
def _pattern(term: Term) -> re.Pattern[str]:
    """Any spelling of the term as whole words, the longest first; an acronym in it in capitals alone."""
    parts = sorted(term.spellings, key=len, reverse=True)
    return re.compile(rf"(?<![\w:-])(?:{'|'.join(map(_written, parts))})(?![\w:])")


def _written(spelling: str) -> str:
    """The spelling as a pattern: each word in any case, but words with two capitals as they stand."""
    words = re.split(r"([A-Za-z]+)", spelling)
    return "".join(
        f"(?i:{word})" if word.isalpha() and sum(map(str.isupper, word)) < 2 else re.escape(word)
        for word in words
    )
