"""``start.py test``: every test, in one pytest run on all processors."""

import subprocess
import sys
from collections.abc import Sequence

from ..browser import get_browsers
from ..content.location import ROOT

# A test of its own is handed out alone; what shares a kernel or a server stays together; in the order of tests/conftest.py.
OPTIONS = (
    "--nbval-lax",
    "-q",
    "--durations=10",
    "-n",
    "auto",
    "--dist",
    "loadgroup",
    "--no-loadscope-reorder",
)


def run_tests(arguments: Sequence[str] = (), thorough: bool = False) -> int:
    """Run all tests and all notebooks, or what pytest's ``arguments`` choose of them; returns the exit code.

    ``thorough`` takes in the tests marked so, which are left out otherwise.
    """
    if get_browsers() is None:
        print(
            "The tests need Chromium or Chrome. Install one, or name it in NTRKCOURSE_CHROMIUM.",
            file=sys.stderr,
        )
        return 1
    marked = ["-m", ""] if thorough else []
    return subprocess.run(
        [sys.executable, "-m", "pytest", *OPTIONS, *marked, *arguments], cwd=ROOT
    ).returncode
