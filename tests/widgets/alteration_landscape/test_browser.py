"""The alteration landscape in Chromium, worked by keyboard as a reader would."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ntrkcourse import alteration_landscape

KEY = "ntrk:v1:widget/alteration-landscape/01"
ROOT = '[data-widget="alteration-landscape"]'
COMMIT = "Commit, and show the counts"
RIGHT = ["PIK3CA mutation", "HER2-positive", "BRCA1 or BRCA2", "Fusion of any kinase", "NTRK fusion"]
OpenWidget = Callable[..., Page]


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def commit(page: Page, steps: int = 0) -> None:
    """Move the slider by keyboard, then press the button."""
    page.get_by_role("slider").focus()
    press(page, *["ArrowLeft" if steps < 0 else "ArrowRight"] * abs(steps), "Tab", "Enter")


def put_in_order(page: Page) -> None:
    for place, name in enumerate(RIGHT):
        while name not in page.locator(".ntrk-scape-order li").nth(place).inner_text():
            page.get_by_role("button", name=f"Move up: {name}").focus()
            press(page, "Enter")


def test_nothing_shows_before_the_commit(open_widget: OpenWidget) -> None:
    page = open_widget(alteration_landscape())
    root = page.locator(ROOT)
    assert root.get_attribute("aria-label")
    expect(root.get_by_role("img")).to_have_count(0)
    for text in ("4,854", "10,000", "%", "interval", "2.3", "✓"):
        expect(root).not_to_contain_text(text)


def test_the_whole_path_by_keyboard(open_widget: OpenWidget) -> None:
    page = open_widget(alteration_landscape())
    put_in_order(page)
    commit(page, -4)
    root = page.locator(ROOT)
    expect(page.locator(".ntrk-scape-verdict")).to_be_focused()
    expect(root).to_contain_text("All five are in order.")
    expect(root).to_contain_text("One metre against 2.3 mm. You said 2 mm. That is within")
    expect(root.get_by_role("img", name="NTRK fusion: 0.082%, 8 in 10,000")).to_be_visible()
    expect(root).to_contain_text("drawn wider than it is")
    expect(root).to_contain_text("do not set it beside one from another list")

    page.get_by_role("radio", name="even steps").focus()
    press(page, "ArrowRight")
    expect(page.get_by_role("radio", name="times ten")).to_be_checked()
    expect(root).not_to_contain_text("drawn wider than it is")
    expect(root).to_contain_text("No bars here")
    expect(root.locator(".ntrk-scape rect")).to_have_count(0)

    page.get_by_label("Who was counted").focus()
    press(page, "ArrowDown")
    expect(root).to_contain_text("22 of 39")
    expect(root.locator(".ntrk-scape")).not_to_contain_text("4 of 4,854")
    expect(root.locator(".ntrk-scape-caution")).to_contain_text("rare in primary tumours")
    expect(root.locator("[aria-live]")).to_contain_text("After endocrine therapy, log scale: 4 bars.")

    page.get_by_role("button", name="Start again").focus()
    press(page, "Enter")
    expect(page.get_by_role("button", name=COMMIT)).to_be_visible()
    expect(root).not_to_contain_text("4,854")


def test_moving_keeps_the_focus_and_is_announced(open_widget: OpenWidget) -> None:
    page = open_widget(alteration_landscape())
    last = page.locator(".ntrk-scape-order li").last
    last.get_by_role("button", name="Move up").focus()
    press(page, "Enter")
    expect(page.locator(f"{ROOT} [aria-live]")).to_contain_text("Fusion of any kinase: now place 4 of 5")
    expect(page.get_by_role("button", name="Move up: Fusion of any kinase")).to_be_focused()


def test_a_wrong_order_is_explained(open_widget: OpenWidget) -> None:
    page = open_widget(alteration_landscape())
    commit(page, 5)
    root = page.locator(ROOT)
    expect(root).to_contain_text("0 of 5 in place.")
    expect(root).to_contain_text(
        "NTRK fusion: 8 in 10,000. ✗ You put it at 3. It is one part of the kinase fusions"
    )
    expect(root).to_contain_text("times too long")


def test_the_answer_survives_a_reload(open_widget: OpenWidget) -> None:
    page = open_widget(alteration_landscape())
    put_in_order(page)
    commit(page)
    page.get_by_label("Who was counted").select_option("tn")
    page.reload()
    expect(page.locator(".ntrk-scape-verdict")).to_contain_text("All five are in order.")
    expect(page.get_by_label("Who was counted")).to_have_value("tn")
    expect(page.locator(ROOT)).to_contain_text("1 of 287")


@pytest.mark.parametrize(
    "stored",
    ["{", "null", "7", '{"order":["x"],"length":5}', '{"order":5,"length":"<b>","setting":"x","scale":"y"}'],
)
def test_corrupt_storage_breaks_nothing(
    open_widget: OpenWidget, stored: str, remember: Callable[..., None]
) -> None:
    page = open_widget(alteration_landscape())
    remember(page, KEY, stored)
    expect(page.get_by_role("button", name=COMMIT)).to_be_visible()
    expect(page.locator(ROOT)).not_to_contain_text("4,854")


def test_a_phone_needs_no_sideways_scrolling(open_widget: OpenWidget) -> None:
    page = open_widget(alteration_landscape(), width=320)
    commit(page)
    for setting in ("all", "endocrine", "tn", "india"):
        page.get_by_label("Who was counted").select_option(setting)
        for scale in ("linear", "log"):
            page.locator(f"input[value={scale}]").check()
            assert page.evaluate("document.documentElement.scrollWidth") <= 320
