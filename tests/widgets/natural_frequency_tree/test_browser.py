"""The natural-frequency tree in Chromium, worked by keyboard as a reader would."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from ntrkcourse import natural_frequency_tree

KEY = "ntrk:v1:widget/natural-frequency-tree/06"
ROOT = '[data-widget="natural-frequency-tree"]'
OpenWidget = Callable[..., Page]


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def commit(page: Page, guess: int) -> None:
    """From the slider, by keyboard."""
    page.get_by_role("slider").focus()
    press(page, "Home", *["ArrowRight"] * guess, "Tab", "Enter")


def test_nothing_shows_before_the_guess(open_widget: OpenWidget) -> None:
    page = open_widget(natural_frequency_tree())
    root = page.locator(ROOT)
    assert root.get_attribute("aria-label")
    expect(root.get_by_role("img")).to_have_count(0)
    expect(root.locator("[data-result]")).to_have_count(0)
    for text in ("0.45", "17,839", "99.976", "false alarm", "range"):
        expect(root).not_to_contain_text(text)


def test_the_whole_path_by_keyboard(open_widget: OpenWidget) -> None:
    page = open_widget(natural_frequency_tree())
    root = page.locator(ROOT)
    # Through the page as it comes: population, stain, slider, button.
    page.keyboard.press("Tab")
    expect(page.get_by_role("radio", name="Unselected breast cancer")).to_be_focused()
    press(page, "ArrowDown", "ArrowUp", "Tab")
    expect(page.get_by_role("radio", name="Breast tumours in New York")).to_be_focused()
    press(page, "Tab")
    expect(page.get_by_role("slider")).to_be_focused()
    press(page, "Home", *["ArrowRight"] * 79, "Tab", "Enter")

    verdict = root.locator(".ntrk-tree-verdict")
    expect(verdict).to_be_focused()
    expect(verdict).to_contain_text("fewer than 1 tumour has a fusion (0.45%). You said 79.")
    expect(verdict).to_contain_text("close to the share of tumours with a fusion that stain")
    expect(root.get_by_text("80 of 17,919 have a fusion: 0.45%")).to_be_visible()
    expect(root.get_by_text("82,061 of 82,081 have no fusion: 99.976%")).to_be_visible()
    expect(root).to_contain_text("99.976% sounds superb; without any test it was 99.9%.")
    expect(root.get_by_role("img", name="Tree.")).to_have_attribute(
        "aria-label",
        "Tree. Of 100,000 tumours 100 have a fusion: 80 of them stain, 20 do not. "
        "99,900 have none: 17,839 of them stain, 82,061 do not.",
    )
    expect(root.get_by_text("your guess 79")).to_be_visible()

    # The same stain where fusions are the rule.
    page.get_by_label("Tumours", exact=True).select_option("secretory")
    expect(root.locator('[data-result="ppv"]')).to_have_text("720 of 738 have a fusion: 97.6%")
    expect(root.locator("[aria-live]")).to_contain_text("97.6% of positive stains are right")
    expect(root.get_by_text("your guess 79")).to_have_count(0)

    # Another share: the slider leaves the three populations.
    page.get_by_role("slider", name="How many of them have a fusion").focus()
    press(page, "Home")
    expect(page.get_by_role("slider")).to_have_attribute("aria-valuetext", "0.02%, 1 in 5,000")
    expect(page.get_by_label("Tumours", exact=True)).to_have_value("")
    expect(page.get_by_label("Draw the tree for").locator("option[disabled]")).to_have_count(2)

    page.get_by_role("button", name="Start again").focus()
    press(page, "Enter")
    expect(page.get_by_role("radio", name="Unselected breast cancer")).to_be_focused()
    expect(root.locator("[data-result]")).to_have_count(0)


def test_the_dutch_set_is_the_published_table(open_widget: OpenWidget) -> None:
    page = open_widget(natural_frequency_tree(population="dutch", rule="koopman"))
    commit(page, 33)
    root = page.locator(ROOT)
    expect(root.locator(".ntrk-tree-verdict")).to_contain_text(
        "33 tumours have a fusion. You said 33. That is close."
    )
    expect(root.get_by_text("20 of 61 have a fusion: 32.8%")).to_be_visible()
    expect(root.get_by_text("207 of 213 have no fusion: 97.2%")).to_be_visible()
    expect(root).to_contain_text("In the published Dutch table 20 of 61")


@pytest.mark.parametrize(
    ("rule", "population", "guess", "words"),
    [
        ("solomon", "unselected", 50, "False alarms are more than you thought: 17,839 of the 99,900"),
        ("koopman", "unselected", 84, "the share of tumours without a fusion that stay negative"),
        ("solomon", "secretory", 50, "False alarms are fewer than you thought"),
        ("ye", "unselected", 50, "the range reaches down to 5.5%"),
    ],
)
def test_each_kind_of_guess_is_answered(
    open_widget: OpenWidget, rule: str, population: str, guess: int, words: str
) -> None:
    page = open_widget(natural_frequency_tree(population=population, rule=rule))
    commit(page, guess)
    expect(page.locator(".ntrk-tree-verdict")).to_contain_text(words)


def test_the_guess_survives_a_reload(open_widget: OpenWidget) -> None:
    page = open_widget(natural_frequency_tree())
    page.get_by_role("radio", name="Tumours with a secretory look").focus()
    press(page, "Space")
    commit(page, 12)
    page.reload()
    expect(page.locator(".ntrk-tree-verdict")).to_contain_text("98 tumours have a fusion. You said 12.")
    expect(page.get_by_label("Tumours", exact=True)).to_have_value("secretory")


@pytest.mark.parametrize(
    "stored",
    [
        "{",
        "null",
        "7",
        '{"population":"x","rule":"solomon","guess":5}',
        '{"population":"dutch","rule":"solomon","guess":"<b>"}',
    ],
)
def test_corrupt_storage_breaks_nothing(
    open_widget: OpenWidget, stored: str, remember: Callable[..., None]
) -> None:
    page = open_widget(natural_frequency_tree())
    remember(page, KEY, stored)
    expect(page.get_by_role("button", name="Commit to this guess")).to_be_visible()
    expect(page.locator("[data-result]")).to_have_count(0)


def test_a_phone_needs_no_sideways_scrolling(open_widget: OpenWidget) -> None:
    page = open_widget(natural_frequency_tree(rule="ye"), width=320)
    commit(page, 5)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    boxes = page.locator(".ntrk-tree-share").evaluate_all(
        "nodes => nodes.map(n => n.getBoundingClientRect()).map(b => [b.left, b.right, Math.round(b.top)])"
    )
    for row in {box[2] for box in boxes}:
        line = sorted(box for box in boxes if box[2] == row)
        assert all(left[1] <= right[0] for left, right in pairwise(line))
