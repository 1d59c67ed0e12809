"""The built book, once for all tests that look at it."""

from pathlib import Path

import pytest

from ntrkcourse.publish.command import OUTPUT, build


@pytest.fixture(scope="session")
def book() -> Path:
    """Folder of the book, built as ``start.py book`` builds it, warnings as errors."""
    assert build() == 0
    return OUTPUT


@pytest.fixture(scope="session")
def pages(book: Path) -> list[Path]:
    """Every page of the built book."""
    found = sorted(file for file in book.rglob("*.html") if "_static" not in file.parts)
    assert len(found) > 8
    return found
