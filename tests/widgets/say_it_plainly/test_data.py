"""The Python side of say it plainly: its data is the file's, its equivalent carries it whole."""

import json
from html import escape

import pytest

from ntrkcourse import reading_grade, say_it_plainly
from ntrkcourse.content.inline import inline_html, plain
from ntrkcourse.widgets import WIDGETS
from ntrkcourse.widgets.say_it_plainly import SayItPlainly
from ntrkcourse.widgets.say_it_plainly.records import load

DATA = say_it_plainly().data
CONTENT = load()


def test_the_model_grades_are_the_formula_s():
    for exercise, shown in zip(CONTENT.exercise, DATA["exercises"], strict=True):
        assert shown["grade"] == pytest.approx(reading_grade(plain(exercise.model)), abs=0.05)


def test_a_good_version_says_four_things():
    for exercise in DATA["exercises"]:
        heads = [point["head"] for point in exercise["points"]]
        assert heads == ["What it is", "What it is not", "What happens next", "How sure we are"]


def test_exercises_can_be_chosen():
    only = say_it_plainly(["too-little-tissue", "fusion-found"]).data
    assert [one["title"] for one in only["exercises"]] == ["Too little tissue", "A fusion was found"]
    assert "methods.rnangs.petermac2025" in only["facts"]
    assert "policy.germline_from_tumour.gcr.kuzbari2023" not in only["facts"]


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ({"exercises": ["other"]}, "exercises"),
        ({"exercises": ["fusion-found", "fusion-found"]}, "exercises"),
        ({"instance": ""}, "instance"),
    ],
)
def test_bad_arguments_are_named(arguments, named):
    with pytest.raises(ValueError, match=named):
        say_it_plainly(**arguments)


def test_the_equivalent_carries_lines_models_points_and_words():
    html = SayItPlainly.equivalent(DATA)
    for exercise in CONTENT.exercise:
        assert all(inline_html(text) in html for text in exercise.texts())
        assert all(escape(point.text) in html for point in exercise.point)
        assert f"reading grade {reading_grade(plain(exercise.model)):.1f}" in html
    for word in CONTENT.word:
        assert word.kind == "relative" or escape(word.plain) in html
    for name in SayItPlainly.fact_ids(DATA):
        assert f'data-fact="{name}"' in html
    assert "constructed" in html


def test_data_is_small_and_the_widget_registered():
    assert len(json.dumps(DATA, ensure_ascii=False)) < 20_000
    assert WIDGETS["say-it-plainly"] is SayItPlainly
