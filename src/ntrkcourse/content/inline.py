"""The inline Markdown of questions and records, parsed once, here, into plain spans.

Both the widgets and the printed equivalents draw these spans as nodes, so text from a content file is
never markup: ``<script>`` in a question is eight characters. Known are ``**strong**``, ``*emphasis*``,
`` `code` `` and links, among them fact links ``[4 of 4,854](fact:some.id)``.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from html import escape

Span = tuple[str, str] | tuple[str, str, str]
"""``("text" | "strong" | "em" | "code", text)`` or ``("link" | "fact", text, target)``."""

SECOND_HAND = "ˢ"
"""The mark of a link to a second-hand record where no style sheet draws it."""

_TOKEN = re.compile(
    r"\*\*(?P<strong>.+?)\*\*"
    r"|(?<![*\w])\*(?P<em>[^*]+?)\*(?![*\w])"
    r"|`(?P<code>[^`]+)`"
    r"|\[(?P<label>[^\[\]]+)\]\((?P<target>(?:fact:|https://|#)[^()\s]+)\)"
)


def parse_inline(text: str) -> list[Span]:
    """Spans of ``text`` in order; their texts put together are what the reader sees."""
    spans: list[Span] = []
    position = 0
    for match in _TOKEN.finditer(text):
        if match.start() > position:
            spans.append(("text", text[position : match.start()]))
        if match["label"]:
            target = match["target"]
            kind, address = ("fact", target[5:]) if target.startswith("fact:") else ("link", target)
            spans.append((kind, match["label"], address))
        else:
            kind = match.lastgroup or "text"
            spans.append((kind, match[kind]))
        position = match.end()
    if position < len(text):
        spans.append(("text", text[position:]))
    return spans


def plain(text: str) -> str:
    """``text`` with its markup taken away."""
    return "".join(span[1] for span in parse_inline(text))


def look(text: str) -> str:
    """What tells ``text`` from others for a reader: neither markup nor capitals, spaces or the last stop do."""
    return " ".join(unicodedata.normalize("NFKC", plain(text)).split()).rstrip(".").casefold()


def fact_ids(text: str) -> list[str]:
    """Ids of the facts that ``text`` links to, in order."""
    return [span[2] for span in parse_inline(text) if span[0] == "fact"]  # type: ignore[misc]


def linked_facts(texts: Iterable[str]) -> list[str]:
    """Ids of the facts that the texts link to, each once, in order."""
    return list(dict.fromkeys(fact for text in texts for fact in fact_ids(text)))


def paragraphs(text: str) -> list[str]:
    """The paragraphs of ``text``, which blank lines part, each with its spaces and line ends made one space."""
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]


def inline_html(text: str) -> str:
    """``text`` as safe HTML; its fact links are those of :func:`fact_link`."""
    return spans_html(parse_inline(text))


def spans_html(spans: Iterable[Sequence[str]]) -> str:
    """Spans, also as a widget carries them in its data, as safe HTML."""
    return "".join(_span_html(*span) for span in spans)


def fact_link(text: str, fact_id: str, address: str = "") -> str:
    """A fact link as HTML, marked where the record is second-hand; the page's script gives it its card."""
    # Not above: facts are records, and records compare their texts by `look`.
    from .facts import is_second_hand

    kind = "fact-link fact-second" if is_second_hand(fact_id) else "fact-link"
    to = f' href="{escape(address)}"' if address else ""
    return f'<a class="{kind}" data-fact="{escape(fact_id)}"{to}>{escape(text)}</a>'


def _span_html(kind: str, text: str, target: str = "") -> str:
    if kind == "fact":
        return fact_link(text, target)
    if kind == "link":
        return f'<a href="{escape(target)}">{escape(text)}</a>'
    return escape(text) if kind == "text" else f"<{kind}>{escape(text)}</{kind}>"
