"""The FISH counter in Chromium, by keyboard, from the first tumour to the sequencing."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ntrkcourse import fish_counter

KEY = "ntrk:v1:widget/fish-counter/05"
READ = "Commit to this reading"
NUMBER = "Commit to this number"


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")


def read(page: Page, answer: str) -> None:
    page.get_by_role("radio", name=f"FISH-{answer}").focus()
    page.keyboard.press("Space")
    press(page, READ)


def guess(page: Page, label: str, steps: int) -> None:
    page.get_by_role("slider", name=label).focus()
    for _ in range(steps):
        page.keyboard.press("ArrowRight")
    press(page, NUMBER)


def to_the_series(page: Page) -> None:
    read(page, "positive")
    press(page, "Next tumour")
    read(page, "positive")
    press(page, "On to all of them")


@pytest.fixture
def page(open_widget: Callable[..., Page]) -> Page:
    return open_widget(fish_counter())


def test_whole_path_by_keyboard(page: Page) -> None:
    widget = page.get_by_role("group", name="How many of 32 tumours are FISH-positive?")
    expect(widget.get_by_role("img", name="Schematic drawing of 100 nuclei")).to_be_visible()
    expect(widget.locator("svg circle.fish-nucleus")).to_have_count(100)

    read(page, "positive")
    expect(widget).to_contain_text("88 of 100 nuclei are split, more than 15, so positive")
    expect(page.get_by_role("button", name="Next tumour")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Read this one, by a stricter rule")).to_be_focused()

    read(page, "positive")
    expect(widget).to_contain_text("The rule reads it the other way: 6 of 100 nuclei are split")
    expect(widget).to_contain_text("29 gaps lie between one and two diameters")
    press(page, "On to all of them")

    guess(page, "How many of the 32", 20)
    expect(widget).to_contain_text("You expected 20 of 32; the rule calls 13")
    expect(widget.get_by_role("img", name="13 lie above the cut-off of 15")).to_be_visible()

    page.get_by_role("radio", name="one signal diameter").focus()
    page.keyboard.press("ArrowDown")
    expect(widget.locator("[aria-live]")).to_contain_text("2 called positive, 30 not")
    page.keyboard.press("ArrowUp")

    guess(page, "how many carry a fusion", 5)
    expect(widget).to_contain_text("You expected 5 of 13 to carry a fusion; sequencing finds 1")
    expect(widget).to_contain_text("1 of the 13 called has a fusion: 7.7% (exact 95% interval 0.19% to 36%)")
    expect(widget).to_contain_text("32 stained → 13 by one diameter → 2 by two → 1 fusion")
    expect(widget).to_contain_text("The threshold makes the share called positive")
    expect(widget.locator("svg text", has_text="fusion")).to_have_count(1)


def test_nothing_is_given_away_before_a_commitment(page: Page) -> None:
    widget = page.locator('[data-widget="fish-counter"]')
    for hidden in (".fish-split", ".fish-near", ".fish-called", ".fish-fused"):
        expect(widget.locator(hidden)).to_have_count(0)
    expect(widget).not_to_contain_text("13 of 32")
    to_the_series(page)
    expect(widget).not_to_contain_text("13")
    expect(widget.locator(".fish-called")).to_have_count(0)
    guess(page, "How many of the 32", 9)
    expect(widget.locator(".fish-called")).to_have_count(13)
    expect(widget.locator(".fish-fused")).to_have_count(0)
    expect(widget).not_to_contain_text("secretory")
    expect(widget.get_by_role("columnheader", name="Sequencing")).to_have_count(0)


def test_a_commitment_needs_a_choice(page: Page) -> None:
    press(page, READ)
    expect(page.locator('[data-widget="fish-counter"]')).to_contain_text("Choose a reading first.")
    to_the_series(page)
    press(page, NUMBER)
    expect(page.locator('[data-widget="fish-counter"]')).to_contain_text("Move the slider first.")


def test_cutoff_too_high_misses_the_fusion(page: Page) -> None:
    to_the_series(page)
    guess(page, "How many of the 32", 9)
    guess(page, "how many carry a fusion", 1)
    page.get_by_role("slider", name="Positive means split").focus()
    page.keyboard.press("End")
    expect(page.locator('[data-widget="fish-counter"]')).to_contain_text("The one true fusion is missed.")
    expect(page.locator('[data-widget="fish-counter"]')).to_contain_text("did not report this cut-off")


def test_looking_inside_a_tumour_marks_it_by_the_current_rule(page: Page) -> None:
    to_the_series(page)
    guess(page, "How many of the 32", 9)
    page.get_by_role("combobox", name="Look at the nuclei of").select_option(label="tumour 10")
    expect(page.locator(".fish-split")).to_have_count(35)
    page.get_by_role("radio", name="two signal diameters").check()
    expect(page.locator(".fish-split")).to_have_count(6)


def test_state_survives_a_reload_and_start_again_wipes_it(page: Page) -> None:
    to_the_series(page)
    guess(page, "How many of the 32", 9)
    guess(page, "how many carry a fusion", 2)
    page.reload()
    widget = page.locator('[data-widget="fish-counter"]')
    expect(widget).to_contain_text("You expected 9 of 32")
    expect(widget).to_contain_text("You expected 2 of 13 to carry a fusion")
    press(page, "Start again")
    expect(page.get_by_role("button", name=READ)).to_be_visible()


@pytest.mark.parametrize(
    "stored",
    ["{", "null", "[]", '{"verdicts":7}', '{"stage":9,"verdicts":[true]}', '{"stage":2,"verdicts":["x",1]}'],
)
def test_corrupt_storage_breaks_nothing(page: Page, stored: str, remember: Callable[..., None]) -> None:
    remember(page, KEY, stored)
    expect(page.get_by_role("heading", name="Read this tumour")).to_be_visible()
    if page.get_by_role("button", name=READ).is_visible():
        read(page, "negative")
    expect(page.locator('[data-widget="fish-counter"]')).to_contain_text("88 of 100 nuclei are split")


def test_impossible_guesses_are_forgotten(page: Page, remember: Callable[..., None]) -> None:
    stored = '{"stage":2,"verdicts":[true,false],"called":99,"fused":-1}'
    remember(page, KEY, stored)
    expect(page.get_by_role("slider", name="How many of the 32")).to_be_visible()


@pytest.mark.parametrize("width", [320, 360, 800])
def test_fits_the_screen_with_readable_text(open_widget: Callable[..., Page], width: int) -> None:
    page = open_widget(fish_counter(), width=width)
    fits = "document.documentElement.scrollWidth <= window.innerWidth"
    assert page.evaluate(fits)
    to_the_series(page)
    guess(page, "How many of the 32", 9)
    guess(page, "how many carry a fusion", 1)
    assert page.evaluate(fits)
    texts = page.locator("svg text")
    sizes = texts.evaluate_all("all => all.map(one => parseFloat(getComputedStyle(one).fontSize))")
    assert min(sizes) >= 13
