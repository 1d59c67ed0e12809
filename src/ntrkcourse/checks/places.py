"""Every text of the content that a reader can meet, each with its place: cells, pages, and all texts of all records."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..content.course import load_course
from ..content.location import book_folder, content_folder, notebooks_folder, short_name
from ..content.records import read_toml

# Addresses are shown as links by themselves.
_NO_TEXTS = frozenset({"read_at"})


@dataclass(frozen=True)
class Text:
    """A text as it is written.

    Attributes
    ----------
    file, place
        Where it stands; the place is a cell, or a record and its key.
    is_page
        Whether it is a Markdown cell or page, of several paragraphs, and not a text of a record.
    keyed
        Whether it belongs to a right option or to a best choice.
    linked
        Whether its statistics must be links (F04).
    """

    file: str
    place: str
    text: str
    is_page: bool = False
    keyed: bool = False
    linked: bool = True


def content_texts() -> Iterator[Text]:
    """All of them, in the order of the files."""
    for path in sorted(notebooks_folder().rglob("*.ipynb")):
        if path.parent.name.startswith("."):
            continue
        for number, cell in enumerate(json.loads(path.read_text(encoding="utf-8"))["cells"], start=1):
            if cell["cell_type"] == "markdown":
                yield Text(short_name(path), f"cell {number}", "".join(cell["source"]), is_page=True)
    for path in [*sorted(book_folder().rglob("*.md")), book_folder().parent / "index.md"]:
        yield Text(short_name(path), "text", path.read_text(encoding="utf-8"), is_page=True)
    for path in sorted(content_folder().rglob("*.toml")):
        file = short_name(path)
        unlinked = [one.key for one in load_course().unlinked if re.fullmatch(one.file, file)]
        for record, key, text, keyed in record_texts(read_toml(path)):
            place = f"{record} {key}".strip()
            linked = not any(re.fullmatch(key, place) for key in unlinked)
            yield Text(file, place, text, keyed=keyed, linked=linked)


def record_texts(
    value: Any, record: str = "", key: str = "", keyed: bool = False
) -> Iterator[tuple[str, str, str, bool]]:
    """(record, key, text, is keyed) of every text in a parsed TOML file; a record is the outermost table with an id."""
    if isinstance(value, Mapping):
        if not record and isinstance(value.get("id"), str):
            record, key = value["id"], ""
        keyed = keyed or value.get("correct") is True or value.get("best") is True
        for name, inner in value.items():
            if name not in _NO_TEXTS:
                yield from record_texts(inner, record, f"{key}.{name}" if key else name, keyed)
    elif isinstance(value, list):
        for number, inner in enumerate(value, start=1):
            yield from record_texts(inner, record, f"{key}[{number}]", keyed)
    elif isinstance(value, str):
        yield record, key, value, keyed
