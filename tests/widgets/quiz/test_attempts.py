"""What a reader of a quiz goes through on a phone: attempts, feedback, drafts, and how a quiz ends."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from ntrkcourse.content.interface import interface_words
from ntrkcourse.content.questions import load_questions
from ntrkcourse.widgets.quiz import quiz

WORDS = interface_words()["quiz"]
LONG = "This idea is common, and it goes wrong where the pool is small. " * 4
HEAD = 'objective = "03.1"\nuse = "chapter"\nlevel = "apply"\nsee = "Widget"\n'
BANK = f"""
[[question]]
id = "03.single"
kind = "single"
{HEAD}
stem = "{"Suppose that a made-up laboratory tests a made-up pool. " * 6}Which city is it?"
option = [
  {{ text = "Aachen, {"with a long name " * 4}", feedback = "Reason A. {LONG}", correct = true }},
  {{ text = "Bergen, {"with a long name " * 4}", feedback = "Reason B. {LONG}", trap = "t" }},
  {{ text = "Calais, {"with a long name " * 4}", feedback = "Reason C. {LONG}", trap = "t" }},
  {{ text = "Dundee, {"with a long name " * 4}", feedback = "Reason D. {LONG}", trap = "t" }},
]
[[question]]
id = "03.several"
kind = "multiple"
{HEAD}
stem = "Which two?"
option = [
  {{ text = "First", feedback = "Reason one.", correct = true }},
  {{ text = "Second", feedback = "Reason two.", correct = true }},
  {{ text = "Third", feedback = "Reason three.", trap = "t" }},
]
[[question]]
id = "03.steps"
kind = "order"
{HEAD}
stem = "In which order?"
item = [{", ".join(f'{{ text = "Step {n}", feedback = "Why {n}." }}' for n in "abcd")}]
right = "All in order."
wrong = "Begin with what comes first."
[[question]]
id = "03.pairs"
kind = "match"
{HEAD}
stem = "Who goes with whom?"
pair = [{", ".join(f'{{ left = "Left {n}", right = "Right {n}", feedback = "Why {n}." }}' for n in "abc")}]
right = "All paired."
wrong = "Two are swapped."
[[question]]
id = "03.size"
kind = "numeric"
{HEAD}
stem = "How many?"
answer = 12
tolerance = 0
unit = "patients"
precision = "whole"
right = "A dozen."
wrong = "Count again."
diagnosis = [{{ low = 1, high = 2, feedback = "Far too few.", trap = "t" }}]
[[question]]
id = "03.sizes"
kind = "single"
{HEAD}
stem = "How large?"
option = [
{", ".join(f'{{ text = "{n} of 100", feedback = "Reason {n}.", trap = "t", correct = {str(n == 9).lower()} }}' for n in (9, 12, 40, 90))}
]
"""
Open = Callable[..., Page]


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_widget: Open) -> Open:
    """``ask("03.single", …)``: a phone with a quiz of these questions."""
    folder = tmp_path / "questions"
    folder.mkdir()
    (folder / "03.toml").write_text(BANK, encoding="utf-8")
    bank = load_questions.__wrapped__(folder)
    monkeypatch.setattr("ntrkcourse.widgets.quiz.load_questions", lambda: bank)

    def one(*ids: str) -> Page:
        page = open_widget(quiz(*ids), width=360)
        page.set_viewport_size({"width": 360, "height": 780})
        return page

    return one


def card(page: Page, name: str) -> Locator:
    return page.locator(f"[data-question='03.{name}']")


def press(where: Locator, name: str) -> None:
    where.get_by_role("button", name=WORDS[name], exact=True).click()


def choose(where: Locator, text: str) -> None:
    where.get_by_label(re.compile(f"^{text}")).check()


def texts(where: Locator) -> list[str]:
    return where.locator(".ntrk-option").all_inner_texts()


def towns(where: Locator) -> list[str]:
    return [text.split(",")[0] for text in texts(where)]


def log_of(page: Page, name: str) -> list[object]:
    kept: list[object] = page.evaluate("name => ntrk.shared.store.read(`question/${name}`).log", f"03.{name}")
    return kept


def size(where: Locator, number: str) -> None:
    where.get_by_role("textbox").fill(number)
    press(where, "check")


def test_the_verdict_and_the_own_reason_stand_in_view(ask: Open) -> None:
    page = ask("03.single", "03.several")
    one = card(page, "single")
    choose(one, "Bergen")
    press(one, "check")
    for told in (
        one.locator(".ntrk-verdict"),
        one.get_by_text("Reason B."),
        one.get_by_text("Try again"),
    ):
        expect(told).to_be_in_viewport(ratio=1)
    order = page.evaluate(
        "texts => texts.map(text => document.querySelector('.ntrk-card').innerText.indexOf(text))",
        [WORDS["wrong"] + "\n", "Reason B.", WORDS["retry"]],
    )
    assert order == sorted(order) and order[0] > 0
    for letter in "ACD":
        assert f"Reason {letter}." not in one.inner_text()


def test_the_others_reasons_are_folded_once_it_is_right_or_shown(ask: Open) -> None:
    page = ask("03.single")
    one = card(page, "single")
    choose(one, "Bergen")
    press(one, "check")
    expect(one.get_by_text(WORDS["others"])).to_have_count(0)
    press(one, "reveal")
    expect(one.get_by_text("Reason A.")).to_be_visible()
    expect(one.get_by_text("Reason C.")).to_be_hidden()
    one.get_by_text(WORDS["others"]).click()
    expect(one.get_by_text("Reason C.")).to_be_visible()
    expect(one.locator(".ntrk-choice.ntrk-is-wrong")).to_have_count(1)
    expect(one.locator(".ntrk-choice.ntrk-is-right")).to_contain_text("Aachen")
    press(one, "retry")
    choose(one, "Aachen")
    press(one, "check")
    expect(one.get_by_text("Reason A.")).to_be_visible()
    expect(one.get_by_text("Reason B.")).to_be_hidden()


def test_of_several_the_own_ones_are_explained_and_what_is_missing_is_not_named(ask: Open) -> None:
    one = card(ask("03.several"), "several")
    choose(one, "First")
    press(one, "check")
    expect(one.get_by_text(WORDS["not_all"])).to_be_visible()
    expect(one.get_by_text("Reason one.")).to_be_visible()
    assert "Reason two." not in one.inner_text()
    expect(one.locator(".ntrk-choice.ntrk-is-right")).to_have_count(1)
    press(one, "reveal")
    expect(one.get_by_text("Reason two.")).to_be_visible()
    expect(one.get_by_text("Reason three.")).to_be_hidden()


def test_each_attempt_has_the_options_in_another_order(ask: Open) -> None:
    one = card(ask("03.single"), "single")
    before = towns(one)
    for _ in range(3):
        choose(one, "Bergen")
        press(one, "check")
        assert towns(one) == before, "the order changed under the reader's eye"
        press(one, "retry")
        assert sorted(towns(one)) == sorted(before) and towns(one) != before
        before = towns(one)


def test_sizes_stay_in_their_order(ask: Open) -> None:
    one = card(ask("03.sizes"), "sizes")
    for _ in range(3):
        assert texts(one) == ["9 of 100", "12 of 100", "40 of 100", "90 of 100"]
        choose(one, "12 of 100")
        press(one, "check")
        press(one, "retry")


def test_an_order_that_nobody_moved_is_no_answer_at_once(ask: Open) -> None:
    page = ask("03.steps")
    one = card(page, "steps")
    steps = one.locator("ol.ntrk-order > li > span:first-child")
    start = steps.all_inner_texts()
    assert start != ["Step a", "Step b", "Step c", "Step d"]
    press(one, "check")
    expect(one).to_contain_text(WORDS["missing_moves"])
    assert log_of(page, "steps") == []
    press(one, "check")
    expect(one).to_contain_text("Begin with what comes first.")
    press(one, "retry")
    assert sorted(steps.all_inner_texts()) == sorted(start) and steps.all_inner_texts() != start


def test_rows_without_a_partner_are_named_and_each_row_is_marked_at_once(ask: Open) -> None:
    page = ask("03.pairs")
    one = card(page, "pairs")
    one.get_by_label("Left a").select_option(label="Right a")
    press(one, "check")
    expect(one).to_contain_text(WORDS["missing_rows"].format(rows="Left b; Left c"))
    assert log_of(page, "pairs") == []
    one.get_by_label("Left b").select_option(label="Right c")
    one.get_by_label("Left c").select_option(label="Right b")
    press(one, "check")
    rows = one.locator(".ntrk-control")
    assert rows.locator(".ntrk-note").all_inner_texts() == [WORDS["right"], WORDS["wrong"], WORDS["wrong"]]
    press(one, "reveal")
    assert rows.locator(".ntrk-note").nth(1).inner_text().endswith("Right b")


def test_what_is_chosen_and_not_checked_survives_a_reload_and_counts_for_nothing(ask: Open) -> None:
    page = ask("03.single", "03.steps", "03.pairs", "03.size")
    choose(card(page, "single"), "Calais")
    card(page, "single").get_by_label(WORDS["fairly"], exact=True).check()
    card(page, "steps").get_by_role("button", name="Move down").first.click()
    moved = card(page, "steps").locator("ol.ntrk-order > li").all_inner_texts()
    card(page, "pairs").get_by_label("Left b").select_option(label="Right c")
    card(page, "size").get_by_role("textbox").fill("about tw")
    page.reload()
    expect(card(page, "single").get_by_label(re.compile("^Calais"))).to_be_checked()
    expect(card(page, "single").get_by_label(WORDS["fairly"], exact=True)).to_be_checked()
    assert card(page, "steps").locator("ol.ntrk-order > li").all_inner_texts() == moved
    assert card(page, "pairs").get_by_label("Left b").evaluate("s => s.selectedOptions[0].text") == "Right c"
    expect(card(page, "size").get_by_role("textbox")).to_have_value("about tw")
    expect(page.locator(".ntrk-verdict")).to_have_count(0)
    assert "stay in this browser" in page.locator(".ntrk-quiz-summary").inner_text()
    assert page.evaluate("ntrk.shared.store.keys().flatMap(key => ntrk.shared.store.read(key).log)") == []
    page.evaluate("ntrk.shared.store.wipe()")
    expect(card(page, "single").locator("input:checked")).to_have_count(0)
    expect(card(page, "size").get_by_role("textbox")).to_have_value("")


def test_a_checked_answer_leaves_no_draft(ask: Open) -> None:
    page = ask("03.single")
    one = card(page, "single")
    choose(one, "Bergen")
    press(one, "check")
    page.reload()
    expect(one.locator(".ntrk-verdict")).to_contain_text(WORDS["wrong"])
    press(one, "retry")
    choose(one, "Dundee")
    page.reload()
    expect(one.get_by_label(re.compile("^Dundee"))).to_be_checked()
    assert len(log_of(page, "single")) == 1


def test_a_quiz_ends_by_naming_what_to_look_at_again(ask: Open) -> None:
    page = ask("03.single", "03.size", "03.several")
    summary = page.locator(".ntrk-quiz-summary")
    choose(card(page, "single"), "Bergen")
    press(card(page, "single"), "check")
    card(page, "size").get_by_label(WORDS["certain"], exact=True).check()
    size(card(page, "size"), "2")
    expect(summary).to_contain_text(WORDS["summary"].format(answered=2, all=3, right=0))
    for text in ("First", "Second"):
        choose(card(page, "several"), text)
    press(card(page, "several"), "check")
    expect(summary).to_contain_text(WORDS["score"].format(right=1, all=3))
    listed = summary.get_by_role("listitem")
    expect(listed).to_have_count(2)
    assert "Question 2" in listed.nth(0).inner_text() and WORDS["look_certain"] in listed.nth(0).inner_text()
    expect(listed.nth(1).get_by_role("link", name="Widget")).to_be_visible()
    listed.nth(1).get_by_role("link", name="Question 1").click()
    expect(card(page, "single")).to_be_focused()
    expect(card(page, "single")).to_be_in_viewport()


def test_a_quiz_without_a_miss_says_so(ask: Open) -> None:
    page = ask("03.size", "03.single")
    size(card(page, "size"), "12")
    choose(card(page, "single"), "Aachen")
    press(card(page, "single"), "check")
    expect(page.locator(".ntrk-quiz-summary")).to_contain_text(WORDS["look_nothing"])
    expect(page.locator(".ntrk-quiz-summary li")).to_have_count(0)


def test_the_quiz_says_when_all_is_committed_and_when_one_is_opened_again(ask: Open) -> None:
    page = ask("03.size", "03.single")
    committed = page.locator("[data-widget][data-committed]")
    size(card(page, "size"), "2")
    expect(committed).to_have_count(0)
    choose(card(page, "single"), "Bergen")
    press(card(page, "single"), "check")
    expect(committed).to_have_count(1)
    page.reload()
    expect(committed).to_have_count(1)
    press(card(page, "size"), "retry")
    expect(committed).to_have_count(0)
    size(card(page, "size"), "12")
    expect(committed).to_have_count(1)


def test_after_a_second_miss_another_question_on_the_same_point_is_offered(ask: Open) -> None:
    page = ask("03.single")
    # Another quiz of the page asks the sister, which is the next in the bank.
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<p id=question-03.size tabindex=-1>Next</p>')"
    )
    one = card(page, "single")
    offered = one.get_by_role("link", name=WORDS["sister"])
    choose(one, "Bergen")
    press(one, "check")
    expect(offered).to_have_count(0)
    press(one, "retry")
    choose(one, "Dundee")
    press(one, "check")
    offered.click()
    expect(page.get_by_text("Next", exact=True)).to_be_focused()


def test_the_chips_for_certainty_are_large_enough_for_a_thumb(ask: Open) -> None:
    page = ask("03.single")
    heights = page.locator(".ntrk-certainty label").evaluate_all("all => all.map(one => one.offsetHeight)")
    assert len(heights) == 3 and min(heights) >= 44


def test_nothing_is_cut_off_on_a_phone_once_all_is_told(ask: Open) -> None:
    page = ask("03.single", "03.several", "03.pairs", "03.size")
    size(card(page, "size"), "2")
    for name, text in (("single", "Bergen"), ("several", "Third")):
        choose(card(page, name), text)
        press(card(page, name), "check")
        press(card(page, name), "reveal")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
