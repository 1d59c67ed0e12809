"""The book is built beside the last good one and takes its place when all went well."""

import contextlib
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from ..checks.everything import check_everything
from ..content.errors import ContentError
from .faults import disk_trouble
from .swap import replace_folder, restore_folder

ROOT = Path(__file__).resolve().parents[3]
BUILD = ROOT / "_build"
OUTPUT = BUILD / "html"
# Always the same folder, since Sphinx keeps absolute paths in what it remembers of the pages.
WORK = BUILD / ".work"
NEW = WORK / "html"
ASIDE = WORK / "previous"
# Stands while what Sphinx remembers is that of a build that went well.
FINISHED = WORK / "finished"
REPORT = WORK / "report.txt"


def build() -> int:
    """Check the content, then build, warnings as errors; returns the exit code.

    After any end but a good one the last good book is as it was.
    """
    try:
        BUILD.mkdir(exist_ok=True)
        with _alone():
            faults = _content_faults() or _build()
    except OSError as error:
        faults = [disk_trouble(error)]
    except KeyboardInterrupt:
        print(f"Stopped. {_what_stays()}", file=sys.stderr)
        return 130
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        print(f"The book was not built. {_what_stays()}", file=sys.stderr)
    return 1 if faults else 0


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """One build at a time. The system itself frees the lock when a build dies."""
    lock = FileLock(BUILD / ".lock")
    try:
        lock.acquire(blocking=False)
    except Timeout:
        print("Another build is running; this one waits for it.", flush=True)
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _content_faults() -> list[str]:
    try:
        return [str(problem) for problem in check_everything()]
    except ContentError as error:
        return [str(error)]


def _build() -> list[str]:
    """Build and put in place; returns the faults."""
    started = time.monotonic()
    print(
        "Building the book. Chapters that changed are executed; the first build takes a minute.", flush=True
    )
    restore_folder(OUTPUT, ASIDE)
    # A page that is no longer in the book must not stay in it.
    for folder in (NEW, ASIDE):
        shutil.rmtree(folder, ignore_errors=True)
    if not FINISHED.exists():
        # Sphinx warns of a page when it reads it, and would not read again what a failed build had read.
        shutil.rmtree(WORK / "doctrees", ignore_errors=True)
    FINISHED.unlink(missing_ok=True)
    REPORT.unlink(missing_ok=True)
    WORK.mkdir(exist_ok=True)
    faults = _run_jupyter_book()
    if faults:
        return faults
    replace_folder(OUTPUT, NEW, ASIDE)
    FINISHED.touch()
    for folder in (NEW, ASIDE):
        shutil.rmtree(folder, ignore_errors=True)
    print(
        f"Built {OUTPUT / 'index.html'} in {time.monotonic() - started:.0f} s. A double click opens it.",
        flush=True,
    )
    return []


def _run_jupyter_book() -> list[str]:
    command = [sys.executable, "-m", "ntrkcourse.publish.worker", str(WORK)]
    process = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", errors="replace"
    )
    if process.returncode == 0:
        return []
    REPORT.write_text(process.stderr, encoding="utf-8")
    try:
        faults: list[str] = json.loads(process.stdout)
    except ValueError:
        faults = [f"Jupyter Book ended unexpectedly, with code {process.returncode}."]
    return [*faults, f"The whole report is in {REPORT}."]


def _what_stays() -> str:
    return "The last good one stays as it was." if OUTPUT.exists() else "There is no earlier one."
