"""The report reader in Chromium, by keyboard, through both reports."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ntrkcourse import report_reader

KEY = "ntrk:v1:widget/report-reader/04"
QUESTIONS = (
    "Which line is the reason to test for an NTRK fusion?",
    "Which line misleads the doctor who acts on this report?",
    "What is missing from this report?",
)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")


def answer(page: Page, choice: str) -> None:
    page.get_by_role("radio", name=choice).focus()
    page.keyboard.press("Space")
    press(page, "Commit to this")


def first_report(page: Page, prompt: str = "3. Microscopy", trap: str = "7. Comment") -> None:
    answer(page, prompt)
    answer(page, trap)
    answer(page, "A pan-TRK stain, or a test")


@pytest.fixture
def page(open_widget: Callable[..., Page]) -> Page:
    return open_widget(report_reader())


def test_whole_path_by_keyboard(page: Page) -> None:
    widget = page.get_by_role("group", name="What does this report ask of you?")
    expect(page.get_by_role("heading", name=QUESTIONS[0])).to_be_visible()
    expect(page.get_by_role("radio")).to_have_count(8)
    answer(page, "6. S100")
    expect(page.get_by_role("heading", name=QUESTIONS[1])).to_be_focused()
    expect(page.get_by_role("radio", name="your mark: reason to test")).to_have_count(1)
    answer(page, "7. Comment")
    expect(page.get_by_role("heading", name=QUESTIONS[2])).to_be_focused()
    expect(page.get_by_role("listitem").filter(has_text="your mark")).to_have_count(2)
    answer(page, "A SOX10 stain")

    expect(page.get_by_role("heading", name="You answered 1 of 3 as we would")).to_be_focused()
    expect(widget).to_contain_text(
        "✗ The reason to test: line 3. You marked line 6. It supports the suspicion"
    )
    expect(widget).to_contain_text("✓ The line that misleads: line 7.")
    expect(widget).to_contain_text("You named a SOX10 stain")
    expect(widget.locator("[aria-live]")).to_contain_text("1 of 3")
    expect(widget).to_contain_text("the median age was 56 years, from 2 to 96")
    expect(widget.get_by_text("▲ Asks for the test")).to_have_count(1)
    expect(widget.locator(".report-why")).to_have_count(12)

    press(page, "Next report")
    expect(page.get_by_role("heading", name=QUESTIONS[0])).to_be_focused()
    expect(widget).to_contain_text("Report 2 of 2")
    answer(page, "7. Conclusion")
    answer(page, "6. Pan-TRK")
    answer(page, "The rule of the stain")
    expect(widget).to_contain_text("✗ The reason to test: line 6. You marked line 7. That is the trap.")
    expect(widget).to_contain_text("✓ The gap: the rule of the stain, and a confirming RNA test.")
    expect(page.get_by_role("button", name="Next report")).to_have_count(0)


def test_nothing_is_given_away_before_the_last_commitment(page: Page) -> None:
    widget = page.locator('[data-widget="report-reader"]')
    for choice in ("3. Microscopy", "7. Comment"):
        for hidden in (".report-why", ".report-prompts", ".report-misleads"):
            expect(widget.locator(hidden)).to_have_count(0)
        for told in ("Asks for the test", "56 years", "as we would"):
            expect(widget).not_to_contain_text(told)
        answer(page, choice)
    expect(widget.locator(".report-why")).to_have_count(0)
    answer(page, "HER2 by in situ")
    expect(widget.locator(".report-why")).to_have_count(12)


def test_a_commitment_needs_a_choice(page: Page) -> None:
    press(page, "Commit to this line")
    expect(page.locator('[data-widget="report-reader"]')).to_contain_text("Choose a line first.")
    expect(page.get_by_role("heading", name=QUESTIONS[0])).to_be_visible()


def test_the_lines_can_be_walked_with_arrow_keys(page: Page) -> None:
    page.get_by_role("radio", name="1. Clinical details").focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="2. Specimen")).to_be_checked()


def test_state_survives_a_reload_and_start_again_wipes_it(page: Page) -> None:
    widget = page.locator('[data-widget="report-reader"]')
    answer(page, "3. Microscopy")
    page.reload()
    expect(page.get_by_role("heading", name=QUESTIONS[1])).to_be_visible()
    answer(page, "7. Comment")
    answer(page, "A pan-TRK stain")
    page.reload()
    expect(widget).to_contain_text("You answered 3 of 3 as we would")
    press(page, "Next report")
    page.reload()
    expect(widget).to_contain_text("Report 2 of 2. Question 1 of 3.")
    press(page, "Start again")
    expect(widget).to_contain_text("Report 1 of 2. Question 1 of 3.")
    assert page.evaluate(f"localStorage.getItem({KEY!r})") is None


@pytest.mark.parametrize(
    "stored",
    ["{", "null", "3", '{"marks":7}', '{"at":5,"marks":[]}', '{"at":1,"marks":[[99,"x"],null]}'],
)
def test_corrupt_storage_breaks_nothing(page: Page, stored: str, remember: Callable[..., None]) -> None:
    remember(page, KEY, stored)
    expect(page.get_by_role("heading", name=QUESTIONS[0])).to_be_visible()
    first_report(page)
    expect(page.locator('[data-widget="report-reader"]')).to_contain_text("You answered 3 of 3")


@pytest.mark.parametrize("width", [320, 800])
def test_fits_the_screen(open_widget: Callable[..., Page], width: int) -> None:
    page = open_widget(report_reader(), width=width)
    fits = "document.documentElement.scrollWidth <= window.innerWidth"
    assert page.evaluate(fits)
    first_report(page)
    assert page.evaluate(fits)
