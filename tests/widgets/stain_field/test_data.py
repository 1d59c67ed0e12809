"""The stain field's Python side: counts are the records', fields the model's."""

import json

import pytest

from ntrkcourse import stain_field
from ntrkcourse.checks.prose import check_links
from ntrkcourse.content import load_facts
from ntrkcourse.science.proportions import exact_interval
from ntrkcourse.science.staining import any_staining, constructed_fields, score, strict_nuclear
from ntrkcourse.widgets import WIDGETS
from ntrkcourse.widgets.stain_field import _NOTES, _TOLD, StainField, _intro

DATA = stain_field().data
STUDIES = {study["name"]: study for study in DATA["studies"]}


def test_the_fields_are_the_models():
    for field, shown in zip(constructed_fields(), DATA["fields"], strict=True):
        assert [tuple(map(int, digits)) for digits in zip(*shown["cells"], strict=True)] == list(field.cells)
        assert shown["score"] == list(score(field.cells))
        assert shown["calls"] == [any_staining(field.cells), strict_nuclear(field.cells)]


def test_each_field_is_told_in_counts():
    assert [field["counts"] for field in DATA["fields"]] == [
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


@pytest.mark.parametrize("text", [*(told[2] for told in _TOLD.values()), *_NOTES, _intro(5)])
def test_links_show_the_records_own_figures(text):
    assert not list(check_links(text, "stain_field", "text", load_facts()))


def test_fields_can_be_chosen():
    data = stain_field(["small-core"]).data
    assert len(data["fields"]) == 1
    assert "one drawn field " in StainField.equivalent(data)


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ({"fields": []}, "fields"),
        ({"fields": ["secretory", "secretory"]}, "fields"),
        ({"fields": ["other"]}, "fields"),
        ({"instance": ""}, "instance"),
    ],
)
def test_bad_arguments_are_named(arguments, named):
    with pytest.raises(ValueError, match=named):
        stain_field(**arguments)


def test_the_equivalent_carries_the_substance():
    html = StainField.equivalent(DATA)
    for told in (
        "38 of 40 nuclei strong",
        "false alarm",
        "misses the fusion",
        "23 of 24: 96% (79% to 99.9%)",
        "17 to 23 of 24 possible; no count printed",
        "181 of 203: 89% (84% to 93%)",
        "not read",
        "constructed",
    ):
        assert told in html
    for name in StainField.fact_ids(DATA):
        assert f'data-fact="{name}"' in html


def test_data_is_small_and_the_widget_registered():
    assert len(json.dumps(DATA)) < 12_000
    assert WIDGETS["stain-field"] is StainField
