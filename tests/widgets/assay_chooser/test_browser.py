"""The assay chooser in Chromium, by keyboard, from a case to its ranked assays."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from ntrkcourse import assay_chooser
from ntrkcourse.widgets.assay_chooser.records import load

GUIDE = load()
WORDS = GUIDE.words
ASSAYS = {one.id: one.name for one in GUIDE.assay}
CASES = {one.id: one for one in GUIDE.case}


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")


def commit(page: Page, assay: str) -> None:
    page.get_by_role("radio", name=ASSAYS[assay]).focus()
    page.keyboard.press("Space")
    press(page, WORDS["commit"])


def control(page: Page, name: str) -> Locator:
    return page.get_by_role("combobox", name=WORDS[name], exact=True)


def take_case(page: Page, name: str) -> None:
    control(page, "choose_case").select_option(label=WORDS["constructed"].format(name=CASES[name].name))


def rated(page: Page, place: int) -> Locator:
    return page.locator(f".assay-rating-{place} > li")


@pytest.fixture
def page(open_widget: Callable[..., Page]) -> Page:
    return open_widget(assay_chooser())


def test_whole_path_by_keyboard(page: Page) -> None:
    widget = page.get_by_role("group", name=GUIDE.title)
    expect(control(page, "sample")).to_have_value("0")
    expect(widget).to_contain_text(GUIDE.intro)
    commit(page, "stain")
    others = WORDS["or"].format(first=f"{ASSAYS['fish']}, {ASSAYS['rtpcr']}", last=ASSAYS["rna"])
    told = WORDS["better_than_possible"].format(others=others)
    expect(page.get_by_role("heading", name=told)).to_be_focused()
    expect(widget.locator("[aria-live]")).to_have_text(told)
    expect(widget).to_contain_text(WORDS["your_misses"])
    expect(rated(page, 0)).to_have_count(3)
    expect(rated(page, 1).filter(has_text=WORDS["your_choice"])).to_contain_text(ASSAYS["stain"])
    expect(rated(page, 2)).to_contain_text(ASSAYS["plasma"])
    expect(widget.locator('[data-fact="guideline.india.none_found"]')).to_be_visible()
    expect(control(page, "sample")).to_be_disabled()


def test_start_again_leaves_the_situation(page: Page) -> None:
    take_case(page, "negative")
    commit(page, "dna")
    page.reload()
    told = WORDS["better_than_poor"].format(others=ASSAYS["rna"])
    expect(page.get_by_role("heading", name=told)).to_be_visible()
    press(page, "Start again")
    expect(control(page, "choose_case")).to_be_focused()
    expect(control(page, "choose_case")).to_have_value("3")
    expect(page.locator(".assay-list, input:checked")).to_have_count(0)
    page.reload()
    expect(control(page, "choose_case")).to_have_value("0")


def test_a_case_sets_the_situation_and_a_control_makes_it_ones_own(page: Page) -> None:
    take_case(page, "bone")
    expect(control(page, "sample")).to_have_value("1")
    expect(page.locator(".assay-story")).to_have_text(CASES["bone"].story)
    control(page, "sample").select_option(label=GUIDE.sample[3].name)
    expect(control(page, "choose_case")).to_have_value("-1")
    expect(page.locator(".assay-story")).to_be_empty()
    commit(page, "plasma")
    expect(page.get_by_role("heading", name=WORDS["said_good_alone"])).to_be_visible()
    expect(rated(page, 2)).to_have_count(5)


def test_our_judgement_is_called_our_reading(page: Page) -> None:
    control(page, "constraint").select_option(label=GUIDE.constraint[1].name)
    commit(page, "rna")
    reason = next(one.reason for one in GUIDE.limit if one.constraint == "days" and "rna" in one.assays)
    chosen = page.locator(".assay-list li", has_text=WORDS["your_choice"])
    expect(chosen).to_contain_text(f"Our reading: {reason}")


def test_where_no_test_can_answer_the_widget_says_so(page: Page) -> None:
    control(page, "sample").select_option(label=GUIDE.sample[3].name)
    control(page, "question").select_option(value="3")
    commit(page, "plasma")
    expect(page.get_by_role("heading", name=WORDS["none_can"])).to_be_visible()
