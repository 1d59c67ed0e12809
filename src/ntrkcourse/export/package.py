"""A package: a ZIP that is the same, byte for byte, for the same files; and the built book as files of one."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path


def package(files: Iterable[tuple[str, bytes]]) -> bytes:
    """The files by their names in the package, in order."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name)
            # Whoever unpacks it, all may read.
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def book_files(book: Path) -> Iterator[tuple[str, bytes]]:
    """(name in the package, content) of every file of the built book, in order."""
    for file in sorted(book.rglob("*")):
        if file.is_file():
            yield file.relative_to(book).as_posix(), file.read_bytes()
