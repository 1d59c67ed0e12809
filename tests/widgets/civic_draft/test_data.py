"""The drafting desk's Python side: its data is the papers', its equivalent carries them whole."""

import json
from html import escape

import pytest

from ntrkcourse import civic_draft
from ntrkcourse.content.inline import inline_html
from ntrkcourse.widgets import WIDGETS
from ntrkcourse.widgets.civic_draft import CivicDraft
from ntrkcourse.widgets.civic_draft.records import load

DATA = civic_draft().data
DRAFTING = load()


def test_options_carry_their_verdicts():
    for paper, shown in zip(DRAFTING.paper, DATA["papers"], strict=True):
        for field, drawn in zip(paper.field, shown["fields"], strict=True):
            assert [(one["text"], one["verdict"]) for one in drawn["options"]] == [
                (one.text, one.verdict) for one in field.option
            ]


def test_an_empty_instance_is_refused():
    with pytest.raises(ValueError, match="instance"):
        civic_draft(instance="")


def test_the_equivalent_carries_every_entry_and_every_reason():
    html = CivicDraft.equivalent(DATA)
    for text in DRAFTING.texts():
        assert inline_html(text) in html
    for point in DRAFTING.check:
        assert escape(point.text) in html and escape(point.why) in html
    assert html.count("(our model)") == sum(len(paper.field) for paper in DRAFTING.paper)
    for name in CivicDraft.fact_ids(DATA):
        assert f'data-fact="{name}"' in html


def test_data_is_small_and_the_widget_registered():
    assert len(json.dumps(DATA)) < 24_000
    assert WIDGETS["civic-draft"] is CivicDraft
