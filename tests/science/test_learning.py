"""Gain, item analysis and McNemar's test: against their definitions, and against SciPy."""

from fractions import Fraction

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from ntrkcourse.science.learning import discrimination, kr20, mcnemar, normalised_gain


@given(st.integers(1, 200), st.data())
def test_it_is_the_share_of_the_missed_that_was_gained(size, data):
    before = data.draw(st.integers(0, size - 1))
    after = data.draw(st.integers(0, size))
    expected = Fraction(after - before, size - before)
    assert normalised_gain(before / size, after / size) == pytest.approx(float(expected))


@pytest.mark.parametrize(
    ("pre", "post", "gain"), [(0.4, 0.7, 0.5), (0.5, 0.5, 0), (0, 1, 1), (0.8, 0.7, -0.5)]
)
def test_values_worked_by_hand(pre, post, gain):
    assert normalised_gain(pre, post) == pytest.approx(gain)


def test_nothing_left_to_gain_is_none():
    assert normalised_gain(1, 0.9) is None


@pytest.mark.parametrize(
    ("pre", "post", "name"), [(-0.1, 0.5, "pre"), (0.5, 40, "post"), (float("nan"), 0.5, "pre")]
)
def test_bad_scores_are_refused_by_name(pre, post, name):
    with pytest.raises(ValueError, match=f"{name} must be from 0 to 1"):
        normalised_gain(pre, post)


@given(st.integers(0, 40), st.integers(0, 40))
def test_mcnemar_agrees_with_scipy(gained, lost):
    expected = stats.binomtest(gained, gained + lost).pvalue if gained + lost else 1
    assert mcnemar(gained, lost) == pytest.approx(expected, rel=1e-9)


rooms = st.integers(2, 6).flatmap(
    lambda items: st.lists(st.lists(st.booleans(), min_size=items, max_size=items), min_size=2, max_size=30)
)


@given(rooms)
def test_discrimination_agrees_with_scipy(right):
    own = [row[0] for row in right]
    rest = [sum(row[1:]) for row in right]
    found = discrimination(right, 0)
    if len(set(own)) < 2 or len(set(rest)) < 2:
        assert found is None
    else:
        assert found == pytest.approx(stats.pointbiserialr(own, rest).statistic, abs=1e-9)


@given(rooms)
def test_kr20_is_cronbachs_alpha_of_right_and_wrong(right):
    table = numpy.array(right, float)
    total = table.sum(axis=1).var()
    items = table.shape[1]
    found = kr20(right)
    if total == 0:
        assert found is None
    else:
        assert found == pytest.approx(items / (items - 1) * (1 - table.var(axis=0).sum() / total))


def test_kr20_needs_two_items_and_two_learners():
    assert kr20([]) is None and kr20([[True, False]]) is None and kr20([[True], [False]]) is None
