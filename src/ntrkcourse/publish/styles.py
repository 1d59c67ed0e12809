"""The theme's styles, and of them only what a page of this book can use: one small sheet instead of six.

The theme brings the whole of Bootstrap and an icon library. A selector stays if every class and identifier that it asks
for stands somewhere in the book's pages or scripts; a custom property stays if something reads it.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import tinycss2

# In the order in which the theme's pages load them.
SHEETS = (
    "basic.css",
    "styles/theme.css",
    "styles/pydata-sphinx-theme.css",
    "pygments.css",
    "styles/sphinx-book-theme.css",
    "mystnb.*.css",
    "sphinx-design.min.css",
)
_NAMES = re.compile(r"[\w-]+")
_NAMED = re.compile(r"""\b(?:class|id)=["']([^"']*)["']""")
_READ = re.compile(r"var\(\s*(--[\w-]+)")
# Rules that hold rules. Fonts are left out: a browser would ask for those of icons that book.css draws. And what a
# sheet imports is one of SHEETS.
_NESTING = ("media", "supports", "layer", "container")
_LEFT_OUT = ("font-face", "charset", "import")


def names_in(pages: Iterable[str], scripts: Iterable[str]) -> set[str]:
    """Classes and identifiers of pages, and every word of the scripts, which may make a class of it."""
    names = {name for page in pages for found in _NAMED.findall(page) for name in _NAMES.findall(found)}
    return names.union(*(_NAMES.findall(script) for script in scripts))


def used_part(sheet: str, names: set[str], readers: str = "") -> str:
    """What of a style sheet can apply where ``names`` are all classes and identifiers.

    Parameters
    ----------
    sheet, readers
        CSS; what ``readers`` reads of the sheet's custom properties stays.
    names
        Of classes and identifiers, without ``.`` and ``#``.

    Returns
    -------
    str
        CSS without comments and fonts.
    """
    part, before = _pruned(sheet, names, None), ""
    while part != before:
        part, before = _pruned(part, names, set(_READ.findall(part + readers))), part
    return part


def _pruned(sheet: str, names: set[str], read: set[str] | None) -> str:
    return "".join(
        _rules(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True), names, read)
    )


def _rules(rules: Sequence[Any], names: set[str], read: set[str] | None) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [one for one in _parted(rule.prelude) if _required(one) <= names]
            declared = _declared(rule.content, read)
            if selectors and declared:
                chosen = ",".join(tinycss2.serialize(one).strip() for one in selectors)
                yield f"{chosen}{{{declared}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword in _NESTING and rule.content is not None:
            held = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            if inner := "".join(_rules(held, names, read)):
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword not in _LEFT_OUT:
            yield rule.serialize()


def _parted(selectors: Sequence[Any]) -> Iterator[list[Any]]:
    """A list of selectors at its commas."""
    one: list[Any] = []
    for token in selectors:
        if token == ",":
            yield one
            one = []
        else:
            one.append(token)
    yield one


def _required(selector: Sequence[Any]) -> set[str]:
    """Classes and identifiers without which a selector finds nothing; what stands in `:not()` and its like asks for none."""
    classes = {
        token.value for dot, token in itertools.pairwise(selector) if dot == "." and token.type == "ident"
    }
    return classes | {token.value for token in selector if token.type == "hash"}


def _declared(content: Sequence[Any], read: set[str] | None) -> str:
    """The declarations, without custom properties that nothing reads; all of these while ``read`` is not known."""
    declarations = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    return ";".join(
        one.serialize().rstrip(";")
        for one in declarations
        if one.type != "error"
        and not (one.type == "declaration" and _asks_for_a_file(one.value))
        and not (
            read is not None
            and one.type == "declaration"
            and one.name.startswith("--")
            and one.name not in read
        )
    )


def _asks_for_a_file(value: Sequence[Any]) -> bool:
    """Whether a value names a picture that lies beside the theme's own sheet."""
    return any(token.type == "url" and not token.value.startswith("data:") for token in value)


def write_theme(static: Path, pages: Iterable[Path], scripts: Iterable[Path]) -> None:
    """Write ``ntrk/theme.css`` from the theme's sheets in ``static``, and delete these."""
    sheets = [file for pattern in SHEETS for file in sorted(static.glob(pattern))]
    names = names_in(*([file.read_text(encoding="utf-8") for file in files] for files in (pages, scripts)))
    own = "".join(file.read_text(encoding="utf-8") for file in static.glob("ntrk/*.css"))
    whole = "".join(file.read_text(encoding="utf-8") for file in sheets)
    (static / "ntrk/theme.css").write_text(used_part(whole, names, own), encoding="utf-8")
    for file in sheets:
        file.unlink()
