"""The read pile-up's Python side: every call is handed over whole, with its counts in words."""

import pytest

from ntrkcourse import load_facts, read_pileup
from ntrkcourse.widgets.read_pileup import ReadPileup
from ntrkcourse.widgets.read_pileup.records import load

DATA = read_pileup().data
PILEUPS = load()
WORDS = PILEUPS.words


def test_every_call_is_the_files() -> None:
    assert len(DATA["call"]) == len(PILEUPS.call) == 8
    for call, shown in zip(PILEUPS.call, DATA["call"], strict=True):
        rows = dict(shown["rows"])
        assert rows[WORDS["row_elsewhere"]] == f"{call.elsewhere} of {call.reads}"
        assert rows[WORDS["row_frame"]] == call.frame
        assert rows[WORDS["row_normals"]] == f"{call.normals} of 20"
        assert (shown["distance"] == WORDS["other_chromosome"]) == (call.distance_kb is None)


def test_counting_rules_pass_six_calls_three_of_them_wrongly() -> None:
    kept = WORDS["rules_kept"].format(rules="")
    passed = [call["verdict"] for call in DATA["call"] if call["counted"].endswith(kept)]
    assert len(passed) == 6
    assert sum(verdict != "report" for verdict in passed) == 3
    one_sided = next(call["counted"] for call in DATA["call"] if call["id"] == "one-sided")
    assert "✗ columns filled: 1" in one_sided and "✓ reads: 14" in one_sided


def test_the_first_four_stand_on_their_own() -> None:
    first = read_pileup(first=4, instance="05-first")
    assert first.data["call"] == DATA["call"][:4]
    kept = WORDS["rules_kept"].format(rules="")
    assert all(call["counted"].endswith(kept) for call in first.data["call"])
    assert sorted(call["verdict"] for call in first.data["call"]) == ["no", "no", "report", "report"]
    assert set(ReadPileup.fact_ids(first.data)) < set(ReadPileup.fact_ids(DATA))
    assert ReadPileup.equivalent(first.data).count("<table>") == 4
    assert ReadPileup.minutes_of(first.data) == ReadPileup.minutes_of(DATA) / 2


@pytest.mark.parametrize("first", [0, 9])
def test_more_calls_than_there_are_cannot_be_asked_for(first: int) -> None:
    with pytest.raises(ValueError, match="first must be from 1 to 8"):
        read_pileup(first=first)


def test_facts_are_listed_once_and_exist() -> None:
    facts = ReadPileup.fact_ids(DATA)
    assert len(facts) == len(set(facts)) > 10
    assert set(facts) <= set(load_facts())
    assert {"bio.balance.arriba", "bio.homologs.arriba", "methods.intron.ntrk3.computed"} <= set(facts)


def test_equivalent_carries_the_substance() -> None:
    html = ReadPileup.equivalent(DATA)
    for call in PILEUPS.call:
        assert call.lesson in html and call.sample in html
        assert all(reason.text in html for reason in call.reason)
    assert html.count("<details>") == html.count("<table>") == 8
    assert "constructed" in html and "33 of 38" in html
    for name in ReadPileup.fact_ids(DATA):
        assert f'data-fact="{name}"' in html
