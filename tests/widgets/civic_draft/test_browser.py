"""The drafting desk in Chromium, by keyboard, through both papers."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ntrkcourse import civic_draft
from ntrkcourse.widgets.civic_draft.records import Field, load

DRAFTING = load()
WORDS = DRAFTING.words
STATEMENT = "Of 55 patients 41 responded <b>to larotrectinib</b>."


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")


def place(field: Field, verdict: str) -> int:
    return next(at for at, one in enumerate(field.option) if one.verdict == verdict)


def draft(page: Page, paper: int = 0, words: str = STATEMENT, **other: int) -> None:
    for field in DRAFTING.paper[paper].field:
        page.get_by_label(field.label, exact=True).focus()
        page.keyboard.press("Home")
        for _ in range(other.get(field.label, place(field, "best")) + 1):
            page.keyboard.press("ArrowDown")
    page.get_by_label(WORDS["statement"]).fill("")
    page.get_by_label(WORDS["statement"]).focus()
    page.keyboard.type(words)
    press(page, WORDS["compare"])


@pytest.fixture
def page(open_widget: Callable[..., Page]) -> Page:
    return open_widget(civic_draft())


def test_whole_path_by_keyboard(page: Page) -> None:
    widget = page.get_by_role("group", name=DRAFTING.title)
    draft(page, Disease=0, Level=0)
    score = WORDS["score"].format(best=7, all=9, defensible=1)
    expect(page.get_by_role("heading", name=score)).to_be_focused()
    expect(widget.locator("[aria-live]")).to_have_text(score)
    expect(widget).to_contain_text("✗ Disease: Breast cancer. The trap for a reader of this course.")
    expect(widget).to_contain_text(WORDS["model"].format(entry="Cancer"))
    expect(widget).to_contain_text("○ Level: A, validated association.")
    expect(widget.locator(".civic-words")).to_have_text(STATEMENT)

    page.get_by_role("checkbox", name="The denominator").focus()
    page.keyboard.press("Space")
    press(page, WORDS["show"])
    expect(page.get_by_role("heading", name=WORDS["held"].format(n=1, all=7))).to_be_focused()
    expect(widget.locator("[aria-live]")).to_have_text(WORDS["held"].format(n=1, all=7))
    expect(widget.locator(".civic-words").last).to_contain_text("41 of 55 adults and children")
    expect(widget).to_contain_text(f"✗ {DRAFTING.check[1].text}. {DRAFTING.check[1].why}")
    expect(widget).to_contain_text("✓ The denominator")

    press(page, WORDS["next"])
    expect(page.get_by_role("heading", name=WORDS["write"])).to_be_focused()
    expect(widget).to_contain_text(WORDS["place"].format(n=2, all=2))
    page.reload()
    expect(widget).to_contain_text(WORDS["place"].format(n=2, all=2))
    draft(page, paper=1)
    expect(widget).to_contain_text(WORDS["score"].format(best=9, all=9, defensible=0))
    press(page, WORDS["show"])
    expect(widget).to_contain_text(DRAFTING.paper[1].moral)
    expect(page.get_by_role("button", name=WORDS["next"])).to_have_count(0)


def test_the_model_is_not_given_away_before_the_list_is_ticked(page: Page) -> None:
    widget = page.locator('[data-widget="civic-draft"]')
    draft(page)
    for told in (WORDS["model_statement"], "had an objective response", DRAFTING.check[1].why):
        expect(widget).not_to_contain_text(told)


def test_a_draft_needs_its_statement(page: Page) -> None:
    draft(page, words=" ")
    expect(page.locator('[data-widget="civic-draft"]')).to_contain_text(WORDS["unwritten"])
    expect(page.get_by_role("heading", name=WORDS["write"])).to_be_visible()


def test_a_text_being_written_keeps_its_words_focus_and_caret(open_widget: Callable[..., Page]) -> None:
    page = open_widget(civic_draft())
    other = page.context.new_page()
    other.goto(page.url)
    box, field = page.get_by_label(WORDS["statement"]), page.get_by_role("combobox").first
    box.focus()
    page.keyboard.type("Half a")
    page.keyboard.press("ArrowLeft")
    expect(other.get_by_label(WORDS["statement"])).to_have_value("Half a")
    other.get_by_role("combobox").first.select_option(index=2)
    expect(field.locator("option").nth(2)).to_have_js_property("selected", True)
    expect(box).to_be_focused()
    page.keyboard.type("x")
    expect(box).to_have_value("Half xa")


@pytest.mark.parametrize("width", [320, 800])
def test_a_long_word_fits_the_screen(open_widget: Callable[..., Page], width: int) -> None:
    page = open_widget(civic_draft(), width=width)
    fits = "document.documentElement.scrollWidth <= window.innerWidth"
    draft(page, words="w" * 120)
    assert page.evaluate(fits)
    press(page, WORDS["show"])
    assert page.evaluate(fits)
