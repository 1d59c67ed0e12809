"""The planner in Chromium, by keyboard, through the plan and the whole year."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ntrkcourse import monitoring_planner
from ntrkcourse.widgets.monitoring_planner.records import load

KEY = "ntrk:v1:widget/monitoring-planner/08"
YEAR = load()
SLOTS = [slot.id for slot in YEAR.slot]


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")


def choose(page: Page, check: str, slot: str) -> None:
    """Open at "Choose a rhythm", then one key press for each slot."""
    box = page.get_by_label(check, exact=True)
    box.focus()
    page.keyboard.press("Home")
    for _ in range(SLOTS.index(slot) + 1):
        page.keyboard.press("ArrowDown")


def plan(page: Page, **other: str) -> None:
    for check in YEAR.check:
        choose(page, check.name, other.get(check.id, check.slot))
    press(page, "Compare my plan")


def answer(page: Page, choice: str) -> None:
    page.get_by_role("radio", name=choice).focus()
    page.keyboard.press("Space")
    press(page, "Commit to this")


@pytest.fixture
def page(open_widget: Callable[..., Page]) -> Page:
    return open_widget(monitoring_planner())


def test_whole_path_by_keyboard(page: Page) -> None:
    widget = page.get_by_role("group", name="Plan her first year on the drug")
    plan(page, liver="monthly", echo="monthly", weight="before")
    expect(
        page.get_by_role("heading", name="Your plan agrees, or can be defended, on 9 of 11")
    ).to_be_focused()
    expect(widget.locator("[aria-live]")).to_contain_text("9 of 11")
    for told in (
        "Liver tests with bilirubin. ○ Yours can be defended.",
        "Echocardiogram. ✗ Yours is more than we would do.",
        "Weight. ✗ Yours is less than we would do.",
        "Blood pressure. ✓ You agree.",
    ):
        expect(widget.locator("summary").filter(has_text=told)).to_have_count(1)
    drawing = widget.get_by_role("img")
    expect(drawing).to_have_attribute("aria-label", re.compile("9 of 11 checks"))
    expect(drawing.locator("circle.year-mine-mark").first).to_be_visible()
    page.locator("summary", has_text="Echocardiogram").focus()
    page.keyboard.press("Enter")
    expect(widget).to_contain_text("On entrectinib. Here it is needed. 12 of 355")

    press(page, "Go on to the year")
    for number, event in enumerate(YEAR.event, start=1):
        expect(page.get_by_role("heading", name=f"{event.when}. {event.title}")).to_be_focused()
        expect(widget).to_contain_text(f"Event {number} of 7")
        right = next(one for one in event.option if one.right)
        wrong = next(one for one in event.option if not one.right)
        answer(page, wrong.text if number == 1 else right.text)
        told = "Another is better." if number == 1 else "That is the best of these."
        expect(widget.locator(".ntrk-big")).to_have_text(told)
        expect(widget.locator("[aria-live]")).to_have_text(told)
        expect(widget.locator(".year-options li")).to_have_count(len(event.option))
        if number < len(YEAR.event):
            press(page, "Next event")
    expect(widget).to_contain_text("You chose the best action at 6 of 7 events.")
    expect(page.get_by_role("button", name="Next event")).to_have_count(0)


def test_nothing_is_given_away_before_a_commitment(page: Page) -> None:
    widget = page.locator('[data-widget="monitoring-planner"]')
    for told in ("every two weeks in the first month", "Source", "can be defended", "12 of 355"):
        expect(widget).not_to_contain_text(told)
    expect(widget.get_by_role("img")).to_have_count(0)
    plan(page)
    press(page, "Go on to the year")
    for told in ("41% of 96", "75 mg", "The danger today"):
        expect(widget).not_to_contain_text(told)
    expect(widget.locator(".year-options")).to_have_count(0)
    press(page, "Commit to this")
    expect(widget).to_contain_text("Choose one first.")


def test_a_plan_must_be_whole(page: Page) -> None:
    choose(page, "Weight", "monthly")
    press(page, "Compare my plan")
    expect(page.locator('[data-widget="monitoring-planner"]')).to_contain_text(
        "10 of 11 checks still have no rhythm."
    )


def test_state_survives_a_reload_and_start_again_wipes_it(page: Page) -> None:
    widget = page.locator('[data-widget="monitoring-planner"]')
    choose(page, "Weight", "monthly")
    page.reload()
    expect(page.get_by_label("Weight", exact=True)).to_have_value(str(SLOTS.index("monthly")))
    plan(page)
    page.reload()
    expect(widget).to_contain_text("on 11 of 11 checks")
    press(page, "Go on to the year")
    answer(page, "Reassure her")
    page.reload()
    expect(widget).to_contain_text("Another is better.")
    press(page, "Next event")
    page.reload()
    expect(widget).to_contain_text("Event 2 of 7")
    press(page, "Start again")
    expect(page.get_by_label("Weight", exact=True)).to_have_value("-1")


@pytest.mark.parametrize(
    "stored",
    [
        "{",
        "null",
        "3",
        '{"plan":7}',
        '{"plan":[99,"x",null],"placed":true,"at":3,"answers":[1]}',
        '{"plan":[],"placed":true,"at":99,"answers":"no"}',
    ],
)
def test_corrupt_storage_breaks_nothing(page: Page, stored: str, remember: Callable[..., None]) -> None:
    remember(page, KEY, stored)
    expect(page.get_by_label("Weight", exact=True)).to_have_value("-1")
    plan(page)
    expect(page.locator('[data-widget="monitoring-planner"]')).to_contain_text("on 11 of 11 checks")


@pytest.mark.parametrize("width", [320, 800])
def test_fits_the_screen(open_widget: Callable[..., Page], width: int) -> None:
    page = open_widget(monitoring_planner(), width=width)
    fits = "document.documentElement.scrollWidth <= window.innerWidth"
    assert page.evaluate(fits)
    plan(page)
    assert page.evaluate(fits)
    outside = """() => { const box = document.querySelector('.year-grid svg').getBoundingClientRect();
        return [...document.querySelectorAll('.year-grid svg *')].filter((one) => {
          const own = one.getBoundingClientRect();
          return own.right > box.right + 1 || own.left < box.left - 1; }).map((one) => one.textContent); }"""
    # The year is drawn once its place has a width.
    page.locator(".year-grid svg").wait_for()
    assert page.evaluate(outside) == []
    press(page, "Go on to the year")
    assert page.evaluate(fits)
