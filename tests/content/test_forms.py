"""The pre-test (form A) and the post-test (form B) are two measures of the same things."""

import re
from collections import Counter
from pathlib import Path

from ntrkcourse.checks.forms import check_forms, overlap
from ntrkcourse.checks.giveaways import check_giveaways
from ntrkcourse.checks.guessers import HIGHEST_TONE_SCORE, tone_score
from ntrkcourse.checks.items import check_page
from ntrkcourse.content.chapters import load_chapters
from ntrkcourse.content.questions import load_questions
from ntrkcourse.widgets.sitting import form

FORMS = {name: form(name) for name in "AB"}
ROOT = Path(__file__).parents[2]


def test_each_form_has_two_items_of_each_chapter_between_the_tests():
    for items in FORMS.values():
        per_chapter = Counter(question.chapter for question in items)
        assert per_chapter == {f"{number:02}": 2 for number in range(1, 13)}


def test_the_forms_are_fair():
    assert list(check_forms(load_questions().values(), load_chapters())) == []


def test_a_pair_is_not_one_question_asked_twice():
    for one, other in zip(*FORMS.values(), strict=True):
        assert overlap(one, other) < 0.35, (one.id, other.id)


def test_no_item_tells_another():
    assert [problem for items in FORMS.values() for problem in check_page(items)] == []


def test_no_page_of_a_test_names_a_record_on_which_a_key_rests():
    options = [option for items in FORMS.values() for question in items for option in question.option]
    keys = " ".join(option.feedback for option in options if option.correct)
    records = set(re.findall(r"fact:([\w.]+)", keys))
    assert records
    for chapter in load_chapters().values():
        if chapter.forms:
            asked = [question for question in load_questions().values() if question.chapter == chapter.number]
            page = (ROOT / chapter.file).read_text(encoding="utf-8") + repr(asked)
            assert [record for record in records if record in page] == [], chapter.file


def test_most_items_need_the_course():
    for items in FORMS.values():
        assert sum(question.clear_head for question in items) <= len(items) / 3


def test_the_wording_gives_nothing_away():
    for items in FORMS.values():
        assert tone_score(items) <= HIGHEST_TONE_SCORE
    asked = {question.id for items in FORMS.values() for question in items}
    named = {problem.record for problem in check_giveaways(list(load_questions().values()))}
    assert named.isdisjoint({*asked, "form A", "form B"})


def test_no_place_holds_the_right_answer_too_often():
    for items in FORMS.values():
        singles = [question for question in items if question.kind == "single"]
        places = Counter([option.correct for option in question.option].index(True) for question in singles)
        assert all(3 <= places[place] <= 8 for place in range(4)), places


def test_every_objective_has_four_items_and_one_that_a_chapter_asks():
    bank = load_questions().values()
    asked = Counter(question.objective for question in bank)
    taught = Counter(question.objective for question in bank if question.use in ("checkpoint", "chapter"))
    for chapter in load_chapters().values():
        for code in chapter.objectives:
            assert asked[code] >= 4 and taught[code] >= 3, code
