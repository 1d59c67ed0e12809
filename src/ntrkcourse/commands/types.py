"""``start.py types``: what JavaScript is told of the records, written beside each widget."""

from ..widgets import WIDGETS
from ..widgets.declarations import declaration
from ..widgets.join import folder_of


def write_types() -> int:
    """Write ``data.d.ts`` of every widget that has records; returns 0."""
    for name in WIDGETS:
        folder = folder_of(name)
        text = declaration(folder.name)
        if text:
            (folder / "data.d.ts").write_text(text, encoding="utf-8", newline="\n")
            print(f"{folder.name}/data.d.ts")
    return 0
