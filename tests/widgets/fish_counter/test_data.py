"""The FISH counter's Python side: its numbers are the model's, its claims the records'."""

import pytest

from ntrkcourse import fish_counter
from ntrkcourse.content import load_facts
from ntrkcourse.science.fish import apply_rule, constructed_tumours, split_nuclei
from ntrkcourse.science.proportions import exact_interval
from ntrkcourse.widgets import WIDGETS
from ntrkcourse.widgets.fish_counter import FishCounter

DATA = fish_counter().data
SERIES = constructed_tumours()


def test_encoded_nuclei_are_the_models() -> None:
    assert [tuple(int(digit, 36) / 10 for digit in tumour) for tumour in DATA["nuclei"]] == [
        tumour.gaps for tumour in SERIES
    ]


@pytest.mark.parametrize("rule", [0, 1])
def test_every_position_of_the_controls_is_the_models_result(rule: int) -> None:
    for cutoff, shown in zip(DATA["cutoffs"], DATA["rules"][rule], strict=True):
        outcome = apply_rule(SERIES, rule + 1, cutoff)
        assert (tuple(shown["called"]), shown["fused"]) == (outcome.called, outcome.fused)
        if outcome.called:
            low, high = exact_interval(outcome.fused, len(outcome.called))
            assert shown["ppv"] == pytest.approx([outcome.fused / len(outcome.called), low, high], abs=1e-4)
        else:
            assert shown["ppv"] is None
    assert DATA["splits"][rule] == [split_nuclei(tumour.gaps, rule + 1) for tumour in SERIES]


def test_counts_agree_with_the_records() -> None:
    facts = load_facts()
    at = DATA["published"]
    assert DATA["cutoffs"][at] == 15
    assert len(DATA["nuclei"]) == facts["tnbc5.ihc_positive.wu2021"].events
    assert len(DATA["rules"][0][at]["called"]) == facts["tnbc5.fish_loose.wu2021"].events
    assert len(DATA["rules"][1][at]["called"]) == facts["tnbc5.fish_strict.wu2021"].events
    assert SERIES[DATA["fused"]].fused


def test_first_tumour_is_clear_and_second_treacherous() -> None:
    clear, treacherous = (one["told"] for one in DATA["rounds"])
    assert clear["called"] == [True, True]
    assert treacherous["called"] == [True, False]
    assert treacherous["split"][0] - treacherous["split"][1] > 25


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ({"loose": "tnbc5.no_such"}, "loose"),
        ({"loose": "tnbc5.fish_strict.wu2021"}, "loose"),
        ({"strict": "tnbc5.fish_loose.wu2021"}, "strict"),
        ({"stained": "tnbc.zitomarino2023.ihc"}, "stained"),
        ({"cutoffs": [10, 20]}, "cutoffs"),
        ({"cutoffs": [20, 15]}, "cutoffs"),
        ({"cutoffs": [15, 101]}, "cutoffs"),
        ({"instance": ""}, "instance"),
    ],
)
def test_bad_arguments_are_named(arguments: dict[str, object], named: str) -> None:
    with pytest.raises(ValueError, match=named):
        fish_counter(**arguments)  # type: ignore[arg-type]


def test_equivalent_carries_the_substance() -> None:
    html = FishCounter.equivalent(DATA)
    for told in ("13 of 32", "2 of 32", "1 of 13", "7.7%", "0.19% to 36%", "50%", "constructed"):
        assert told in html
    for name in FishCounter.fact_ids(DATA):
        assert f'data-fact="{name}"' in html
        assert name in load_facts()


def test_is_registered() -> None:
    assert WIDGETS["fish-counter"] is FishCounter
