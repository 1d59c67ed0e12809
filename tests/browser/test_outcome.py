"""Verdicts are worked out from what was chosen, by name, in the page as in Python; and version 1 is still read."""

import copy

import pytest

from ntrkcourse.content.marks import names_of
from ntrkcourse.content.questions import load_questions
from ntrkcourse.widgets import join
from ntrkcourse.widgets.grading import graded

BANK = load_questions()
OUTCOMES = "list => list.map(([question, entry]) => ntrk.shared.outcomeOf(question, entry) ?? null)"


@pytest.fixture(scope="module")
def page(browser, tmp_path_factory):
    file = tmp_path_factory.mktemp("outcome") / "page.html"
    file.write_text(
        f"<!doctype html><meta charset='utf-8'><script>{join.shared_page_script()}</script>", "utf-8"
    )
    context = browser.new_context()
    one = context.new_page()
    one.goto(file.as_uri())
    yield one
    context.close()


def answered(question, *answers, about=None):
    """An entry with these answers, to the question as ``about`` describes it."""
    asked = (about or graded(question))["asked"]
    return {"log": [{"at": 9 + n, "asked": asked, "said": said} for n, said in enumerate(answers)], "now": {}}


def test_names_are_the_same_on_both_sides(page):
    texts = [option.text for q in BANK.values() for option in q.option]
    texts += [text for q in BANK.values() for pair in q.pair for text in (pair.left, pair.right)]
    texts += ["", " a  b\n", "Ärzte, क्या, 8½ – 😀", "the same", "the same"]
    from ntrkcourse.content.inline import plain

    assert page.evaluate("texts => ntrk.shared.namesOf(texts)", [plain(text) for text in texts]) == names_of(
        texts
    )


def test_no_two_options_of_a_question_share_a_name():
    for question in BANK.values():
        about = graded(question)
        assert len(set(about.get("names", []))) == len(about.get("names", [])), question.id


def test_every_question_is_graded_as_its_key_says(page, answer_to):
    cases = [(q, right) for q in BANK.values() for right in (True, False)]
    found = page.evaluate(OUTCOMES, [[graded(q), answered(q, answer_to(q, right))] for q, right in cases])
    assert [one["last"]["right"] for one in found] == [right for _, right in cases]


def turned(about):
    """The question with its options, steps and partners in another order."""
    moved = copy.deepcopy(about)
    for name in ("names", "rows"):
        if name in moved:
            moved[name].reverse()
    if about["kind"] == "match":
        moved["key"].reverse()
    return moved


def test_an_answer_stays_with_its_option_when_options_are_moved(page, answer_to):
    cases = [(q, right) for q in BANK.values() for right in (True, False)]
    found = page.evaluate(
        OUTCOMES, [[turned(graded(q)), answered(q, answer_to(q, right))] for q, right in cases]
    )
    assert [one["last"]["right"] for one in found] == [right for _, right in cases]


def test_a_corrected_key_gives_another_verdict_on_the_same_answer(page, answer_to):
    single = [q for q in BANK.values() if q.kind == "single"]
    numeric = [q for q in BANK.values() if q.kind == "numeric"]
    changed = []
    for q in single:
        about = graded(q)
        about["key"] = [next(name for name in about["names"] if name not in about["key"])]
        changed.append([about, answered(q, answer_to(q, True))])
    for q in numeric:
        changed.append(
            [{**graded(q), "answer": q.answer + 5 * q.tolerance + 3}, answered(q, answer_to(q, True))]
        )
    assert [one["last"]["right"] for one in page.evaluate(OUTCOMES, changed)] == [False] * len(changed)


def test_a_question_that_asks_something_else_is_asked_again(page, answer_to):
    asked = [[{**graded(q), "asked": "another"}, answered(q, answer_to(q, True))] for q in BANK.values()]
    assert page.evaluate(OUTCOMES, asked) == [None] * len(asked)


def test_the_first_answer_counts_and_the_last_is_shown(page, answer_to):
    for question in list(BANK.values())[:20]:
        wrong, right = answer_to(question, False), answer_to(question, True)
        [found] = page.evaluate(OUTCOMES, [[graded(question), answered(question, wrong, right, right)]])
        assert (found["first"]["right"], found["last"]["right"], len(found["attempts"])) == (False, True, 3)


def by_position(question, said):
    """An answer as version 1 kept it."""
    about = graded(question)
    if question.kind == "numeric":
        return said
    if question.kind == "single":
        return about["names"].index(said)
    return [about["names"].index(name) for name in (said.values() if question.kind == "match" else said)]


def version_1(question, said, **more):
    value = {
        "answer": by_position(question, said),
        "attempts": 1,
        "firstCorrect": True,
        "revealed": False,
        **more,
    }
    return {"log": [{"at": 1, "asked": "v1", "said": value}], "now": {}}


def test_every_answer_of_version_1_is_read(page, answer_to):
    cases = [(q, right) for q in BANK.values() if graded(q).get("old") for right in (True, False)]
    assert len(cases) > 100
    pairs = [[graded(q), version_1(q, answer_to(q, right))] for q, right in cases]
    found = page.evaluate(OUTCOMES, pairs)
    assert [one["last"]["right"] for one in found] == [right for _, right in cases]
    # "firstCorrect": true was kept beside each; with the only answer known, it is not what counts.
    assert [one["first"]["right"] for one in found] == [right for _, right in cases]
    assert [one["last"]["said"] for one in found] == [answer_to(q, right) for q, right in cases]


def test_positions_of_version_1_mean_nothing_where_the_question_has_changed(page, answer_to):
    pairs = [[{**graded(q), "old": False}, version_1(q, answer_to(q, True))] for q in BANK.values()]
    assert page.evaluate(OUTCOMES, pairs) == [None] * len(pairs)


def test_the_first_verdict_of_version_1_stays_where_more_than_one_answer_was_given(page, answer_to):
    question = BANK["03.read-interval"]
    value = version_1(
        question, answer_to(question, True), attempts=3, firstCorrect=False, firstCertainty="3", certainty="1"
    )
    [found] = page.evaluate(OUTCOMES, [[graded(question), value]])
    assert (
        found["first"]["right"],
        found["first"]["sure"],
        found["last"]["right"],
        found["last"]["sure"],
    ) == (False, "3", True, "1")
    assert len(found["attempts"]) == 3


@pytest.mark.parametrize(
    "damage",
    [
        {"answer": 99},
        {"answer": "x"},
        {"answer": None},
        {"attempts": 0},
        {"attempts": "3"},
        {"attempts": 1.5},
    ],
)
def test_a_damaged_value_of_version_1_is_no_answer(page, answer_to, damage):
    question = BANK["03.read-interval"]
    value = version_1(question, answer_to(question, True))
    value["log"][0]["said"] |= damage
    assert page.evaluate(OUTCOMES, [[graded(question), value]]) == [None]
