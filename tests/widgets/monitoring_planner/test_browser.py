"""The planner in Chromium, by keyboard, through the plan and the whole year."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from ntrkcourse import monitoring_planner
from ntrkcourse.widgets.monitoring_planner.records import load

YEAR = load()
WORDS = YEAR.words
SLOTS = [slot.id for slot in YEAR.slot]
# So many checks are asked at a time.
STEP = 3


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")


def rhythms(page: Page, check: str) -> Locator:
    return page.get_by_role("group", name=check, exact=True).get_by_role("radio")


def choose(page: Page, check: str, slot: str) -> None:
    rhythms(page, check).nth(SLOTS.index(slot)).focus()
    page.keyboard.press("Space")


def step(page: Page, n: int = STEP) -> None:
    press(page, WORDS["step"].format(n=n))


def plan(page: Page, **other: str) -> None:
    for place, check in enumerate(YEAR.check):
        choose(page, check.name, other.get(check.id, check.slot))
        if place % STEP == STEP - 1:
            step(page)
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
    step(page)
    expect(page.locator('[data-widget="monitoring-planner"]')).to_contain_text(
        WORDS["unplanned"].format(n=STEP - 1, all=STEP)
    )
    page.reload()
    expect(rhythms(page, "Weight").nth(SLOTS.index("monthly"))).to_be_checked()


def test_a_few_checks_are_asked_and_replied_to_before_the_next(page: Page) -> None:
    widget = page.locator('[data-widget="monitoring-planner"]')
    first, second = YEAR.check[:STEP], YEAR.check[STEP : 2 * STEP]
    expect(widget.locator(".ntrk-choices > legend")).to_have_text([one.name for one in first])
    expect(widget.locator(".year-check")).to_have_count(0)
    for check in first:
        choose(page, check.name, check.slot)
    step(page)
    replies = widget.locator(".year-check summary")
    expect(replies).to_have_text([f"{one.name}. {WORDS['agree']}" for one in first])
    expect(replies.first).to_be_focused()
    expect(widget.locator(".ntrk-choices > legend")).to_have_text([one.name for one in second])
    page.reload()
    expect(replies).to_have_count(STEP)
    expect(widget.locator(".ntrk-choices > legend")).to_have_text([one.name for one in second])


def test_only_what_was_touched_is_written(open_widget: Callable[..., Page]) -> None:
    """What this browser has not seen, from a saved file or another tab, must not be covered by what is empty here."""
    page = open_widget(monitoring_planner())
    choose(page, "Weight", "before")
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
