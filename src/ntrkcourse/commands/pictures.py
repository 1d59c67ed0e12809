"""``start.py cards`` and ``start.py shot``: pictures that stand outside the book, made in a browser and kept with the source.

A build of the book needs no browser, and only a browser knows the pictures' styles: so they are made by hand, when a
chapter's name or its first picture has changed.
"""

import sys
from pathlib import Path

from ..browser import launched, need_chromium
from ..content.errors import ContentError
from ..content.location import OUTPUT, book_folder
from ..paper.cards import make_cards
from ..paper.press import Press


def draw_cards() -> int:
    """Write the cards into ``book/cards``; returns the exit code."""
    try:
        with launched(need_chromium("This")) as browser, Press(browser) as press:
            for file in make_cards(press, book_folder() / "cards"):
                print(f"{file.name}: {file.stat().st_size / 1024:.0f} KB")
    except (ContentError, FileNotFoundError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def shoot(page: str, file: Path) -> int:
    """Write a picture of a page of the built book; returns the exit code."""
    path, _, part = page.partition("#")
    if not (OUTPUT / path).is_file():
        print(f"The built book has no page {path}; build it first (start.py book).", file=sys.stderr)
        return 1
    try:
        with launched(need_chromium("This")) as browser:
            opened = browser.new_page(viewport={"width": 1180, "height": 720}, color_scheme="light")
            opened.goto(f"{(OUTPUT / path).as_uri()}#{part}", wait_until="load")
            opened.screenshot(path=file, type="jpeg" if file.suffix == ".jpg" else "png")
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 1
    return 0
