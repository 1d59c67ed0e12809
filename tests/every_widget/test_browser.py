"""What is asked of every widget, in Chromium, once and for all of them; each tells about itself in its contract."""

import json
import re
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from contract import Contract, Data, contracts, press, root
from playwright.sync_api import Page, expect

from ntrkcourse import case, course_record
from ntrkcourse.checks.told_figures import tells_figure
from ntrkcourse.widgets import WIDGETS, CourseWidget

ALL = contracts()
# They are no single round of question and answer; their own tests ask these things of them.
OTHERWISE = {"quiz", "case", "course-record", "own-sentence", "calculator", "sitting"}
# Years and faults to pick, which stand there before.
TO_CHOOSE = {"timeline", "fusion-builder"}
OpenWidget = Callable[..., Page]
OpenAgain = Callable[[Page, CourseWidget], None]
# What a reader sees, without drawings, which come when the browser gets to them, and without what is only spoken.
SHOWN = """() => {
  const root = document.querySelector("[data-widget]").cloneNode(true);
  const boxes = [...document.querySelectorAll("[data-widget] :is(input, select, textarea)")];
  root.querySelectorAll("[aria-live], svg").forEach((one) => one.remove());
  const says = (box) => (box.type === "radio" || box.type === "checkbox" ? box.checked : box.value);
  return JSON.stringify([root.textContent, boxes.map(says)]);
}"""
SPOKEN = "() => document.querySelector('[data-widget] [aria-live].ntrk-hidden')?.textContent"
# The browser holds this and nothing else.
STORE = """(kept) => {
  localStorage.clear();
  for (const [key, text] of Object.entries(kept)) localStorage.setItem(key, text);
}"""
# Of kept texts, those with which the widget is no longer what it was called or has nothing to work it by.
BROKEN_BY = """async ([texts, title]) => {
  const broken = [];
  for (const [key, text] of texts) {
    localStorage.setItem(key, text);
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const root = document.querySelector("[data-widget]");
    if (root?.getAttribute("aria-label") !== title || !root.querySelector("button, input, select")) broken.push(text);
  }
  return broken;
}"""
OPEN = "document.querySelectorAll('details').forEach((one) => { one.open = true; })"
FITS = "document.documentElement.scrollWidth <= window.innerWidth"
COMMITTED, ANY = "data-committed", re.compile("")
FIGURE = re.compile(r"[\d.,]+%?(?: of [\d,]+)?")
SPOILT: list[object] = [None, 999, -1, "x", [], {}, True]


def answers_of(widget: CourseWidget) -> list[str]:
    return widget.answers(widget.data)


def tells(shown: str, answer: str) -> bool:
    """Whether the page shows an answer: its text, or the figure behind its colon."""
    figure = answer.rpartition(": ")[2]
    if FIGURE.fullmatch(figure):
        return any(tells_figure(line, figure) for line in shown.splitlines())
    return answer in shown


def all_shown(page: Page) -> str:
    page.evaluate(OPEN)
    return str(root(page).inner_text())


@pytest.fixture(params=ALL)
def contract(request: pytest.FixtureRequest) -> Contract:
    return ALL[request.param]


def rebuilt(widget: CourseWidget, alter: Callable[[Data], None]) -> CourseWidget:
    data = deepcopy(widget.data)
    alter(data)
    return type(widget)(data=data)


def catch_up(page: Page, shown: str) -> None:
    page.wait_for_function(f"shown => ({SHOWN})() === shown", arg=shown)


def test_every_widget_has_a_contract() -> None:
    assert set(ALL) | OTHERWISE == set(WIDGETS)


def test_it_tells_nothing_before_the_commitment_its_answers_after_and_the_page_of_the_last_one(
    contract: Contract, open_widget: OpenWidget
) -> None:
    """Neither what its contract expects of it nor what it names as its answers, for which N06 looks in the chapters."""
    widget = contract.make()
    page = open_widget(widget)
    told = str(root(page).evaluate("root => root.outerHTML"))
    assert contract.told and [text for text in contract.told if text in told] == []
    if contract.commit:
        press(page, contract.commit)
        expect(root(page)).to_contain_text(contract.missing)
        assert [text for text in contract.told if text in root(page).inner_text()] == []
    before = all_shown(page)
    expect(root(page)).not_to_have_attribute(COMMITTED, ANY)
    contract.act(page)
    for text in contract.told:
        expect(root(page)).to_contain_text(text)
    after = all_shown(page)
    if contract.finish:
        expect(root(page)).not_to_have_attribute(COMMITTED, ANY)
        contract.finish(page)
        after += "\n" + all_shown(page)
    expect(root(page)).to_have_attribute(COMMITTED, "")
    page.reload()
    expect(root(page)).to_have_attribute(COMMITTED, "")
    press(page, contract.again)
    expect(root(page)).not_to_have_attribute(COMMITTED, ANY)
    if widget.name not in TO_CHOOSE and (answers := answers_of(widget)):
        assert [one for one in answers if tells(before, one)] == []
        assert [one for one in answers if tells(after, one)]


