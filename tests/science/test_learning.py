"""Gain, item analysis and what changed between two tests: against definitions, SciPy and published results."""

import math
from fractions import Fraction

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import optimize, stats

from ntrkcourse.science.learning import (
    by_chance,
    discrimination,
    kr20,
    mcnemar,
    normalised_gain,
    paired_difference,
)


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


@pytest.mark.parametrize(
    ("gained", "lost", "pairs", "level", "low", "high"),
    [
        # Complete response before and after consolidation (Cavo 2012): R's contingencytables, its own test.
        (6, 16, 161, 0.95, -0.1240, -0.0054),
        # R's PropCIs::scoreci.mp(25, 28, 618, 0.90), as two projects hold themselves to it.
        (28, 25, 618, 0.90, -0.0148, 0.0247),
    ],
)
def test_without_the_correction_it_is_the_score_interval_of_other_programs(
    gained, lost, pairs, level, low, high
):
    found = paired_difference(gained, lost, pairs, level, corrected=False)
    assert found == pytest.approx((low, high), abs=5e-5)


def score(difference, gained, lost, pairs):
    """Tango's statistic from its definition: the likelihood at this difference is made greatest by a search."""

    def lack(losses):
        cells = (
            (gained, losses + difference),
            (lost, losses),
            (pairs - gained - lost, 1 - difference - 2 * losses),
        )
        return -sum(count * math.log(max(share, 1e-300)) for count, share in cells if count)

    ends = max(0, -difference), (1 - difference) / 2
    losses = optimize.minimize_scalar(lack, bounds=ends, method="bounded", options={"xatol": 1e-12}).x
    spread = math.sqrt(pairs * (2 * losses + difference - difference**2))
    return (gained - lost - pairs * difference) / spread


@pytest.mark.parametrize(("gained", "lost"), [(6, 2), (2, 6), (1, 9), (5, 5), (12, 1), (3, 0)])
def test_its_ends_are_where_the_score_is_the_quantile(gained, lost):
    low, high = paired_difference(gained, lost, 24, corrected=False)
    assert score(low, gained, lost, 24) == pytest.approx(1.959964, abs=2e-3)
    assert score(high, gained, lost, 24) == pytest.approx(-1.959964, abs=2e-3)


PAIRS = 24
TABLES = [(gained, lost) for gained in range(PAIRS + 1) for lost in range(PAIRS + 1 - gained)]


def test_it_turns_with_its_table_and_holds_what_was_seen():
    for gained, lost in TABLES:
        low, high = paired_difference(gained, lost, PAIRS)
        assert -1 <= low <= (gained - lost) / PAIRS <= high <= 1
        turned = paired_difference(lost, gained, PAIRS)
        assert (-turned[1], -turned[0]) == pytest.approx((low, high), abs=1e-12)


def test_it_covers_what_it_promises_over_all_tables_of_a_form():
    """Exactly, by summing the chance of every table, on a grid of true shares."""
    found = [(*table, *paired_difference(*table, PAIRS)) for table in TABLES]
    least = 1.0
    for up in range(0, 41, 2):
        for down in range(0, 41 - up, 2):
            gains, losses = up / 40, down / 40
            covered = sum(
                stats.multinomial.pmf(
                    [gained, lost, PAIRS - gained - lost], PAIRS, [gains, losses, 1 - gains - losses]
                )
                for gained, lost, low, high in found
                if low - 1e-9 <= gains - losses <= high + 1e-9
            )
            least = min(least, covered)
    assert 0.95 < least < 0.99


def test_it_leaves_out_no_change_where_mcnemars_exact_test_says_so_too():
    apart = []
    for gained, lost in TABLES:
        low, high = paired_difference(gained, lost, PAIRS)
        if (low > 0 or high < 0) != (mcnemar(gained, lost) < 0.05):
            apart.append(mcnemar(gained, lost))
    assert len(apart) <= 2 and all(0.045 < p < 0.05 for p in apart)


def test_bad_tables_are_refused_by_name():
    for arguments, told in (
        ((5, 0, 4), "gained"),
        ((0, -1, 4), "lost"),
        ((3, 2, 4), "together"),
        ((0, 0, 0), "pairs"),
    ):
        with pytest.raises(ValueError, match=told):
            paired_difference(*arguments)


CHANCES = [0.2 + 0.6 * (at + 0.5) / PAIRS for at in range(PAIRS)]


def sit(draw, chances):
    """Right or wrong in each question, for readers down and questions across."""
    return draw.random(chances.shape) < chances


def test_chance_alone_is_what_readers_show_who_learn_nothing():
    draw = numpy.random.default_rng(20_261_201)
    chances = numpy.tile(CHANCES, (20_000, 1))
    before, after = sit(draw, chances), sit(draw, chances)
    gained, lost = (~before & after).sum(axis=1), (before & ~after).sum(axis=1)
    found = by_chance(CHANCES, 3)
    assert ((gained - lost) >= 3).mean() == pytest.approx(found.gain, abs=0.01)
    significant = [mcnemar(int(one), int(other)) < 0.05 for one, other in zip(gained, lost, strict=True)]
    assert numpy.mean(significant) == pytest.approx(found.significant, abs=0.005)
    # One reader in five: what chapter 13 says of a gain of three.
    assert 0.2 < found.gain < 0.25 and found.significant < 0.05


def test_a_coin_keeps_an_easier_form_out_of_the_mean_gain():
    """Readers of all abilities; form B is easier by half a unit on the scale of ability, and the course gives one."""
    draw = numpy.random.default_rng(1)
    readers, learnt, easier = 6000, 1.0, 0.5
    ability = draw.normal(0, 1, (readers, 1))
    hard = draw.normal(0.5, 1, PAIRS)

    def share(who, taught, form):
        chances = 1 / (1 + numpy.exp(-(ability[who] + learnt * taught - hard + easier * (form == "B"))))
        return sit(draw, chances).mean(axis=1)

    def mean_gain(who, first):
        second = "B" if first == "A" else "A"
        return (share(who, 1, second) - share(who, 0, first)).mean()

    everybody = numpy.arange(readers)
    # What the course gives on either form, each sat twice by other readers.
    true = numpy.mean([(share(everybody, 1, form) - share(everybody, 0, form)).mean() for form in "AB"])
    coin = draw.random(readers) < 0.5
    by_order = [mean_gain(everybody[coin], "A"), mean_gain(everybody[~coin], "B")]
    error = 0.01
    assert numpy.mean(by_order) == pytest.approx(true, abs=error)
    # Without it all readers meet form A first, and the easier form passes for learning.
    bias = mean_gain(everybody, "A") - true
    assert bias > 8 * error
    assert by_order[0] - by_order[1] == pytest.approx(2 * bias, abs=3 * error)
