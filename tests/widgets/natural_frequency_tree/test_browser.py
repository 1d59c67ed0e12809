"""The natural-frequency tree in Chromium, worked by keyboard as a reader would."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from ntrkcourse import natural_frequency_tree
from ntrkcourse.widgets.template import fill

DATA = natural_frequency_tree().data
WORDS = DATA["words"]
NAMES = {one["id"]: one["name"] for one in (*DATA["population"], *DATA["stain"])}
ROOT = '[data-widget="natural-frequency-tree"]'
OpenWidget = Callable[..., Page]


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def commit(page: Page, guess: int, population: str = "unselected") -> None:
    """By keyboard."""
    page.get_by_role("radio", name=NAMES[population]).focus()
    press(page, "Space")
    page.get_by_role("slider").focus()
    press(page, "Home", *["ArrowRight"] * guess, "Tab", "Enter")


def with_fusion(n: str, total: str, rate: str) -> str:
    return fill(WORDS["with_fusion"], n=n, all=total, rate=rate)


def without_fusion(n: str, total: str, rate: str) -> str:
    return fill(WORDS["without_fusion"], n=n, all=total, rate=rate)


def test_the_whole_path_by_keyboard(open_widget: OpenWidget) -> None:
    page = open_widget(natural_frequency_tree())
    root = page.locator(ROOT)
    # Through the page as it comes: population, stain, slider, button.
    page.keyboard.press("Tab")
    expect(page.get_by_role("radio", name=NAMES["unselected"])).to_be_focused()
    press(page, "ArrowDown", "ArrowUp", "Tab")
    expect(page.get_by_role("radio", name=NAMES["solomon"])).to_be_focused()
    press(page, "Tab")
    expect(page.get_by_role("slider")).to_be_focused()
    press(page, "Home", *["ArrowRight"] * 79, "Tab", "Enter")

    verdict = root.locator(".ntrk-tree-verdict")
    expect(verdict).to_be_focused()
    few = fill(WORDS["told_few"], rate="0.45%")
    expect(verdict).to_have_text(f"{fill(WORDS['verdict'], told=few, n=79)} {WORDS['close_sensitivity']}")
    expect(root.get_by_text(with_fusion("80", "17,919", "0.45%"))).to_be_visible()
    expect(root.get_by_text(without_fusion("82,061", "82,081", "99.976%"))).to_be_visible()
    expect(root).to_contain_text(fill(WORDS["lesson_superb"], npv="99.976%", before="99.9%"))
    counts = {"n": "100,000", "fused": 100, "stained": 80, "missed": 20}
    tree = fill(WORDS["tree"], **counts, other="99,900", alarms="17,839", quiet="82,061")
    expect(root.get_by_role("img", name=tree)).to_be_visible()
    mine = root.get_by_text(fill(WORDS["your_guess"], n=79))
    expect(mine).to_be_visible()

    # The same stain where fusions are the rule.
    tumours = page.get_by_label(WORDS["tumours"], exact=True)
    tumours.select_option("secretory")
    expect(root.locator('[data-result="ppv"]')).to_have_text(with_fusion("720", "738", "97.6%"))
    expect(root.locator("[aria-live]")).to_contain_text("97.6%")
    expect(mine).to_have_count(0)

    # Another share: the slider leaves the three populations.
    page.get_by_role("slider", name=WORDS["prevalence"]).focus()
    press(page, "Home")
    expect(page.get_by_role("slider")).to_have_attribute("aria-valuetext", "0.02%, 1 in 5,000")
    expect(tumours).to_have_value("")
    expect(page.get_by_label(WORDS["size"]).locator("option[disabled]")).to_have_count(2)

    page.get_by_role("button", name="Start again").focus()
    press(page, "Enter")
    expect(page.get_by_role("radio", name=NAMES["unselected"])).to_be_focused()
    expect(root.locator("[data-result]")).to_have_count(0)


def test_the_dutch_set_is_the_published_table(open_widget: OpenWidget) -> None:
    page = open_widget(natural_frequency_tree(rule="koopman"))
    commit(page, 33, "dutch")
    root = page.locator(ROOT)
    expect(root.locator(".ntrk-tree-verdict")).to_contain_text(WORDS["close"])
    expect(root.get_by_text(with_fusion("20", "61", "32.8%"))).to_be_visible()
    expect(root.get_by_text(without_fusion("207", "213", "97.2%"))).to_be_visible()
    expect(root).to_contain_text("".join(span[1] for span in DATA["published"]["text"]))


@pytest.mark.parametrize(
    ("rule", "population", "guess", "words"),
    [
        (
            *("solomon", "unselected", 50),
            fill(WORDS["more_alarms"], alarms="17,839", other="99,900", stained="80"),
        ),
        ("koopman", "unselected", 84, WORDS["close_specificity"]),
        ("solomon", "secretory", 50, WORDS["fewer_alarms"]),
        ("ye", "unselected", 50, fill(WORDS["unseen_alarms"], n=338, low="5.5%")),
    ],
)
def test_each_kind_of_guess_is_answered(
    open_widget: OpenWidget, rule: str, population: str, guess: int, words: str
) -> None:
    page = open_widget(natural_frequency_tree(rule=rule))
    commit(page, guess, population)
    expect(page.locator(".ntrk-tree-verdict")).to_contain_text(words)


def test_the_shares_at_the_branches_stay_apart_on_a_phone(open_widget: OpenWidget) -> None:
    page = open_widget(natural_frequency_tree(rule="ye"), width=320)
    commit(page, 5)
    boxes = page.locator(".ntrk-tree-share").evaluate_all(
        "nodes => nodes.map(n => n.getBoundingClientRect()).map(b => [b.left, b.right, Math.round(b.top)])"
    )
    for row in {box[2] for box in boxes}:
        line = sorted(box for box in boxes if box[2] == row)
        assert all(left[1] <= right[0] for left, right in pairwise(line))
