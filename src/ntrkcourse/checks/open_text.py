"""What of a Markdown cell a reader sees without opening anything, in sentences."""

import re

_DROPDOWN = re.compile(r"^(:{3,}|`{3,})\{dropdown\}.*?^\1[ \t]*$", re.MULTILINE | re.DOTALL)
_FENCED = re.compile(r"^```(?!\{).*?^```[ \t]*$", re.MULTILINE | re.DOTALL)
_DIRECTIVE = re.compile(r"^(?::{3,}|`{3,}).*$|^:[\w-]+:.*$|^\|[-:| ]+\|[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}\s", re.MULTILINE)
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_MARKS = re.compile(r"\*{1,2}|`|^#+\s+|^\s*(?:[-*]|\d+\.)\s+", re.MULTILINE)
_BLOCK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s|\|)")
_SENTENCE = re.compile(r"(?<=[.?!])[\"”*)]*\s+(?=[\"“*(]*[A-Z\d])")


def without_dropdowns(text: str) -> str:
    """``text`` less what is folded, and less blocks of code."""
    return _FENCED.sub("", _DROPDOWN.sub("", text))


def to_next_heading(text: str) -> str:
    """What is open in ``text`` before its first heading."""
    seen = without_dropdowns(text)
    found = _HEADING.search(seen)
    return seen[: found.start()] if found else seen


def sentences(text: str) -> list[str]:
    """The sentences, list items and table rows of what is open in ``text``, without their marks."""
    bare = _DIRECTIVE.sub("\n", without_dropdowns(text))
    found = []
    for block in _BLOCK.split(bare):
        said = " ".join(_MARKS.sub("", _LINK.sub(r"\1", block)).split())
        if said.startswith("|"):
            found.append(said.strip("| ").replace(" | ", "; "))
        else:
            found += [one for one in _SENTENCE.split(said) if one]
    return found
