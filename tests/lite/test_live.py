"""Chapters opened live from the book: every cell runs in the browser, and the book knows what was answered there."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from browsing import Strict
from playwright.sync_api import Page, expect
from small_book import OneChapter

from ntrkcourse.lite import make_site

pytestmark = pytest.mark.thorough

CHAPTER = "03_how_rare"
PAGE = f"notebooks/{CHAPTER}.html"
KEEPS = """addEventListener("securitypolicyviolation",
  ({ effectiveDirective, blockedURI }) => { (window.violations ??= []).push([effectiveDirective, blockedURI]); });"""
CELLS = """[...(window.jupyterapp?.shell.currentWidget?.content?.model?.cells ?? [])].filter((one) => one.type === "code")"""
ALL_RAN = (
    f"() => {{ const cells = {CELLS}; return cells.length > 0 && cells.every((one) => one.executionCount); }}"
)
ERRORS = f"""{CELLS}.flatMap((one) => Array.from(one.outputs.list ?? [], (output) => output.toJSON()))
  .filter((output) => output.output_type === "error").map((output) => output.evalue)"""
SHOWN = f"{CELLS}.filter((one) => one.outputs.length).length"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """Of a book with one chapter, and all chapters in JupyterLite."""
    book = OneChapter(tmp_path_factory.mktemp("live"))
    toc = f"format: jb-book\nroot: index\nchapters:\n  - file: notebooks/{CHAPTER}\n  - file: book/evidence\n"
    book.write("_toc.yml", toc)
    book.write("index.md", "# A small book\n")
    code, _, errors = book.build("-m", "ntrkcourse.publish.build", "--lite", str(make_site()))
    assert code == 0, errors
    return serve(book.html)


@pytest.fixture
def context(strict: Callable[..., Strict], address: str) -> Strict:
    """Pages of another program, under their own policy, which may ask this host alone."""
    made = strict(address, console=(), bypass_csp=False, viewport={"width": 1200, "height": 1000})
    made.context.add_init_script(KEEPS)
    return made


def ran(page: Page) -> Page:
    """The page, when every cell of its chapter has run, and well."""
    page.wait_for_function(ALL_RAN, timeout=180_000)
    assert page.evaluate(ERRORS) == []
    assert page.evaluate(SHOWN) == page.evaluate(f"{CELLS}.length")
    assert page.evaluate("window.violations ?? []") == []
    return page


def test_a_quiz_answered_live_is_answered_in_the_book(context: Strict, address: str) -> None:
    page = context.context.new_page()
    page.goto(f"{address}/{PAGE}")
    with page.expect_popup() as opened:
        page.locator(".lesson-list").get_by_role("link", name="Open live").click()
    live = ran(opened.value)
    card = live.locator('[data-question="03.chance-of-one"]').first
    card.get_by_role("textbox").fill("63")
    card.get_by_role("button", name="Check answer").press("Enter")
    expect(card.locator(".ntrk-verdict")).to_have_text(re.compile(r"Right\.$"))
    page.reload()
    expect(page.locator(".lesson-list li").first).to_contain_text("1 of")


@pytest.mark.parametrize("chapter", ["00_start", "06_positive_test", "12_tumour_board"])
def test_every_cell_of_a_chapter_runs(context: Strict, address: str, chapter: str) -> None:
    page = context.context.new_page()
    page.goto(f"{address}/lite/lab/index.html?path={chapter}.ipynb")
    ran(page)


def test_a_figure_leads_to_its_record_in_the_book(context: Strict, address: str) -> None:
    page = context.context.new_page()
    page.goto(f"{address}/lite/lab/index.html?path={CHAPTER}.ipynb")
    link = page.locator(".jp-Notebook .jp-RenderedMarkdown, .jp-Notebook .jp-MarkdownCell").get_by_role(
        "link", name="4 of 4,854"
    )
    # Running the chapter scrolls it.
    ran(page)
    with context.context.expect_page() as opened:
        link.locator("visible=true").first.click(timeout=120_000)
    assert opened.value.url == f"{address}/book/evidence.html#epi.ntrk.breast.rossds2020"
