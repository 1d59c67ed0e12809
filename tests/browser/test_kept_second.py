"""What a reader did stays with what it was done on: over a reload, a new edition of the data, and another tab."""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Locator, Page, expect

from ntrkcourse import (
    evidence_timeline,
    policy_timeline,
    rarity_explorer,
    recist_calculator,
    stain_field,
    strategy_simulator,
    survival_reader,
)
from ntrkcourse.publish.places import models_json, place_html
from ntrkcourse.widgets import CourseWidget, join

HOST = Path(__file__).parents[2] / "src/ntrkcourse/publish/static/host.js"
Data = dict[str, Any]


class Browsing:
    """One browser with its memory: a page whose widget is built anew, and further tabs of it."""

    def __init__(self, context: Any, file: Path) -> None:
        self.context, self.file = context, file

    def build(self, widget: CourseWidget, data: Data) -> None:
        script = join.shared_page_script() + HOST.read_text() + join.page_script(widget.name)
        self.file.write_text(
            '<!doctype html><html lang="en"><meta charset="utf-8"><title>Widget</title>'
            # Without the drawings, which come when the browser gets to them: a page is compared by its words.
            f"<style>svg {{ display: none }}</style><main>{place_html(widget.name, 'one', data)}</main>"
            f'<script type="application/json" id="ntrk-models">{models_json({"one": data})}</script>'
            f"<script>{script}</script></html>",
            encoding="utf-8",
        )

    def tab(self) -> Page:
        page: Page = self.context.new_page()
        page.goto(self.file.as_uri())
        page.locator("[data-widget]").wait_for()
        return page

    def again(self, page: Page) -> None:
        page.reload()
        page.locator("[data-widget]").wait_for()


@pytest.fixture
def browsing(strict: Callable[..., Any], tmp_path: Path) -> Iterator[Browsing]:
    file = tmp_path / "page.html"
    yield Browsing(strict(file.as_uri()).context, file)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).first.click()


def choose(page: Page, *names: str | re.Pattern[str]) -> None:
    for name in names:
        page.get_by_role("radio", name=name, exact=True).check()


def checked(page: Page, *names: str) -> None:
    for name in names:
        expect(page.get_by_role("radio", name=name, exact=True)).to_be_checked()


def body(page: Page) -> Locator:
    return page.locator("[data-widget]")


def swapped(things: list[Any]) -> None:
    things[0], things[1] = things[1], things[0]


class Story(NamedTuple):
    """A widget, what a reader does in it, and what must then show after each kind of new edition."""

    make: Callable[[], CourseWidget]
    act: Callable[[Page, Data], None]
    move: Callable[[Data], None]
    moved: Callable[[Page, Data], None]
    alter: Callable[[Data], None]
    altered: Callable[[Page, Data], None]


def rarity() -> Story:
    def act(page: Page, data: Data) -> None:
        page.get_by_role("slider").press("ArrowRight")
        press(page, "Show what was counted")
        page.get_by_label("Whose count").select_option(label="Tao 2021: China")

    def shows(page: Page, data: Data) -> None:
        expect(body(page)).to_contain_text("You said 100 in 10,000. Tao and colleagues")

    def without_it(data: Data) -> None:
        data["cohorts"] = [one for one in data["cohorts"] if not one["name"].startswith("Tao")]

    def the_first(page: Page, data: Data) -> None:
        expect(body(page)).to_contain_text("You said 100 in 10,000. The largest breast cohort here")

    return Story(rarity_explorer, act, lambda data: swapped(data["cohorts"]), shows, without_it, the_first)


def recist() -> Story:
    def give(page: Page, short: str) -> None:
        page.get_by_role("radio", name=re.compile(rf"^{short}\b")).check()
        press(page, "Commit")

    def act(page: Page, data: Data) -> None:
        give(page, "PR")
        give(page, "SD")
        press(page, "Next patient")
        give(page, "SD")

    def move(data: Data) -> None:
        swapped(data["patients"])
        data["classes"].reverse()

    def moved(page: Page, data: Data) -> None:
        expect(body(page)).to_contain_text("Constructed patient 1 of 5")
        expect(body(page)).to_contain_text("✗ The rule says PR. You said SD.")
        give(page, "PR")
        press(page, "Next patient")
        expect(body(page)).to_contain_text("✓ PR, as you said.")
        expect(body(page)).to_contain_text("✗ The rule says PD. You said SD.")

    def alter(data: Data) -> None:
        data["patients"][0]["lesions"][0]["mm"][1] += 1

    def altered(page: Page, data: Data) -> None:
        expect(body(page)).to_contain_text("Constructed patient 1 of 5")
        expect(body(page)).not_to_contain_text("You said")
        give(page, "PR")
        give(page, "PD")
        press(page, "Next patient")
        expect(body(page)).to_contain_text("✗ The rule says PR. You said SD.")

    return Story(recist_calculator, act, move, moved, alter, altered)


