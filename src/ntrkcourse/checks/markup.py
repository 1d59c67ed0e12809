"""M01 to M05: nothing is written that the book would print raw or leave open.

M01  formulas: no page draws any, and JupyterLab takes a price for one;
M02  a directive, an option or a role that no page of the book shows yet;
M03  Markdown that the book or JupyterLab prints as it was typed;
M04  in records, anything but what ``content/inline.py`` reads: strong, emphasis, code and links;
M05  a fence that is never closed.

Lists of what works, and not of what fails: what stands in them is shown by a page of the book today, and
``tests/publish/test_markup.py`` holds the two together.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..content.inline import parse_inline
from .problem import Problem

DIRECTIVES = frozenset({"admonition", "dropdown", "include", "rst-class"})
COURSE_DIRECTIVES = frozenset({"course-glossary", "course-progress", "evidence", "paper-cases", "references"})
CLASSES = frozenset({"clinic-card", "note"})
LANGUAGES = frozenset({"", "text"})

_NO_FORMULA = "no page draws formulas: put it in words or a code block"
_DOLLAR = f"a dollar sign begins a formula in JupyterLab: write \\$100 or 100 dollars; {_NO_FORMULA}"
_OPEN = "would stand open: use {dropdown}"

_FENCE = re.compile(r"^\s*(:{3,}|`{3,}|~{3,})\s*(?:\{([^}]*)\})?\s*(.*?)\s*$")
_OPTION = re.compile(r"^\s*:([\w-]+):\s*(.*?)\s*$")
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_FORMULA = re.compile(r"(?<!\\)\$|\\[(\[]|\\begin\{")
_ROLE = re.compile(r"\{[\w:.+-]+\}(?=`)")
_HTML = re.compile(r"</?[a-zA-Z][\w-]*(?:\s[^<>]*)?/?>|<!--|<(?:https?|mailto):")

# Of a page or a Markdown cell. What each prints was tried in the book and in JupyterLab.
_RAW_MARKDOWN = {
    "raw HTML; write Markdown": _HTML,
    "~~struck~~ is printed with its signs; leave it out": re.compile(r"~~\S"),
    "a footnote; put it in the text": re.compile(r"\[\^"),
    "a link by name; put the address beside the words: [words](address)": re.compile(
        r"\]\[|^\s{0,3}\[[^\]]+\]:\s", re.MULTILINE
    ),
    "a substitution; write its text": re.compile(r"\{\{"),
    "attributes in braces; leave them out": re.compile(r"\{[.#][\w-]+\}"),
    "a box to tick; use a list": re.compile(r"^\s*(?:[-*+]|\d+[.)]) \[[ xX]\] ", re.MULTILINE),
    "a definition list; use a list with the term in **strong**": re.compile(r"^\s{0,3}:\s+\S", re.MULTILINE),
    "a target; links go to headings": re.compile(r"^\([\w.:-]+\)=\s*$", re.MULTILINE),
    "a block break or a comment; leave it out": re.compile(r"^(?:\+\+\+|%\s)", re.MULTILINE),
    "an image; no page shows one that is written in Markdown": re.compile(r"!\["),
}
# Of a text of a record, once what inline.py reads has been taken out.
_RAW_INLINE = {
    "raw HTML; write Markdown": _HTML,
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
    "an entity; write the sign itself": re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+\d*);"),
}
# Addresses are shown as links by themselves.
_NO_TEXTS = frozenset({"read_at"})


def check_markdown(text: str, file: str, place: str) -> Iterator[Problem]:
    """M01, M02, M03 and M05 for a page or a Markdown cell; ``place`` is completed by the line."""
    prose: list[str] = []
    fences: list[_Fence] = []
    options = False
    for number, line in enumerate(text.splitlines(), start=1):
        at = f"{place}, line {number}"
        match = _FENCE.match(line)
        signs, directive, rest = match.groups() if match else ("", None, line)
        inner = fences[-1] if fences else None
        prose.append("")
        if match and inner and directive is None and not rest and signs.startswith(inner.signs):
            fences.pop()
        elif inner and inner.code:
            pass
        elif match and signs[0] == ":" and directive is None:
            yield Problem(file, at, "M05", f"{signs} closes nothing, and hides what follows")
        elif match:
            if inner and signs.startswith(inner.signs):
                yield Problem(
                    file,
                    at,
                    "M05",
                    f"{signs} ends the {inner.signs} of line {inner.line}: give that more signs",
                )
            fences.append(_Fence(signs, directive is None, number))
            yield from _opening(directive, rest, file, at)
            # The title of a directive is Markdown too.
            prose[-1] = rest if directive else ""
            options = True
            continue
        elif options and (option := _OPTION.match(line)):
            yield from _option(option[1], option[2], file, at)
            continue
        else:
            prose[-1] = line
        options = False
    for fence in fences:
        yield Problem(file, f"{place}, line {fence.line}", "M05", f"{fence.signs} is never closed")
    yield from _prose("\n".join(prose), file, place)


@dataclass(frozen=True)
class _Fence:
    signs: str
    code: bool
    line: int


def _opening(directive: str | None, language: str, file: str, at: str) -> Iterator[Problem]:
    if directive is None:
        if language not in LANGUAGES:
            yield Problem(file, at, "M02", f"no page shows code of {language!r}; write ```text")
    elif directive == "math":
        yield Problem(file, at, "M01", f"{{math}}: {_NO_FORMULA}")
    elif directive == "toggle":
        yield Problem(file, at, "M02", f"{{toggle}} {_OPEN}")
    elif directive not in DIRECTIVES | COURSE_DIRECTIVES:
        known = ", ".join(sorted(DIRECTIVES))
        yield Problem(file, at, "M02", f"no page shows the directive {{{directive}}}; shown are {known}")


def _option(key: str, value: str, file: str, at: str) -> Iterator[Problem]:
    for name in value.split():
        if key == "class" and name in ("dropdown", "toggle"):
            yield Problem(file, at, "M02", f":class: {name} {_OPEN}")
        elif key != "class" or name not in CLASSES:
            known = ", ".join(sorted(CLASSES))
            yield Problem(
                file, at, "M02", f"no page shows the option :{key}: {name}; shown are :class: {known}"
            )


def _prose(text: str, file: str, place: str) -> Iterator[Problem]:
    # A role is known by the code behind it, so roles come before code is taken out.
    for match in _ROLE.finditer(text):
        at = f"{place}, line {_line(text, match.start())}"
        if match[0] == "{math}":
            yield Problem(file, at, "M01", f"{{math}}: {_NO_FORMULA}")
        else:
            yield Problem(file, at, "M02", f"no page shows the role {match[0]}; write Markdown")
    bare = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)
    for match in _FORMULA.finditer(bare):
        advice = _DOLLAR if match[0] == "$" else f"{match[0]} begins a formula; {_NO_FORMULA}"
        yield Problem(file, f"{place}, line {_line(bare, match.start())}", "M01", advice)
    for what, pattern in _RAW_MARKDOWN.items():
        for match in pattern.finditer(bare):
            at = f"{place}, line {_line(bare, match.start())}"
            yield Problem(file, at, "M03", f"{match[0].strip()!r}: {what}")


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def check_records(document: Mapping[str, Any], file: str) -> Iterator[Problem]:
    """M01 and M04 for every text of a parsed TOML file, each with its record and key."""
    for record, key, text in _texts(document, "", ""):
        place = ", ".join(part for part in (record and f"record {record!r}", f"key {key!r}") if part)
        for code, advice in sorted(set(_inline(text))):
            yield Problem(file, place, code, advice)


def _texts(value: Any, record: str, key: str) -> Iterator[tuple[str, str, str]]:
    """(record, key, text) of every text; a record is the outermost table that has an id."""
    if isinstance(value, Mapping):
        if not record and isinstance(value.get("id"), str):
            record, key = value["id"], ""
        for name, inner in value.items():
            if name not in _NO_TEXTS:
                yield from _texts(inner, record, f"{key}.{name}" if key else name)
    elif isinstance(value, list):
        for number, inner in enumerate(value, start=1):
            yield from _texts(inner, record, f"{key}[{number}]")
    elif isinstance(value, str):
        yield record, key, value


def _inline(text: str) -> Iterator[tuple[str, str]]:
    for match in _ROLE.finditer(text):
        yield (
            ("M01", f"{{math}}: {_NO_FORMULA}")
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
            yield "M01", f"{match[0]} begins a formula; {_NO_FORMULA}"
        for what, pattern in _RAW_INLINE.items():
            for match in pattern.finditer(shown):
                yield "M04", f"{match[0].strip()!r}: {what}"
