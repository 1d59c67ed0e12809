"""The judgement widget's Python side: data as in its sets, tallies counted, equivalents whole."""

from html import unescape

import pytest

from ntrkcourse import judgement
from ntrkcourse.content.inline import inline_html
from ntrkcourse.content.walk import facts_of
from ntrkcourse.widgets.judgement import Judgement
from ntrkcourse.widgets.judgement.records import load

BUILT = {
    "data-requests": judgement("data-requests", "09").data,
    "claim-appraisal": judgement("claim-appraisal", "11").data,
}
SETS = {one.id: one for one in load().set}


@pytest.mark.parametrize("name", BUILT)
def test_the_data_are_the_set(name):
    source, data = SETS[name], BUILT[name]
    for card, shown in zip(source.card, data["card"], strict=True):
        assert (shown["text"], shown["verdict"]) == (card.text, card.verdict)
        assert shown["reasons"] == list(card.reasons)
    assert data["facts"] == facts_of(source)


def test_faults_are_tallied_the_commonest_first():
    cards = SETS["claim-appraisal"].card
    rows = BUILT["claim-appraisal"]["faults"]
    names = next(one for one in SETS["claim-appraisal"].reason if one.id == "names")
    assert rows[0]["text"] == names.text
    assert len(rows[0]["cards"]) == sum("names" in card.reasons for card in cards) == 9
    assert [len(row["cards"]) for row in rows] == sorted((len(row["cards"]) for row in rows), reverse=True)
    assert BUILT["data-requests"]["faults"] == []


def test_the_first_cards_alone():
    whole, some = BUILT["claim-appraisal"], judgement("claim-appraisal", "11", first=6).data
    assert some["card"] == whole["card"][:6]
    assert {card["verdict"] for card in some["card"]} == {one["id"] for one in some["verdict"]}
    assert all(row["cards"] and max(row["cards"]) <= 6 for row in some["faults"])
    assert len(some["facts"]) < len(whole["facts"])
    assert some["id"] == whole["id"]


@pytest.mark.parametrize("first", [0, -1, 13])
def test_a_set_has_only_so_many_first_cards(first):
    with pytest.raises(ValueError, match="first must be from 1 to 12"):
        judgement("claim-appraisal", "11", first=first)


def test_instances_of_the_two_sets_never_share_a_place_in_the_browser():
    assert judgement("data-requests", "x").data["id"] != judgement("claim-appraisal", "x").data["id"]


@pytest.mark.parametrize("name", BUILT)
def test_the_equivalent_carries_every_card(name):
    html, source = Judgement.equivalent(BUILT[name]), SETS[name]
    verdicts = {one.id: one.text for one in source.verdict}
    for card in source.card:
        for told in (card.text, verdicts[card.verdict], source.moral):
            assert told in unescape(html)
        assert inline_html(card.why) in html
        assert inline_html(card.unsure) in html


def test_equivalents_carry_rules_and_faults():
    requests, claims = (Judgement.equivalent(data) for data in BUILT.values())
    for reason in SETS["data-requests"].reason:
        assert inline_html(reason.wrong) in requests
    assert "9 of 12" in claims
