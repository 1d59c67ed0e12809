"""M01, M02, M03 and M05: no page or cell has Markdown that the book would print raw or leave open.

M01  a formula: no page draws any, and JupyterLab takes two prices for one;
M02  a directive, an option, a role or a language of code that no page of the book shows yet;
M03  Markdown that the book or JupyterLab prints as it was typed, or that hides a link from the other checks;
M05  a fence that is never closed, or closes another.

M02 goes by lists of what works, not of what fails: a name joins them with the first page that shows it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .problem import Problem

DIRECTIVES = frozenset({"admonition", "dropdown", "include", "rst-class"})
COURSE_DIRECTIVES = frozenset(
    {
        "course-bank",
        "course-downloads",
        "course-chapters",
        "course-glossary",
        "course-guides",
        "course-schedules",
        "course-progress",
        "course-review",
        "course-time",
        "door-begin",
        "evidence",
        "course-figure",
        "paper-cases",
        "references",
        "report-card",
        "short-way",
    }
)
CLASSES: frozenset[str] = frozenset()
LANGUAGES = frozenset({""})

NO_FORMULA = "no page draws formulas: put it in words or a code block"
_DOLLAR = f"a dollar sign begins a formula in JupyterLab: write \\$100 or 100 dollars; {NO_FORMULA}"
_OPEN = "would stand open: use {dropdown}"

_FENCE = re.compile(r"^\s*(:{3,}|`{3,}|~{3,})\s*(?:\{([^}]*)\})?\s*(.*?)\s*$")
_OPTION = re.compile(r"^\s*:([\w-]+):\s*(.*?)\s*$")
# Code does not run on past a blank line, so two stray signs far apart hide nothing.
_CODE = re.compile(r"(?<!`)(`+)(?!`)(?:(?!\n\s*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
_FORMULA = re.compile(r"(?<!\\)\$|\\[(\[]|\\begin\{")
ROLE = re.compile(r"\{[\w:.+-]+\}(?=`)")
HTML = re.compile(r"</?[a-zA-Z][\w-]*(?:\s[^<>]*)?/?>|<!--|<(?:https?|mailto):")

# Of a page or a Markdown cell. What each prints was tried in the book and in JupyterLab.
_RAW_MARKDOWN = {
    "raw HTML; write Markdown": HTML,
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
            yield Problem(file, at, "M02", f"no page shows code of {language!r}; write ``` alone")
    elif directive == "math":
        yield Problem(file, at, "M01", f"{{math}}: {NO_FORMULA}")
    elif directive == "toggle":
        yield Problem(file, at, "M02", f"{{toggle}} {_OPEN}")
    elif directive not in DIRECTIVES | COURSE_DIRECTIVES:
        known = ", ".join(sorted(DIRECTIVES))
        yield Problem(file, at, "M02", f"no page shows the directive {{{directive}}}; shown are {known}")


def _option(key: str, value: str, file: str, at: str) -> Iterator[Problem]:
    for name in value.split() or [""]:
        if key == "class" and name in ("dropdown", "toggle"):
            yield Problem(file, at, "M02", f":class: {name} {_OPEN}")
        elif key != "class" or name not in CLASSES:
            known = ", ".join(sorted(CLASSES)) or "none"
            yield Problem(
                file, at, "M02", f"no page shows the option :{key}: {name}; shown are :class: {known}"
            )


def _prose(text: str, file: str, place: str) -> Iterator[Problem]:
    bare = without_code(text)
    for match in ROLE.finditer(bare):
        at = f"{place}, line {_line(bare, match.start())}"
        if match[0] == "{math}":
            yield Problem(file, at, "M01", f"{{math}}: {NO_FORMULA}")
        else:
            yield Problem(file, at, "M02", f"no page shows the role {match[0]}; write Markdown")
    for match in _FORMULA.finditer(bare):
        advice = _DOLLAR if match[0] == "$" else f"{match[0]} begins a formula; {NO_FORMULA}"
        yield Problem(file, f"{place}, line {_line(bare, match.start())}", "M01", advice)
    for what, pattern in _RAW_MARKDOWN.items():
        for match in pattern.finditer(bare):
            at = f"{place}, line {_line(bare, match.start())}"
            yield Problem(file, at, "M03", f"{match[0].strip()!r}: {what}")


def without_code(text: str) -> str:
    """``text`` with the first sign alone of each piece of code, by which a role is known, and with its lines."""
    return _CODE.sub(lambda code: "`" + "\n" * code[0].count("\n"), text)


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
