"""The read pile-up's Python side: every call is handed over whole, every figure linked is the record's."""

from typing import Any

import pytest

from ntrkcourse import load_facts, read_pileup
from ntrkcourse.checks.prose import check_links
from ntrkcourse.widgets import WIDGETS
from ntrkcourse.widgets.read_pileup import ReadPileup
from ntrkcourse.widgets.read_pileup.records import VERDICTS, load

DATA = read_pileup().data
PILEUPS = load()


def by_name(rows: list[tuple[str, str]]) -> dict[str, str]:
    return dict(rows)


def told(spans: list[Any]) -> str:
    return "".join(span[1] for span in spans)


def test_every_call_is_the_files() -> None:
    assert len(DATA["calls"]) == len(PILEUPS.call) == 8
    for call, shown in zip(PILEUPS.call, DATA["calls"], strict=True):
        assert tuple(shown["columns"]) == call.columns
        assert VERDICTS[shown["verdict"]] == call.verdict
        assert call.reason[shown["reason"]].right
        rows = by_name(shown["rows"])
        assert rows["Reads that fit whole into another gene"] == f"{call.elsewhere} of {call.reads}"
        assert rows["Reading frame"] == call.frame
        assert rows["Normal samples with this junction"] == f"{call.normals} of 20"
        assert (rows["Distance of the genes"] == "different chromosomes") == (call.distance_kb is None)


def test_counting_rules_pass_six_calls_three_of_them_wrongly() -> None:
    passed = [
        call["verdict"]
        for call in DATA["calls"]
        if told(call["rules"]).endswith("This call keeps all three.")
    ]
    assert len(passed) == 6
    assert sum(verdict != VERDICTS.index("report") for verdict in passed) == 3
    one_sided = told(DATA["calls"][1]["rules"])
    assert "✗ columns filled: 1" in one_sided and "✓ reads: 14" in one_sided


@pytest.mark.parametrize("call", PILEUPS.call, ids=lambda call: call.id)
def test_linked_numerals_are_the_records(call: Any) -> None:
    for text in call.texts():
        assert list(check_links(text, "content/widgets/read_pileup.toml", call.id, load_facts())) == []


def test_facts_are_listed_once_and_exist() -> None:
    facts = ReadPileup.fact_ids(DATA)
    assert len(facts) == len(set(facts)) > 10
    assert set(facts) <= set(load_facts())
    assert {"bio.balance.arriba", "bio.homologs.arriba", "methods.intron.ntrk3.computed"} <= set(facts)


def test_a_part_of_the_calls_in_ones_own_order() -> None:
    data = read_pileup(calls=["multimapping", "true"], instance="99").data
    assert [call["name"] for call in data["calls"]] == ["GENE D::NTRK1", "ETV6::NTRK3"]
    assert (data["id"], data["title"]) == ("99", "Two calls: what belongs in the report?")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"calls": ["false"]}, "calls: 'false' is none of true"),
        ({"calls": ["true", "true"]}, "calls: 'true' is given twice"),
        ({"instance": ""}, "instance must not be empty"),
    ],
)
def test_bad_arguments_are_named(arguments: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_pileup(**arguments)


def test_equivalent_carries_the_substance() -> None:
    html = ReadPileup.equivalent(DATA)
    for call in PILEUPS.call:
        assert call.lesson in html and call.sample in html
        assert all(reason.text in html for reason in call.reason)
    assert html.count("<details>") == html.count("<table>") == 8
    assert "constructed" in html and "33 of 38" in html
    for name in ReadPileup.fact_ids(DATA):
        assert f'data-fact="{name}"' in html


def test_is_registered() -> None:
    assert WIDGETS["read-pileup"] is ReadPileup
