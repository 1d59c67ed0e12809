"""``start.py export``: decks, question banks, packages and tables, in ``_build/export``."""

import sys
from collections.abc import Sequence
from pathlib import Path

from ..content.errors import ContentError
from ..content.location import OUTPUT
from ..export import FORMATS, Order, export
from ..export.progress import read_missed

FOLDER = OUTPUT.parent / "export"


def export_course(names: Sequence[str], progress: str) -> int:
    """Write the formats of these names, all where none is named; returns the exit code."""
    if unknown := [name for name in names if name not in FORMATS]:
        print(f"No format is called {unknown[0]!r}; there are {', '.join(FORMATS)}.", file=sys.stderr)
        return 1
    try:
        order = Order(FOLDER, read_missed(Path(progress)) if progress else ())
        for file in export(names or FORMATS, order):
            print(f"{file} ({file.stat().st_size / 1000:,.0f} kB)")
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    return 0