def stain() -> Story:
    first = ("Nucleus", "Moderate", "Under 5%")

    def act(page: Page, data: Data) -> None:
        choose(page, *first)
        press(page, "Commit")
        press(page, "Next field")
        choose(page, "None")
        press(page, "Commit")

    def move(data: Data) -> None:
        swapped(data["fields"])
        for part, names in ((1, "intensities"), (2, "shares")):
            data[names].reverse()
            for field in data["fields"]:
                if field["score"][part]:
                    field["score"][part] = len(data[names]) + 1 - field["score"][part]

    def moved(page: Page, data: Data) -> None:
        expect(page.get_by_role("heading", name="Field 1")).to_be_visible()
        checked(page, "None")
        press(page, "Next field")
        checked(page, *first)
        expect(body(page)).to_contain_text("Intensity: strong. You said moderate.")

    def alter(data: Data) -> None:
        data["intensities"][1] = "Middling"

    def altered(page: Page, data: Data) -> None:
        expect(page.get_by_role("heading", name="Field 1")).to_be_visible()
        expect(page.get_by_role("radio", checked=True)).to_have_count(0)
        choose(page, "Nucleus", "Strong", "Over 50%")
        press(page, "Commit")
        press(page, "Next field")
        checked(page, "None")

    return Story(stain_field, act, move, moved, alter, altered)


def strategy() -> Story:
    def act(page: Page, data: Data) -> None:
        for legend, name in (("Which finds", "Stain alone"), ("Which costs", "No test")):
            page.get_by_role("group", name=legend).get_by_role("radio", name=name, exact=True).check()
        press(page, "Commit")

    def shows(page: Page, data: Data) -> None:
        expect(body(page)).to_contain_text("You chose Stain alone: 80 of 100.")
        expect(body(page)).to_contain_text("You chose No test: none found.")

    def alter(data: Data) -> None:
        data["strategies"] = [one for one in data["strategies"] if one["name"] != "Stain alone"]

    def asks(page: Page, data: Data) -> None:
        expect(page.get_by_role("button", name="Commit to these two")).to_be_visible()
        expect(body(page)).not_to_contain_text("You chose")

    return Story(strategy_simulator, act, lambda data: data["strategies"].reverse(), shows, alter, asks)


def survival() -> Story:
    def predict(page: Page, name: str) -> None:
        page.get_by_role("radio", name=name).check()
        press(page, "Commit")

    def act(page: Page, data: Data) -> None:
        press(page, "Commit to this guess")
        predict(page, "Lower")
        predict(page, "Higher")

    def move(data: Data) -> None:
        data["scenarios"][1:3] = data["scenarios"][2:0:-1]

    def moved(page: Page, data: Data) -> None:
        expect(page.locator(".survival-verdict")).to_contain_text(
            ["You said 50%", "You said: higher.", "You said: lower."]
        )

    def alter(data: Data) -> None:
        data["scenarios"][1]["question"] += " And then?"

    def altered(page: Page, data: Data) -> None:
        expect(page.locator(".survival-verdict")).to_contain_text(["You said 50%"])
        predict(page, "About the same")
        expect(page.locator(".survival-verdict").nth(1)).to_be_focused()
        expect(page.locator(".survival-verdict")).to_contain_text(
            ["You said 50%", "as you said", "You said: higher."]
        )

    return Story(survival_reader, act, move, moved, alter, altered)


