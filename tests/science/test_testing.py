"""Predictive values and strategies against counts, laws and published tables."""

import math
import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ntrkcourse.content.facts import load_facts
from ntrkcourse.science.testing import (
    Assay,
    Step,
    Strategy,
    likelihood_ratios,
    predictive_values,
    run_strategy,
    tests_to_find_one,
)

fractions = st.floats(0, 1)
assays = st.builds(Assay, st.just("assay"), fractions, fractions, st.floats(0, 0.9), st.floats(0, 1000))
steps = st.builds(Step, assays, st.sampled_from(["positive", "negative"]), st.booleans())
strategies = st.builds(Strategy, st.just("strategy"), st.lists(steps, min_size=1, max_size=4).map(tuple))


@given(st.tuples(*[st.integers(0, 500)] * 4))
def test_predictive_values_are_the_shares_of_a_two_by_two_table(table):
    true_positive, false_negative, false_positive, true_negative = table
    fused, other = true_positive + false_negative, false_positive + true_negative
    assume(fused and other and true_positive + false_positive and true_negative + false_negative)
    values = predictive_values(fused / (fused + other), true_positive / fused, true_negative / other)
    assert values.ppv == pytest.approx(true_positive / (true_positive + false_positive), abs=1e-9)
    assert values.npv == pytest.approx(true_negative / (true_negative + false_negative), abs=1e-9)


def test_dutch_registry():
    facts = load_facts()
    sensitivity = facts["methods.ihc.realworld.sensitivity.koopman2022"]
    specificity = facts["methods.ihc.realworld.specificity.koopman2022"]
    fused, other = sensitivity.total, specificity.total
    values = predictive_values(
        fused / (fused + other), sensitivity.events / fused, specificity.events / other
    )
    assert 100 * values.ppv == pytest.approx(facts["methods.ihc.realworld.ppv.koopman2022"].value, abs=0.05)
    assert 100 * values.npv == pytest.approx(facts["methods.ihc.realworld.npv.koopman2022"].value, abs=0.05)


def test_beijing_triple_negative_series():
    facts = load_facts()
    stained, fused = facts["tnbc5.ihc_positive.wu2021"], facts["tnbc5.true_fusion.wu2021"]
    # Only positives were sequenced, so the table's one sure quantity is the positive predictive value.
    false_alarms = stained.events - fused.events
    values = predictive_values(
        fused.events / stained.total, 1, 1 - false_alarms / (stained.total - fused.events)
    )
    assert values.ppv == pytest.approx(1 / 32)


def test_nobody_positive_has_no_predictive_value():
    assert math.isnan(predictive_values(0, 0.9, 1).ppv)
    assert math.isnan(predictive_values(1, 1, 0.9).npv)


@given(st.floats(1e-6, 1), st.floats(0.01, 0.999))
def test_tests_to_find_one_is_the_smallest_number(prevalence, probability):
    n = tests_to_find_one(prevalence, probability)
    assert 1 - (1 - prevalence) ** n >= probability - 1e-9
    if n > 1:
        assert 1 - (1 - prevalence) ** (n - 1) < probability + 1e-9


def test_tests_to_find_one_where_the_quotient_is_whole():
    assert tests_to_find_one(0.5, 0.75) == 2
    assert tests_to_find_one(1, 0.95) == 1


@given(strategies, st.floats(1, 1e6), fractions)
def test_every_fused_tumour_is_found_or_missed(strategy, population, prevalence):
    outcome = run_strategy(strategy, population, prevalence)
    assert outcome.found + outcome.missed == pytest.approx(population * prevalence, abs=1e-6)
    assert outcome.missed >= -1e-6 and outcome.false_alarms <= population * (1 - prevalence) + 1e-6
    assert outcome.failed <= population + 1e-6
    assert outcome.tests == pytest.approx(sum(outcome.runs))
    assert outcome.runs[0] == pytest.approx(population)


