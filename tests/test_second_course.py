"""Another course on another gene, made with the same engine; and a course to which one of each template was added."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import nbformat
import pytest
from playwright.sync_api import expect
from small_book import copy_second_course

ROOT = Path(__file__).parents[1]
# What the templates are rewritten into here: their kind, their name.
NEW = {
    "fact": "risk.made_up",
    "question": "01.made-up",
    "case": "made-up",
    "figure": "made_up",
    "widget": "guess_it",
    "chapter": "02_made_up",
}


class Made(NamedTuple):
    """A course in a folder of its own, and the package that makes it."""

    folder: Path
    source: Path

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "COURSE_ROOT": str(self.folder), "PYTHONPATH": str(self.source)}
        return subprocess.run(
            [sys.executable, *command], cwd=self.folder, env=environment, capture_output=True, text=True
        )


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second course, built."""
    folder = tmp_path_factory.mktemp("second") / "course"
    copy_second_course(folder)
    built = Made(folder, ROOT / "src").run("-m", "ntrkcourse", "book", "--no-serve")
    assert built.returncode == 0, built.stderr
    return folder / "_build/html"


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The second course and the package, one of each kind added by ``start.py new``."""
    folder = tmp_path_factory.mktemp("grown")
    copy_second_course(folder / "course")
    shutil.copytree(ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__"))
    made = Made(folder / "course", folder / "src")
    for kind, name in NEW.items():
        written = made.run("-m", "ntrkcourse", "new", kind, name)
        assert written.returncode == 0, written.stderr
    return made


def test_its_widgets_are_alive_and_its_answers_its_own(second: Path, strict: Callable[..., Any]) -> None:
    page = strict(second.as_uri()).context.new_page()
    page.goto((second / "notebooks/01_inherited.html").as_uri())
    form = page.locator('[data-widget="consent-review"]')
    form.get_by_role("checkbox").nth(1).check()
    form.get_by_role("button", name="Commit to these marks").click()
    expect(form.get_by_role("heading", name="You found 1 of 7")).to_be_visible()
    claims = page.locator('[data-widget="judgement"]')
    claims.get_by_role("radio", name="It follows").check()
    claims.get_by_role("button", name="Commit to this").click()
    expect(claims).to_contain_text("72%")
    card = page.locator('[data-question="01.which-organ"]')
    card.get_by_role("radio", name="That of cancer of the ovary").check()
    card.get_by_role("button", name="Check answer").click()
    expect(card).to_contain_text("Right.")
    keys = page.evaluate("Object.keys(ntrkStorage).filter((key) => key.includes(':'))")
    assert keys and all(key.startswith("families:") for key in keys)
    page.get_by_role("link", name="44% and 17%").first.click()
    expect(page.get_by_text("By the age of 80 ovarian cancer is estimated").first).to_be_visible()


def test_no_page_of_it_speaks_of_the_first_course(second: Path) -> None:
    for file in second.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert "Reading the Rare" not in text and "NTRK" not in text, file


def test_a_course_with_one_of_each_template_holds(grown: Made) -> None:
    checked = grown.run("-m", "ntrkcourse", "check")
    # A picture is shown before it holds; the next test shows it.
    problems = checked.stdout.splitlines()[:-1]
    assert [line.partition(": nothing")[0] for line in problems] == ["content/figures/made_up.toml: P01"]
    assert "4 facts, 7 questions, 2 chapters" in checked.stdout
    own = [grown.source / f"ntrkcourse/{one}" for one in ("widgets/guess_it", "figures/drawings/made_up.py")]
    for command in (
        ("ruff", "check"),
        ("ruff", "format", "--check", "--config", str(ROOT / "pyproject.toml")),
    ):
        linted = grown.run("-m", *command, *map(str, own))
        assert linted.returncode == 0, linted.stdout


def test_each_template_is_in_the_book(grown: Made, strict: Callable[..., Any]) -> None:
    chapter = grown.folder / "notebooks/02_made_up.ipynb"
    notebook = nbformat.read(chapter, as_version=4)
    for name, call in (
        ("case", 'case("made-up")'),
        ("guess_it", "guess_it()"),
        ("figure", 'figure("made_up")'),
    ):
        cell = nbformat.v4.new_code_cell(
            f"from ntrkcourse import {name}\n\n{call}", id=name.replace("_", "-")
        )
        notebook.cells.insert(3, cell)
    nbformat.write(notebook, chapter)
    toc = grown.folder / "_toc.yml"
    toc.write_text(toc.read_text("utf-8") + "  - file: notebooks/02_made_up\n", "utf-8")
    built = grown.run("-m", "ntrkcourse", "book", "--no-serve")
    assert built.returncode == 0, built.stderr
    html = grown.folder / "_build/html"
    page = strict(html.as_uri()).context.new_page()
    page.goto((html / "notebooks/02_made_up.html").as_uri())
    expect(page.get_by_role("img", name="A made-up tumour cell and the drug beside it")).to_be_visible()
    guess = page.locator('[data-widget="guess-it"]')
    guess.get_by_role("slider").fill("4")
    guess.get_by_role("button", name="Commit to this guess").click()
    expect(guess.get_by_role("heading", name="3 of 10. You said 4.")).to_be_focused()
    expect(
        page.locator('[data-widget="case"]').get_by_role("heading", name="The first scene")
    ).to_be_visible()


REFUSED = [
    ("fact", "Bad", "'Bad' is no name for a fact"),
    ("fact", "risk.made_up", "already used"),
    ("question", "44.x", "there is no chapter 44"),
    ("case", "made-up", "content/cases/made-up.toml: is there already"),
    ("figure", "made_up", "content/figures/made_up.toml: is there already"),
    ("widget", "guess_it", "content/widgets/guess_it.toml: is there already"),
    ("chapter", "01_again", "01 is there already"),
]
# In one process, which takes as long to start as all six commands together.
ALL_REFUSED = f"""import sys
from ntrkcourse.commands import main
for kind, name, _ in {REFUSED}:
    assert main(["new", kind, name]) == 1
    sys.stderr.write("\\0")
"""


def test_nothing_that_is_there_is_overwritten(grown: Made) -> None:
    refused = grown.run("-c", ALL_REFUSED)
    assert refused.returncode == 0, refused.stderr
    said = refused.stderr.split("\0")[:-1]
    assert [told in one for (*_, told), one in zip(REFUSED, said, strict=True)] == [True] * len(REFUSED), said
