"""The fact box in Chromium, worked by keyboard as a reader would."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ntrkcourse import fact_box

KEY = "ntrk:v1:widget/fact-box/07-larotrectinib"
OpenWidget = Callable[..., Page]


def commit(page: Page) -> None:
    page.get_by_role("slider", name="Benefit").focus()
    page.keyboard.press("End")
    page.get_by_role("slider", name="Harm").focus()
    page.keyboard.press("Home")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def test_the_box_is_closed_before_the_guess(open_widget: OpenWidget) -> None:
    page = open_widget(fact_box("larotrectinib"))
    root = page.locator('[data-widget="fact-box"]')
    expect(root).to_contain_text("Guess one benefit and one harm")
    expect(root.get_by_role("table")).to_have_count(0)
    for text in ("69 of 100", "168", "20 of 100", "5 of 6", "randomised"):
        expect(root).not_to_contain_text(text)


def test_guesses_then_the_whole_box(open_widget: OpenWidget) -> None:
    page = open_widget(fact_box("larotrectinib"))
    root = page.locator('[data-widget="fact-box"]')
    commit(page)
    expect(page.get_by_role("heading", name="Your guesses against the counts")).to_be_focused()
    expect(root).to_contain_text("69 of 100. You said 100. The record gives less hope than you did.")
    expect(root).to_contain_text("Dizziness: 20 of 100. You said 0. It is commoner than you thought")
    expect(root.locator("[aria-live]").filter(has_text="The box is open.")).to_have_count(1)
    table = root.get_by_role("table")
    expect(table.get_by_text("Not known: no randomised comparison")).to_have_count(2)
    expect(
        table.get_by_role("img", name="The tumour shrank enough to count as a response: 69 of 100")
    ).to_be_visible()
    expect(table.locator(".fact-link").first).to_have_text("168 of 244")
    expect(root).to_contain_text("5 of 6; 95% interval 36 to 100")
    expect(root).to_contain_text("10 April 2025")
    filled = table.locator(".ntrk-box-had").first.evaluate(
        "path => path.getAttribute('d').split('z').length - 1"
    )
    assert filled == 69


def test_a_drug_without_breast_counts_says_so(open_widget: OpenWidget) -> None:
    page = open_widget(fact_box("repotrectinib"))
    commit(page)
    expect(page.locator("[data-widget]")).to_contain_text(
        "Not found in what we read: neither how many had breast cancer"
    )


def test_guesses_survive_a_reload_and_can_be_taken_back(open_widget: OpenWidget) -> None:
    page = open_widget(fact_box("larotrectinib"))
    commit(page)
    page.reload()
    expect(page.locator("[data-widget]")).to_contain_text("You said 100.")
    page.get_by_role("button", name="Start again").press("Enter")
    expect(page.get_by_role("slider", name="Benefit")).to_be_focused()
    expect(page.get_by_role("table")).to_have_count(0)
    page.reload()
    expect(page.get_by_role("button", name="Commit")).to_be_visible()


@pytest.mark.parametrize(
    "stored", ["{", "null", "7", '{"guess": [1]}', '{"guess": ["a", 300]}', '{"guess": {}}']
)
def test_corrupt_storage_asks_again(
    open_widget: OpenWidget, stored: str, remember: Callable[..., None]
) -> None:
    page = open_widget(fact_box("larotrectinib"))
    remember(page, KEY, stored)
    expect(page.get_by_role("button", name="Commit")).to_be_visible()


@pytest.mark.parametrize("drug", ["larotrectinib", "entrectinib", "repotrectinib"])
def test_it_fits_a_narrow_phone(open_widget: OpenWidget, drug: str) -> None:
    page = open_widget(fact_box(drug), width=320)
    commit(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.locator(".ntrk-scroll").evaluate("one => one.scrollWidth <= one.clientWidth + 1")
