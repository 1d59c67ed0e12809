"""cmi5: the book as one unit that reports as xAPI statements to the platform's learning record store."""

from collections.abc import Iterator
from pathlib import Path

from ..frame import frame
from ..order import Order
from ..package import book_files, package
from ..typeset import typeset

NEEDS_BOOK = True
_LAUNCH = "cmi5.html"


def make(order: Order) -> Iterator[Path]:
    """``cmi5.zip``."""
    structure = typeset("cmi5.xml", launch=_LAUNCH).encode()
    files = [("cmi5.xml", structure), (_LAUNCH, frame("cmi5")), *book_files(order.book)]
    yield order.write("-cmi5.zip", package(files))
