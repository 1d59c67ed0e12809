"""The sittings in Chromium: a coin, a silence, an end that stands, and then both forms told."""

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import SAT, answer_to, sat, take
from contract import press, root
from playwright.sync_api import expect

from ntrkcourse import posttest, pretest, retest
from ntrkcourse.content.interface import interface_words
from ntrkcourse.content.questions import load_questions
from ntrkcourse.widgets.grading import graded
from ntrkcourse.widgets.sitting import form
from ntrkcourse.widgets.sitting.records import load

BANK = load_questions()
IDS = {name: [one.id for one in form(name)] for name in "AB"}
WORDS = load().words
QUIZ = interface_words()["quiz"]
ALL = len(IDS["A"])
COIN = "() => ntrk.shared.store.parts('widget/sittings').first"


def choose(page, name, right=True, sure="Certain"):
    """Answer one question by keyboard."""
    card, question = page.locator(f'[data-question="{name}"]'), BANK[name]
    if question.option:
        card.locator(f'input[value="{answer_to(question, right)}"]').press("Space")
    else:
        card.get_by_role("textbox").fill(f"{answer_to(question, right):g}")
    if sure:
        card.get_by_role("radio", name=sure, exact=True).press("Space")


def shown_form(page):
    first = page.locator("[data-question]").first.get_attribute("data-question")
    return next(name for name in "AB" if first in IDS[name])


def verdicts(page):
    return page.locator(".ntrk-verdict, .ntrk-sign, .ntrk-is-right, .ntrk-is-wrong").count()


def test_a_coin_is_tossed_once_and_kept(open_widget):
    page = open_widget(pretest(half=1))
    name = shown_form(page)
    assert page.evaluate(COIN) == name
    for _ in range(4):
        page.reload()
        root(page).wait_for()
        assert shown_form(page) == name


def test_the_coin_falls_on_both_sides(open_widget):
    page = open_widget(pretest(half=1))
    toss = "() => { ntrk.shared.store.wipe(); return ntrk.shared.firstForm([]); }"
    falls = [page.evaluate(toss) for _ in range(60)]
    assert 10 < falls.count("A") < 50


@pytest.mark.parametrize("name", "AB")
def test_a_trainer_fixes_the_form_in_the_address_or_in_the_notebook(open_widget, name):
    page = open_widget(pretest(name, half=1))
    assert shown_form(page) == name
    other = "B" if name == "A" else "A"
    page = open_widget(pretest(half=1))
    page.goto(f"{page.url}?form={other}")
    root(page).wait_for()
    assert shown_form(page) == other
    # Who has begun stays where they are.
    choose(page, IDS[other][0])
    page.goto(page.url.replace(f"={other}", f"={name}"))
    root(page).wait_for()
    assert shown_form(page) == other


def test_the_first_sitting_says_nothing_and_an_answer_may_change_until_it_ends(open_widget):
    page = open_widget(pretest("A"), width=360)
    said = root(page).inner_text()
    for name in IDS["A"]:
        choose(page, name, right=False)
    choose(page, IDS["A"][0], right=True, sure="A guess")
    assert verdicts(page) == 0 and QUIZ["wrong"] not in root(page).inner_text()
    assert WORDS["count_whole"].format(n=ALL, all=ALL) in root(page).inner_text()
    assert root(page).get_attribute("data-committed") is None and WORDS["begin_1"] in said
    page.reload()
    first = page.locator(f'[data-question="{IDS["A"][0]}"]')
    expect(first.locator(f'input[value="{answer_to(BANK[IDS["A"][0]], True)}"]')).to_be_checked()
    expect(first.get_by_role("radio", name="A guess", exact=True)).to_be_checked()
    page.get_by_role("button", name=WORDS["end"]).press("Enter")
    expect(root(page)).to_have_attribute("data-committed", "")
    assert page.locator("[data-question]").count() == 0 and verdicts(page) == 0
    expect(root(page)).to_contain_text(f"with {ALL} of {ALL} questions answered")
    page.reload()
    expect(root(page)).to_contain_text("The first sitting ended on")


def test_what_is_not_answered_is_named_before_the_end(open_widget):
    page = open_widget(pretest("A"))
    for name in IDS["A"][2:]:
        choose(page, name, sure=None)
    press(page, WORDS["end"])
    expect(root(page)).to_contain_text("question 1, question 2")
    assert page.evaluate("document.activeElement.className") == "ntrk-sitting-foot"
    press(page, WORDS["back"])
    assert page.locator("[data-question]").count() == ALL
    press(page, WORDS["end"])
    press(page, WORDS["end_so"])
    expect(root(page)).to_contain_text(f"with {ALL - 2} of {ALL} questions answered")


