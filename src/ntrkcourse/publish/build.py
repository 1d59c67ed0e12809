"""One build of the book, in a process of its own: ``python -m ntrkcourse.publish.build``.

The book is built beside the last good one and takes its place when all went well. The process is its own because
Sphinx keeps state that a second run would meet, and because the lock of a build must last as long as the build.
"""

import argparse
import contextlib
import io
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout
from jupyter_book.sphinx import build_sphinx

from ..checks.everything import check_everything
from ..content.errors import ContentError
from ..content.location import OUTPUT, ROOT
from . import LITE
from .faults import causes, disk_trouble, warnings
from .swap import replace_folder, restore_folder

BUILD = OUTPUT.parent
# Always the same folder, since Sphinx keeps absolute paths in what it remembers of the pages.
WORK = BUILD / ".work"
NEW = WORK / "html"
ASIDE = WORK / "previous"
MEMORY = WORK / "doctrees"
# Stands while what Sphinx remembers is that of a build that went well.
FINISHED = WORK / "finished"
REPORT = WORK / "report.txt"


def main() -> int:
    """Build as the command line says; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m ntrkcourse.publish.build")
    parser.add_argument("--lite", type=Path, help="a JupyterLite site, which the book takes in")
    return build_alone(parser.parse_args().lite)


def build_alone(lite: Path | None) -> int:
    """Build when no other build is running; returns the exit code and leaves the last good book where it is not 0."""
    try:
        BUILD.mkdir(exist_ok=True)
        with _alone():
            faults = _content_faults() or _build(lite)
    except OSError as error:
        faults = [disk_trouble(error)]
    except KeyboardInterrupt:
        faults = ["Stopped."]
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        stays = "The last good one stays as it was." if OUTPUT.exists() else "There is no earlier one."
        print(f"The book was not built. {stays}", file=sys.stderr)
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


def _build(lite: Path | None) -> list[str]:
    """Build and put in place; returns the faults."""
    started = time.monotonic()
    print(
        "Building the book. Chapters that changed are executed; the first build takes a minute.", flush=True
    )
    restore_folder(OUTPUT, ASIDE)
    WORK.mkdir(exist_ok=True)
    # A page that is no longer in the book must not stay in it.
    for folder in (NEW, ASIDE):
        shutil.rmtree(folder, ignore_errors=True)
    if not FINISHED.exists():
        # Sphinx warns of a page when it reads it, and would not read again what a failed build had read.
        shutil.rmtree(MEMORY, ignore_errors=True)
    FINISHED.unlink(missing_ok=True)
    REPORT.unlink(missing_ok=True)
    faults = _run_jupyter_book(lite is not None)
    if faults:
        return faults
    if lite:
        shutil.copytree(lite, NEW / LITE)
    replace_folder(OUTPUT, NEW, ASIDE)
    FINISHED.touch()
    for folder in (NEW, ASIDE):
        shutil.rmtree(folder, ignore_errors=True)
    seconds = time.monotonic() - started
    print(f"Built {OUTPUT / 'index.html'} in {seconds:.0f} s. A double click opens it.", flush=True)
    return []


def _run_jupyter_book(lite: bool) -> list[str]:
    """Build into ``NEW`` as ``jupyter-book build -W -n --keep-going`` does; returns the faults."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        try:
            result = build_sphinx(
                ROOT,
                NEW,
                doctreedir=MEMORY,
                path_config=ROOT / "_config.yml",
                noconfig=True,
                confoverrides={
                    "external_toc_path": str(ROOT / "_toc.yml"),
                    "latex_individualpages": False,
                    "nitpicky": True,
                    "ntrk_lite": lite,
                },
                warningiserror=True,
                keep_going=True,
            )
        except Exception as error:
            # A fault of _config.yml, which is read before Sphinx starts.
            result = error
    if isinstance(result, KeyboardInterrupt):
        raise result
    faults = [*warnings, *(causes(result) if isinstance(result, Exception) else [])]
    if faults:
        REPORT.write_text(said.getvalue(), encoding="utf-8")
        faults.append(f"The whole report is in {REPORT}.")
    return faults


if __name__ == "__main__":
    sys.exit(main())
