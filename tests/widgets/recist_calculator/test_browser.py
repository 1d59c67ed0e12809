"""The RECIST calculator in Chromium, by keyboard, through five patients and the free calculator."""

import json
import re
from collections.abc import Callable
from itertools import product

import pytest
from playwright.sync_api import Page, expect

from ntrkcourse import classify, recist_calculator
from ntrkcourse.widgets.recist_calculator.records import load

RECIST = load()
PATIENTS, WORDS = RECIST.patient, RECIST.words
KEY = "ntrk:v1:widget/recist-calculator/07"
ROOT = '[data-widget="recist-calculator"]'
RIGHT = [[one.response for one in patient.assessments()] for patient in PATIENTS]


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")


def give(page: Page, answer: str) -> None:
    page.get_by_role("radio", name=re.compile(rf"^{answer}\b")).focus()
    page.keyboard.press("Space")
    press(page, "Commit to this class")


@pytest.fixture
def page(open_widget: Callable[..., Page]) -> Page:
    return open_widget(recist_calculator())


def finished(page: Page, remember: Callable[..., None]) -> None:
    """All scans classed, as if on an earlier day."""
    remember(page, KEY, json.dumps({"at": 4, "marks": RIGHT}))


def test_whole_path_by_keyboard(page: Page) -> None:
    widget = page.get_by_role("group", name=RECIST.title)
    given = [list(answers) for answers in RIGHT]
    for number, patient in enumerate(PATIENTS):
        given[number][patient.trap.scan - 1] = patient.trap.answer
    for number, patient in enumerate(PATIENTS):
        expect(widget).to_contain_text(f"Constructed patient {number + 1} of 5")
        for scan, answer in enumerate(given[number]):
            # One scan at a time: the next has not been made yet.
            expect(widget.get_by_role("heading", name="Week")).to_have_count(scan + 1)
            give(page, answer)
            expect(page.get_by_role("heading", name=f"Week {patient.weeks[scan]}")).to_be_focused()
            expect(widget.locator(".recist-why")).to_have_count(scan + 1)
        expect(widget).to_contain_text(patient.trap.why)
        expect(widget).to_contain_text(patient.moral)
        right = RIGHT[number][patient.trap.scan - 1]
        expect(widget).to_contain_text(f"✗ The rule says {right}. You said {patient.trap.answer}.")
        if number < 4:
            expect(widget.get_by_role("slider")).to_have_count(0)
            press(page, "Next patient")
    expect(widget).to_contain_text("In all, 7 of 12.")
    expect(widget.locator("[aria-live]")).to_contain_text("PD, as you said.")
    page.get_by_role("slider", name="Sum now").focus()
    page.keyboard.press("End")
    expect(page.get_by_role("slider", name="Sum now")).to_have_attribute("aria-valuetext", "150 mm")
    expect(widget.locator("[data-result]")).to_have_text("PD: progression")
    page.keyboard.press("Home")
    expect(widget.locator("[data-result]")).to_have_text("CR: complete response")
    expect(widget.locator("[aria-live]")).to_have_text("CR, complete response.")


def test_nothing_is_given_away_before_a_class(page: Page) -> None:
    widget = page.locator(ROOT)
    expect(widget.locator(".recist-why, .recist-given, [data-result]")).to_have_count(0)
    expect(widget.get_by_role("img", name="Baseline, target lesions to scale: Liver 40 mm")).to_be_visible()
    expect(widget.get_by_role("img", name="Week 8")).to_have_count(1)
    # The table holds the sizes, not the class.
    page.get_by_text("These scans as a table").click()
    expect(widget.get_by_role("row", name="Week 8 28 20 48 yours to give")).to_be_visible()
    expect(widget.get_by_role("radio", checked=True)).to_have_count(0)


def test_a_new_lesion_is_announced_in_words_and_drawn(page: Page, remember: Callable[..., None]) -> None:
    remember(page, KEY, json.dumps({"at": 3, "marks": [*RIGHT[:3], ["PR"]]}))
    widget = page.locator(ROOT)
    new = PATIENTS[3].new
    assert new
    expect(widget).to_contain_text(f"New lesion in the {new.place}, {new.mm} mm.")
    expect(
        widget.get_by_role(
            "img", name="Week 16, target lesions to scale: Liver 20 mm, Lung 12 mm, new lesion 14 mm."
        )
    ).to_be_visible()