def test_a_number_that_cannot_be_read_is_kept_and_is_no_answer(open_widget):
    name = next(one for one in IDS["A"] if BANK[one].kind == "numeric")
    page = open_widget(pretest("A"))
    box = page.locator(f'[data-question="{name}"]').get_by_role("textbox")
    box.fill("many")
    page.reload()
    root(page).wait_for()
    assert box.input_value() == "many"
    expect(root(page)).to_contain_text(WORDS["count_whole"].format(n=0, all=ALL))


def test_an_answer_given_outside_a_sitting_is_none_of_it(open_widget):
    page = open_widget(pretest("A"))
    elsewhere = [
        [name, {"asked": graded(BANK[name])["asked"], "said": answer_to(BANK[name], True)}]
        for name in IDS["A"]
    ]
    page.evaluate(
        "list => list.forEach(([id, act]) => ntrk.shared.store.add(`question/${id}`, act))", elsewhere
    )
    page.reload()
    root(page).wait_for()
    expect(root(page)).to_contain_text(WORDS["count_whole"].format(n=0, all=ALL))
    assert page.locator("[data-question] input:checked").count() == 0


@pytest.mark.parametrize("version", [1, 2])
def test_who_answered_form_a_as_the_pre_test_has_sat_it_first(open_widget, keep_answers, version):
    page = open_widget(posttest())
    known = [one for one in IDS["A"] if graded(BANK[one]).get("old")][:7]
    if version == 2:
        keep_answers(page, dict.fromkeys(known, True))
    else:
        old = {"answer": 0, "attempts": 1, "firstCorrect": True, "certainty": 3, "revealed": False}
        page.evaluate(
            "([ids, old]) => ids.forEach((id) => localStorage.setItem(`ntrk:v1:question/${id}`, JSON.stringify(old)))",
            [known, old],
        )
    held = page.evaluate("({ ...localStorage })")
    page = open_widget(pretest())
    page.evaluate(
        "kept => { localStorage.clear(); for (const [k, v] of Object.entries(kept)) localStorage.setItem(k, v); }",
        held,
    )
    page.reload()
    root(page).wait_for()
    assert shown_form(page) == "A"
    assert page.get_by_text(WORDS["earlier"]).count() == len(known)
    expect(root(page)).to_contain_text(WORDS["count_whole"].format(n=len(known), all=ALL))
    assert page.locator(f'[data-question="{known[0]}"] input:enabled:not([readonly])').count() == 0
    press(page, WORDS["end"])
    press(page, WORDS["end_so"])
    expect(root(page)).to_contain_text(f"with {len(known)} of {ALL}")


def test_an_old_file_that_comes_before_the_first_answer_turns_the_coin(open_widget, keep_answers):
    page = open_widget(pretest("B"))
    page = open_widget(pretest())
    keep_answers(page, dict.fromkeys(IDS["A"], True))
    page.reload()
    root(page).wait_for()
    assert shown_form(page) == "A" and page.get_by_text(WORDS["earlier"]).count() == ALL


def test_the_second_waits_for_the_first_and_then_asks_the_other_form(open_widget):
    page = open_widget(posttest())
    assert root(page).inner_text() == WORDS["wait_2"]
    assert page.evaluate(COIN) is None
    take(page, sat(1, "B", dict.fromkeys(IDS["B"], True)))
    expect(page.locator("[data-question]").first).to_be_visible()
    assert shown_form(page) == "A" and verdicts(page) == 0


def test_after_the_second_both_forms_are_told_pair_by_pair(open_widget):
    page = open_widget(posttest(half=1), width=360)
    half = len(IDS["A"]) // 2
    take(page, sat(1, "A", dict.fromkeys(IDS["A"], False)))
    take(page, sat(2, "B", dict.fromkeys(IDS["B"][1:], True)))
    expect(root(page)).to_have_attribute("data-committed", "")
    cards = page.locator(".ntrk-card")
    assert cards.count() == 2 * half
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    assert page.get_by_text(QUIZ["right"], exact=True).count() >= half - 1
    expect(page.locator(f'[data-question="{IDS["A"][0]}"]')).to_contain_text(QUIZ["wrong"])
    expect(page.locator(f'[data-question="{IDS["B"][0]}"]')).to_contain_text(WORDS["not_answered"])
    for name in IDS["A"][:half]:
        reason = next(one.feedback for one in BANK[name].option if one.correct) if BANK[name].option else ""
        expect(page.locator(f'[data-question="{name}"]')).to_contain_text(re.split(r"[\[*`]", reason)[0])
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_an_end_stands_whatever_another_tab_still_says(open_widget):
    """A second end of the same sitting, and a change after it, count for nothing."""
    page = open_widget(pretest("A"))
    take(page, sat(1, "A", {IDS["A"][0]: True}))
    late = sat(1, "A", dict.fromkeys(IDS["A"], False))
    late["widget/sittings/1"]["log"][0]["at"] += 5
    take(page, late)
    assert page.evaluate("ids => ntrk.shared.countIn(1, ids)", IDS["A"]) == 1


