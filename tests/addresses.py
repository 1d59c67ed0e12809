"""The addresses that the book has, and those that it has had: others link to them and cite them.

``.venv/bin/python tests/addresses.py`` adds new ones to ``addresses.txt``. It takes none away: what has gone is named in
``addresses_gone.toml`` with what took its place.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from ntrkcourse.content.chapters import load_chapters
from ntrkcourse.content.facts import load_facts
from ntrkcourse.content.location import ROOT
from ntrkcourse.export.places import lessons_asking
from ntrkcourse.publish.lessons import lesson_id, page_of
from ntrkcourse.publish.sources import EVIDENCE_PAGE

KEPT = Path(__file__).with_name("addresses.txt")
GONE = Path(__file__).with_name("addresses_gone.toml")


def addresses() -> set[str]:
    """Of pages, lessons, facts and questions, from the book's folder."""
    return set(_addresses())


def kept() -> set[str]:
    """The addresses that a book had when the list was last renewed."""
    return set(KEPT.read_text(encoding="utf-8").split())


def _addresses() -> Iterator[str]:
    contents = (ROOT / "_toc.yml").read_text(encoding="utf-8")
    yield from (f"{page}.html" for page in re.findall(r"(?:root|file): (\S+)", contents))
    for chapter in load_chapters().values():
        yield from (f"{page_of(chapter)}.html#{lesson_id(lesson)}" for lesson in chapter.lessons)
    yield from (f"{EVIDENCE_PAGE}.html#{one.id}" for one in load_facts().values() if one.status != "recalled")
    for chapter, _, asked in lessons_asking():
        yield from (f"{page_of(chapter)}.html#question-{question.id}" for question in asked)


if __name__ == "__main__":
    KEPT.write_text("\n".join(sorted(kept() | addresses())) + "\n", encoding="utf-8")
