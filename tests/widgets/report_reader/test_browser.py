"""The report reader in Chromium, by keyboard, through both reports."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ntrkcourse import report_reader

DATA = report_reader().data
QUESTIONS, WORDS = DATA["question"], DATA["words"]


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")


def answer(page: Page, choice: str) -> None:
    page.get_by_role("radio", name=choice).focus()
    page.keyboard.press("Space")
    press(page, "Commit to this")


@pytest.fixture
def page(open_widget: Callable[..., Page]) -> Page:
    return open_widget(report_reader())


def test_whole_path_by_keyboard(page: Page) -> None:
    widget = page.get_by_role("group", name=DATA["title"])
    expect(page.get_by_role("heading", name=QUESTIONS[0])).to_be_visible()
    expect(page.get_by_role("radio")).to_have_count(8)
    answer(page, "6. S100")
    expect(page.get_by_role("heading", name=QUESTIONS[1])).to_be_focused()
    expect(widget.locator("[aria-live]")).to_have_text(WORDS["marked"].format(question=QUESTIONS[1]))
    expect(page.get_by_role("radio", name=WORDS["mine_prompts"])).to_have_count(1)
    answer(page, "7. Comment")
    expect(page.get_by_role("heading", name=QUESTIONS[2])).to_be_focused()
    expect(page.get_by_role("listitem").filter(has_text=WORDS["mine"])).to_have_count(2)
    answer(page, "A SOX10 stain")

    expect(page.get_by_role("heading", name=WORDS["score"].format(n=1))).to_be_focused()
    expect(widget).to_contain_text(f"{WORDS['missed_prompts'].format(n=3, mine=6)} {WORDS['near_supports']}")
    expect(widget).to_contain_text(WORDS["found_misleads"].format(n=7))
    expect(widget).to_contain_text("You named a SOX10 stain")
    expect(widget.locator("[aria-live]")).to_have_text(WORDS["score"].format(n=1))
    expect(widget.get_by_text(f"▲ {WORDS['prompts']}")).to_have_count(1)
    expect(widget.locator(".report-why")).to_have_count(12)

    press(page, WORDS["next"])
    expect(page.get_by_role("heading", name=QUESTIONS[0])).to_be_focused()
    expect(widget).to_contain_text(WORDS["at_question"].format(n=2, all=2, step=1))
    page.reload()
    expect(widget).to_contain_text(WORDS["at_question"].format(n=2, all=2, step=1))
    answer(page, "7. Conclusion")
    answer(page, "6. Pan-TRK")
    answer(page, "The rule of the stain")
    expect(widget).to_contain_text(f"{WORDS['missed_prompts'].format(n=6, mine=7)} {WORDS['near_misleads']}")
    expect(widget).to_contain_text("✓ The gap: the rule of the stain, and a confirming RNA test.")
    expect(page.get_by_role("button", name=WORDS["next"])).to_have_count(0)


def test_nothing_is_given_away_before_the_last_commitment(page: Page) -> None:
    widget = page.locator('[data-widget="report-reader"]')
    for choice in ("3. Microscopy", "7. Comment"):
        for hidden in (".report-why", ".report-prompts", ".report-misleads"):
            expect(widget.locator(hidden)).to_have_count(0)
        expect(widget).not_to_contain_text(WORDS["prompts"])
        answer(page, choice)
    expect(widget.locator(".report-why")).to_have_count(0)
    answer(page, "HER2 by in situ")
    expect(widget.locator(".report-why")).to_have_count(12)


def test_the_lines_can_be_walked_with_arrow_keys(page: Page) -> None:
    page.get_by_role("radio", name="1. Clinical details").focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="2. Specimen")).to_be_checked()
