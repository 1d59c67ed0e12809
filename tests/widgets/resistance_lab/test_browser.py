"""The resistance lab in Chromium, by keyboard, through all four tumours."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from ntrkcourse import resistance_lab

KEY = "ntrk:v1:widget/resistance-lab/08"
NEXT, TEST, CONTINUE, BYPASS = (
    "Next-generation TRK",
    "Test first",
    "Continue the first",
    "Add a MAPK-pathway",
)
SECRETS = ("G623R", "G696A", "V600E", "G595R", "solvent", "xDFG", "sensitive cells", "109%", "type II")


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")


def commit(page: Page, choice: str, says: str) -> None:
    for name in (choice, f"{says} "):
        page.get_by_role("radio", name=name).focus()
        page.keyboard.press("Space")
    press(page, "Commit to this choice")


@pytest.fixture
def page(open_widget: Callable[..., Page]) -> Page:
    return open_widget(resistance_lab())


@pytest.fixture
def widget(page: Page) -> Locator:
    return page.get_by_role("group", name="The tumour grows again. What now?")


def test_nothing_is_given_away_before_the_choice(page: Page, widget: Locator) -> None:
    expect(widget.get_by_role("img")).to_have_attribute("aria-label", re.compile("not drawn yet"))
    for secret in SECRETS:
        expect(widget).not_to_contain_text(secret)
        assert secret not in (widget.get_by_role("img").get_attribute("aria-label") or "")
    expect(widget.locator("table")).to_have_count(0)
    expect(widget.locator(".resistance-layer")).to_have_count(1)
    expect(widget.get_by_text("Made-up growth rates")).to_be_visible()


def test_whole_path_by_keyboard(page: Page, widget: Locator) -> None:
    commit(page, NEXT, "falls")
    expect(page.get_by_role("heading", name="✓ You said: falls. It falls: from 25% to 0.7%.")).to_be_focused()
    expect(widget.locator("[aria-live]")).to_have_text("✓ You said: falls. It falls: from 25% to 0.7%.")
    expect(widget).to_contain_text("It fitted. Next-generation inhibitors were designed")
    expect(widget.get_by_role("img")).to_have_attribute(
        "aria-label", re.compile("At the end: sensitive cells under 0.1%, NTRK3 G623R 0.7%")
    )
    expect(widget.locator(".resistance-layer")).to_have_count(2)

    # The other choices of the same tumour.
    page.get_by_label("See another choice in this tumour").select_option("continue")
    expect(widget.locator("[aria-live]")).to_have_text("It rises: from 25% to 109%.")
    expect(widget).to_contain_text("more of the same changes nothing")
    expect(page.get_by_role("heading", level=4)).to_have_text(
        "✓ You said: falls. It falls: from 25% to 0.7%."
    )

    press(page, "Next tumour")
    expect(page.get_by_role("heading", name="Tumour B: first down, then up")).to_be_focused()
    commit(page, NEXT, "falls")
    expect(page.get_by_role("heading", name="✗ You said: falls. It rises: from 25% to 117%.")).to_be_focused()
    expect(widget).to_contain_text("What counts is how a drug binds, not how new it is.")

    press(page, "Next tumour")
    commit(page, TEST, "falls")
    expect(widget).to_contain_text("The blood was silent. That is no negative result")
    expect(widget.get_by_role("listitem")).to_have_text(
        [
            "From month 0: First-generation TRK inhibitor",
            "From month 10: Test; the first drug goes on",
            "From month 12: TRK inhibitor plus a MAPK-pathway drug",
        ]
    )

    press(page, "Next tumour")
    commit(page, NEXT, "rises")
    expect(page.get_by_role("heading", name="✗ You said: rises. It stays: from 25% to 25%.")).to_be_visible()
    expect(widget.locator(".resistance-layer")).to_have_count(3)

    press(page, "What they have in common")
    expect(page.get_by_role("heading", name="The kind of resistance chooses the next drug")).to_be_focused()
    expect(widget).to_contain_text("You predicted 2 of 4.")
    expect(widget.get_by_role("img", name="almost on one another")).to_be_visible()
    expect(widget.get_by_role("table")).to_contain_text("escapes (assumed)")
    expect(widget).to_contain_text("predicts nothing about a patient")
    expect(widget.locator(".ntrk-primary")).to_have_count(0)

    page.get_by_label("Tumour", exact=True).select_option("1")
    expect(widget).to_contain_text("NTRK3 G696A")
    press(page, "Start again")
    expect(page.get_by_role("heading", name="Tumour A: first down, then up")).to_be_focused()
    page.reload()
    expect(page.get_by_role("heading", name="Tumour A: first down, then up")).to_be_visible()
    expect(page.get_by_role("option", name=", seen")).to_have_count(0)


def test_a_commitment_needs_both_answers(page: Page, widget: Locator) -> None:
    page.get_by_role("radio", name=CONTINUE).focus()
    page.keyboard.press("Space")
    press(page, "Commit to this choice")
    expect(widget).to_contain_text("Choose what to do, and what the burden will do.")
    expect(page.get_by_role("radio", name=CONTINUE)).to_be_checked()


def test_the_reader_picks_the_tumour(page: Page, widget: Locator) -> None:
    page.get_by_label("Tumour", exact=True).select_option("2")
    commit(page, BYPASS, "rises")
    expect(page.get_by_role("heading", name="✗ You said: rises. It falls")).to_be_visible()
    press(page, "Next tumour")
    expect(page.get_by_role("heading", name="Tumour A: first down, then up")).to_be_visible()
    expect(page.get_by_role("option", name="Tumour C, seen")).to_have_count(1)
    expect(page.get_by_role("option", name="All together")).to_have_count(0)


def test_state_survives_a_reload(page: Page, widget: Locator) -> None:
    commit(page, CONTINUE, "rises")
    page.reload()
    expect(page.get_by_role("heading", name="✓ You said: rises. It rises: from 25% to 109%.")).to_be_visible()
    press(page, "Next tumour")
    page.reload()
    expect(page.get_by_role("heading", name="Tumour B: first down, then up")).to_be_visible()


@pytest.mark.parametrize(
    "stored",
    [
        "{",
        "null",
        "3",
        '{"marks":7}',
        '{"at":9,"marks":null}',
        '{"at":-1,"marks":{"a":{"choice":"next","says":"toString"}}}',
        '{"at":0.5,"marks":{"a":{"choice":"x","says":"falls"},"b":3}}',
    ],
)
def test_corrupt_storage_breaks_nothing(
    page: Page, widget: Locator, stored: str, remember: Callable[..., None]
) -> None:
    remember(page, KEY, stored)
    expect(page.get_by_role("heading", name="Tumour A: first down, then up")).to_be_visible()
    commit(page, CONTINUE, "rises")
    expect(widget.locator(".resistance-layer")).to_have_count(2)


@pytest.mark.parametrize("width", [320, 800])
def test_fits_the_screen_and_no_words_lie_on_others(open_widget: Callable[..., Page], width: int) -> None:
    page = open_widget(resistance_lab(), width=width)
    fits = "document.documentElement.scrollWidth <= window.innerWidth"
    crossing = """() => {
      const boxes = [...document.querySelectorAll(".resistance-chart text")].map((t) => t.getBoundingClientRect());
      return boxes.filter((a, i) => boxes.some((b, j) => j > i && a.left < b.right && b.left < a.right
        && a.top + 2 < b.bottom && b.top + 2 < a.bottom)).length;
    }"""
    for at in range(4):
        page.get_by_label("Tumour", exact=True).select_option(str(at))
        page.locator(".resistance-chart svg").wait_for()
        assert page.evaluate(fits)
        commit(page, TEST, "falls")
        for choice in ("next", "test", "continue", "bypass"):
            page.get_by_label("See another choice in this tumour").select_option(choice)
            page.locator(".resistance-chart svg").wait_for()
            assert page.evaluate(fits)
            assert page.evaluate(crossing) == 0
    press(page, "What they have in common")
    assert page.evaluate(fits)
