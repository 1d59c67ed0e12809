"""``start.py test``: every test, in one pytest run."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from .browser import get_browsers

ROOT = Path(__file__).resolve().parents[2]


def run_tests(arguments: Sequence[str]) -> int:
    """Run all tests and all notebooks, or pytest with ``arguments``; returns its exit code."""
    if get_browsers() is None:
        print(
            "The tests need Chromium or Chrome. Install one, or name it in NTRKCOURSE_CHROMIUM.",
            file=sys.stderr,
        )
        return 1
    chosen = list(arguments) or ["tests", "notebooks", "--nbval-lax", "-q", "--durations=10"]
    return subprocess.run([sys.executable, "-m", "pytest", *chosen], cwd=ROOT).returncode