def test_the_free_calculator_is_held_to_python(page: Page, remember: Callable[..., None]) -> None:
    finished(page, remember)
    baselines, others = (
        (10, 20, 33, 60, 100, 150),
        (0, 4, 5, 7, 10, 20, 23, 24, 25, 28, 30, 42, 48, 60, 70, 72),
    )
    grid = [(b, n, c) for b, n, c in product(baselines, others, (*others, 84, 105, 120, 150)) if n <= b]
    kept, grown = ("left", "non-CR/non-PD"), ("grown", "PD")
    states = [(*sums, fresh, nodes, "") for sums in grid for fresh, nodes in ((False, False), (False, True))]
    states += [(*sums, True, False, "") for sums in grid[::9]]
    states += [
        (*sums, False, nodes, told)
        for sums in grid[::9]
        for nodes in (False, True)
        for told, _ in (kept, grown)
    ]
    found = page.evaluate(
        """states => {
          const [baseline, nadir, now] = document.querySelectorAll('input[type=range]');
          const [fresh, nodes, others] = document.querySelectorAll('select');
          const set = (input, value, event) => { input.value = value; input.dispatchEvent(new Event(event)); };
          return states.map(([b, n, c, f, k, o]) => {
            set(nadir, 0, 'input'); set(baseline, b - 10, 'input'); set(nadir, n, 'input'); set(now, c, 'input');
            set(fresh, f ? 'yes' : '', 'change'); set(nodes, k ? 'yes' : '', 'change');
            set(others, o, 'change');
            return document.querySelector('[data-result]').textContent.slice(0, 2);
          });
        }""",
        states,
    )
    expected = [
        classify(b, n, c, fresh, nodes_mm=c if nodes else 0, non_target=dict((kept, grown, ("", "CR")))[told])
        for b, n, c, fresh, nodes, told in states
    ]
    assert found == expected
    assert set(found) == {"CR", "PR", "SD", "PD"} and len(found) > 1500


def test_the_limits_drawn_are_those_that_hold(page: Page, remember: Callable[..., None]) -> None:
    finished(page, remember)
    widget = page.locator(ROOT)
    limits = "Partial response up to 49 mm, progression from 57.6 mm."
    expect(widget.get_by_role("img", name=limits)).to_be_visible()
    page.get_by_role("slider", name="nadir").focus()
    for _ in range(28):
        page.keyboard.press("ArrowLeft")
    expect(widget.get_by_role("img", name="Partial response below, progression from 25 mm.")).to_be_visible()
    expect(widget).to_contain_text("PD from 25 mm, PR below")
    page.get_by_label("A new lesion").select_option("yes")
    expect(widget).to_contain_text(WORDS["decides_fresh"])
    expect(widget.get_by_role("img", name="Bars of the three sums")).to_have_count(0)
    page.get_by_label("A new lesion").select_option("none")
    page.get_by_label("Lesions not measured").select_option("clearly grown")
    expect(widget.locator("[data-result]")).to_have_text("PD: progression")
    expect(widget).to_contain_text(WORDS["decides_others"])


def test_the_nadir_cannot_lie_above_the_baseline(page: Page, remember: Callable[..., None]) -> None:
    finished(page, remember)
    page.get_by_role("slider", name="Sum at baseline").focus()
    page.keyboard.press("Home")
    expect(page.get_by_role("slider", name="nadir")).to_have_attribute("aria-valuetext", "10 mm")
    page.get_by_role("slider", name="nadir").focus()
    page.keyboard.press("End")
    expect(page.get_by_role("slider", name="Sum at baseline")).to_have_attribute("aria-valuetext", "150 mm")
    expect(page.locator(ROOT)).to_contain_text("Against the nadir: down 88 mm (58.7%).")


def test_the_words_of_every_drawing_stand_within_it(
    open_widget: Callable[..., Page], remember: Callable[..., None]
) -> None:
    page = open_widget(recist_calculator(), width=320)
    finished(page, remember)
    expect(page.get_by_role("slider")).to_have_count(3)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    inside = """[...document.querySelectorAll('svg')].every(svg => [...svg.querySelectorAll('text')].every(text => {
      const a = text.getBoundingClientRect(), b = svg.getBoundingClientRect();
      return a.left >= b.left - 1 && a.right <= b.right + 1;
    }))"""
    assert page.evaluate(inside)
