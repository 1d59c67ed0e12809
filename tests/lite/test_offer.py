"""A book that holds JupyterLite offers it where it works, and a book without it does not."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from small_book import SmallBook

MENU = "Download or print"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> SmallBook:
    """The small book, into which a site was taken."""
    book = SmallBook(tmp_path_factory.mktemp("small"))
    site = tmp_path_factory.mktemp("site")
    (site / "lab").mkdir()
    (site / "lab/index.html").write_text("<!doctype html><title>JupyterLite</title>", encoding="utf-8")
    code, _, errors = book.build("-m", "ntrkcourse.publish.build", "--lite", str(site))
    assert (code, errors) == (0, "")
    return book


@pytest.fixture
def page(browser: Browser) -> Page:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def test_the_menu_of_a_chapter_leads_to_its_notebook(
    small: SmallBook, page: Page, serve: Callable[[Path], str]
) -> None:
    address = serve(small.html)
    page.goto(f"{address}/notebooks/01_inherited.html")
    page.get_by_role("button", name=MENU).click()
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Open live").click()
    opened.value.wait_for_load_state()
    assert opened.value.url == f"{address}/lite/lab/index.html?path=01_inherited.ipynb"
    assert opened.value.title() == "JupyterLite"


def test_a_page_that_is_no_notebook_offers_none(
    small: SmallBook, page: Page, serve: Callable[[Path], str]
) -> None:
    page.goto(f"{serve(small.html)}/index.html")
    page.get_by_role("button", name=MENU).click()
    expect(page.get_by_role("button", name="Print", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="Open live")).to_have_count(0)


def test_from_a_folder_where_it_cannot_run_it_is_not_offered(small: SmallBook, page: Page) -> None:
    page.goto((small.html / "notebooks/01_inherited.html").as_uri())
    page.get_by_role("button", name=MENU).click()
    expect(page.get_by_role("link", name="Notebook (.ipynb)")).to_be_visible()
    expect(page.get_by_role("link", name="Open live")).to_have_count(0)


def test_the_book_as_it_is_built_without_is_free_of_it(book: Path) -> None:
    assert not (book / "lite").exists()
    assert "open-live" not in (book / "notebooks/00_start.html").read_text(encoding="utf-8")
