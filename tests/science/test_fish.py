"""Break-apart FISH: the rules, and the constructed tumours on which they are tried."""

from itertools import pairwise

import pytest
from scipy.stats import binomtest

from ntrkcourse.science.fish import Tumour, apply_rule, constructed_tumours, is_called, split_nuclei

SERIES = constructed_tumours()


def test_rules_applied_to_the_nuclei_give_the_published_chain() -> None:
    assert len(SERIES) == 32
    assert all(len(tumour.gaps) == 100 for tumour in SERIES)
    loose, strict = apply_rule(SERIES, 1, 15), apply_rule(SERIES, 2, 15)
    assert (len(loose.called), len(strict.called)) == (13, 2)
    assert loose.fused == strict.fused == sum(tumour.fused for tumour in SERIES) == 1


def test_fused_tumour_is_split_in_88_nuclei_by_either_rule() -> None:
    (fused,) = (tumour for tumour in SERIES if tumour.fused)
    assert split_nuclei(fused.gaps, 1) == split_nuclei(fused.gaps, 2) == 88


@pytest.mark.parametrize("cutoff", range(0, 101, 5))
def test_wider_threshold_never_calls_more(cutoff: int) -> None:
    called = [set(apply_rule(SERIES, tenths / 10, cutoff).called) for tenths in range(0, 41)]
    assert all(later <= earlier for earlier, later in pairwise(called))


@pytest.mark.parametrize("diameters", [0, 0.5, 1, 1.5, 2, 3])
def test_higher_cutoff_never_calls_more(diameters: float) -> None:
    called = [set(apply_rule(SERIES, diameters, cutoff).called) for cutoff in range(101)]
    assert all(later <= earlier for earlier, later in pairwise(called))


def test_both_bounds_are_strict() -> None:
    assert split_nuclei([0.9, 1.0, 1.1, 2.0, 2.1], 1) == 3
    assert split_nuclei([0.9, 1.0, 1.1, 2.0, 2.1], 2) == 1
    assert not is_called([3.0] * 15 + [0.0] * 85, 2, 15)
    assert is_called([3.0] * 16 + [0.0] * 84, 2, 15)
    assert is_called([3.0, 0.0], 2, 49.9)


def test_series_has_a_tumour_exactly_at_the_cutoff() -> None:
    assert 15 in {split_nuclei(tumour.gaps, 1) for tumour in SERIES}


def test_no_gap_lies_where_an_eye_could_not_judge_it() -> None:
    gaps = {gap for tumour in SERIES for gap in tumour.gaps}
    assert all(min(abs(gap - 1), abs(gap - 2)) >= 0.2 - 1e-9 for gap in gaps)
    assert max(gaps) < 3.6


def test_series_is_the_same_each_time() -> None:
    constructed_tumours.cache_clear()
    assert constructed_tumours() == SERIES


def test_ppv_agrees_with_scipy() -> None:
    outcome = apply_rule(SERIES, 1, 15)
    value = outcome.ppv()
    assert value is not None
    exact = binomtest(outcome.fused, len(outcome.called)).proportion_ci(method="exact")
    assert value == pytest.approx((1 / 13, exact.low, exact.high), abs=1e-9)


def test_ppv_of_nobody_called_is_none() -> None:
    assert apply_rule(SERIES, 2, 95).ppv() is None
    assert apply_rule([], 1, 15).called == ()


@pytest.mark.parametrize(
    ("gaps", "diameters", "cutoff", "named"),
    [
        ([], 1, 15, "gaps"),
        ([-0.1], 1, 15, "gaps"),
        ([float("nan")], 1, 15, "gaps"),
        ([1.0], -1, 15, "diameters"),
        ([1.0], 1, 101, "cutoff"),
        ([1.0], 1, -1, "cutoff"),
    ],
)
def test_bad_arguments_are_named(gaps: list[float], diameters: float, cutoff: float, named: str) -> None:
    with pytest.raises(ValueError, match=named):
        apply_rule([Tumour(tuple(gaps), False)], diameters, cutoff)
