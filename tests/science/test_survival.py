"""Kaplan-Meier against lifelines, on random follow-up with ties and on its own data sets; and by hand."""

import math
import random
import warnings
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ntrkcourse.science.survival import kaplan_meier

with warnings.catch_warnings():
    # lifelines pulls in libraries that warn of one another; none of that is about our numbers.
    warnings.simplefilter("ignore")
    from lifelines import KaplanMeierFitter
    from lifelines.datasets import load_rossi, load_waltons

cohorts = st.lists(st.tuples(st.integers(0, 12), st.booleans()), min_size=1, max_size=40)


def agrees(times, observed, level=0.95):
    curve = kaplan_meier(times, observed)
    with warnings.catch_warnings():
        # It divides by zero where survival is 1 or 0, and fills the gap afterwards.
        warnings.simplefilter("ignore")
        fitted = KaplanMeierFitter().fit(times, observed, alpha=1 - level)
        bounds = fitted.confidence_interval_
    for t, row in fitted.event_table.iterrows():
        survival = fitted.survival_function_.loc[t].item()
        assert curve.at(t) == pytest.approx(survival, abs=1e-9)
        low, high = bounds.loc[t]
        assert curve.interval(t, level) == pytest.approx((low, high), abs=1e-6)
        assert curve.at_risk(t) == row["at_risk"]
    # lifelines multiplies in floating point, so it can miss a survival of exactly a half.
    if all(step.survival != Fraction(1, 2) for step in curve.steps):
        median = fitted.median_survival_time_
        assert curve.median == (None if math.isinf(median) else median)


@settings(deadline=None, max_examples=60)
@given(cohorts)
def test_lifelines_on_random_follow_up_with_ties(cohort):
    agrees(*map(list, zip(*cohort, strict=True)))


@pytest.mark.parametrize("level", [0.5, 0.9, 0.99])
def test_lifelines_at_other_levels(level):
    chance = random.Random(7)
    times = [round(chance.expovariate(0.1), 1) for _ in range(120)]
    agrees(times, [chance.random() < 0.6 for _ in times], level)


def test_lifelines_on_its_own_data_sets():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        waltons, rossi = load_waltons(), load_rossi()
    agrees(waltons["T"].tolist(), waltons["E"].tolist())
    agrees(rossi["week"].tolist(), rossi["arrest"].tolist())
    assert kaplan_meier(waltons["T"].tolist(), waltons["E"].tolist()).median == 56
    assert kaplan_meier(rossi["week"].tolist(), rossi["arrest"].tolist()).median is None


def test_by_hand():
    curve = kaplan_meier([1, 2, 2, 3, 5], [True, True, False, False, True])
    assert [(s.time, s.at_risk, s.events, s.censored) for s in curve.steps] == [
        (1, 5, 1, 0),
        (2, 4, 1, 1),
        (3, 2, 0, 1),
        (5, 1, 1, 0),
    ]
    # Censored at 2, together with an event: still at risk of it.
    assert [s.survival for s in curve.steps] == [Fraction(4, 5), Fraction(3, 5), Fraction(3, 5), 0]
    assert [curve.at(t) for t in (0, 0.99, 1, 4.9, 5, 60)] == [1, 1, 0.8, 0.6, 0, 0]
    assert [curve.at_risk(t) for t in (0, 1, 1.5, 2, 2.1, 5, 6)] == [5, 5, 4, 4, 2, 1, 0]
    assert curve.median == 5 and curve.total == 5


def test_a_survival_of_exactly_a_half_is_the_median():
    # Twelve of twenty-four die one after another; the product of floats stays just above a half.
    product = math.prod(1 - 1 / left for left in range(24, 12, -1))
    assert product > 0.5
    assert kaplan_meier(range(1, 25), [month <= 12 for month in range(1, 25)]).median == 12


def test_nothing_is_said_after_the_last_follow_up():
    curve = kaplan_meier([1, 4], [True, False])
    assert curve.at(4) == 0.5
    assert math.isnan(curve.at(4.1))
    assert all(math.isnan(end) for end in curve.interval(5))
    assert curve.interval(0.5) == (1, 1)
    assert kaplan_meier([1, 4], [False, True]).interval(9) == (0, 0)


@given(cohorts)
def test_laws(cohort):
    times, observed = map(list, zip(*cohort, strict=True))
    curve = kaplan_meier(times, observed)
    survival = [1.0] + [curve.at(t) for t in range(max(times) + 1)]
    assert all(before >= after for before, after in pairwise(survival))
    if all(observed):
        for t in range(max(times) + 1):
            assert curve.at(t) == pytest.approx(sum(time > t for time in times) / len(times))
    # Between counting the lost as dead at once and counting them as alive for good.
    for t in range(max(times) + 1):
        died = sum(time <= t for time, one in cohort if one)
        seen = sum(time > t for time, _ in cohort)
        assert seen / len(times) - 1e-9 <= curve.at(t) <= 1 - died / len(times) + 1e-9
        low, high = curve.interval(t)
        assert low <= curve.at(t) <= high
    again = kaplan_meier([3 * t for t in times], observed)
    assert [s.survival for s in again.steps] == [s.survival for s in curve.steps]


@pytest.mark.parametrize(
    ("times", "observed", "told"),
    [
        ([], [], "times must hold"),
        ([1, 2], [True], "observed must hold 2 values"),
        ([1, -2], [True, True], r"times\[1\] must be from 0"),
        ([math.nan], [True], r"times\[0\] must be from 0"),
        ([math.inf], [True], r"times\[0\] must be from 0"),
        (["1"], [True], r"times\[0\] must be from 0"),
        ([1, 2], [True, 2], r"observed\[1\] must be True or False"),
        ([1], [math.nan], r"observed\[0\] must be True or False"),
    ],
)
def test_bad_follow_up_is_named(times, observed, told):
    with pytest.raises(ValueError, match=told):
        kaplan_meier(times, observed)


@pytest.mark.parametrize("t", [-1, math.nan])
@pytest.mark.parametrize("read", ["at", "at_risk", "interval"])
def test_bad_times_of_reading_are_named(read, t):
    with pytest.raises(ValueError, match="t must be from 0"):
        getattr(kaplan_meier([1], [True]), read)(t)


@pytest.mark.parametrize("level", [0, 1, 95, math.nan])
def test_bad_levels_are_named(level):
    with pytest.raises(ValueError, match="level"):
        kaplan_meier([1, 2], [True, True]).interval(1, level)
