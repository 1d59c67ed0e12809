"""The Python side of say it plainly: its data is the file's, its equivalent carries it whole."""

from html import escape

import pytest

from ntrkcourse import reading_grade, say_it_plainly
from ntrkcourse.content.inline import inline_html, plain
from ntrkcourse.content.walk import texts
from ntrkcourse.widgets.say_it_plainly import SayItPlainly
from ntrkcourse.widgets.say_it_plainly.records import load

DATA = say_it_plainly().data
CONTENT = load()


def test_the_model_grades_are_the_formula_s():
    for exercise, shown in zip(CONTENT.exercise, DATA["exercise"], strict=True):
        assert shown["grade"] == pytest.approx(reading_grade(plain(exercise.model)), abs=0.05)


def test_the_equivalent_carries_lines_models_points_and_words():
    html = SayItPlainly.equivalent(DATA).replace("&#39;", "&#x27;")
    for exercise in CONTENT.exercise:
        assert all(inline_html(text) in html for text in texts(exercise))
        assert all(escape(point.text) in html for point in exercise.point)
        assert f"reading grade {reading_grade(plain(exercise.model)):.1f}" in html
    for word in CONTENT.word:
        assert word.kind == "relative" or escape(word.plain) in html
    for name in SayItPlainly.fact_ids(DATA):
        assert f'data-fact="{name}"' in html
    assert "constructed" in html
