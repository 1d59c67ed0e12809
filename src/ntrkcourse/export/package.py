"""A package: a ZIP that is the same, byte for byte, for the same files."""

import io
import zipfile
from collections.abc import Iterable


def package(files: Iterable[tuple[str, bytes]]) -> bytes:
    """The files by their names in the package, in order."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return written.getvalue()
