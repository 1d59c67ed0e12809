"""The stain field's Python side: counts are the records', fields the model's."""

import pytest

from ntrkcourse import stain_field
from ntrkcourse.content import load_facts
from ntrkcourse.science.proportions import exact_interval
from ntrkcourse.science.staining import any_staining, constructed_fields, score, strict_nuclear
from ntrkcourse.widgets.stain_field import StainField

DATA = stain_field().data
STUDIES = {study["name"]: study for study in DATA["study"]}


def test_the_fields_are_the_models():
    for field, shown in zip(constructed_fields(), DATA["field"], strict=True):
        assert [tuple(map(int, digits)) for digits in zip(*shown["cells"], strict=True)] == list(field.cells)
        assert shown["score"] == list(score(field.cells))
        assert shown["calls"] == [any_staining(field.cells), strict_nuclear(field.cells)]


def test_each_field_is_told_in_counts():
    assert [field["counts"] for field in DATA["field"]] == [
        "38 of 40 nuclei strong, 2 weak; cytoplasm and membranes unstained",
        "1 of 40 nuclei weak; cytoplasm and membranes unstained",
        "cytoplasm of 30 of 40 cells moderate, 6 strong; nuclei and membranes unstained",
        "cytoplasm of 3 of 40 cells weak; nuclei and membranes unstained",
        "none of 12 cells stained",
    ]


@pytest.mark.parametrize("measure", ["sensitivity", "specificity"])
def test_every_mark_is_its_records_count_with_the_exact_interval(measure):
    for study in STUDIES.values():
        for mark in study[measure]:
            if mark is None or "from" in mark:
                continue
            fact = load_facts()[mark["fact"]]
            assert (mark["events"], mark["total"]) == (fact.events, fact.total)
            assert mark["ends"] == pytest.approx(exact_interval(fact.events, fact.total), abs=1e-4)


def test_no_figure_is_given_where_none_was_printed():
    loose, strict = STUDIES["Harrison 2019"]["sensitivity"]
    assert (loose["events"], loose["total"]) == (23, 24)
    assert "events" not in strict
    assert (strict["from"], strict["to"], strict["total"]) == (17, 23, 24)
    assert STUDIES["Solomon 2020"]["sensitivity"][1] is None
    assert STUDIES["Solomon 2020"]["specificity"][1] is None


def test_derived_counts_agree_with_the_records_that_they_come_from():
    facts = load_facts()
    weak = facts["methods.ihc.nonsecretory_breast.falsepos.harrison2019"]
    loose, strict = STUDIES["Harrison 2019"]["specificity"]
    assert loose["events"] == weak.total - weak.events - 1  # one more stained at the membrane
    assert strict["events"] == strict["total"] == weak.total
    assert "181 true negatives" in facts["methods.ihc.secretory_breast.sensitivity.harrison2019"].detail
    ye_loose, ye_nuclear = STUDIES["Ye 2024"]["specificity"]
    assert ye_nuclear["events"] - ye_loose["events"] == 9
    assert "nine" in facts["methods.ihc.nonsecretory_breast.specificity.ye2024"].claim


def test_a_stricter_rule_never_gains_sensitivity_nor_loses_specificity():
    for study in STUDIES.values():
        for measure, sign in (("sensitivity", -1), ("specificity", 1)):
            loose, strict = study[measure]
            if strict:
                assert sign * (strict.get("events", strict.get("to")) - loose["events"]) >= 0


def test_the_equivalent_carries_the_counts_and_what_each_rule_makes_of_a_field():
    html = StainField.equivalent(DATA)
    words = DATA["words"]
    for told in (
        *(field["counts"] for field in DATA["field"]),
        *(words[name] for name in ("call_right", "call_alarm", "call_missed", "mark_unread", "constructed")),
        "23 of 24: 96% (79% to 99.9%)",
        "17 to 23 of 24 possible",
        "181 of 203: 89% (84% to 93%)",
    ):
        assert told in html
    for name in StainField.fact_ids(DATA):
        assert f'data-fact="{name}"' in html
