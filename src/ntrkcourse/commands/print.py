"""``start.py print``: handouts, question papers, and the book as one PDF and as an EPUB, in ``_build/paper``."""

import sys

from ..browser import launched, need_chromium
from ..content.errors import ContentError
from ..content.location import OUTPUT
from ..paper import make_paper
from .book import build

FOLDER = OUTPUT.parent / "paper"


def print_course() -> int:
    """Build the book where it is not built or not up to date, and print it; returns the exit code."""
    try:
        chromium = need_chromium("Printing")
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 1
    if code := build():
        return code
    try:
        with launched(chromium) as browser:
            files = [*make_paper(OUTPUT, FOLDER, browser)]
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    sheets = sum(file.suffix == ".pdf" for file in files) - 1
    print(f"{sheets} sheets and papers, the book as PDF and as EPUB: {FOLDER}")
    return 0
