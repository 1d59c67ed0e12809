"""The rarity explorer's numbers are those of the facts and of the science functions."""

import pytest

from ntrkcourse import exact_interval, load_facts, rarity_explorer
from ntrkcourse.science import testing
from ntrkcourse.widgets.rarity_explorer import chance_of_one
from ntrkcourse.widgets.rarity_explorer.records import load

RARITY = load()
COHORTS = RARITY.cohort


@pytest.mark.parametrize("position", range(len(COHORTS)))
def test_every_number_comes_from_the_fact(position: int) -> None:
    data = rarity_explorer().data
    cohort, fact = data["cohort"][position], load_facts()[COHORTS[position].fact]
    assert fact.events is not None and fact.total is not None
    rates = (fact.events / fact.total, *exact_interval(fact.events, fact.total))
    assert (cohort["events"], cohort["total"]) == (fact.events, fact.total)
    assert cohort["rates"] == pytest.approx(rates, rel=1e-5)
    assert cohort["needed"] == [testing.tests_to_find_one(rate) for rate in rates]
    for caseload, expected, years in zip(data["caseloads"], cohort["expected"], cohort["years"], strict=True):
        assert expected == pytest.approx(caseload * rates[0], rel=6e-3)
        assert years == pytest.approx([needed / caseload for needed in cohort["needed"]], rel=6e-3)
    for tested, meets in zip(data["tested"], cohort["meets"], strict=True):
        assert meets == pytest.approx(1 - (1 - rates[0]) ** tested, abs=6e-5)


def test_the_largest_breast_cohort_in_counts_of_10_000() -> None:
    first = rarity_explorer().data["cohort"][0]
    assert first["per"] == ["8", "2", "21"]
    assert first["marks"] == [8, 2, 21]


def test_a_tight_interval_keeps_a_decimal() -> None:
    assert rarity_explorer().data["cohort"][-1]["per"] == ["1.6", "1.4", "1.8"]


def test_chance_of_one_agrees_with_the_tests_that_are_needed() -> None:
    needed = testing.tests_to_find_one(4 / 4854)
    assert chance_of_one(4 / 4854, needed) >= 0.95 > chance_of_one(4 / 4854, needed - 1)
    assert chance_of_one(1, 1) == 1


def test_facts_are_listed_for_the_sources() -> None:
    widget = rarity_explorer()
    assert widget.fact_ids(widget.data) == [cohort.fact for cohort in COHORTS]


def test_the_equivalent_carries_the_numbers_and_the_caveat() -> None:
    widget = rarity_explorer()
    html = widget.equivalent(widget.data)
    assert f'data-fact="{COHORTS[0].fact}">4 of 4,854</a> (0.082%)' in html
    assert "8 (2 to 21)" in html
    assert "3,634 (1,420 to 13,339)" in html
    assert RARITY.caveat in html


def test_the_equivalent_escapes_text() -> None:
    widget = rarity_explorer()
    first = {**widget.data["cohort"][0], "name": "<script>", "caution": "a < b"}
    html = widget.equivalent({**widget.data, "cohort": [first]})
    assert "<script>" not in html
    assert "&lt;script&gt;" in html and "a &lt; b" in html