def test_the_third_says_its_day_can_be_taken_early_and_is_weighed(open_widget):
    page = open_widget(retest())
    assert root(page).inner_text() == WORDS["wait_3"]
    take(page, sat(1, "B", {name: at < 8 for at, name in enumerate(IDS["B"])}))
    take(page, sat(2, "A", {name: at < 14 for at, name in enumerate(IDS["A"])}))
    expect(root(page)).to_contain_text("It has been due since")
    expect(root(page)).to_contain_text("The third sitting asks form B again")
    page.clock.set_fixed_time(SAT / 1000 + 86_400 * 10)
    page.reload()
    expect(root(page)).to_contain_text("You can take it earlier")
    press(page, WORDS["begin_third"])
    assert shown_form(page) == "B"
    for at, name in enumerate(IDS["B"]):
        choose(page, name, right=3 <= at < 15)
    assert verdicts(page) == 0
    press(page, WORDS["end"])
    expect(root(page)).to_contain_text(WORDS["scores"].format(first=8, second=14, third=12, all=ALL))
    expect(root(page)).to_contain_text(WORDS["items"].format(n=ALL, gained=7, lost=3))
    assert root(page).get_by_role("listitem").count() == ALL - 12


def test_two_views_of_one_sitting_agree(open_widget):
    page = open_widget(pretest("A"))
    other = page.context.new_page()
    other.goto(page.url)
    root(other).wait_for()
    choose(other, IDS["A"][3])
    expect(
        page.locator(f'[data-question="{IDS["A"][3]}"] input[value="{answer_to(BANK[IDS["A"][3]], True)}"]')
    ).to_be_checked()
    press(other, WORDS["end"])
    press(other, WORDS["end_so"])
    expect(root(page)).to_contain_text("The first sitting ended on")


def test_a_class_hears_of_the_answers_at_the_end_and_not_before(open_widget):
    page = open_widget(pretest("A"))
    page.evaluate(
        "document.addEventListener('ntrk:answered', ({ detail }) => (window.heard ??= []).push(detail))"
    )
    choose(page, IDS["A"][0])
    choose(page, IDS["A"][1], right=False, sure=None)
    assert page.evaluate("window.heard") is None
    press(page, WORDS["end"])
    press(page, WORDS["end_so"])
    heard = page.evaluate("window.heard")
    assert {one["question"]: (one["answer"], one.get("certainty"), one["attempt"]) for one in heard} == {
        IDS["A"][0]: (answer_to(BANK[IDS["A"][0]], True), 3, 1),
        IDS["A"][1]: (answer_to(BANK[IDS["A"][1]], False), None, 1),
    }


@pytest.mark.parametrize("said", [3, "x", [], {"01.pre-inherited": 4}, {"a": {"said": []}}, None])
def test_a_damaged_sitting_breaks_no_page(open_widget, said):
    page = open_widget(posttest())
    entries = {
        f"widget/sittings/{n}": {"log": [{"at": n, "asked": "AB"[n - 1], "said": said}], "now": {}}
        for n in (1, 2)
    }
    take(page, json.loads(json.dumps(entries)))
    expect(root(page)).to_contain_text(f"with 0 of {ALL} questions answered")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("stage", ["asked", "told", "third"])
def test_every_stage_is_for_everyone_on_a_phone(open_widget, stage, theme):
    page = open_widget(
        {"asked": pretest("A", half=1), "told": posttest(half=2), "third": retest()}[stage], width=320
    )
    page.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme)
    page.add_style_tag(content="body { background: var(--ntrk-surface, Canvas); }")
    if stage != "asked":
        take(page, sat(1, "A", {name: at % 2 == 0 for at, name in enumerate(IDS["A"])}, sure="3"))
        take(page, sat(2, "B", {name: at % 3 == 0 for at, name in enumerate(IDS["B"])}, sure="1"))
    if stage == "third":
        take(page, sat(3, "A", {name: at % 3 == 0 for at, name in enumerate(IDS["A"])}))
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    found = Axe().run(page, context="[data-widget]", options={"rules": {"region": {"enabled": False}}})
    assert found.violations_count == 0, found.generate_report()
