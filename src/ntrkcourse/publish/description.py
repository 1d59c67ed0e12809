"""What a page is about, in the sentences with which it begins."""

import re
from html import unescape

from docutils import nodes

SHORTEST, LONGEST = 60, 160
"""Characters that programs show of a description: with fewer it tells too little, and more are cut."""
_TAG = re.compile(r"<[^>]+>")
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+")


def description(doctree: nodes.document | None) -> str:
    """The page's first sentences as plain text, as many as fit; empty where the page has no prose."""
    if doctree is None:
        return ""
    text = ""
    for paragraph in doctree.findall(nodes.paragraph):
        if isinstance(paragraph.parent, nodes.section) and len(text) < SHORTEST:
            text = f"{text} {_plain(paragraph)}".strip()
    return fitting(text)


def fitting(text: str) -> str:
    """The whole sentences of a text that fit; where these are too few, as many words."""
    if len(text) <= LONGEST:
        return text
    fits = ""
    for sentence in _SENTENCE_END.split(text):
        longer = f"{fits} {sentence}".strip()
        if len(longer) > LONGEST:
            break
        fits = longer
    return fits if len(fits) >= SHORTEST else f"{text[: LONGEST - 1].rpartition(' ')[0].rstrip(',;:')}…"


def _plain(paragraph: nodes.paragraph) -> str:
    parts = (
        unescape(_TAG.sub("", node.astext())) if isinstance(node.parent, nodes.raw) else node.astext()
        for node in paragraph.findall(nodes.Text)
    )
    return " ".join("".join(parts).split())
