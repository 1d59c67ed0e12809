"""``start.py release``: what a release holds, the wheel and the book as one file for a memory stick."""

import hashlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path

from ..content.course import load_course
from ..content.location import OUTPUT, ROOT
from .book import build

# The oldest time that a zip can hold, so that the same book makes the same file.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def release() -> int:
    """Write ``_build/release``: a wheel, the book as a zip, and the checksums of both; returns the exit code."""
    code = build(lite=True)
    if code:
        return code
    folder = OUTPUT.parent / "release"
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    build_wheel(folder)
    zip_book(OUTPUT, folder / f"{load_course().name}.zip", load_course().title)
    lines = [
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}" for file in sorted(folder.iterdir())
    ]
    (folder / "SHA256SUMS").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for file in sorted(folder.iterdir()):
        print(f"{file.relative_to(ROOT)}: {file.stat().st_size / 2**20:.1f} MB")
    return 0


def build_wheel(folder: Path) -> Path:
    """Build the course's wheel into ``folder``, the same file from the same source; raises ``CalledProcessError``."""
    code = f"from hatchling.build import build_wheel; print(build_wheel({str(folder)!r}))"
    made = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "SOURCE_DATE_EPOCH": "315532800"},
        check=True,
        capture_output=True,
        text=True,
    )
    return folder / made.stdout.split()[-1]


def zip_book(book: Path, file: Path, name: str) -> None:
    """Zip a built book as one folder called ``name``, whose ``index.html`` opens by double click."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(book.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(f"{name}/{path.relative_to(book).as_posix()}", _NO_TIME)
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
