"""F05 and F06: a text does not say of a record what no longer holds.

F05  "second-hand" is said of records that are; that they are is shown by a mark on every link, which
     ``widgets.py`` holds;
F06  a record that another has superseded is linked to with its date, or beside its successor.
"""

import re
from collections.abc import Iterator, Mapping

from ..content.facts import Fact, is_known_source
from .problem import Problem
from .prose import FACT_LINK

_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=\s*[-|*] ?)")
_SAID_OF = re.compile(r"\]\(fact:([^()\s]+)\)[,;]? \((?:read )?second-hand\)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def check_standing(text: str, file: str, place: str, facts: Mapping[str, Fact]) -> Iterator[Problem]:
    """F05 and F06 for a text, each of its paragraphs by itself."""
    for paragraph in _PARAGRAPH.split(text):
        linked = [facts[name] for _, name in FACT_LINK.findall(paragraph) if name in facts]
        yield from _second_hand(paragraph, linked, file, place, facts)
        for fact in linked:
            if fact.superseded_by and not _is_dated(fact, paragraph, linked):
                advice = f"fact {fact.id!r} is superseded by {fact.superseded_by!r}: say its year, or link that too"
                yield Problem(file, place, "F06", advice)


def check_successors(facts: Mapping[str, Fact]) -> Iterator[Problem]:
    """F06 for records whose successor is neither a record nor a source."""
    for fact in facts.values():
        successor = fact.superseded_by
        if successor and (successor == fact.id or not (successor in facts or is_known_source(successor))):
            advice = f"superseded_by {successor!r} is neither another record nor a key of references.bib"
            yield Problem("content/facts", fact.id, "F06", advice)


def _second_hand(
    paragraph: str, linked: list[Fact], file: str, place: str, facts: Mapping[str, Fact]
) -> Iterator[Problem]:
    for name in _SAID_OF.findall(paragraph):
        if name in facts and facts[name].status != "secondary":
            yield Problem(
                file, place, "F05", f"fact {name!r} was read in its source; leave out 'second-hand'"
            )
            return
    if "second-hand" in paragraph.lower() and linked and not any(f.status == "secondary" for f in linked):
        advice = f"{paragraph.strip()[:60]!r} says second-hand, and links to nothing that is; leave it out"
        yield Problem(file, place, "F05", advice)


def _is_dated(fact: Fact, paragraph: str, linked: list[Fact]) -> bool:
    if any(fact.superseded_by in (other.id, other.source) for other in linked if other.id != fact.id):
        return True
    years = set(re.findall(r"(?:19|20)\d\d", f"{fact.as_of} {fact.source} {fact.value}"))
    return bool(years & set(_YEAR.findall(re.sub(r"\]\([^()]*\)", "]", paragraph))))
