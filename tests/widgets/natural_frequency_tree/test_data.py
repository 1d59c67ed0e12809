"""The natural-frequency tree's numbers: they are those of the science functions and of the fact registry."""

import math
import re
from typing import Any

import pytest

from ntrkcourse import exact_interval, load_facts, natural_frequency_tree, predictive_values
from ntrkcourse.widgets.natural_frequency_tree import NaturalFrequencyTree


def data() -> dict[str, Any]:
    return natural_frequency_tree().data


def by_id(items: list[dict[str, Any]], name: str) -> dict[str, Any]:
    return next(item for item in items if item["id"] == name)


def cell(given: dict[str, Any], population: str, rule: str) -> dict[str, Any]:
    return by_id(given["stain"], rule)["cells"][by_id(given["population"], population)["at"]]


def test_the_dutch_counts_reproduce_the_published_table() -> None:
    given = data()
    dutch = cell(given, "dutch", "koopman")
    assert dutch["counts"][given["sizes"].index(274)] == [26, 20, 41]
    ppv, npv = dutch["values"][0], dutch["values"][3]
    assert math.isclose(ppv, 20 / 61, rel_tol=1e-6) and math.isclose(npv, 207 / 213, rel_tol=1e-6)
    facts = load_facts()
    assert round(100 * ppv, 1) == facts["methods.ihc.realworld.ppv.koopman2022"].value == 32.8
    assert round(100 * npv, 1) == facts["methods.ihc.realworld.npv.koopman2022"].value == 97.2


def test_unselected_breast_cancer_turns_a_good_stain_into_false_alarms() -> None:
    given = data()
    breast = cell(given, "unselected", "solomon")
    assert breast["counts"][given["sizes"].index(100_000)] == [100, 80, 17_839]
    assert f"{100 * breast['values'][0]:.2f}" == "0.45"
    assert f"{100 * breast['values'][3]:.3f}" == "99.976"


def test_no_false_alarm_among_338_still_leaves_room_for_many() -> None:
    strict = cell(data(), "unselected", "ye")["values"]
    assert strict[0] == strict[2] == 1
    assert strict[1] < 0.07


@pytest.mark.parametrize("rule", ["solomon", "koopman", "ye"])
def test_every_cell_agrees_with_the_science_functions(rule: str) -> None:
    given = data()
    one = by_id(given["stain"], rule)
    (events, total), (kept, without) = one["sensitivity"], one["specificity"]
    ends = [(events / total, kept / without)]
    ends += list(zip(exact_interval(events, total), exact_interval(kept, without), strict=True))
    assert len(one["cells"]) == len(given["prevalences"])
    for prevalence, position in zip(given["prevalences"], one["cells"], strict=True):
        values = [predictive_values(prevalence, *pair) for pair in ends]
        expected = [value.ppv for value in values] + [value.npv for value in values]
        assert position["values"] == pytest.approx(expected, rel=1e-6)
        assert position["values"][1] <= position["values"][0] <= position["values"][2]
        for size, counts in zip(given["sizes"], position["counts"], strict=True):
            if counts:
                exact = (
                    size * prevalence,
                    size * prevalence * ends[0][0],
                    size * (1 - prevalence) * (1 - ends[0][1]),
                )
                assert counts == pytest.approx(exact, abs=0.5)
                assert counts[1] <= counts[0] and counts[2] <= size - counts[0]


@pytest.mark.parametrize("rule", ["solomon", "koopman", "ye"])
def test_the_counts_are_those_of_the_facts(rule: str) -> None:
    one, facts = by_id(data()["stain"], rule), load_facts()
    linked = [facts[span[2]] for span in one["figures"] if span[0] == "fact"]
    assert [one["sensitivity"], one["specificity"]] == [[fact.events, fact.total] for fact in linked]


def test_every_population_and_fact_exists() -> None:
    given = data()
    assert {one["id"]: round(given["prevalences"][one["at"]], 4) for one in given["population"]} == {
        "unselected": 0.001,
        "dutch": round(26 / 274, 4),
        "secretory": 0.9,
    }
    assert set(NaturalFrequencyTree.fact_ids(given)) <= set(load_facts())
    linked = re.findall(r'data-fact="([^"]+)"', NaturalFrequencyTree.equivalent(given))
    assert set(linked) == set(given["facts"])


def test_each_population_opens_at_a_size_that_has_a_tree() -> None:
    given = data()
    for one in given["population"]:
        for rule in given["stain"]:
            assert rule["cells"][one["at"]]["counts"][given["sizes"].index(one["size"])]


def test_the_equivalent_carries_the_numbers() -> None:
    text = NaturalFrequencyTree.equivalent(data())
    for number in (
        "80 of 17,919: 0.45%",
        "99.976%",
        "20 of 61: 32.8%",
        "207 of 213: 97.2%",
        "4 of 5",
        "338 of 338",
    ):
        assert number in text


def test_an_unknown_rule_is_named() -> None:
    with pytest.raises(ValueError, match="rule"):
        natural_frequency_tree(rule="any")
