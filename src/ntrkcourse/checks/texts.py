"""M01 and M04: no text of a record has a formula, or Markdown that ``content/inline.py`` does not read.

M04  anything but strong, emphasis, code and links is shown as it was typed.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..content.inline import parse_inline
from .markup import HTML, NO_FORMULA, ROLE, without_code
from .places import record_texts
from .problem import Problem

# Of a text of a record, once what inline.py reads has been taken out.
_RAW_INLINE = {
    "raw HTML; write Markdown": HTML,
    "a code span that is not closed": re.compile("`"),
    "stars that mark nothing; write **strong** or *emphasis*, not both at once": re.compile(
        r"\*\*|(?<![\w*])\*(?=\S)|(?<=[^\s\w*])\*(?!\w)"
    ),
    "emphasis by underlines; write *emphasis* or **strong**": re.compile(
        r"(?<!\w)_(?=\S)[^_]+_(?!\w)|__\S[^_]*__(?!\w)"
    ),
    "~~struck~~ is printed with its signs; leave it out": re.compile(r"~~\S"),
    "an image; a record holds words alone": re.compile(r"!\["),
    "a footnote; put it in the text": re.compile(r"\[\^"),
    "a link that goes nowhere: its address begins with fact:, https:// or #, and its words hold no markup": (
        re.compile(r"\]\(|\]\[|^\s{0,3}\[[^\]]+\]:\s", re.MULTILINE)
    ),
    "a heading; a record holds running text": re.compile(r"^\s{0,3}#{1,6}\s", re.MULTILINE),
    "a list; a record holds running text": re.compile(r"^\s{0,3}(?:[-*+]|1[.)])\s", re.MULTILINE),
    "a quotation by >; use quotation marks": re.compile(r"^\s{0,3}>\s*[^\s\d]", re.MULTILINE),
    "a table; a record holds running text": re.compile(r"^\s*\|.*\|\s*$", re.MULTILINE),
    "a fence; a record holds running text": re.compile(r"^\s*(?::{3,}|~{3,})", re.MULTILINE),
    "a backslash before a sign, which is shown too": re.compile(r"\\[^\w\s]"),
    "an entity; write the sign itself": re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[a-z]{2,}\d*);"),
}


def check_records(document: Mapping[str, Any], file: str) -> Iterator[Problem]:
    """M01 and M04 for every text of a parsed TOML file, each with its record and key."""
    for record, key, text, _ in record_texts(document):
        place = ", ".join(part for part in (record and f"record {record!r}", f"key {key!r}") if part)
        for code, advice in sorted(set(_inline(text))):
            yield Problem(file, place, code, advice)


def _inline(text: str) -> Iterator[tuple[str, str]]:
    for match in ROLE.finditer(without_code(text)):
        yield (
            ("M01", f"{{math}}: {NO_FORMULA}")
            if match[0] == "{math}"
            else ("M04", f"{match[0]!r}: a role; write Markdown")
        )
    spans = parse_inline(text)
    # What was read stands for a letter, so that what surrounds it is judged as it is shown.
    running = "".join(span[1] if span[0] == "text" else "x" for span in spans)
    for shown in (running, *(span[1] for span in spans if span[0] not in ("text", "code"))):
        if "$" in shown:
            yield "M01", "a dollar sign begins a formula in JupyterLab: write 100 dollars"
        for match in re.finditer(r"\\[(\[]|\\begin\{", shown):
            yield "M01", f"{match[0]} begins a formula; {NO_FORMULA}"
        for what, pattern in _RAW_INLINE.items():
            for match in pattern.finditer(shown):
                yield "M04", f"{match[0].strip()!r}: {what}"
