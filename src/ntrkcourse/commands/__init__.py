"""The course's commands, one module each, and the words of the command line."""

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from ..content.course import load_course
from ..content.location import ROOT
from ..content.questions import FORMS
from .new import KINDS, new


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="start.py", description=f"{load_course().title}: build, work and test the course."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    book = commands.add_parser("book", help="build the book and serve it")
    book.add_argument("--no-serve", action="store_true", help="build only")
    book.add_argument(
        "--lite", action="store_true", help="chapters also open live in a browser (JupyterLite, 50 MB more)"
    )
    book.add_argument(
        "--port", type=int, default=8000, help="port to serve on; the next free one is taken if busy"
    )
    live = commands.add_parser("class", help="serve the book to a room, with a board for the trainer")
    live.add_argument("name", nargs="?", default="", help="of the class; today's date where none is given")
    live.add_argument("--room", action="store_true", help="let in whoever is on this machine's network")
    live.add_argument(
        "--address", default="", help="with --room: this machine's address there; else it is found"
    )
    live.add_argument(
        "--port", type=int, default=8000, help="port to serve on; the next free one is taken if busy"
    )
    live.add_argument("--schedule", default="", help="measure the pace by this schedule")
    live.add_argument("--session", type=int, default=1, help="which session of the schedule; 1 if not given")
    live.add_argument(
        "--form", choices=FORMS, default="", help="of the test that comes first; else a coin says"
    )
    live.add_argument("--delete", metavar="NAME", help="delete all that is kept of a class")
    lab = commands.add_parser(
        "lab",
        help="open the chapters in JupyterLab, widgets alive",
        epilog="Any other option goes to JupyterLab: start.py lab --port 9999",
        allow_abbrev=False,
    )
    lab.add_argument("--no-browser", action="store_true", help="print the address only")
    check = commands.add_parser("check", help="check the content: facts, links, questions (seconds)")
    check.add_argument(
        "--due", action="store_true", help="list the records to hold against their sources next"
    )
    commands.add_parser("print", help="handouts, question papers, and the book as PDF and EPUB")
    exported = commands.add_parser(
        "export", help="decks of cards, question banks, packages for learning platforms, tables"
    )
    exported.add_argument("format", nargs="*", help="anki, moodle, gift …; all where none is named")
    exported.add_argument(
        "--progress", default="", metavar="FILE", help="a saved progress file: what was missed joins the deck"
    )
    commands.add_parser("cards", help="for authors: draw what other places show beside a link to a page")
    shot = commands.add_parser("shot", help="for authors: a picture of the built book, as a reader sees it")
    shot.add_argument("page", help="of the book, with the part of the address that opens a lesson")
    shot.add_argument("file", type=Path, help="the picture to write")
    commands.add_parser(
        "outputs", help="for authors: run the chapters and store the outputs that tests compare"
    )
    test = commands.add_parser(
        "test",
        help="run every test",
        epilog="Any other option or path goes to pytest: start.py test -k quiz, start.py test tests/science",
        allow_abbrev=False,
    )
    test.add_argument("--thorough", action="store_true", help="also the tests that take long")
    commands.add_parser("types", help="for authors of widgets: write what JavaScript is told of the records")
    made = commands.add_parser("new", help="for authors: a working example to be rewritten, in its place")
    made.add_argument("kind", choices=KINDS)
    made.add_argument("name", help="of the record, the folder or the file")
    commands.add_parser("release", help="the wheel and the book as a zip, with checksums")
    commands.add_parser("bench", help="measure what the README states")
    chosen, others = parser.parse_known_args(arguments)
    others = [one for one in others if one != "--"]
    if others and chosen.command not in ("lab", "test"):
        parser.error(f"{chosen.command} does not know {' '.join(others)}")

    # Each command imports what it needs: `check` must not wait for Sphinx.
    if chosen.command == "check":
        from .check import check as run
        from .check import due

        return due() if chosen.due else run()
    if chosen.command == "book":
        from .book import book as build

        return build(serve=not chosen.no_serve, port=chosen.port, lite=chosen.lite)
    if chosen.command == "class":
        from .live import delete_class, hold_class

        if chosen.delete:
            return delete_class(chosen.delete)
        if chosen.address and not chosen.room:
            parser.error("--address belongs to --room")
        return hold_class(
            chosen.name,
            chosen.room,
            chosen.address,
            chosen.port,
            chosen.schedule,
            chosen.session,
            chosen.form,
        )
    if chosen.command == "lab":
        from ..lab import open_lab

        return open_lab(browser=not chosen.no_browser, arguments=others)
    if chosen.command == "print":
        from .print import print_course

        return print_course()
    if chosen.command == "export":
        from .export import export_course

        return export_course(chosen.format, chosen.progress)
    if chosen.command == "cards":
        from .pictures import draw_cards

        return draw_cards()
    if chosen.command == "shot":
        from .pictures import shoot

        return shoot(chosen.page, chosen.file)
    if chosen.command == "release":
        from .release import release

        return release()
    if chosen.command == "types":
        from .types import write_types

        return write_types()
    if chosen.command == "new":
        return new(chosen.kind, chosen.name)
    if chosen.command == "outputs":
        from .outputs import store_outputs

        return store_outputs()
    if chosen.command == "test":
        from .test import run_tests

        return run_tests(others, thorough=chosen.thorough)
    measured = (
        ROOT / "benchmarks" / name
        for name in ("page_weight.py", "first_question.py", "class_load.py", "hub.py")
    )
    return max(subprocess.run([sys.executable, str(file)], cwd=ROOT).returncode for file in measured)
