"""``start.py export``: decks, question banks, packages and tables, in ``_build/export``."""

import sys
from collections.abc import Sequence
from pathlib import Path

from ..content.errors import ContentError
from ..content.location import OUTPUT
from ..export import FORMATS, Order, export, needs_book
from ..export.progress import read_missed
from .book import build
from .print import print_course

FOLDER = OUTPUT.parent / "export"


PAPER = "paper"
"""Is made by ``start.py print``, and asked for here too."""


def export_course(names: Sequence[str], progress: str) -> int:
    """Write the formats of these names, all and the paper where none is named; returns the exit code."""
    known = (*FORMATS, PAPER)
    if unknown := [name for name in names if name not in known]:
        print(f"No format is called {unknown[0]!r}; there are {', '.join(known)}.", file=sys.stderr)
        return 1
    chosen = names or known
    formats = [name for name in chosen if name != PAPER]
    try:
        order = Order(FOLDER, read_missed(Path(progress)) if progress else ())
        if needs_book(formats) and (code := build()):
            return code
        for file in export(formats, order):
            print(f"{file} ({file.stat().st_size / 1000:,.0f} kB)")
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    return print_course() if PAPER in chosen else 0
