"""SCORM 1.2: the book as one unit that reports completion and score, and where the reader was."""

from collections.abc import Iterator
from pathlib import Path

from ...publish.citation import load_citation
from ..frame import frame
from ..order import Order
from ..package import book_files, package
from ..typeset import typeset

NEEDS_BOOK = True
_LAUNCH = "scorm.html"


def make(order: Order) -> Iterator[Path]:
    """``scorm.zip``."""
    files = [(_LAUNCH, frame("scorm")), *book_files(order.book)]
    yield order.write(
        "-scorm.zip", package([("imsmanifest.xml", manifest(name for name, _ in files)), *files])
    )


def manifest(files: Iterator[str]) -> bytes:
    """What the package says of itself to the platform."""
    version = load_citation().version
    return typeset("scorm_manifest.xml", launch=_LAUNCH, files=[*files], version=version).encode()
