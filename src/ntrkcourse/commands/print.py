"""``start.py print``: handouts, question papers, and the book as one PDF and as an EPUB, in ``_build/paper``."""

import sys

from playwright.sync_api import sync_playwright

from ..browser import FLAGS, find_chromium, get_browsers
from ..content.errors import ContentError
from ..content.location import OUTPUT
from ..paper import make_paper
from .book import build

FOLDER = OUTPUT.parent / "paper"


def print_course() -> int:
    """Build the book where it is not built or not up to date, and print it; returns the exit code."""
    chromium = find_chromium() or get_browsers()
    if chromium is None:
        print(
            "Printing needs Chromium or Chrome. Install one, or name it in NTRKCOURSE_CHROMIUM.",
            file=sys.stderr,
        )
        return 1
    if code := build():
        return code
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
            files = [*make_paper(OUTPUT, FOLDER, browser)]
            browser.close()
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    sheets = sum(file.suffix == ".pdf" for file in files) - 1
    print(f"{sheets} sheets and papers, the book as PDF and as EPUB: {FOLDER}")
    return 0
