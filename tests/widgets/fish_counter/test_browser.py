"""The FISH counter in Chromium, by keyboard, from the first tumour to the sequencing."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ntrkcourse import fish_counter
from ntrkcourse.content.interface import interface_words
from ntrkcourse.widgets.template import fill

KEY = "ntrk:v1:widget/fish-counter/05"
DATA = fish_counter().data
WORDS = DATA["words"]
LOOSE, STRICT = DATA["rule"]
CALLED = fill(WORDS["ask_called"], n=32, cutoff=15, size=100)
FUSED = fill(WORDS["ask_fused"], n=13, cutoff=15)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=WORDS[name]).focus()
    page.keyboard.press("Enter")


def read(page: Page, answer: str) -> None:
    page.get_by_role("radio", name=WORDS[f"reading_{answer}"]).focus()
    page.keyboard.press("Space")
    press(page, "commit_reading")


def guess(page: Page, label: str, steps: int) -> None:
    page.get_by_role("slider", name=label).focus()
    for _ in range(steps):
        page.keyboard.press("ArrowRight")
    press(page, "commit_number")


def to_the_series(page: Page) -> None:
    read(page, "positive")
    press(page, "next")
    read(page, "positive")
    press(page, "to_series")


def verdict(name: str, reading: str, n: int) -> str:
    return fill(WORDS[name], reading=WORDS[reading], n=n, size=100, cutoff=15)


def expected_called(n: int, close: str) -> str:
    return fill(WORDS["expected_called"], n=n, all=32, called=13, close=WORDS[close])


def expected_fused(n: int) -> str:
    return fill(WORDS["expected_fused"], n=n, called=13, fused=1)


@pytest.fixture
def page(open_widget: Callable[..., Page]) -> Page:
    return open_widget(fish_counter())


def test_whole_path_by_keyboard(page: Page) -> None:
    widget = page.get_by_role("group", name=DATA["title"])
    expect(widget.get_by_role("img", name=fill(WORDS["drawn"], n=100))).to_be_visible()
    expect(widget.locator("svg circle.fish-nucleus")).to_have_count(100)

    read(page, "positive")
    expect(widget).to_contain_text(f"✓ {verdict('verdict_positive', 'read_right', 88)}")
    expect(page.get_by_role("button", name=WORDS["next"])).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=WORDS["read_stricter"])).to_be_focused()

    read(page, "positive")
    expect(widget).to_contain_text(f"✗ {verdict('verdict_negative', 'read_wrong', 6)}")
    expect(widget).to_contain_text(fill(WORDS["other_positive"], between=29, n=35))
    press(page, "to_series")

    guess(page, CALLED, 20)
    expect(page.get_by_role("heading", name=WORDS["rule_title"])).to_be_focused()
    expect(widget).to_contain_text(expected_called(20, "fewer"))
    board = fill(WORDS["chart"], n=32, rule=LOOSE["short"], called=13, cutoff=15)
    expect(widget.get_by_role("img", name=board)).to_be_visible()

    page.get_by_role("radio", name=LOOSE["name"]).focus()
    page.keyboard.press("ArrowDown")
    called = fill(WORDS["called"], rule=STRICT["short"], cutoff=15, size=100, called=2, rest=30)
    expect(widget.locator("[aria-live]")).to_have_text(called)
    page.keyboard.press("ArrowUp")

    guess(page, FUSED, 5)
    expect(page.locator("p:focus")).to_have_text(f"{expected_fused(5)} {WORDS['not_fused']}")
    meaning = fill(WORDS["meaning_one"], n=1, called=13, ppv="7.7%", low="0.19%", high="36%")
    expect(widget.locator("[aria-live]")).to_have_text(meaning)
    expect(widget).to_contain_text(fill(WORDS["path"], stained=32, loose=13, strict=2, fused=1))
    expect(widget).to_contain_text("".join(span[1] for span in DATA["closing"][1]))
    expect(widget.locator("svg text", has_text=WORDS["fusion"])).to_have_count(1)


def test_what_was_set_on_the_series_outlasts_the_last_guess(page: Page) -> None:
    to_the_series(page)
    guess(page, CALLED, 9)
    page.get_by_role("radio", name=STRICT["name"]).check()
    page.get_by_role("combobox", name=WORDS["look"]).select_option("9")
    page.get_by_role("slider", name=WORDS["set_cutoff"]).press("ArrowRight")
    guess(page, FUSED, 1)
    expect(page.get_by_role("radio", name=STRICT["name"])).to_be_checked()
    expect(page.get_by_role("combobox", name=WORDS["look"])).to_have_value("9")
    expect(page.locator(".fish-split")).to_have_count(6)
    expect(page.get_by_role("slider", name=WORDS["set_cutoff"])).to_have_attribute(
        "aria-valuetext", fill(WORDS["cutoff"], n=20, size=100)
    )
    page.get_by_role("button", name="Start again").press("Enter")
    to_the_series(page)
    guess(page, CALLED, 9)
    expect(page.get_by_role("radio", name=LOOSE["name"])).to_be_checked()


def test_nothing_is_given_away_before_a_commitment(page: Page) -> None:
    widget = page.locator('[data-widget="fish-counter"]')
    for hidden in (".fish-split", ".fish-near", ".fish-called", ".fish-fused"):
        expect(widget.locator(hidden)).to_have_count(0)
    to_the_series(page)
    expect(widget).not_to_contain_text("13")
    expect(widget.locator(".fish-called")).to_have_count(0)
    guess(page, CALLED, 9)
    expect(widget.locator(".fish-called")).to_have_count(13)
    expect(widget.locator(".fish-fused")).to_have_count(0)
    expect(widget).not_to_contain_text("secretory")
    expect(widget.get_by_role("columnheader", name=WORDS["column_sequenced"])).to_have_count(0)


def test_a_number_needs_the_slider_moved(page: Page) -> None:
    to_the_series(page)
    press(page, "commit_number")
    expect(page.locator('[data-widget="fish-counter"]')).to_contain_text(interface_words()["move_first"])


def test_cutoff_too_high_misses_the_fusion(page: Page) -> None:
    to_the_series(page)
    guess(page, CALLED, 9)
    guess(page, FUSED, 1)
    page.get_by_role("slider", name=WORDS["set_cutoff"]).focus()
    page.keyboard.press("End")
    expect(page.locator('[data-widget="fish-counter"]')).to_contain_text(WORDS["missed"])
    expect(page.locator('[data-widget="fish-counter"]')).to_contain_text(WORDS["unreported"])


def test_looking_inside_a_tumour_marks_it_by_the_current_rule(page: Page) -> None:
    to_the_series(page)
    guess(page, CALLED, 9)
    page.get_by_role("combobox", name=WORDS["look"]).select_option(label=fill(WORDS["look_at"], n=10))
    expect(page.locator(".fish-split")).to_have_count(35)
    page.get_by_role("radio", name=STRICT["name"]).check()
    expect(page.locator(".fish-split")).to_have_count(6)


def test_impossible_guesses_are_forgotten(page: Page, remember: Callable[..., None]) -> None:
    stored = '{"stage":2,"verdicts":[true,false],"called":99,"fused":-1}'
    remember(page, KEY, stored)
    expect(page.get_by_role("slider", name=CALLED)).to_be_visible()


@pytest.mark.parametrize("width", [320, 360, 800])
def test_the_drawn_text_can_be_read(open_widget: Callable[..., Page], width: int) -> None:
    page = open_widget(fish_counter(), width=width)
    to_the_series(page)
    guess(page, CALLED, 9)
    guess(page, FUSED, 1)
    texts = page.locator("svg text")
    sizes = texts.evaluate_all("all => all.map(one => parseFloat(getComputedStyle(one).fontSize))")
    assert min(sizes) >= 13


def test_on_a_phone_a_nucleus_is_large_and_the_cutoff_is_in_view_of_what_it_moves(
    open_widget: Callable[..., Page],
) -> None:
    page = open_widget(fish_counter(), width=360)
    nucleus = page.locator(".fish-nucleus").first.bounding_box()
    frame = page.locator(".fish-scroll")
    assert nucleus and nucleus["width"] > 50
    assert frame.evaluate("one => one.clientHeight < 400 && one.scrollHeight > one.clientHeight")
    page.locator(".fish-nucleus").last.scroll_into_view_if_needed()
    expect(page.locator(".fish-nucleus").last).to_be_in_viewport()
    to_the_series(page)
    guess(page, CALLED, 9)
    plot = page.get_by_role("img").first.bounding_box()
    control = page.get_by_role("slider", name=WORDS["set_cutoff"]).bounding_box()
    assert plot and control
    assert control["y"] + control["height"] - plot["y"] < 600
