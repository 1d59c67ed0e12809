"""Cards of facts, on a page made for them: a phone's sheet, its close button, and what a card may not cover."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ntrkcourse.widgets import join

STATIC = Path(__file__).parents[2] / "src/ntrkcourse/publish/static"
LINK = '<p><a class="fact-link" href="#source-{n}" data-fact="{n}">4 of {n}</a></p>'
BODY = """<main><button>Before</button>{first}<div style="height: 420px"></div>{middle}<button>Check answer</button>
<div style="height: 900px"></div>{last}</main>
<ol hidden><li id="source-1">A record.</li><li id="source-2">Two.{long}</li><li id="source-3">Three.{long}</li></ol>"""
Open = Callable[..., Page]


@pytest.fixture
def open_page(strict: Callable[..., object], tmp_path: Path, made_pages: Callable[[Path], str]) -> Open:
    def open_one(width: int, **options: object) -> Page:
        links = dict(zip(("first", "middle", "last"), (LINK.format(n=n) for n in (1, 2, 3)), strict=True))
        body = BODY.format(**links, long="<p>It says much more than that, at length.</p>" * 30)
        style = join.style_source("quiz") + (STATIC / "book.css").read_text(encoding="utf-8")
        script = join.shared_page_script() + (STATIC / "cards.js").read_text(encoding="utf-8")
        file = tmp_path / "cards.html"
        file.write_text(
            '<!doctype html><html lang="en"><meta charset="utf-8"><title>Cards</title>'
            '<meta name="viewport" content="width=device-width">'
            f"<style>{style}</style><body>{body}<script>{script}</script></body></html>",
            encoding="utf-8",
        )
        address = made_pages(file)
        page = strict(address, viewport={"width": width, "height": 780}, **options).context.new_page()  # type: ignore[attr-defined]
        page.goto(address)
        return page

    return open_one


@pytest.fixture
def phone(open_page: Open) -> Page:
    return open_page(360, has_touch=True, is_mobile=True)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_on_a_phone_it_is_a_sheet_below_its_link(phone: Page, place: int) -> None:
    link, card = phone.locator(".fact-link").nth(place), phone.locator(".fact-card")
    link.scroll_into_view_if_needed()
    link.tap()
    expect(card).to_be_visible()
    sheet, at = card.bounding_box(), link.bounding_box()
    assert sheet and at
    assert round(sheet["y"] + sheet["height"]) == 780 and sheet["width"] == 360
    assert at["y"] >= 0 and at["y"] + at["height"] <= sheet["y"]


def test_a_phone_closes_it_by_its_button(phone: Page) -> None:
    phone.locator(".fact-link").first.tap()
    close = phone.get_by_role("button", name="Close")
    box = close.bounding_box()
    assert box and min(box["width"], box["height"]) >= 44
    close.tap()
    expect(phone.locator(".fact-card")).to_be_hidden()
    assert phone.evaluate("document.body.style.paddingBottom") == ""


def test_a_card_that_goes_on_says_so_until_its_end(phone: Page) -> None:
    card = phone.locator(".fact-card")
    phone.locator(".fact-link").nth(1).tap()
    expect(card).to_contain_class("fact-more-below")
    phone.get_by_role("tooltip").evaluate("one => one.scrollTo(0, one.scrollHeight)")
    expect(card).not_to_contain_class("fact-more-below")
    phone.get_by_role("button", name="Before").tap()
    phone.locator(".fact-link").first.tap()
    expect(card).not_to_contain_class("fact-more-below")


def test_beside_a_wide_page_it_does_not_lie_over_a_button(open_page: Open) -> None:
    page = open_page(1200)
    page.set_viewport_size({"width": 1200, "height": 1000})
    page.locator(".fact-link").nth(1).hover()
    card, button = page.locator(".fact-card").bounding_box(), page.get_by_text("Check answer").bounding_box()
    assert card and button and card["y"] + card["height"] <= button["y"]
