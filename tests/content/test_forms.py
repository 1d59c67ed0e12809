"""Forms A and B of the test are two measures of the same things."""

from collections import Counter

from ntrkcourse.checks.items import check_page
from ntrkcourse.content.questions import FORMS as NAMES
from ntrkcourse.content.questions import load_questions

QUESTIONS = load_questions().values()
FORMS = {name: [question for question in QUESTIONS if question.use == name] for name in NAMES}


def test_each_form_has_twenty_items():
    assert {name: len(form) for name, form in FORMS.items()} == {"A": 20, "B": 20}


def test_the_forms_match_by_objective_level_and_kind():
    measured = {name: Counter((q.objective, q.level, q.kind) for q in form) for name, form in FORMS.items()}
    assert measured["A"] == measured["B"]


def test_the_forms_share_no_stem_and_no_item_tells_another():
    assert len({(q.vignette, q.stem) for form in FORMS.values() for q in form}) == 40
    assert [problem for form in FORMS.values() for problem in check_page(form)] == []


def test_no_place_holds_the_right_answer_too_often():
    for form in FORMS.values():
        singles = [question for question in form if question.kind == "single"]
        places = Counter([option.correct for option in question.option].index(True) for question in singles)
        assert all(3 <= places[place] <= 8 for place in range(4)), places
