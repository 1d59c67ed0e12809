"""The planner in Chromium, by keyboard, through the plan and the whole year."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ntrkcourse import monitoring_planner
from ntrkcourse.widgets.monitoring_planner.records import load

YEAR = load()
WORDS = YEAR.words
SLOTS = [slot.id for slot in YEAR.slot]


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")


def choose(page: Page, check: str, slot: str) -> None:
    """Open at the entry for none, then one key press for each slot."""
    box = page.get_by_label(check, exact=True)
    box.focus()
    page.keyboard.press("Home")
    for _ in range(SLOTS.index(slot) + 1):
        page.keyboard.press("ArrowDown")


def plan(page: Page, **other: str) -> None:
    for check in YEAR.check:
        choose(page, check.name, other.get(check.id, check.slot))
    press(page, WORDS["compare"])


def answer(page: Page, choice: str) -> None:
    page.get_by_role("radio", name=choice).focus()
    page.keyboard.press("Space")
    press(page, WORDS["commit"])


@pytest.fixture
def page(open_widget: Callable[..., Page]) -> Page:
    return open_widget(monitoring_planner())


def test_whole_path_by_keyboard(page: Page) -> None:
    widget = page.get_by_role("group", name=YEAR.title)
    plan(page, liver="monthly", echo="monthly", weight="before")
    agreement = WORDS["agreement"].format(n=9, all=11)
    expect(page.get_by_role("heading", name=agreement)).to_be_focused()
    expect(widget.locator("[aria-live]")).to_have_text(agreement)
    names = {check.id: check.name for check in YEAR.check}
    for check, told in (
        ("liver", "defensible"), ("echo", "more_ours"), ("weight", "less_ours"), ("pressure", "agree"),
    ):  # fmt: skip
        summary = widget.locator("summary").filter(has_text=f"{names[check]}. {WORDS[told]}")
        expect(summary).to_have_count(1)
    drawing = widget.get_by_role("img")
    expect(drawing).to_have_attribute("aria-label", re.compile(agreement))
    expect(drawing.locator("circle.year-mine-mark").first).to_be_visible()
    page.locator("summary", has_text=names["echo"]).focus()
    page.keyboard.press("Enter")
    expect(widget).to_contain_text(f"{WORDS['elsewhere']}. Here it is needed. 12 of 355")

    press(page, WORDS["year"])
    for number, event in enumerate(YEAR.event, start=1):
        expect(page.get_by_role("heading", name=f"{event.when}. {event.title}")).to_be_focused()
        expect(widget).to_contain_text(WORDS["place"].format(n=number, all=7))
        right = next(one for one in event.option if one.right)
        wrong = next(one for one in event.option if not one.right)
        answer(page, wrong.text if number == 1 else right.text)
        told = WORDS["worse"] if number == 1 else WORDS["best"]
        expect(widget.locator(".ntrk-big")).to_have_text(told)
        expect(widget.locator("[aria-live]")).to_have_text(told)
        expect(widget.locator(".year-options li")).to_have_count(len(event.option))
        if number < len(YEAR.event):
            press(page, WORDS["next"])
    expect(widget).to_contain_text(WORDS["score"].format(n=6, all=7))
    expect(page.get_by_role("button", name=WORDS["next"])).to_have_count(0)


def test_nothing_of_an_event_is_given_away_before_its_commitment(page: Page) -> None:
    widget = page.locator('[data-widget="monitoring-planner"]')
    plan(page)
    press(page, WORDS["year"])
    for told in ("41% of 96", "75 mg", YEAR.event[0].moral):
        expect(widget).not_to_contain_text(told)
    expect(widget.locator(".year-options")).to_have_count(0)
    press(page, WORDS["commit"])
    expect(widget).to_contain_text(WORDS["none"])


def test_a_plan_must_be_whole(page: Page) -> None:
    choose(page, "Weight", "monthly")
    press(page, WORDS["compare"])
    expect(page.locator('[data-widget="monitoring-planner"]')).to_contain_text(
        WORDS["unplanned"].format(n=10, all=11)
    )
    page.reload()
    expect(page.get_by_label("Weight", exact=True)).to_have_value(str(SLOTS.index("monthly")))


def test_only_what_was_touched_is_written(open_widget: Callable[..., Page]) -> None:
    """What this browser has not seen, from a saved file or another tab, must not be covered by what is empty here."""
    page = open_widget(monitoring_planner())
    page.get_by_label("Weight", exact=True).select_option(index=2)
    entry = json.loads(page.evaluate("localStorage.getItem('ntrk:v2:widget/monitoring-planner/08')"))
    assert [part.split("/")[0] for part in entry["now"]] == ["plan", "placed"]


@pytest.mark.parametrize("width", [320, 800])
def test_the_calendar_fits_the_screen(open_widget: Callable[..., Page], width: int) -> None:
    page = open_widget(monitoring_planner(), width=width)
    plan(page)
    outside = """() => { const box = document.querySelector('.year-grid svg').getBoundingClientRect();
        return [...document.querySelectorAll('.year-grid svg *')].filter((one) => {
          const own = one.getBoundingClientRect();
          return own.right > box.right + 1 || own.left < box.left - 1; }).map((one) => one.textContent); }"""
    # The year is drawn once its place has a width.
    page.locator(".year-grid svg").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.evaluate(outside) == []
