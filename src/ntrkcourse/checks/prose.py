"""F02 to F04: prose against the fact registry.

F02  a fact link names a fact that exists and may be taught;
F03  its numerals are the record's own;
F04  a statistic without a fact link, outside worked examples and constructed cases.
"""

import re
from collections.abc import Iterator, Mapping

from ..content.facts import Fact
from .figures import foreign_figures
from .numerals import LEVEL
from .problem import Problem

FACT_LINK = re.compile(r"\[([^\[\]]+)\]\(fact:([^()\s]+)\)")
_EXEMPT = (
    re.compile(
        r"^(:{3,})\{admonition\} (?:Worked example|Constructed case|Made-up numbers).*?^\1\s*$",
        re.MULTILINE | re.DOTALL,
    ),
    re.compile(r"^(`{3,}).*?^\1\s*$", re.MULTILINE | re.DOTALL),
    re.compile(r"`[^`\n]+`"),
    re.compile(r"\]\([^()]*\)"),
)
_STATISTIC = re.compile(
    r"\d(?:[\d.,]*\d)?\s?(?:%|per ?cent\b|percentage points?\b)"
    r"|\b\d[\d,]*\s+(?:of|out of)\s+(?:the\s+)?(?:over\s+)?\d[\d,]*"
    r"|\b(?:1|one) in \d[\d,.]*"
    r"|\b\d[\d,.]*\s+(?:in|per)\s+\d[\d,]*\b"
    r"|\b\d+(?:\.\d+)?\s*(?:–|-|to)\s*\d+(?:\.\d+)?\s?%"
    r"|\b(?:n|N|p|P)\s?[=<>]\s?\d"
)


def check_links(text: str, file: str, place: str, facts: Mapping[str, Fact]) -> Iterator[Problem]:
    """F02 and F03 for every fact link in ``text``."""
    for shown, fact_id in FACT_LINK.findall(text):
        fact = facts.get(fact_id)
        if fact is None:
            yield Problem(file, place, "F02", f"no fact has the id {fact_id!r} (link {shown!r})")
            continue
        if fact.status == "recalled":
            yield Problem(file, place, "F02", f"fact {fact_id!r} is only recalled; it may not be taught")
        foreign = foreign_figures(shown, fact)
        if foreign:
            yield Problem(
                file, place, "F03", f"{', '.join(foreign)} in {shown!r} is no figure of fact {fact_id!r}"
            )


def check_statistics(text: str, file: str, place: str) -> Iterator[Problem]:
    """F04 for every statistic in ``text`` that is neither linked nor marked as worked or constructed."""
    for figure, line in statistics(text):
        advice = (
            f"{figure!r} stands in {line[:90]!r} without a fact link; link it, put it in a worked example, "
            "or name its field under [[unlinked]] in course.toml"
        )
        yield Problem(file, place, "F04", advice)


def statistics(text: str) -> Iterator[tuple[str, str]]:
    """Every statistic in ``text`` outside links, worked examples and constructed cases, with the line it stands in."""
    for line in bare_prose(text).splitlines():
        for match in _STATISTIC.finditer(line):
            yield match[0], line.strip()


def bare_prose(text: str) -> str:
    """``text`` without fact links, levels of intervals, code, link targets, worked examples and constructed cases."""
    bare = LEVEL.sub(" ", FACT_LINK.sub(" ", text))
    for pattern in _EXEMPT:
        bare = pattern.sub("] " if pattern is _EXEMPT[-1] else " ", bare)
    return bare
