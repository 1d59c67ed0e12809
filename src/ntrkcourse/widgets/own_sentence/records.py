"""What the reader is asked at the first, at a later and at the last sitting, read from content/widgets/own_sentence.toml."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...content.errors import ContentError
from ...content.records import Markdown, Words, build, read_widget


@dataclass(frozen=True)
class Sitting:
    """One time that the reader is asked: the task, the name of the box, and what is said once it is answered."""

    title: str
    intro: Markdown
    ask: str
    after: Markdown


@dataclass(frozen=True)
class OwnSentenceContent:
    """The chapters in which the row begins and ends, and what is asked there and between."""

    first_chapter: str
    last_chapter: str
    first: Sitting
    later: Sitting
    last: Sitting
    words: Words

    def sitting(self, chapter: str) -> Sitting:
        """What is asked in a chapter of the row."""
        return {self.first_chapter: self.first, self.last_chapter: self.last}.get(chapter, self.later)


@cache
def load(file: Path | None = None) -> OwnSentenceContent:
    """The content in ``file``, by default the course's.

    Raises
    ------
    ContentError
        For an unknown key, a chapter that is no two digits, or a row that ends where it begins.
    """
    document, name = read_widget("own_sentence", file)
    content = build(OwnSentenceContent, document, name, "widget")
    for key in ("first_chapter", "last_chapter"):
        if not re.fullmatch(r"\d\d", getattr(content, key)):
            raise ContentError(name, "widget", key, f"{getattr(content, key)!r} is no chapter's two digits")
    if content.first_chapter >= content.last_chapter:
        raise ContentError(name, "widget", "last_chapter", "the row must end after it begins")
    return content