def policy() -> Story:
    def tick(page: Page, name: str) -> None:
        page.get_by_role("checkbox", name=name).check()
        press(page, "Commit")

    def act(page: Page, data: Data) -> None:
        tick(page, "GST on entrectinib")
        press(page, "Next question")
        tick(page, "New customs list")

    def ticked(page: Page, name: str) -> None:
        items = page.get_by_role("listitem").filter(has_text="You ticked it.")
        expect(items).to_have_count(1)
        expect(items).to_contain_text(name)

    def move(data: Data) -> None:
        swapped(data["steps"])
        for step in data["steps"]:
            step["choices"].reverse()

    def moved(page: Page, data: Data) -> None:
        expect(body(page)).to_contain_text("Question 1 of 5.")
        ticked(page, "New customs list")
        press(page, "Next question")
        ticked(page, "GST on entrectinib")

    def alter(data: Data) -> None:
        data["steps"][0]["choices"][1]["text"] = "Another rule"

    def altered(page: Page, data: Data) -> None:
        expect(body(page)).to_contain_text("Question 1 of 5.")
        expect(page.get_by_role("checkbox", checked=True)).to_have_count(0)
        tick(page, "Another rule")
        press(page, "Next question")
        ticked(page, "New customs list")

    return Story(policy_timeline, act, move, moved, alter, altered)


def evidence() -> Story:
    def act(page: Page, data: Data) -> None:
        for number, one in enumerate(data["place"]):
            title = data["events"][one["event"]]["title"]
            year = one["year"] - (number == 0)
            page.get_by_label(title).select_option(str(year))
        press(page, "Commit to these years")

    def moved(page: Page, data: Data) -> None:
        expect(
            page.get_by_role("heading", name="You put 5 of 6 in the right year; 1 year off")
        ).to_be_visible()
        expect(body(page)).to_contain_text("✗ ASCO, metastatic breast: may test for NTRK")

    def alter(data: Data) -> None:
        data["events"][data["place"][1]["event"]]["title"] = "Another event"

    def altered(page: Page, data: Data) -> None:
        expect(page.get_by_role("button", name="Commit to these years")).to_be_visible()

    return Story(evidence_timeline, act, lambda data: data["place"].reverse(), moved, alter, altered)


STORIES = [
    rarity(),
    recist(),
    stain(),
    strategy(),
    survival(),
    policy(),
    evidence(),
]
each_story = pytest.mark.parametrize("story", STORIES, ids=[one.make.__name__ for one in STORIES])
SHOWN = """root => {
    const parts = [...root.children].filter(one => !one.matches("[aria-live]"));
    return parts.map(one => one.innerText).join() + [...root.querySelectorAll("input, select, textarea")].map(
        one => one.type === "radio" || one.type === "checkbox" ? one.checked : one.value);
}"""
SPOKEN = "root => root.querySelector('[aria-live].ntrk-hidden').textContent"


@each_story
def test_answers_stay_with_their_cards_over_reload_and_reordering(story: Story, browsing: Browsing) -> None:
    widget = story.make()
    data = deepcopy(widget.data)
    browsing.build(widget, data)
    page = browsing.tab()
    story.act(page, data)
    before = body(page).evaluate(SHOWN)
    browsing.again(page)
    assert body(page).evaluate(SHOWN) == before
    story.move(data)
    browsing.build(widget, data)
    browsing.again(page)
    story.moved(page, data)


@each_story
def test_what_changed_is_asked_again_and_the_rest_stays(story: Story, browsing: Browsing) -> None:
    widget = story.make()
    data = deepcopy(widget.data)
    browsing.build(widget, data)
    page = browsing.tab()
    story.act(page, data)
    story.alter(data)
    browsing.build(widget, data)
    browsing.again(page)
    story.altered(page, data)


@each_story
def test_another_tab_follows_in_silence_and_starts_again_with_it(story: Story, browsing: Browsing) -> None:
    widget = story.make()
    data = deepcopy(widget.data)
    browsing.build(widget, data)
    one, other = browsing.tab(), browsing.tab()
    begun, spoken = body(other).evaluate(SHOWN), body(other).evaluate(SPOKEN)
    story.act(one, data)
    shows = f"text => ({SHOWN})(document.querySelector('[data-widget]')) === text"
    other.bring_to_front()
    other.wait_for_function(shows, arg=body(one).evaluate(SHOWN))
    assert body(other).evaluate(SPOKEN) == spoken
    press(one, "Start again")
    other.wait_for_function(shows, arg=begun)
    browsing.again(other)
    assert body(other).evaluate(SHOWN) == begun
