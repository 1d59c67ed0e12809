"""The estimate forest in Chromium, worked by keyboard as a reader would."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ntrkcourse import estimate_forest

KEY = "ntrk:v1:widget/estimate-forest/03"
OpenWidget = Callable[..., Page]


def answer(page: Page, steps: int) -> None:
    page.get_by_role("radio", name="Yes. With so few cases").focus()
    page.keyboard.press("Space")
    for _ in range(steps):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def test_only_points_before_the_verdict(open_widget: OpenWidget) -> None:
    page = open_widget(estimate_forest())
    root = page.locator('[data-widget="estimate-forest"]')
    labels = [image.get_attribute("aria-label") for image in root.get_by_role("img").all()]
    assert labels == [
        "Ross 2020: 0.082%.",
        "Chinese abstract 2020: 0.21%.",
        "Tao 2021: 0.42%.",
        "Forsythe 2020, pooled: 0.60%.",
        "RNA series: 0.63%.",
    ]
    expect(root.locator(".ntrk-axis-whisker")).to_have_count(0)
    for text in ("0.022%", "95% interval", "Best", "best", "overlap", "Kettering"):
        expect(root).not_to_contain_text(text)
    expect(root).to_contain_text(
        "The largest estimate is about 8 times the smallest. Could chance alone explain the spread?"
    )
    expect(root).to_contain_text("Ross 2020: 4 of 4,854 = 0.082% (8 in 10,000)")


def test_an_answer_is_asked_for(open_widget: OpenWidget) -> None:
    page = open_widget(estimate_forest())
    page.get_by_role("button", name="Check").press("Enter")
    expect(page.get_by_text("Choose an answer first.")).to_be_visible()
    expect(page.locator(".ntrk-axis-whisker")).to_have_count(0)


def test_the_best_reading_by_keyboard(open_widget: OpenWidget) -> None:
    page = open_widget(estimate_forest())
    answer(page, 1)
    root = page.locator('[data-widget="estimate-forest"]')
    expect(page.get_by_role("heading", name="The best reading")).to_be_focused()
    expect(root.locator("[aria-live]").filter(has_text="The intervals are now drawn.")).to_have_count(1)
    expect(root.locator(".ntrk-axis-whisker")).to_have_count(4)
    expect(root).to_contain_text("their 14 cases would fall as unevenly as this only about 2 times in 100")
    expect(root).to_contain_text("All 6 pairs of intervals overlap.")
    expect(root).to_contain_text("all report from Memorial Sloan Kettering")
    image = root.get_by_role("img", name="Forsythe 2020")
    expect(image).to_have_attribute(
        "aria-label",
        "Forsythe 2020, pooled: 0.60%. 95% interval: 0% to 1.5% (0 to 150 in 10,000), as published.",
    )
    expect(root.get_by_role("img", name="RNA series").get_by_text("no interval")).to_be_visible()


def test_a_wrong_verdict_is_told_why(open_widget: OpenWidget) -> None:
    page = open_widget(estimate_forest())
    answer(page, 2)
    root = page.locator('[data-widget="estimate-forest"]')
    expect(page.get_by_role("heading", name="Not the best reading")).to_be_focused()
    expect(root).to_contain_text(
        "You said: “No. One of the studies must be wrong.” Nothing here shows an error."
    )
    expect(root).to_contain_text("Better: “Unlikely. Something probably differs between the studies.”")


def test_an_interval_to_zero_is_an_arrow_on_the_log_scale_only(open_widget: OpenWidget) -> None:
    page = open_widget(estimate_forest())
    answer(page, 1)
    root = page.locator('[data-widget="estimate-forest"]')
    pooled = root.get_by_role("img", name="Forsythe 2020")
    start = pooled.locator(".ntrk-axis-whisker").evaluate("path => path.getBBox().x")
    assert start == pooled.locator(".ntrk-axis-zero").evaluate("line => line.getBBox().x")
    expect(root.locator(".ntrk-axis-arrow")).to_have_count(0)
    page.get_by_role("radio", name="even steps").focus()
    page.keyboard.press("ArrowDown")
    expect(root.locator(".ntrk-axis-arrow")).to_have_count(1)
    expect(pooled.locator(".ntrk-axis-arrow")).to_be_visible()


def test_the_verdict_survives_a_reload_and_can_be_taken_back(open_widget: OpenWidget) -> None:
    page = open_widget(estimate_forest())
    page.get_by_role("radio", name="times ten").check()
    answer(page, 0)
    page.reload()
    expect(page.get_by_role("heading", name="Not the best reading")).to_be_visible()
    expect(page.get_by_role("radio", name="times ten")).to_be_checked()
    page.get_by_role("button", name="Start again").press("Enter")
    expect(page.get_by_role("radio", name="Yes. With so few cases")).to_be_focused()
    expect(page.locator(".ntrk-axis-whisker")).to_have_count(0)
    expect(page.locator('[data-widget="estimate-forest"]')).not_to_contain_text("0.022%")
    page.reload()
    expect(page.get_by_role("button", name="Check")).to_be_visible()


@pytest.mark.parametrize("stored", ["{", "null", "7", '{"choice": "none"}', '{"choice": {}, "scale": 3}'])
def test_corrupt_storage_asks_again(
    open_widget: OpenWidget, stored: str, remember: Callable[..., None]
) -> None:
    page = open_widget(estimate_forest())
    remember(page, KEY, stored)
    expect(page.get_by_role("button", name="Check")).to_be_visible()


def test_it_fits_a_narrow_phone(open_widget: OpenWidget) -> None:
    page = open_widget(estimate_forest(), width=320)
    page.get_by_role("radio", name="times ten").check()
    answer(page, 1)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    clipped = page.locator("[data-widget] svg text").evaluate_all("""texts => texts.filter(one => {
        const [box, svg] = [one, one.ownerSVGElement].map(element => element.getBoundingClientRect());
        return box.left < svg.left - 1 || box.right > svg.right + 1;
    }).length""")
    assert clipped == 0