def test_what_was_answered_stays_and_what_has_changed_since_is_asked_again(
    contract: Contract, open_widget: OpenWidget, open_again: OpenAgain
) -> None:
    """Over a reload, in another order, in a newer edition, and as version 1 kept it."""
    widget = contract.make()
    page = open_widget(widget)
    contract.act(page)
    shown, kept = page.evaluate(SHOWN), page.evaluate("({ ...localStorage })")

    def open_with(stored: dict[str, str], edition: CourseWidget) -> None:
        page.evaluate(STORE, stored)
        open_again(page, edition)

    open_again(page, widget)
    catch_up(page, shown)
    open_with(kept, rebuilt(widget, contract.move))
    contract.same(page)
    open_with(kept, rebuilt(widget, contract.change))
    contract.asked(page)
    if contract.version_1:
        instance, value = contract.version_1
        open_with({f"ntrk:v1:widget/{widget.name}/{instance}": json.dumps(value)}, widget)
        catch_up(page, shown)


def test_a_case_tells_the_page_at_its_end(open_widget: OpenWidget) -> None:
    page = open_widget(case("A"))
    steps = 0
    while page.get_by_role("radio").count():
        expect(root(page)).not_to_have_attribute(COMMITTED, ANY)
        page.get_by_role("radio").first.check()
        press(page, "Decide")
        steps += 1
    assert steps > 1
    expect(root(page)).to_have_attribute(COMMITTED, "")
    page.reload()
    expect(root(page)).to_have_attribute(COMMITTED, "")
    press(page, "Begin the case again")
    expect(root(page)).not_to_have_attribute(COMMITTED, ANY)


def test_the_record_asks_nothing_that_the_page_tells(open_widget: OpenWidget) -> None:
    expect(root(open_widget(course_record()))).to_have_attribute(COMMITTED, "")


def test_another_tab_follows_in_silence(contract: Contract, open_widget: OpenWidget) -> None:
    page = open_widget(contract.make())
    other = page.context.new_page()
    other.goto(page.url)
    fresh, spoken = page.evaluate(SHOWN), other.evaluate(SPOKEN)
    contract.act(page)
    # A tab behind another draws when it comes to the front.
    other.bring_to_front()
    catch_up(other, page.evaluate(SHOWN))
    assert other.evaluate(SPOKEN) == spoken
    press(page, contract.again)
    catch_up(other, fresh)
    assert page.evaluate("root => root.contains(document.activeElement)", root(page).element_handle())
    other.reload()
    catch_up(other, fresh)


def test_from_a_folder_it_fits_a_narrow_screen_and_can_be_worked_whatever_the_store_holds(
    contract: Contract, open_widget: OpenWidget
) -> None:
    page = open_widget(contract.make(), width=320, folder=True)
    title = root(page).get_attribute("aria-label")
    assert page.evaluate(FITS)
    contract.act(page)
    page.evaluate(OPEN)
    assert page.evaluate(FITS)
    kept = page.evaluate("Object.entries(localStorage)")
    texts = [[key, text[:-1]] for key, text in kept]
    for key, text in kept:
        texts += [[key, json.dumps(spoilt)] for spoilt in spoil(json.loads(text))]
    assert page.evaluate(BROKEN_BY, [texts, title]) == []


def spoil(value: Any) -> list[Any]:
    """Copies of a kept text, one value of each kind of place spoilt in each."""
    out: list[Any] = []

    def walk(part: Any, put: Callable[[Any], Any]) -> None:
        out.append(put(SPOILT[len(out) % len(SPOILT)]))
        items = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
        for key, inner in items:
            walk(inner, lambda new, key=key, part=part: put(replaced(part, key, new)))

    walk(value, lambda new: new)
    return out


def replaced(part: Any, key: Any, new: Any) -> Any:
    copy = dict(part) if isinstance(part, dict) else list(part)
    copy[key] = new
    return copy
