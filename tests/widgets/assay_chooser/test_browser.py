"""The assay chooser in Chromium, by keyboard, from a case to its ranked assays."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ntrkcourse import assay_chooser

KEY = "ntrk:v1:widget/assay-chooser/05"
COMMIT = "Commit to this test"


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")


def commit(page: Page, assay: str) -> None:
    page.get_by_role("radio", name=assay).focus()
    page.keyboard.press("Space")
    press(page, COMMIT)


@pytest.fixture
def page(open_widget: Callable[..., Page]) -> Page:
    return open_widget(assay_chooser())


def test_whole_path_by_keyboard(page: Page) -> None:
    widget = page.get_by_role("group", name="Which test would you ask for?")
    expect(widget.get_by_role("combobox", name="Sample")).to_have_value("0")
    expect(widget).to_contain_text("All cases are constructed")
    commit(page, "Pan-TRK stain")
    verdict = page.get_by_role("heading", name="Possible, but there is better: Break-apart FISH")
    expect(verdict).to_be_focused()
    expect(widget.locator("[aria-live]")).to_contain_text("Possible, but there is better")
    expect(widget).to_contain_text("What your choice misses.")
    expect(widget.locator(".assay-rating-0 > li")).to_have_count(3)
    expect(widget.locator(".assay-rating-1 > li", has_text="your choice")).to_contain_text("Pan-TRK stain")
    expect(widget.locator(".assay-rating-2 > li")).to_contain_text("Plasma DNA")
    expect(widget).to_contain_text("no Indian guideline")
    expect(widget.get_by_role("combobox", name="Sample")).to_be_disabled()

    press(page, "Start again")
    expect(page.get_by_role("button", name=COMMIT)).to_be_visible()
    expect(widget.locator(".assay-list")).to_have_count(0)


def test_nothing_is_given_away_before_a_commitment(page: Page) -> None:
    widget = page.locator('[data-widget="assay-chooser"]')
    expect(widget.locator(".assay-list")).to_have_count(0)
    for told in ("Good choice", "Poor", "ESMO", "your choice"):
        expect(widget).not_to_contain_text(told)
    press(page, COMMIT)
    expect(widget).to_contain_text("Choose a test first.")
    expect(widget.locator(".assay-list")).to_have_count(0)


def test_a_case_sets_the_situation_and_a_control_makes_it_ones_own(page: Page) -> None:
    case = page.get_by_role("combobox", name="Situation")
    case.select_option(label="Constructed case: Bone metastasis at 58")
    expect(page.get_by_role("combobox", name="Sample")).to_have_value("1")
    expect(page.locator(".assay-story")).to_contain_text("decalcified bone biopsy")
    page.get_by_role("combobox", name="Sample").select_option(label="Blood only")
    expect(case).to_have_value("-1")
    expect(page.locator(".assay-story")).to_be_empty()
    commit(page, "Plasma DNA")
    expect(page.get_by_role("heading", name="A good choice, and the only good one here.")).to_be_visible()
    expect(page.locator(".assay-rating-2 > li")).to_have_count(5)


def test_our_judgement_is_called_our_reading(page: Page) -> None:
    page.get_by_role("combobox", name="Constraint").select_option(label="A result within days")
    commit(page, "RNA panel")
    chosen = page.locator(".assay-list li", has_text="your choice")
    expect(chosen).to_contain_text("Our reading: A panel usually takes weeks")


def test_where_no_test_can_answer_the_widget_says_so(page: Page) -> None:
    page.get_by_role("combobox", name="Sample").select_option(label="Blood only")
    page.get_by_role("combobox", name="Question").select_option(value="3")
    commit(page, "Plasma DNA")
    expect(page.get_by_role("heading", name="No test can answer this from that sample")).to_be_visible()


def test_state_survives_a_reload(page: Page) -> None:
    page.get_by_role("combobox", name="Situation").select_option(label="Constructed case: The panel says no")
    commit(page, "DNA panel")
    page.reload()
    expect(page.get_by_role("heading", name="A poor choice here: RNA panel.")).to_be_visible()
    expect(page.get_by_role("combobox", name="Situation")).to_have_value("3")
    expect(page.get_by_role("radio", name="DNA panel")).to_be_checked()


@pytest.mark.parametrize(
    "stored",
    [
        "{",
        "7",
        '{"case":0,"at":[0,0],"assay":1}',
        '{"case":99,"at":[0,0,0],"assay":1}',
        '{"case":0,"at":[0,"x",0],"assay":1}',
    ],
)
def test_corrupt_storage_breaks_nothing(page: Page, stored: str, remember: Callable[..., None]) -> None:
    remember(page, KEY, stored)
    commit(page, "RNA panel")
    expect(page.locator(".assay-rating-0 > li")).to_have_count(3)


@pytest.mark.parametrize("width", [320, 360, 800])
def test_fits_the_screen(open_widget: Callable[..., Page], width: int) -> None:
    page = open_widget(assay_chooser(), width=width)
    fits = "document.documentElement.scrollWidth <= window.innerWidth"
    assert page.evaluate(fits)
    commit(page, "Break-apart FISH")
    assert page.evaluate(fits)
