"""The judgement widget's Python side: data as in its sets, tallies counted, equivalents whole."""

import json
from html import escape

import pytest

from ntrkcourse import claim_appraisal, data_requests
from ntrkcourse.content.inline import inline_html
from ntrkcourse.widgets import WIDGETS
from ntrkcourse.widgets.judgement import Judgement
from ntrkcourse.widgets.judgement.records import load

BUILT = {"data-requests": data_requests().data, "claim-appraisal": claim_appraisal().data}


@pytest.mark.parametrize("name", BUILT)
def test_answers_point_at_verdicts_and_reasons(name):
    source, data = load()[name], BUILT[name]
    for card, shown in zip(source.card, data["cards"], strict=True):
        assert shown["text"] == card.text
        assert source.verdict[shown["answer"]].id == card.verdict
        assert tuple(source.reason[at].id for at in shown["reasons"]) == card.reasons
    assert data["facts"] == source.fact_ids()


def test_faults_are_tallied_the_commonest_first():
    cards = load()["claim-appraisal"].card
    rows = BUILT["claim-appraisal"]["tally"]["rows"]
    assert rows[0]["text"].startswith("No names")
    assert len(rows[0]["cards"]) == sum("names" in card.reasons for card in cards) == 9
    assert [len(row["cards"]) for row in rows] == sorted((len(row["cards"]) for row in rows), reverse=True)
    assert BUILT["data-requests"]["tally"] is None


def test_instances_of_the_two_sets_never_share_a_place_in_the_browser():
    assert data_requests("x").data["id"] != claim_appraisal("x").data["id"]


@pytest.mark.parametrize("build", [data_requests, claim_appraisal])
def test_an_empty_instance_is_refused(build):
    with pytest.raises(ValueError, match="instance"):
        build("")


@pytest.mark.parametrize("name", BUILT)
def test_the_equivalent_carries_every_card(name):
    html, source = Judgement.equivalent(BUILT[name]), load()[name]
    verdicts = {one.id: one.text for one in source.verdict}
    for card in source.card:
        for told in (escape(card.text), escape(verdicts[card.verdict]), inline_html(card.why)):
            assert told in html
        assert inline_html(card.unsure) in html
    for fact in BUILT[name]["facts"]:
        assert f'data-fact="{fact}"' in html
    assert escape(source.moral) in html


def test_equivalents_carry_rules_and_faults():
    requests, claims = (Judgement.equivalent(data) for data in BUILT.values())
    assert "One of the three exceptions" in requests
    assert "Passed is not in force" in requests
    assert "9 of 12" in claims
    assert "22 November 2026" in requests


def test_data_is_small_and_the_widget_registered():
    for data in BUILT.values():
        assert len(json.dumps(data)) < 14_000
    assert WIDGETS["judgement"] is Judgement
