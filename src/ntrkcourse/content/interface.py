"""The interface's own words, in the two files that another language translates."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from .location import PACKAGE

_FOLDER = PACKAGE / "widgets" / "shared"


def interface_words() -> dict[str, Any]:
    """The interface's own words by name, those of one module or kind of page in a table of its own."""
    return {**script_words(), **_read(_FOLDER / "page_words.json")}


def script_words() -> dict[str, Any]:
    """Those of them that the scripts of every page say; the others are written into a page when it is made."""
    return _read(_FOLDER / "words.json")


@cache
def _read(file: Path) -> dict[str, Any]:
    words: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return words
