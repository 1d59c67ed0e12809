"""The ladder of odds in Chromium, by keyboard."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ntrkcourse import odds_ladder
from ntrkcourse.widgets.template import fill

WORDS = odds_ladder().data["words"]
ROOT = '[data-widget="odds-ladder"]'
# The slope of a step and how far it rises, as it is drawn.
RISE = """line => line.getAttribute("y1") - line.getAttribute("y2")"""


def commit(page: Page, chance: int) -> None:
    page.get_by_role("slider").focus()
    for key in ("Home", *["ArrowRight"] * chance, "Tab", "Enter"):
        page.keyboard.press(key)


def test_both_steps_keep_their_height_wherever_the_handle_stands(open_widget: Callable[..., Page]) -> None:
    page = open_widget(odds_ladder(), width=320)
    commit(page, 40)
    root = page.locator(ROOT)
    expect(root.locator("p[tabindex]")).to_be_focused()
    expect(root).to_contain_text(fill(WORDS["verdict"], before="20%", after="54%", n=40))
    handle = page.get_by_role("slider", name=WORDS["handle"])
    rises = []
    for key in ("Home", "End"):
        handle.press(key)
        rises.append([root.locator(f".ntrk-ladder-{one}").evaluate(RISE) for one in ("positive", "negative")])
    assert rises[0] == pytest.approx(rises[1])
    assert rises[0][0] > 0 > rises[0][1]


def test_each_group_is_told_as_the_chapter_counts_it(open_widget: Callable[..., Page]) -> None:
    page = open_widget(odds_ladder())
    commit(page, 40)
    handle = page.get_by_role("slider", name=WORDS["handle"])
    handle.press("Home")
    while "Dutch set" not in (handle.get_attribute("aria-valuetext") or ""):
        handle.press("ArrowRight")
    expect(page.locator('[data-result="positive"]')).to_contain_text("33%")
    expect(page.locator('[data-result="negative"]')).to_contain_text("2.8%")
    expect(page.locator("[aria-live]")).to_contain_text("After a positive stain 33%")


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (54, WORDS["close"]),
        (77, WORDS["close_sensitivity"]),
        (83, WORDS["close_specificity"]),
        (99, fill(WORDS["high"], ratio="4.65", odds="1 to 4")),
        (25, fill(WORDS["low"], ratio="4.65", odds="1 to 4")),
    ],
)
def test_each_kind_of_guess_is_answered(open_widget: Callable[..., Page], chance: int, words: str) -> None:
    page = open_widget(odds_ladder())
    commit(page, chance)
    expect(page.locator(ROOT)).to_contain_text(words)
