"""The fact boxes: numbers are the records', the boxes are whole, the equivalent carries them."""

import re

import pytest
from markupsafe import escape

from ntrkcourse import fact_box, load_facts
from ntrkcourse.widgets.fact_box import FactBoxWidget
from ntrkcourse.widgets.fact_box.records import SECTIONS, load

DRUGS = [box.drug for box in load().box]
WORDS = load().words
BOXES = {drug: fact_box(drug).data for drug in DRUGS}


def rows_of(drug: str) -> list[list[dict]]:
    return [BOXES[drug][section] for section in SECTIONS]


def row(drug: str, section: str, text: str) -> dict:
    return next(one for one in BOXES[drug][section] if one["text"].startswith(text))


def test_rows_of_100_are_the_records() -> None:
    shrank = row("larotrectinib", "benefit", "The tumour shrank")
    assert (shrank["of100"], shrank["figure"], shrank["note"]) == (
        "69 of 100",
        "168 of 244",
        WORDS["interval"].format(low=63, high=75),
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
        for one in BOXES[drug][section]:
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
    for rows in rows_of(drug):
        assert not [one["figure"] for one in rows if re.search(r"\d{4}-\d\d", one["figure"])]


def test_breast_cancer_is_counted_or_said_to_be_missing() -> None:
    assert BOXES["larotrectinib"]["breast"][0]["figure"] == "5 of 6"
    for drug in ("entrectinib", "repotrectinib"):
        assert BOXES[drug]["breast"] == []
        assert BOXES[drug]["studied"][-1] == WORDS["studied_none"]


@pytest.mark.parametrize("drug", DRUGS)
def test_doubtful_counts_are_never_rows(drug: str) -> None:
    doubtful = {"therapy.safety.weight_gain.liu2020", "therapy.safety.withdrawal_pain.liu2020"}
    shown = {one["fact"] for rows in rows_of(drug) for one in rows}
    assert not shown & doubtful


@pytest.mark.parametrize("drug", DRUGS)
def test_second_hand_rows_say_so(drug: str) -> None:
    for rows in rows_of(drug):
        for one in rows:
            second = load_facts()[one["fact"]].status == "secondary"
            assert one["note"].endswith(WORDS["second_hand"]) == second


def test_another_drug_is_refused() -> None:
    with pytest.raises(ValueError, match="drug must be one of larotrectinib"):
        fact_box("aspirin")


@pytest.mark.parametrize("drug", DRUGS)
def test_the_equivalent_carries_the_box(drug: str) -> None:
    data = BOXES[drug]
    html = FactBoxWidget.equivalent(data)
    for rows in rows_of(drug):
        for one in rows:
            assert escape(one["text"]) in html
            assert f'data-fact="{one["fact"]}">{escape(one["figure"])}</a>' in html
    assert WORDS["control"] in html
    assert " of 100 (" not in html.split("<summary>")[0], "the box stands behind the guess"
    assert all(escape(text) in html for text in data["missing"])
    assert set(FactBoxWidget.fact_ids(data)) <= set(load_facts())
