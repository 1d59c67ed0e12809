"""All content checks in one list."""

from collections.abc import Iterator

from ..content.assays import load_assays
from ..content.cases import load_cases
from ..content.chapters import load_chapters
from ..content.civic import load_drafting
from ..content.consent import load_consent
from ..content.fact_boxes import load_fact_boxes
from ..content.facts import load_facts
from ..content.glossary import load_glossary
from ..content.judgements import load_judgements
from ..content.location import book_folder, short_name
from ..content.monitoring import load_year
from ..content.pileups import load_pileups
from ..content.plain_words import load_plain_words
from ..content.questions import load_questions
from ..content.reports import load_reports
from ..content.timeline import load_timelines
from ..content.tumours import load_tumours
from .intervals import check_intervals
from .items import check_bank, check_page, check_question
from .problem import Problem
from .prose import check_links, check_statistics
from .tumours import check_tumours


def check_everything() -> list[Problem]:
    """Problems of all content, in the order of the files.

    Raises
    ------
    ContentError
        For content that cannot be loaded at all.
    """
    # Loading them is their check.
    for load in (
        load_drafting,
        load_year,
        load_fact_boxes,
        load_judgements,
        load_consent,
        load_assays,
        load_cases,
        load_pileups,
        load_plain_words,
        load_reports,
        load_timelines,
        load_glossary,
    ):
        load()
    return [*_facts(), *_chapters(), *_pages(), *_questions(), *check_tumours(load_tumours())]


def _facts() -> Iterator[Problem]:
    yield from check_intervals(load_facts().values())


def _chapters() -> Iterator[Problem]:
    for chapter in load_chapters().values():
        for cell, text in chapter.prose:
            yield from _prose(text, chapter.file, f"cell {cell}")


def _pages() -> Iterator[Problem]:
    for path in [*sorted(book_folder().rglob("*.md")), book_folder().parent / "index.md"]:
        yield from _prose(path.read_text(encoding="utf-8"), short_name(path), "text")


def _prose(text: str, file: str, place: str) -> Iterator[Problem]:
    yield from check_links(text, file, place, load_facts())
    yield from check_statistics(text, file, place)


def _questions() -> Iterator[Problem]:
    questions = list(load_questions().values())
    for question in questions:
        yield from check_question(question, load_facts())
    yield from check_bank(questions, load_chapters())
    for path in sorted((book_folder() / "questions").glob("*.toml")):
        yield from check_page([question for question in questions if question.chapter == path.stem])
