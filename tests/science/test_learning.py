"""Normalised gain against its definition in whole questions."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntrkcourse.science.learning import normalised_gain


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
