"""The FISH counter's Python side: its numbers are the model's, its claims the records'."""

import pytest

from ntrkcourse import fish_counter
from ntrkcourse.content import load_facts
from ntrkcourse.science.fish import apply_rule, constructed_tumours, split_nuclei
from ntrkcourse.science.proportions import exact_interval
from ntrkcourse.widgets.fish_counter import FishCounter

DATA = fish_counter().data
SERIES = constructed_tumours()


def test_encoded_nuclei_are_the_models() -> None:
    assert [tuple(int(digit, 36) / 10 for digit in tumour) for tumour in DATA["nuclei"]] == [
        tumour.gaps for tumour in SERIES
    ]


@pytest.mark.parametrize("rule", [0, 1])
def test_every_position_of_the_controls_is_the_models_result(rule: int) -> None:
    for cutoff, shown in zip(DATA["cutoffs"], DATA["rule"][rule]["outcomes"], strict=True):
        outcome = apply_rule(SERIES, rule + 1, cutoff)
        assert (tuple(shown["called"]), shown["fused"]) == (outcome.called, outcome.fused)
        if outcome.called:
            low, high = exact_interval(outcome.fused, len(outcome.called))
            assert shown["ppv"] == pytest.approx([outcome.fused / len(outcome.called), low, high], abs=1e-4)
        else:
            assert shown["ppv"] is None
    assert DATA["rule"][rule]["splits"] == [split_nuclei(tumour.gaps, rule + 1) for tumour in SERIES]


def test_counts_agree_with_the_records() -> None:
    facts = load_facts()
    at = DATA["published"]
    assert DATA["cutoffs"][at] == 15
    assert len(DATA["nuclei"]) == facts["tnbc5.ihc_positive.wu2021"].events
    for rule in DATA["rule"]:
        assert len(rule["outcomes"][at]["called"]) == facts[rule["fact"]].events
    assert SERIES[DATA["fused"]].fused


def test_first_tumour_is_clear_and_second_treacherous() -> None:
    clear, treacherous = (one["told"] for one in DATA["rounds"])
    assert clear["called"] == [True, True]
    assert treacherous["called"] == [True, False]
    assert treacherous["split"][0] - treacherous["split"][1] > 25


def test_equivalent_carries_the_substance() -> None:
    html = FishCounter.equivalent(DATA)
    for told in ("13 of 32", "2 of 32", "1 of 13", "7.7%", "0.19% to 36%", "50%", "constructed"):
        assert told in html
    for name in FishCounter.fact_ids(DATA):
        assert f'data-fact="{name}"' in html