def simulate(strategy, population, prevalence, rng):
    """The same strategy, tumour by tumour with dice: an independent implementation."""
    found = false_alarms = failed = tests = 0
    for _ in range(population):
        fused = rng.random() < prevalence
        for number, step in enumerate(strategy.steps, start=1):
            last = number == len(strategy.steps)
            tests += 1
            if rng.random() < step.assay.failure:
                if step.failed_goes_on and not last:
                    continue
                failed += 1
                break
            chance = step.assay.sensitivity if fused else 1 - step.assay.specificity
            result = "positive" if rng.random() < chance else "negative"
            if result == step.goes_on and not last:
                continue
            if result == "positive":
                found += fused
                false_alarms += not fused
            break
    return found, false_alarms, failed, tests


@pytest.mark.parametrize("goes_on", ["positive", "negative"])
@pytest.mark.parametrize("failed_goes_on", [True, False])
def test_expected_counts_agree_with_dice(goes_on, failed_goes_on):
    first = Step(Assay("stain", 0.8, 0.85, 0.1, 1), goes_on, failed_goes_on)
    strategy = Strategy("two steps", (first, Step(Assay("RNA", 0.97, 0.99, 0.09, 10))))
    population = 40_000
    drawn = simulate(strategy, population, 0.2, random.Random(1))
    outcome = run_strategy(strategy, population, 0.2)
    expected = (outcome.found, outcome.false_alarms, outcome.failed, outcome.tests)
    # Five standard deviations of a count never exceed 5 * sqrt(n / 4).
    assert drawn == pytest.approx(expected, abs=5 * math.sqrt(population / 4))


def test_two_steps_against_one():
    stain = Assay("stain", 4 / 5, 23 / 28, cost=1)
    rna = Assay("RNA", 1, 1, failure=0.091, cost=10)
    two = run_strategy(Strategy("stain, then RNA", (Step(stain), Step(rna))), 100_000, 0.001)
    one = run_strategy(Strategy("RNA for all", (Step(rna),)), 100_000, 0.001)
    assert (round(two.found, 1), round(one.found, 1)) == (72.7, 90.9)
    assert two.cost_per_found == pytest.approx((100_000 + 10 * two.runs[1]) / two.found)


def test_bad_arguments_are_named():
    with pytest.raises(ValueError, match="prevalence must be from 0 to 1"):
        predictive_values(82.1, 0.8, 0.8)
    with pytest.raises(ValueError, match="prevalence must be above 0"):
        tests_to_find_one(0)
    with pytest.raises(ValueError, match="sensitivity must be from 0 to 1"):
        Assay("stain", 80, 0.8)
    with pytest.raises(ValueError, match="goes_on must be"):
        Step(Assay("stain", 0.8, 0.8), "maybe")
    with pytest.raises(ValueError, match="steps must hold"):
        Strategy("none", ())
    with pytest.raises(ValueError, match="population must be from 0"):
        run_strategy(Strategy("s", (Step(Assay("a", 1, 1)),)), -1, 0.1)


@given(st.floats(0.01, 0.99), st.floats(0.01, 0.99), st.floats(0.01, 0.99))
def test_a_likelihood_ratio_takes_the_odds_before_to_the_odds_after(prevalence, sensitivity, specificity):
    before = prevalence / (1 - prevalence)
    positive, negative = likelihood_ratios(sensitivity, specificity)
    values = predictive_values(prevalence, sensitivity, specificity)
    assert values.ppv / (1 - values.ppv) == pytest.approx(positive * before, rel=1e-6)
    assert (1 - values.npv) / values.npv == pytest.approx(negative * before, rel=1e-6)


@pytest.mark.parametrize(("pair", "named"), [((1, 0.5), "sensitivity"), ((0.5, 1), "specificity")])
def test_a_test_that_never_errs_has_no_likelihood_ratio(pair, named):
    with pytest.raises(ValueError, match=named):
        likelihood_ratios(*pair)
