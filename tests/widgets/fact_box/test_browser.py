"""The fact box in Chromium, worked by keyboard as a reader would."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from ntrkcourse import fact_box
from ntrkcourse.widgets.fact_box.records import load

WORDS = load().words
OpenWidget = Callable[..., Page]


def commit(page: Page) -> None:
    page.get_by_role("slider", name="Benefit").focus()
    page.keyboard.press("End")
    page.get_by_role("slider", name="Harm").focus()
    page.keyboard.press("Home")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def test_guesses_then_the_whole_box(open_widget: OpenWidget) -> None:
    widget = fact_box("larotrectinib")
    page = open_widget(widget)
    root = page.locator('[data-widget="fact-box"]')
    shrank, dizzy = (next(row for row in widget.data[part] if row["guess"]) for part in ("benefit", "harm"))
    commit(page)
    expect(page.get_by_role("heading", name=WORDS["verdict"])).to_be_focused()
    verdicts = root.locator(".ntrk-box-verdict li")
    expect(verdicts.first).to_have_text(f"{shrank['text']}: 69 of 100. {WORDS['benefit_high'].format(n=100)}")
    expect(verdicts.last).to_have_text(f"{dizzy['text']}: 20 of 100. {WORDS['harm_low'].format(n=0)}")
    told = WORDS["opened"].format(benefit="69 of 100", harm="20 of 100")
    expect(root.locator("[aria-live]")).to_have_text(told)
    table = root.get_by_role("table")
    expect(table.get_by_text(WORDS["control"])).to_have_count(2)
    expect(table.get_by_role("img", name=f"{shrank['text']}: 69 of 100")).to_be_visible()
    expect(table.locator(".fact-link").first).to_have_text("168 of 244")
    expect(root).to_contain_text(f"5 of 6; {WORDS['interval'].format(low=36, high=100)}")
    expect(root).to_contain_text("10 April 2025")
    filled = table.locator(".ntrk-box-had").first.evaluate(
        "path => path.getAttribute('d').split('z').length - 1"
    )
    assert filled == 69


def test_a_drug_without_breast_counts_says_so(open_widget: OpenWidget) -> None:
    page = open_widget(fact_box("repotrectinib"))
    commit(page)
    expect(page.locator("[data-widget]")).to_contain_text(WORDS["no_breast"])


def test_what_cannot_be_understood_is_left_as_it_is(open_widget: OpenWidget, open_again: Any) -> None:
    widget = fact_box("larotrectinib")
    page = open_widget(widget)
    commit(page)
    changed = deepcopy(widget.data)
    next(row for row in changed["harm"] if row["guess"])["text"] = "Another harm"
    open_again(page, type(widget)(data=changed))
    page.get_by_role("button", name=WORDS["commit"]).press("Enter")
    open_again(page, widget)
    expect(page.locator(".ntrk-box-verdict li").first).to_contain_text(WORDS["benefit_high"].format(n=100))
    expect(page.locator(".ntrk-box-verdict li").last).to_contain_text(WORDS["harm_low"].format(n=0))


@pytest.mark.parametrize("drug", ["larotrectinib", "entrectinib", "repotrectinib"])
@pytest.mark.parametrize("width", [320, 500, 800])
def test_the_table_fits(open_widget: OpenWidget, drug: str, width: int) -> None:
    page = open_widget(fact_box(drug), width=width)
    commit(page)
    assert page.locator(".ntrk-box-frame").evaluate("one => one.scrollWidth <= one.clientWidth + 1")
    narrowest = page.locator(".ntrk-box tbody tr:not(.ntrk-box-kind) > th").evaluate_all(
        "heads => Math.min(...heads.map((head) => head.clientWidth))"
    )
    assert narrowest > 0.3 * page.locator(".ntrk-box-frame").evaluate("one => one.clientWidth")


@pytest.mark.parametrize("drug", ["larotrectinib", "entrectinib", "repotrectinib"])
def test_the_open_box_is_short_on_a_phone_and_whole_once_unfolded(open_widget: OpenWidget, drug: str) -> None:
    widget = fact_box(drug)
    page = open_widget(widget, width=360)
    commit(page)
    root = page.locator('[data-widget="fact-box"]')
    assert root.evaluate("one => one.clientHeight") < 2.75 * 780
    row = widget.data["benefit"][0]
    who = root.get_by_role("table").get_by_text(row["who"])
    expect(who).to_be_hidden()
    for summary in root.locator("summary").all():
        summary.focus()
        page.keyboard.press("Enter")
    for text in (row["who"], *(one["who"] for one in widget.data["approval"]), *widget.data["missing"]):
        expect(root.get_by_text(text).first).to_be_visible()


def test_a_wide_screen_has_the_box_unfolded(open_widget: OpenWidget) -> None:
    widget = fact_box("larotrectinib")
    page = open_widget(widget)
    commit(page)
    expect(page.get_by_role("table").get_by_text(widget.data["benefit"][0]["who"])).to_be_visible()
    expect(page.locator("details:not([open])")).to_have_count(0)


def test_paper_shows_what_a_phone_folds(open_widget: OpenWidget) -> None:
    widget = fact_box("larotrectinib")
    page = open_widget(widget, width=360)
    commit(page)
    page.emulate_media(media="print")
    for text in (widget.data["benefit"][0]["who"], widget.data["missing"][0]):
        assert page.get_by_text(text).first.evaluate("one => one.checkVisibility()")
