"""``start.py release``: what a release holds, the wheel and the book as one file for a memory stick."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from ..content.course import load_course
from ..content.location import OUTPUT, ROOT
from ..export.package import book_files, package
from .book import build


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
    file.write_bytes(package((f"{name}/{place}", content) for place, content in book_files(book)))
