"""What the three sittings ask, tell and print."""

import json
import re
from html import unescape

import pytest

from ntrkcourse import posttest, pretest, retest
from ntrkcourse.content.inline import plain
from ntrkcourse.content.questions import FORMS, load_questions
from ntrkcourse.widgets.sitting import form

BANK = load_questions()


def asked(widget, name):
    return [one["id"] for one in widget.data["asked"][name]]


@pytest.mark.parametrize("sit", [lambda half: pretest(half=half), posttest])
def test_a_form_is_asked_in_two_halves_pair_by_pair(sit):
    for name in FORMS:
        halves = [one for half in (1, 2) for one in asked(sit(half), name)]
        assert halves == [one.id for one in form(name)] == asked(sit(None), name)
    with pytest.raises(ValueError, match="half must be 1 or 2, got 3"):
        sit(3)


def test_a_form_that_there_is_not_is_refused():
    with pytest.raises(ValueError, match="first must be one of A, B, got 'C'"):
        pretest("C")


def test_both_questions_of_a_pair_measure_the_same_thing():
    for one, other in zip(form("A"), form("B"), strict=True):
        assert (one.objective, one.level, one.see) == (other.objective, other.level, other.see)


def test_the_first_sitting_holds_no_key_and_no_word_of_feedback():
    """Neither in its data, nor on paper, nor in the page's list of sources."""
    widget = pretest()
    held = json.dumps(widget.data, ensure_ascii=False)
    printed = unescape(re.sub(r"<[^>]+>", "", widget.equivalent(widget.data)))
    for question in (*form("A"), *form("B")):
        for option in question.option:
            for sentence in plain(option.feedback).split(". "):
                assert sentence not in held and sentence not in printed, question.id
    for told in (one for name in FORMS for one in widget.data["asked"][name]):
        assert told["key"] == [] and told["answer"] is None
    linked = set(re.findall(r'"fact", "[^"]*", "([^"]+)"', held))
    assert set(widget.fact_ids(widget.data)) == linked


def test_paper_has_the_first_form_without_a_key_and_the_second_with_both():
    first, second = (widget.equivalent(widget.data) for widget in (pretest(), posttest()))
    assert "<details" not in first
    shown = [plain(one.stem) for one in form("A")]
    assert all(stem in unescape(re.sub(r"<[^>]+>", "", first)) for stem in shown)
    # Of the other form there is the place to which links lead, and nothing in it.
    assert all(f'<div id="question-{one.id}"></div>' in first for one in form("B"))
    for question in (*form("A"), *form("B")):
        assert f'id="question-{question.id}"' in second
    assert second.count("<summary>") == len(form("B")) + 1
    # A handout keeps what stands in such a box, without its fold: the other form's key is none.
    assert second.count('class="ntrk-question"') == len(form("B"))


def test_a_trainer_who_fixes_form_b_prints_form_b():
    widget = pretest("B")
    printed = unescape(re.sub(r"<[^>]+>", "", widget.equivalent(widget.data)))
    assert all(plain(one.vignette) in printed for one in form("B"))


def test_a_month_later_nothing_is_printed_twice():
    widget = retest()
    assert "question-" not in widget.equivalent(widget.data)


def test_minutes_are_those_of_the_one_form_that_is_sat():
    widget = posttest()
    assert widget.minutes_of(widget.data) == 1.25 * len(form("A"))
