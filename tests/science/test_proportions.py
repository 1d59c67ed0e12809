"""Exact intervals against SciPy, the law that defines them, and published tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom, binomtest

from ntrkcourse.content.facts import load_facts
from ntrkcourse.science.proportions import (
    draw_counts,
    exact_interval,
    share_that_miss,
    upper_bound_if_none,
)

counts = st.integers(1, 300_000).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total)))
small_counts = st.integers(1, 400).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total)))


@given(counts, st.sampled_from([0.5, 0.9, 0.95, 0.99]))
def test_agrees_with_scipy(count, level):
    events, total = count
    expected = binomtest(events, total).proportion_ci(level, method="exact")
    assert exact_interval(events, total, level) == pytest.approx((expected.low, expected.high), abs=1e-9)


@given(small_counts)
def test_bounds_leave_two_and_a_half_per_cent_in_each_tail(count):
    events, total = count
    low, high = exact_interval(events, total)
    if events > 0:
        assert binom.sf(events - 1, total, low) == pytest.approx(0.025, rel=1e-6)
    if events < total:
        assert binom.cdf(events, total, high) == pytest.approx(0.025, rel=1e-6)


@given(small_counts)
def test_mirror_image(count):
    events, total = count
    low, high = exact_interval(events, total)
    mirrored = exact_interval(total - events, total)
    assert (1 - high, 1 - low) == pytest.approx(mirrored, abs=1e-12)


@pytest.mark.parametrize(
    ("fact_id", "printed"),
    [
        # As the sources print them, in per cent.
        ("methods.ihc.realworld.sensitivity.koopman2022", (56.4, 91.0)),
        ("methods.ihc.realworld.specificity.koopman2022", (78.3, 87.9)),
        ("methods.ihc.realworld.inconclusive.koopman2022", (63.9, 74.6)),
        ("therapy.larotrectinib.orr.drilon2018", (61, 85)),
    ],
)
def test_published_intervals(fact_id, printed):
    fact = load_facts()[fact_id]
    computed = tuple(100 * bound for bound in exact_interval(fact.events, fact.total))
    # One unit in the last printed place: sources round and truncate.
    unit = 0.1 if any(bound % 1 for bound in printed) else 1
    assert computed == pytest.approx(printed, abs=unit)


def test_memorial_sloan_kettering_breast_cohort():
    fact = load_facts()["epi.ntrk.breast.rossds2020"]
    assert (fact.events, fact.total) == (4, 4854)
    low, high = exact_interval(fact.events, fact.total)
    assert (round(100 * low, 3), round(100 * high, 3)) == (0.022, 0.211)


@given(st.integers(1, 100_000))
def test_upper_bound_if_none_is_the_one_sided_exact_bound(total):
    assert upper_bound_if_none(total) == pytest.approx(exact_interval(0, total, 0.9)[1], rel=1e-9)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((5, 4), "events must be a whole number from 0 to 4"),
        ((-1, 4), "events must be a whole number from 0"),
        ((0.5, 4), "events must be a whole number"),
        ((0, 0), "total must be a whole number from 1"),
        ((1, 4, 1), "level must lie strictly between 0 and 1"),
        ((1, 4, 95), "level must lie strictly between 0 and 1"),
    ],
)
def test_out_of_range_is_named(arguments, message):
    with pytest.raises(ValueError, match=message):
        exact_interval(*arguments)


@pytest.mark.parametrize("total", [4854, 48_540])
def test_drawn_series_have_the_mean_and_the_spread_of_their_rate(total: int) -> None:
    rate = 4 / 4854
    counts = draw_counts(rate, total, 2000, "any")
    mean = sum(counts) / len(counts)
    spread = sum((one - mean) ** 2 for one in counts) / len(counts)
    assert mean == pytest.approx(total * rate, rel=0.05)
    assert spread == pytest.approx(total * rate * (1 - rate), rel=0.1)


def test_a_seed_draws_the_same_again_and_another_draws_others() -> None:
    assert draw_counts(0.1, 50, 20, "a") == draw_counts(0.1, 50, 20, "a") != draw_counts(0.1, 50, 20, "b")
    assert all(0 <= one <= 3 for one in draw_counts(0.999, 3, 200, "a"))


@pytest.mark.parametrize("total", [20, 4854])
def test_as_many_drawn_intervals_miss_as_the_sum_says(total: int) -> None:
    rate = 0.2 if total == 20 else 4 / 4854
    intervals = [exact_interval(one, total) for one in draw_counts(rate, total, 2000, "miss")]
    missed = sum(not low <= rate <= high for low, high in intervals) / len(intervals)
    assert share_that_miss(rate, total) == pytest.approx(missed, abs=0.015)
    assert share_that_miss(rate, total) <= 0.05


@pytest.mark.parametrize(
    ("call", "named"),
    [
        (lambda: draw_counts(0, 10, 1, "a"), "rate"),
        (lambda: draw_counts(0.5, 0, 1, "a"), "total"),
        (lambda: draw_counts(0.5, 10, 0, "a"), "series"),
        (lambda: share_that_miss(1, 10), "rate"),
    ],
)
def test_series_that_cannot_be_drawn_are_refused(call, named) -> None:
    with pytest.raises(ValueError, match=named):
        call()
