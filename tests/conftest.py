"""The built book, once for all tests that look at it."""

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browsing import (  # fixtures for every test
    answer_to_fixture,
    browser,
    keep_answers,
    made_pages,
    open_again,
    open_widget,
    remember,
    serve,
    server,
    strict,
)
from contract import Refuses
from filelock import FileLock
from hypothesis import settings
from nbval.plugin import IPyNbCell
from playwright.sync_api import expect

from ntrkcourse.commands.book import build
from ntrkcourse.content.errors import ContentError
from ntrkcourse.content.location import OUTPUT, ROOT

__all__ = [
    "answer_to_fixture",
    "browser",
    "keep_answers",
    "made_pages",
    "open_again",
    "open_widget",
    "remember",
    "serve",
    "server",
    "strict",
]

# A course of its own, whose chapters run where it is built.
collect_ignore = ["second_course"]

# Other tests run at the same time: how long an example takes, or a page to show something, says nothing of the code.
settings.register_profile("shared machine", deadline=None)
settings.load_profile("shared machine")
expect.set_options(timeout=30_000)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """What a module makes once for its tests is made in one process; of the chapters a kernel runs every seventh.

    The cells of all of them are run, and what they print is compared, in ``notebooks/test_cells_alone.py``.
    """
    chapters = sorted({item.path for item in items if isinstance(item, IPyNbCell)})
    for item in items:
        if isinstance(item, IPyNbCell) and item.path.parent == ROOT / "notebooks":
            if chapters.index(item.path) % 7 != 3:
                item.add_marker(pytest.mark.thorough)
        elif any(fixture.scope == "module" for fixture in fixtures_of(item)):
            item.add_marker(pytest.mark.xdist_group(str(item.path)))
    yield
    items.sort(key=turn)
    # One process builds the book while the others are at what needs none.
    first = next((item for item in items if turn(item) == (True, True)), None)
    if first:
        items.remove(first)
        items.insert(0, first)


def fixtures_of(item: pytest.Item) -> list[pytest.FixtureDef[object]]:
    made = item._fixtureinfo.name2fixturedefs if hasattr(item, "_fixtureinfo") else {}
    return [fixture for fixtures in made.values() for fixture in fixtures]


def turn(item: pytest.Item) -> tuple[bool, bool]:
    """Whether it is a piece of work of its own, which can fill a gap at the end, and whether it waits for the book."""
    waits = any(one.argname == "book" and one.scope == "session" for one in fixtures_of(item))
    return item.get_closest_marker("xdist_group") is None, waits


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Folder of the book, built as ``start.py book`` builds it, warnings as errors; once for all processes."""
    run = tmp_path_factory.getbasetemp()
    done = (run if worker_id == "master" else run.parent) / "book-is-built"
    with FileLock(f"{done}.lock"):
        if not done.exists():
            assert build() == 0
            done.touch()
    return OUTPUT


@pytest.fixture(scope="session")
def pages(book: Path) -> list[Path]:
    """Every page of the built book."""
    found = sorted(
        file for file in book.rglob("*.html") if not {"_static", "slides", "lite"} & set(file.parts)
    )
    assert len(found) > 8
    return found


@pytest.fixture(
    scope="session",
    params=[pytest.param(False, id="some"), pytest.param(True, id="all", marks=pytest.mark.thorough)],
)
def some_pages(request: pytest.FixtureRequest, pages: list[Path]) -> list[Path]:
    """Of the chapters and of the guides, which one template makes, every seventh, and all else; under --thorough all."""
    alike = [file for file in pages if file.parent.name in {"guides", "notebooks"}]
    return pages if request.param else [*alike[3::7], *(file for file in pages if file not in alike)]


@pytest.fixture(scope="session")
def typed_answers() -> list[tuple[str, str, float | None, str]]:
    """(typed, unit, value, reason) of every case in ``typed_answers.toml``; the value is None where a reason stands."""
    file = Path(__file__).with_name("typed_answers.toml")
    cases = tomllib.loads(file.read_text(encoding="utf-8"))
    example = "for example 0.25."
    quoted = [(typed, unit, " ".join(typed.split())) for typed, unit in cases["unreadable"]]
    return [
        *((typed, unit, value, "") for typed, unit, value in cases["read"]),
        *((typed, "per cent", None, f"Type a number first, {example}") for typed in cases["empty"]),
        *(
            (typed, unit, None, f"I cannot read ‘{shown}’; type digits, {example}")
            for typed, unit, shown in quoted
        ),
        *(
            (typed, unit, None, f"The answer is in {unit}, not ‘{typed}’; type one number, {example}")
            for typed, unit in cases["foreign"]
        ),
    ]


@pytest.fixture
def refuses(tmp_path: Path) -> Refuses:
    def ask(load: Callable[[Path], object], text: str, told: str) -> None:
        file = tmp_path / "spoilt.toml"
        file.write_text(text, encoding="utf-8")
        with pytest.raises(ContentError) as caught:
            load(file)
        assert told in str(caught.value) and file.name in str(caught.value)

    return ask
