"""A learning platform for the tests: a book of two pages in a package's frame, on one host with the platform's page."""

from pathlib import Path

from ntrkcourse.export.frame import tracked
from ntrkcourse.widgets.join import shared_page_script

PAGES = ("index.html", "notebooks/03_how_rare.html")


def write_book(folder: Path) -> None:
    """Pages that keep answers as the book's do, and show nothing."""
    for name in PAGES:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(
            f'<!doctype html><meta charset="utf-8"><title>{name}</title><h1 id="here">{name}</h1>'
            f"<script>{shared_page_script()}</script>",
            encoding="utf-8",
        )


def everything(right: bool = True) -> dict[str, bool]:
    """An answer to every question that counts."""
    return dict.fromkeys(tracked()["questions"], right)
