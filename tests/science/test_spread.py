"""The exact test of a spread, against SciPy and against its own laws."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import fisher_exact

from ntrkcourse.science.spread import exact_spread

pair = st.integers(1, 200).flatmap(lambda total: st.tuples(st.integers(0, min(total, 12)), st.just(total)))


@settings(max_examples=60, deadline=None)
@given(pair, pair)
def test_two_groups_are_fishers_exact_test(a: tuple[int, int], b: tuple[int, int]) -> None:
    table = [[a[0], a[1] - a[0]], [b[0], b[1] - b[0]]]
    assert exact_spread([a, b]) == pytest.approx(fisher_exact(table)[1], rel=1e-6)


@settings(max_examples=25, deadline=None)
@given(pair, pair, pair)
def test_order_of_groups_does_not_matter(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> None:
    results = [exact_spread(order) for order in permutations([a, b, c])]
    assert results == [results[0]] * 6
    assert 0 < results[0] <= 1


def test_three_groups_by_hand() -> None:
    # Two events in groups of 1, 1 and 2: C(4, 2) = 6 ways. (0, 0, 2) and (1, 1, 0) have one way each, the
    # other two splits two ways each.
    assert exact_spread([(0, 1), (0, 1), (2, 2)]) == pytest.approx(2 / 6)
    assert exact_spread([(1, 1), (0, 1), (1, 2)]) == 1


def test_no_events_is_no_spread() -> None:
    assert exact_spread([(0, 10), (0, 20)]) == 1


@pytest.mark.parametrize(
    ("groups", "names"),
    [
        ([(1, 2)], "groups"),
        ([(3, 2), (1, 2)], "events"),
        ([(0, 0), (1, 2)], "total"),
        ([(900, 1000), (900, 1000), (900, 1000)], "groups"),
    ],
)
def test_refuses(groups: list[tuple[int, int]], names: str) -> None:
    with pytest.raises(ValueError, match=names):
        exact_spread(groups)
