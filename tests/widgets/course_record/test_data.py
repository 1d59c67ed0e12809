"""What the record of the course rests on."""

from html import unescape

import pytest

from ntrkcourse import course_record, posttest, pretest
from ntrkcourse.content.questions import load_questions

DATA = course_record().data
BANK = load_questions()


def test_each_pair_measures_the_same_thing_in_both_forms():
    assert len(DATA["pairs"]) == 20
    for pair in DATA["pairs"]:
        pre, post = BANK[pair["pre"]], BANK[pair["post"]]
        assert (pre.use, post.use) == ("pre", "post")
        assert (pre.objective, pre.level, pre.see) == (post.objective, post.level, post.see)
        assert pre.id.split(".pre-")[1] == post.id.split(".post-")[1]


def test_the_forms_are_asked_in_the_order_of_the_pairs():
    for widget, side in ((pretest(), "pre"), (posttest(), "post")):
        assert [question["id"] for question in widget.data["questions"]] == [
            pair[side] for pair in DATA["pairs"]
        ]


@pytest.mark.parametrize("form", [pretest, posttest])
def test_a_form_is_asked_in_two_halves(form):
    halves = [question for half in (1, 2) for question in form(half).data["questions"]]
    assert [one["id"] for one in halves] == [one["id"] for one in form().data["questions"]]
    with pytest.raises(ValueError, match="half must be 1 or 2, got 3"):
        form(3)


def test_the_gain_is_worked_out_for_every_pair_of_scores():
    gain = DATA["gain"]
    assert len(gain) == 21 and {len(row) for row in gain} == {21}
    assert gain[8][14] == 50 and gain[0][20] == 100 and gain[16][14] == -50
    assert gain[20] == [None] * 21


def test_every_chapter_quiz_and_case_is_on_the_record():
    listed = {question for chapter in DATA["chapters"] for question in chapter["questions"]}
    assert listed == {question.id for question in BANK.values() if question.use == "chapter"}
    assert [case["id"] for case in DATA["cases"]] == list("ABCDEF")


def test_on_paper_it_claims_no_credit():
    html = course_record().equivalent(DATA)
    assert "claims no credit" in DATA["claim"] and DATA["claim"] in unescape(html)
    assert all(one["title"] in unescape(html) for one in (*DATA["chapters"], *DATA["cases"]))
