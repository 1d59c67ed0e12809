"""Cases in Chromium: every way walked, decisions that stay, the debrief, a damaged store."""

import pytest

from ntrkcourse import case
from ntrkcourse.content.cases import best_way, load_cases, ways
from ntrkcourse.content.inline import plain
from ntrkcourse.content.interface import interface_words
from ntrkcourse.content.marks import mark
from ntrkcourse.widgets.case import CasePlayer, case_data

WORDS = interface_words()["case"]
CASES = load_cases()
# Walks every way by pressing what a reader presses; gives the ending and the points of each.
WALK = """
() => {
  const root = document.querySelector('[data-widget=case]');
  const press = (name) => [...root.querySelectorAll('button')].find((b) => b.textContent === name)?.click();
  const walk = (before) => {
    for (const index of before) {
      root.querySelectorAll('input[type=radio]')[index].click();
      press('Decide'); press('Say it');
    }
  };
  const again = () => { press('Begin the case again'); press('Begin the conversation again'); };
  const found = [];
  const visit = (before) => {
    again(); walk(before);
    const size = root.querySelectorAll('input[type=radio]').length;
    if (size === 0) {
      found.push({ taken: before, ending: root.querySelector('h4').textContent,
        points: [...root.querySelectorAll('tbody tr')].map((row) => row.cells[1].textContent) });
      return;
    }
    // An unfinished run offers no way back, so finish it first.
    for (let next = 0; next < size; next += 1) {
      while (root.querySelector('input[type=radio]')) walk([0]);
      visit([...before, next]);
    }
  };
  visit([]);
  return found;
}
"""


# Cases of hundreds of ways take a minute each.
@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=[pytest.mark.thorough] if len(list(ways(one))) > 150 else [])
        for name, one in CASES.items()
    ],
)
def test_every_way_can_be_walked_to_its_debrief(open_widget, name):
    one = CASES[name]
    page = open_widget(CasePlayer(data=case_data(one)))
    walked = page.evaluate(WALK)
    expected = list(ways(one))
    assert len(walked) == len(expected)
    for found, way in zip(walked, expected, strict=True):
        assert found["ending"] == way.ending.title
        points = [str(way.points(measure.code)) for measure in one.measure]
        assert found["points"][: len(points)] == points


def decide(page, choice, scene_title):
    page.get_by_role("radio", name=plain(choice.text), exact=True).press("Space")
    page.get_by_role("button", name="Decide").press("Enter")
    heading = page.get_by_role("heading", name=scene_title, exact=True)
    heading.wait_for()
    assert heading.evaluate("heading => heading === document.activeElement"), "the next scene has the focus"


def test_the_best_way_by_keyboard(open_widget):
    one = CASES["A"]
    page = open_widget(case("A"))
    told = page.locator("[data-widget=case]")
    assert plain(best_way(one).choices[0].why) not in told.inner_text()
    for choice in best_way(one).choices:
        decide(page, choice, one.scene[one.at(choice.to)].title)
    text = told.inner_text()
    assert text.count(WORDS["strongest"].strip()) == len(best_way(one).choices)
    assert WORDS["not_strongest"].strip() not in text
    for measure in one.measure:
        row = page.get_by_role("row", name=measure.label)
        cells = row.get_by_role("cell").all_inner_texts()
        assert cells[0] == cells[1]
    assert plain(one.moral) in text


def test_a_decision_cannot_be_taken_back(open_widget):
    one = CASES["A"]
    page = open_widget(case("A"))
    wrong = one.scene[0].choice[0]
    decide(page, wrong, one.scene[1].title)
    assert f"day {wrong.days}" in page.locator("dl").inner_text()
    assert wrong.harm in page.locator("dl").inner_text()
    page.reload()
    page.get_by_role("heading", name=one.scene[1].title, exact=True).wait_for()
    assert page.get_by_role("radio", name=plain(wrong.text), exact=True).count() == 0
    assert page.get_by_role("button", name="again").count() == 0


def test_the_first_run_is_kept_when_the_case_is_played_again(open_widget):
    one = CASES["A"]
    page = open_widget(case("A"))
    for choice in best_way(one).choices:
        decide(page, choice, one.scene[one.at(choice.to)].title)
    page.get_by_role("button", name="Begin the case again").press("Enter")
    decide(page, one.scene[0].choice[0], one.scene[1].title)
    kept = page.evaluate("ntrk.shared.store.read('widget/case/A')")
    assert [act["said"] for act in kept["log"]] == [[mark(choice.text) for choice in best_way(one).choices]]
    assert kept["now"]["taken"]["said"] == [mark(one.scene[0].choice[0].text)]


def test_nothing_chosen_is_said(open_widget):
    page = open_widget(case("A"))
    page.get_by_role("button", name="Decide").press("Enter")
    assert page.get_by_text(WORDS["case"]["missing"]).is_visible()


@pytest.mark.parametrize(
    "damage",
    [
        "{not json",
        "null",
        "[]",
        '{"taken": [9]}',
        '{"taken": "x", "first": [0]}',
        '{"taken": [0, 0, 0, 0, 0, 0, 0]}',
    ],
)
def test_a_damaged_store_begins_afresh(open_widget, damage, remember):
    page = open_widget(case("A"))
    remember(page, "ntrk:v1:widget/case/A", damage)
    page.get_by_role("heading", name=CASES["A"].scene[0].title, exact=True).wait_for()


def test_a_full_store_says_so(open_widget):
    page = open_widget(case("A"))
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error(); }; }")
    decide(page, CASES["A"].scene[0].choice[2], CASES["A"].scene[1].title)
    assert page.get_by_text("This browser keeps nothing of this page").is_visible()
