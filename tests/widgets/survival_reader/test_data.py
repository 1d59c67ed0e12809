"""The survival reader's Python side: every number is kaplan_meier's, every published one the record's."""

import itertools
import re
from html import escape

import pytest

from ntrkcourse import kaplan_meier, survival_reader
from ntrkcourse.widgets.survival_reader import SurvivalReader
from ntrkcourse.widgets.survival_reader.records import load

COHORT = load()
DEATHS, LANDMARK = COHORT.deaths, COHORT.landmark
DATA = survival_reader().data
BY_ID = {one["id"]: one for one in DATA["scenario"]}


@pytest.mark.parametrize("name", list(BY_ID))
def test_every_month_is_kaplan_meier_of_the_lines_drawn(name):
    shown = BY_ID[name]
    curve = kaplan_meier([one[1] for one in shown["patients"]], [one[2] for one in shown["patients"]])
    for month, (survival, low, high, risk) in enumerate(shown["months"]):
        assert survival == pytest.approx(curve.at(month), abs=1e-4)
        assert (low, high) == pytest.approx(curve.interval(month), abs=1e-4)
        assert risk == curve.at_risk(month)
    assert shown["median"] == curve.median
    assert sorted(one[0] for one in shown["patients"]) == list(range(1, 17))


def test_four_ways_of_counting():
    values = {one["way"]: (one["count"], round(one["value"], 4)) for one in DATA["estimate"]}
    assert values == {
        "floor": ("5 of 16", 0.3125),
        "left out": ("5 of 10", 0.5),
        "curve": ("14/15 × 12/13 × 10/11 × 7/8 × 5/6", 0.5711),
        "ceiling": ("11 of 16", 0.6875),
    }
    assert pytest.approx(0.5711, abs=1e-4) == 14 / 15 * 12 / 13 * 10 / 11 * 7 / 8 * 5 / 6


def test_guesses_near_each_way_can_be_told_apart():
    # The widget names the way within 4 points of a guess, the nearest first.
    values = sorted(one["value"] for one in DATA["estimate"])
    assert min(b - a for a, b in itertools.pairwise(values)) > 0.06


def test_with_nobody_lost_the_estimate_is_plain_counting():
    alive = sum(not 0 < death <= LANDMARK for death in DEATHS)
    assert BY_ID["none"]["months"][LANDMARK][0] == pytest.approx(alive / len(DEATHS), abs=1e-4)


@pytest.mark.parametrize(
    ("name", "lost", "answer"),
    [("some", 6, ""), ("none", 0, "same"), ("many", 10, "same"), ("worse", 4, "higher")],
)
def test_scenarios_do_what_their_texts_say(name, lost, answer):
    scenario = next(one for one in COHORT.scenario if one.id == name)
    times, died = COHORT.follow_up(scenario)
    assert sum(not one and time < LANDMARK for time, one in zip(times, died, strict=True)) == lost
    assert BY_ID[name]["answer"] == answer
    if name == "worse":
        gone = [(death, at) for death, at in zip(DEATHS, scenario.lost, strict=True) if at]
        assert all(at == death - 1 for death, at in gone)


def test_explanations_carry_the_figures():
    assert "counting: 56%. With six lost the estimate was 57%." in BY_ID["none"]["why"]
    assert "rests on 2 patients at month 12, and its interval runs from 16% to 83%" in BY_ID["many"]["why"]
    assert "The estimate is 79%, with nobody lost 56%." in BY_ID["worse"]["why"]


def test_the_equivalent_carries_the_numbers():
    html = SurvivalReader.equivalent(DATA)
    for one in DATA["estimate"]:
        assert escape(one["name"]) in html and escape(one["count"]) in html
    for one in DATA["scenario"][1:]:
        assert escape(one["why"]) in html
    assert "<tr><th>11</th><td>6</td><td>1</td><td>57%</td></tr>" in html
    assert "constructed" in html and escape(DATA["moral"]) in html
    assert set(re.findall(r'data-fact="([^"]+)"', html)) == set(DATA["facts"])
