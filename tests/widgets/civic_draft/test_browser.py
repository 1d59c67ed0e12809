"""The drafting desk in Chromium, by keyboard, through both papers."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ntrkcourse import civic_draft
from ntrkcourse.widgets.civic_draft.records import Field, load

KEY = "ntrk:v1:widget/civic-draft/11"
DRAFTING = load()
WORDS = "Of 55 patients 41 responded <b>to larotrectinib</b>."


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")


def place(field: Field, verdict: str) -> int:
    return next(at for at, one in enumerate(field.option) if one.verdict == verdict)


def draft(page: Page, paper: int = 0, words: str = WORDS, **other: int) -> None:
    for field in DRAFTING.paper[paper].field:
        page.get_by_label(field.label, exact=True).focus()
        page.keyboard.press("Home")
        for _ in range(other.get(field.label, place(field, "best")) + 1):
            page.keyboard.press("ArrowDown")
    page.get_by_label("Statement, in one or two sentences").fill("")
    page.get_by_label("Statement, in one or two sentences").focus()
    page.keyboard.type(words)
    press(page, "Compare with the model")


@pytest.fixture
def page(open_widget: Callable[..., Page]) -> Page:
    return open_widget(civic_draft())


def test_whole_path_by_keyboard(page: Page) -> None:
    widget = page.get_by_role("group", name="Could you write the evidence down for others?")
    draft(page, Disease=0, Level=0)
    expect(page.get_by_role("heading", name="7 of 9 fields as our model, 1 defensible")).to_be_focused()
    expect(widget.locator("[aria-live]")).to_contain_text("7 of 9")
    expect(widget).to_contain_text("✗ Disease: Breast cancer. The trap for a reader of this course.")
    expect(widget).to_contain_text("Our model: Cancer.")
    expect(widget).to_contain_text("○ Level: A, validated association.")
    expect(widget.locator(".civic-words")).to_have_text(WORDS)

    page.get_by_role("checkbox", name="The denominator").focus()
    page.keyboard.press("Space")
    press(page, "Show the model statement")
    expect(page.get_by_role("heading", name="your statement holds 1 of 7 points")).to_be_focused()
    expect(widget.locator(".civic-words").last).to_contain_text("41 of 55 adults and children")
    expect(widget).to_contain_text("✗ The interval. It shows at a glance")
    expect(widget).to_contain_text("✓ The denominator")

    press(page, "Next paper")
    expect(page.get_by_role("heading", name="Your evidence item")).to_be_focused()
    expect(widget).to_contain_text("Paper 2 of 2")
    draft(page, paper=1)
    expect(widget).to_contain_text("9 of 9 fields as our model, 0 defensible")
    press(page, "Show the model statement")
    expect(widget).to_contain_text("The width of the interval is part of the truth.")
    expect(page.get_by_role("button", name="Next paper")).to_have_count(0)


def test_nothing_is_given_away_before_the_commitments(page: Page) -> None:
    widget = page.locator('[data-widget="civic-draft"]')
    for told in ("Our model", "defensible", "The trap", "objective response"):
        expect(widget).not_to_contain_text(told)
    draft(page)
    for told in ("A model statement", "had an objective response", "It shows at a glance"):
        expect(widget).not_to_contain_text(told)


def test_a_draft_must_be_whole(page: Page) -> None:
    widget = page.locator('[data-widget="civic-draft"]')
    press(page, "Compare with the model")
    expect(widget).to_contain_text("9 of 9 fields are still empty.")
    draft(page, words=" ")
    expect(widget).to_contain_text("Write your statement first.")
    expect(page.get_by_role("heading", name="Your evidence item")).to_be_visible()


def test_state_survives_a_reload_and_start_again_wipes_it(page: Page) -> None:
    widget = page.locator('[data-widget="civic-draft"]')
    page.get_by_label("Statement, in one or two sentences").focus()
    page.keyboard.type("Half a")
    expect(page.get_by_label("Statement, in one or two sentences")).to_have_value("Half a")
    page.reload()
    expect(page.get_by_label("Statement, in one or two sentences")).to_have_value("Half a")
    draft(page)
    page.reload()
    expect(widget).to_contain_text("9 of 9 fields as our model")
    page.get_by_role("checkbox", name="The interval").press("Space")
    page.reload()
    expect(page.get_by_role("checkbox", name="The interval")).to_be_checked()
    press(page, "Show the model statement")
    press(page, "Next paper")
    page.reload()
    expect(widget).to_contain_text("Paper 2 of 2")
    press(page, "Start again")
    expect(widget).to_contain_text("Paper 1 of 2")
    expect(page.get_by_label("Statement, in one or two sentences")).to_have_value("")


@pytest.mark.parametrize(
    "stored",
    [
        "{",
        "null",
        "3",
        '{"drafts":7}',
        '{"at":5,"drafts":[null,{"stage":2}]}',
        '{"at":1,"drafts":[{"picks":[99,"x"],"words":4,"stage":2,"ticks":"no"}]}',
    ],
)
def test_corrupt_storage_breaks_nothing(page: Page, stored: str, remember: Callable[..., None]) -> None:
    remember(page, KEY, stored)
    expect(page.locator('[data-widget="civic-draft"]')).to_contain_text("Paper 1 of 2")
    draft(page)
    expect(page.locator('[data-widget="civic-draft"]')).to_contain_text("9 of 9 fields as our model")


@pytest.mark.parametrize("width", [320, 800])
def test_fits_the_screen(open_widget: Callable[..., Page], width: int) -> None:
    page = open_widget(civic_draft(), width=width)
    fits = "document.documentElement.scrollWidth <= window.innerWidth"
    assert page.evaluate(fits)
    draft(page, words="w" * 120)
    assert page.evaluate(fits)
    press(page, "Show the model statement")
    assert page.evaluate(fits)
