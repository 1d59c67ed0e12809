"""``start.py types``: what JavaScript is told of the records, written beside each widget."""

from pathlib import Path

from ..widgets import DECLARED
from ..widgets.declarations import declaration
from ..widgets.join import folder_of


def write_types() -> int:
    """Write ``data.d.ts`` of every widget; returns 0."""
    for room in DECLARED:
        print(f"{room}/{write_declaration(room).name}")
    return 0


def write_declaration(room: str) -> Path:
    """Write ``data.d.ts`` of the folder ``room``, which has records; returns the file."""
    file = folder_of(room) / "data.d.ts"
    file.write_text(declaration(room), encoding="utf-8", newline="\n")
    return file
