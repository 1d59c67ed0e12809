"""Pages that Jupyter Book makes with the course's settings: what `start.py check` lets through is shown as meant."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import expect

from ntrkcourse.checks.markup import CLASSES, COURSE_DIRECTIVES, DIRECTIVES, LANGUAGES, check_markdown

ROOT = Path(__file__).parents[2]
PAGE = r"""# Trial

A test costs from US\$100 to US\$200, `$x$` is code.

From $300 to $400 is what `check` refuses, and no formula here.

:::{dropdown} What is the answer?
It is hidden.
:::
"""


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book of one page, built by the course's own ``_config.yml``."""
    folder = tmp_path_factory.mktemp("trial")
    shutil.copy(ROOT / "_config.yml", folder)
    (folder / "book").mkdir()
    shutil.copy(ROOT / "book/favicon.svg", folder / "book")
    (folder / "_toc.yml").write_text("format: jb-book\nroot: index\n", encoding="utf-8")
    (folder / "index.md").write_text(PAGE, encoding="utf-8")
    command = [sys.executable, "-c", "from jupyter_book.cli.main import main; main()", "build", str(folder)]
    result = subprocess.run(command, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
    return folder / "_build/html/index.html"


def test_prices_are_shown_as_typed_and_a_dropdown_is_closed(
    trial: Path, strict: Callable[..., object]
) -> None:
    page = strict(trial.parent.as_uri(), console=()).context.new_page()  # type: ignore[attr-defined]
    page.goto(trial.as_uri())
    article = page.locator("article")
    expect(article).to_contain_text("A test costs from US$100 to US$200, $x$ is code.")
    expect(article).to_contain_text("From $300 to $400 is what check refuses")
    hidden = page.get_by_text("It is hidden.")
    expect(hidden).to_be_hidden()
    page.get_by_text("What is the answer?").locator("xpath=ancestor-or-self::summary").focus()
    page.keyboard.press("Enter")
    expect(hidden).to_be_visible()


def sources() -> list[str]:
    """Every page and every Markdown cell of the book."""
    cells = [
        cell
        for path in sorted(ROOT.glob("notebooks/*.ipynb"))
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == "markdown"
    ]
    pages = [*sorted(ROOT.glob("book/**/*.md")), ROOT / "index.md"]
    return [
        *("".join(cell["source"]) for cell in cells),
        *(path.read_text(encoding="utf-8") for path in pages),
    ]


def test_what_the_check_knows_is_what_the_pages_show() -> None:
    """A name in the lists of ``checks/markup.py`` without a page that shows it has been tried by nobody."""
    text = "\n".join(sources())
    shown = {*re.findall(r"^\s*[:`~]{3,}\{([\w-]+)\}", text, re.MULTILINE)}
    assert shown == DIRECTIVES | COURSE_DIRECTIVES
    assert {
        name for line in re.findall(r"^:class: (.+)$", text, re.MULTILINE) for name in line.split()
    } == CLASSES
    assert {*re.findall(r"^```([a-z]+)$", text, re.MULTILINE), ""} == LANGUAGES
    assert not [problem for one in sources() for problem in check_markdown(one, "", "")]


def test_no_page_prints_markup_as_it_was_typed(pages: list[Path]) -> None:
    raw = re.compile(r":::|\{[\w-]+\}(?=`)|\\[(\[]|\$\$|\*\*\w|\]\(|~~\w|\[\^|^:\w+:", re.MULTILINE)
    found = []
    for page in pages:
        html = page.read_text(encoding="utf-8")
        html = re.sub(r"<(script|style|pre|code|svg)\b.*?</\1>", " ", html, flags=re.DOTALL)
        text = unescape(re.sub(r"<[^>]+>", " ", html))
        found += [f"{page.name}: {text[max(0, m.start() - 40) : m.end() + 40]!r}" for m in raw.finditer(text)]
        assert not re.search(r'class="(?:math|toggle|[^"]*\bdropdown admonition)\b', html), page.name
    assert found == []
