"""The alteration landscape in Chromium, worked by keyboard as a reader would."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from ntrkcourse import alteration_landscape
from ntrkcourse.content.interface import interface_words
from ntrkcourse.widgets.alteration_landscape.records import load

ROOT = '[data-widget="alteration-landscape"]'
LANDSCAPE = load()
WORDS = LANDSCAPE.words
ALL, ENDOCRINE, *_ = LANDSCAPE.setting
BY_FACT = {bar.fact: bar for bar in ALL.alteration}
RIGHT = [BY_FACT[fact] for fact in LANDSCAPE.order]
EVEN, TIMES_TEN = (interface_words()[name] for name in ("linear", "log"))
PER = WORDS["per"].format(n=8)
OpenWidget = Callable[..., Page]


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def commit(page: Page, steps: int = 0) -> None:
    """Move the slider by keyboard, then press the button."""
    page.get_by_role("slider").focus()
    press(
        page,
        "ArrowRight",
        "ArrowLeft",
        *["ArrowLeft" if steps < 0 else "ArrowRight"] * abs(steps),
        "Tab",
        "Enter",
    )


def put_in_order(page: Page) -> None:
    for place, bar in enumerate(RIGHT):
        while bar.name not in page.locator(".ntrk-scape-order li").nth(place).inner_text():
            page.get_by_role("button", name=WORDS["move_up"].format(name=bar.name)).focus()
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
    expect(root).to_contain_text(WORDS["in_order"])
    expect(root).to_contain_text(WORDS["measured"].format(length="2.3 mm", guess="2 mm"))
    expect(root.get_by_role("img", name=f"{RIGHT[-1].name}: 0.082%, {PER}")).to_be_visible()
    expect(root).to_contain_text(WORDS["tiny"])
    expect(root).to_contain_text(WORDS["linear"])

    page.get_by_role("radio", name=EVEN).focus()
    press(page, "ArrowRight")
    expect(page.get_by_role("radio", name=TIMES_TEN)).to_be_checked()
    expect(root).not_to_contain_text(WORDS["tiny"])
    expect(root).to_contain_text(WORDS["log"])
    expect(root.locator(".ntrk-scape rect")).to_have_count(0)

    page.get_by_label(WORDS["who"]).focus()
    press(page, "ArrowDown")
    expect(root).to_contain_text("22 of 39")
    expect(root.locator(".ntrk-scape")).not_to_contain_text("4 of 4,854")
    expect(root.locator(".ntrk-scape-caution")).to_contain_text(f"{ENDOCRINE.name}. {ENDOCRINE.caution[:60]}")
    first = alteration_landscape().data["setting"][1]["alteration"][0]
    told = WORDS["log_told"].format(name=ENDOCRINE.name, n=4, first=first["name"], percent=first["percent"])
    expect(root.locator("[aria-live]")).to_have_text(told)

    page.get_by_role("button", name=interface_words()["again"]).focus()
    press(page, "Enter")
    expect(page.locator(".ntrk-scape-order button:not(:disabled)").first).to_be_focused()


def test_moving_keeps_the_focus_and_is_announced(open_widget: OpenWidget) -> None:
    page = open_widget(alteration_landscape())
    name = BY_FACT[alteration_landscape().data["shown"][-1]].name
    up = page.get_by_role("button", name=WORDS["move_up"].format(name=name))
    up.focus()
    press(page, "Enter")
    expect(page.locator(f"{ROOT} [aria-live]")).to_have_text(WORDS["moved"].format(name=name, n=4, all=5))
    expect(up).to_be_focused()


def test_a_wrong_order_is_explained(open_widget: OpenWidget) -> None:
    page = open_widget(alteration_landscape())
    commit(page, 5)
    root = page.locator(ROOT)
    expect(root).to_contain_text(WORDS["in_place"].format(n=0, all=5))
    expect(root).to_contain_text(
        f"{RIGHT[-1].name}: {PER}. {WORDS['misplaced'].format(n=3)} {RIGHT[-1].lesson}"
    )
    expect(root).to_contain_text(
        WORDS["too_long"].format(times="TIMES", range="2 mm").split("TIMES")[1].split("2 mm")[0]
    )


def test_a_phone_needs_no_sideways_scrolling(open_widget: OpenWidget) -> None:
    page = open_widget(alteration_landscape(), width=320)
    commit(page)
    for setting in ("all", "endocrine", "tn", "india"):
        page.get_by_label(WORDS["who"]).select_option(setting)
        for scale in ("linear", "log"):
            page.locator(f"input[value={scale}]").check()
            assert page.evaluate("document.documentElement.scrollWidth") <= 320
