"""The first page, and how calm a page of a chapter is, in a browser."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]


@pytest.fixture
def on_a_phone(book: Path, strict: Callable[..., object]) -> Open:
    """``on_a_phone(name, "dark")``: a page of the built book."""

    def open_page(name: str, scheme: str = "light") -> Page:
        size = {"width": 360, "height": 780}
        page = strict(book.as_uri(), viewport=size, has_touch=True, color_scheme=scheme).context.new_page()
        page.goto(f"{book.as_uri()}/{name}.html")
        return page

    return open_page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_first_screen_of_a_phone_has_report_questions_and_button(on_a_phone: Open, scheme: str) -> None:
    page = on_a_phone("index", scheme)
    marked = page.locator(".report-card strong")
    assert marked.evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(255, 228, 92)"
    for part in (marked, page.locator("main p", has=page.locator("strong", has_text="?")).first):
        expect(part).to_be_in_viewport(ratio=1)
    button = page.locator(".door-button[data-continue]")
    expect(button).to_be_in_viewport(ratio=1)
    button.tap()
    page.wait_for_url("**/notebooks/00_start.html")


def test_every_chapter_and_door_leads_somewhere(on_a_phone: Open, book: Path) -> None:
    page = on_a_phone("index")
    links = page.locator("main :is(.door-chapters, .door-begin, .short-way, li) a[href]")
    addresses = links.evaluate_all("all => all.map((one) => one.href.split(/[?#]/)[0])")
    assert len(addresses) > 15
    for address in set(addresses):
        assert (book / address.removeprefix(f"{book.as_uri()}/")).is_file(), address


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_term_is_quiet_until_it_is_asked_for(on_a_phone: Open, scheme: str) -> None:
    page = on_a_phone("notebooks/03_how_rare", scheme)
    line = "one => getComputedStyle(one).textDecorationLine"
    term, fact = page.locator("main a.term:visible").first, page.locator("main a.fact-link:visible").first
    assert (term.evaluate(line), fact.evaluate(line)) == ("none", "underline")
    page.keyboard.press("Tab")
    term.focus()
    assert term.evaluate(line) == "underline"
