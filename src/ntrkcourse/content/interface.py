"""The interface's own words, in the one file that another language translates."""

import json
from typing import Any

from .location import PACKAGE

_FILE = PACKAGE / "widgets" / "shared" / "words.json"


def interface_words() -> dict[str, Any]:
    """The interface's own words by name, those of one module of a page in a table of its own."""
    words: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    return words
