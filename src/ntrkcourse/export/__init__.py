"""What leaves the book for other programs: cards, question banks, packages for learning management systems, tables.

A format is a module of ``formats/``, called by its name, with a function ``make`` that writes its files: there is no
list of them.
"""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from . import formats
from .order import Order

FORMATS = tuple(one.name for one in pkgutil.iter_modules(formats.__path__))
"""The names of all formats."""


def needs_book(names: Iterable[str]) -> bool:
    """Whether one of these formats holds the built book."""
    return any(getattr(_module(name), "NEEDS_BOOK", False) for name in names)


def export(names: Iterable[str], order: Order) -> Iterator[Path]:
    """Write the files of each format, and hand each on when it is there; raises :class:`ContentError`."""
    for name in names:
        yield from _module(name).make(order)


def _module(name: str) -> Any:
    return importlib.import_module(f"{formats.__name__}.{name}")


__all__ = ["FORMATS", "Order", "export", "needs_book"]
