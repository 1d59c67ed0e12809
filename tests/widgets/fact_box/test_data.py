"""The fact boxes: numbers are the records', the boxes are whole, the equivalent carries them."""

import json
import re
from html import escape

import pytest

from ntrkcourse import fact_box, load_facts
from ntrkcourse.widgets import WIDGETS
from ntrkcourse.widgets.fact_box import CONTROL, FactBoxWidget
from ntrkcourse.widgets.fact_box.records import load

DRUGS = list(load())
BOXES = {drug: fact_box(drug).data for drug in DRUGS}


def row(drug: str, section: str, text: str) -> dict:
    return next(one for one in BOXES[drug]["rows"][section] if one["text"].startswith(text))


def test_rows_of_100_are_the_records() -> None:
    shrank = row("larotrectinib", "benefit", "The tumour shrank")
    assert (shrank["of100"], shrank["figure"], shrank["bounds"]) == (
        "69 of 100",
        "168 of 244",
        "95% interval 63 to 75",
    )
    vanished = row("larotrectinib", "benefit", "The tumour vanished")
    assert (vanished["of100"], vanished["figure"]) == ("26 of 100", "64 of 244")
    assert row("larotrectinib", "harm", "Dizziness")["figure"] == "20% of 361"
    assert row("entrectinib", "harm", "Heart failure")["of100"] == "3 of 100"
    assert row("entrectinib", "harm", "Heart failure")["figure"] == "12 of 355"
    assert row("entrectinib", "benefit", "The tumour vanished")["figure"] == "19 of 121"
    assert row("repotrectinib", "benefit", "Response, with no")["count"] == 58
    assert row("repotrectinib", "harm", "Taste")["figure"] == "50% of 426"
    assert row("repotrectinib", "harm", "Stopped")["figure"] == "3% of 426"


@pytest.mark.parametrize("drug", DRUGS)
def test_every_counted_row_has_a_denominator_and_a_population(drug: str) -> None:
    for section in ("benefit", "harm", "breast"):
        for one in BOXES[drug]["rows"][section]:
            assert " of " in one["figure"]
            assert load_facts()[one["fact"]].population
            assert one["who"]


def test_the_rest_is_read_aloud_from_the_record() -> None:
    assert row("larotrectinib", "time", "Of those")["figure"] == "32.9 months (95% interval 27.3 to 41.7)"
    assert row("larotrectinib", "time", "First patients")["figure"] == "55%"
    assert row("larotrectinib", "approval", "FDA, full")["figure"] == "10 April 2025"
    assert row("repotrectinib", "approval", "FDA")["figure"] == "13 June 2024"
    europe = row("larotrectinib", "approval", "EMA")["figure"]
    assert europe == "25 July 2019 (recommended); September 2019 (authorised)"


@pytest.mark.parametrize("drug", DRUGS)
def test_no_row_shows_a_date_as_the_record_stores_it(drug: str) -> None:
    for rows in BOXES[drug]["rows"].values():
        assert not [one["figure"] for one in rows if re.search(r"\d{4}-\d\d", one["figure"])]


def test_breast_cancer_is_counted_or_said_to_be_missing() -> None:
    assert BOXES["larotrectinib"]["rows"]["breast"][0]["figure"] == "5 of 6"
    for drug in ("entrectinib", "repotrectinib"):
        assert BOXES[drug]["rows"]["breast"] == []
        assert BOXES[drug]["studied"][-1] == "Breast cancer: not found in what we read"


@pytest.mark.parametrize("drug", DRUGS)
def test_doubtful_counts_are_never_rows(drug: str) -> None:
    doubtful = {"therapy.safety.weight_gain.liu2020", "therapy.safety.withdrawal_pain.liu2020"}
    shown = {one["fact"] for rows in BOXES[drug]["rows"].values() for one in rows}
    assert not shown & doubtful


@pytest.mark.parametrize("drug", DRUGS)
def test_second_hand_rows_say_so(drug: str) -> None:
    for rows in BOXES[drug]["rows"].values():
        for one in rows:
            assert one["second"] == (load_facts()[one["fact"]].status == "secondary")


@pytest.mark.parametrize("arguments", [{"drug": "aspirin"}, {"instance": ""}])
def test_bad_arguments_are_named(arguments: dict) -> None:
    with pytest.raises(ValueError, match=next(iter(arguments))):
        fact_box(**arguments)


@pytest.mark.parametrize("drug", DRUGS)
def test_the_equivalent_carries_the_box(drug: str) -> None:
    data = BOXES[drug]
    html = FactBoxWidget.equivalent(data)
    for rows in data["rows"].values():
        for one in rows:
            assert escape(one["text"]) in html
            assert f'data-fact="{one["fact"]}">{escape(one["figure"])}</a>' in html
    assert CONTROL in html
    assert " of 100 (" not in html.split("<summary>")[0], "the box stands behind the guess"
    assert all(escape(text) in html for text in data["missing"])
    assert set(FactBoxWidget.fact_ids(data)) <= set(load_facts())


def test_it_is_registered_and_its_data_is_json() -> None:
    assert WIDGETS["fact-box"] is FactBoxWidget
    assert json.loads(json.dumps(BOXES)) == BOXES
