"""All content checks in one list."""

import json
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
from ..content.location import book_folder, notebooks_folder, short_name
from ..content.monitoring import load_year
from ..content.pileups import load_pileups
from ..content.plain_words import load_plain_words
from ..content.questions import load_questions
from ..content.records import read_toml
from ..content.reports import load_reports
from ..content.timeline import load_timelines
from ..content.tumours import load_tumours
from .intervals import check_intervals
from .items import check_bank, check_page, check_question
from .markup import check_markdown
from .notebooks import check_notebook
from .problem import Problem
from .prose import check_links, check_statistics
from .texts import check_records
from .tumours import check_tumours


def check_everything() -> list[Problem]:
    """Problems of all content, in the order of the files.

    Raises
    ------
    ContentError
        For content that cannot be loaded at all.
    """
    # Loading them is their check.
    load_fact_boxes()
    load_glossary()
    return [
        *_facts(),
        *_notebooks(),
        *_chapters(),
        *_pages(),
        *_markup(),
        *_questions(),
        *_records(),
        *check_tumours(load_tumours()),
    ]


def _facts() -> Iterator[Problem]:
    yield from check_intervals(load_facts().values())


def _notebooks() -> Iterator[Problem]:
    for chapter in load_chapters().values():
        path = notebooks_folder().parent / chapter.file
        yield from check_notebook(json.loads(path.read_text(encoding="utf-8")), chapter.file)


def _chapters() -> Iterator[Problem]:
    for chapter in load_chapters().values():
        for cell, text in chapter.prose:
            yield from _prose(text, chapter.file, f"cell {cell}")
            yield from check_markdown(text, chapter.file, f"cell {cell}")


def _pages() -> Iterator[Problem]:
    for path in [*sorted(book_folder().rglob("*.md")), book_folder().parent / "index.md"]:
        text = path.read_text(encoding="utf-8")
        yield from _prose(text, short_name(path), "text")
        yield from check_markdown(text, short_name(path), "text")
    changelog = book_folder().parent / "CHANGELOG.md"
    if changelog.exists():
        yield from check_markdown(changelog.read_text(encoding="utf-8"), changelog.name, "text")


def _markup() -> Iterator[Problem]:
    for path in sorted(book_folder().rglob("*.toml")):
        yield from check_records(read_toml(path), short_name(path))


def _records() -> Iterator[Problem]:
    """What the records of the widgets say of the world; a text's first words tell where it stands."""
    for name, texts in record_texts().items():
        for text in texts:
            yield from _prose(text, f"book/{name}", text[:40])
    for case in load_cases().values():
        for text in case.reasons():
            yield from _prose(text, f"book/cases/{case.id}.toml", text[:40])
        # A constructed person or call has made-up figures, but its links must hold.
        for text in case.story():
            yield from check_links(text, f"book/cases/{case.id}.toml", text[:40], load_facts())
    for call in load_pileups().call:
        for text in call.texts():
            yield from check_links(text, "book/pileups.toml", call.id, load_facts())


def record_texts() -> dict[str, list[str]]:
    """Texts of each file directly in ``book/`` that may state something about the world, by file name."""
    return {
        "assays.toml": load_assays().texts(),
        "civic.toml": load_drafting().texts(),
        "consent.toml": load_consent().texts(),
        "judgements.toml": [text for one in load_judgements().values() for text in one.texts()],
        "monitoring.toml": load_year().texts(),
        "plain_words.toml": [text for one in load_plain_words().exercise for text in one.texts()],
        "reports.toml": [text for report in load_reports().values() for text in report.texts()],
        "timeline.toml": [event.text for one in load_timelines().values() for event in one.events.values()],
        "tumours.toml": load_tumours().texts(),
    }


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
