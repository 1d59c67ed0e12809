"""What leaves the screen: handouts, question papers, and the book as one PDF and as an EPUB.

All are made from the built book and the bank of questions, so that no text is written twice.
"""

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from ..content.cases import load_cases
from ..content.chapters import load_chapters
from ..content.course import load_course
from . import epub, handouts, questions, reading, whole
from .press import Press


def make_paper(book: Path, folder: Path, browser: Browser) -> Iterator[Path]:
    """Make every file in ``folder`` from the built ``book``, and hand each on when it is there."""
    with Press(browser) as press:
        for chapter in load_chapters().values():
            for lesson in chapter.lessons:
                if sheet := handouts.lesson(press, book, chapter, lesson):
                    yield _write(folder / handouts.lesson_file(chapter, lesson), sheet)
        for case in load_cases().values():
            yield _write(folder / handouts.case_file(case), handouts.case(press, case))
        for paper in questions.papers():
            yield _write(folder / paper.file, questions.paper(press, paper))
            yield _write(folder / paper.key_file, questions.key(press, paper))
        pages = reading.read_book(press, book)
        name = load_course().name
        yield _write(folder / f"{name}.pdf", whole.pdf(press, pages))
        yield _write(folder / f"{name}.epub", epub.epub(press, pages))


def _write(file: Path, content: bytes) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file
