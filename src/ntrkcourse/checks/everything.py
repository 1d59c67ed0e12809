"""All content checks in one list."""

import json
from collections.abc import Iterator

from ..content.cases import load_cases
from ..content.chapters import load_chapters
from ..content.errors import ContentError
from ..content.facts import load_facts
from ..content.glossary import load_glossary
from ..content.location import book_folder, content_folder, notebooks_folder, short_name
from ..content.questions import load_questions
from ..content.records import read_toml
from ..content.teaching import load_guides, load_schedules
from ..widgets import LOADERS
from .forms import check_forms
from .giveaways import check_giveaways
from .intervals import check_intervals
from .items import check_bank, check_page, check_question
from .lessons import check_lessons
from .loose import check_loose
from .markup import check_markdown
from .notebooks import check_notebook
from .open_answers import check_open_answers
from .pictures import check_lessons_pictured, check_pictures, pictures_shown
from .places import content_texts
from .problem import Problem
from .prose import check_links, check_statistics
from .standing import check_standing, check_successors
from .teaching import check_teaching
from .texts import check_records
from .widgets import check_widgets


def check_everything() -> list[Problem]:
    """Problems of all content, in the order of the files.

    Raises
    ------
    ContentError
        For content that cannot be loaded at all.
    """
    _load()
    return [
        *_facts(),
        *_notebooks(),
        *_texts(),
        *_questions(),
        *check_pictures(pictures_shown([*load_questions().values(), *_widget_records()])),
        *check_widgets(text.text for text in content_texts()),
    ]


def _facts() -> Iterator[Problem]:
    yield from check_intervals(load_facts().values())
    yield from check_successors(load_facts())


def _notebooks() -> Iterator[Problem]:
    for chapter in load_chapters().values():
        path = notebooks_folder().parent / chapter.file
        yield from check_notebook(json.loads(path.read_text(encoding="utf-8")), chapter.file)
    yield from check_lessons(load_chapters())
    yield from check_lessons_pictured(load_chapters())
    yield from check_teaching(load_chapters(), load_guides(), load_schedules())
    yield from check_open_answers(load_chapters(), load_questions())


def _texts() -> Iterator[Problem]:
    facts = load_facts()
    for text in content_texts():
        yield from check_links(text.text, text.file, text.place, facts)
        yield from check_standing(text.text, text.file, text.place, facts)
        if text.linked:
            yield from check_statistics(text.text, text.file, text.place)
        if text.is_page:
            yield from check_markdown(text.text, text.file, text.place)
    changelog = book_folder().parent / "CHANGELOG.md"
    if changelog.exists():
        yield from check_markdown(changelog.read_text(encoding="utf-8"), changelog.name, "text")
    for path in sorted(content_folder().rglob("*.toml")):
        yield from check_records(read_toml(path), short_name(path))


def _load() -> None:
    """Loading a file is its check."""
    load_cases()
    load_glossary()
    _widget_records()


def _widget_records() -> list[object]:
    """What the files of widgets hold."""
    found: list[object] = []
    for file in sorted((content_folder() / "widgets").glob("*.toml")):
        if file.stem not in LOADERS:
            raise ContentError(short_name(file), "", "", "no widget has this name, so nothing reads it")
        found.append(LOADERS[file.stem]())
    return found


def _questions() -> Iterator[Problem]:
    questions = list(load_questions().values())
    for question in questions:
        yield from check_question(question, load_facts())
    yield from check_loose(questions, load_facts())
    yield from check_bank(questions, load_chapters())
    yield from check_forms(questions, load_chapters())
    yield from check_giveaways(questions)
    for path in sorted((content_folder() / "questions").glob("*.toml")):
        yield from check_page([question for question in questions if question.chapter == path.stem])
