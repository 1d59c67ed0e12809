"""The consent review's Python side: its data is the form's, its equivalent carries it whole."""

import json
from html import escape

import pytest

from ntrkcourse import consent_review
from ntrkcourse.content.inline import inline_html
from ntrkcourse.content.walk import facts_of
from ntrkcourse.widgets import WIDGETS
from ntrkcourse.widgets.consent_review import ConsentReview
from ntrkcourse.widgets.consent_review.records import load

DATA = consent_review().data


def test_the_data_is_the_form():
    form = load()
    assert DATA["paragraphs"] == list(form.paragraphs)
    assert [one["text"] for one in DATA["element"]] == [one.text for one in form.element]
    assert [one["state"] != "present" for one in DATA["element"]].count(True) == 7
    assert DATA["facts"] == facts_of(form)


def test_an_empty_instance_is_refused():
    with pytest.raises(ValueError, match="instance"):
        consent_review("")


def test_the_equivalent_carries_the_form_and_every_reason():
    html = ConsentReview.equivalent(DATA)
    form = load()
    for text in form.paragraphs:
        assert escape(text) in html
    for one in form.element:
        assert escape(one.text) in html
        assert inline_html(one.why) in html
        assert escape(one.mend) in html
    for told in ("Missing</td>", "not good enough (paragraph 8)", "Our reading: ", "22 November 2026"):
        assert told in html
    for name in ConsentReview.fact_ids(DATA):
        assert f'data-fact="{name}"' in html


def test_data_is_small_and_the_widget_registered():
    assert len(json.dumps(DATA)) < 13_000
    assert WIDGETS["consent-review"] is ConsentReview
