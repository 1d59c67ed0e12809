"""The resistance lab in Python: the curves are those of simulate, the words those of the records."""

import json
import re

import pytest

from ntrkcourse import resistance_lab
from ntrkcourse.content import load_facts
from ntrkcourse.science.resistance import MECHANISMS, Treatment, drug_table, simulate
from ntrkcourse.widgets.resistance_lab import ResistanceLab, outcome, schedule
from ntrkcourse.widgets.resistance_lab.records import load

DATA = resistance_lab().data
TUMOURS = {tumour.id: tumour for tumour in load().tumour}
CELLS = [(m, d, drug.cells[m]) for m in MECHANISMS for d, drug in drug_table().items()]


def test_outcomes_as_the_answers_tell_them():
    assert {tumour["id"]: [run["outcome"] for run in tumour["runs"]] for tumour in DATA["tumours"]} == {
        "a": ["falls", "falls", "rises", "rises"],
        "b": ["rises", "falls", "rises", "rises"],
        "c": ["rises", "falls", "rises", "falls"],
        "d": ["stays", "falls", "rises", "rises"],
    }


@pytest.mark.parametrize("tumour", DATA["tumours"], ids=lambda tumour: tumour["title"])
def test_every_curve_is_what_simulate_gives(tumour):
    for run in tumour["runs"]:
        made = simulate(
            TUMOURS[tumour["id"]].clone, schedule(TUMOURS[tumour["id"]], run["choice"]), months=16
        )
        for past, future, sizes in zip(tumour["past"], run["future"], made.sizes.values(), strict=True):
            assert [*past, *future] == pytest.approx(list(sizes), rel=6e-3)
        before = sum(sizes[-1] for sizes in tumour["past"])
        after = sum(sizes[-1] for sizes in run["future"])
        assert run["outcome"] == outcome(before, after)


def test_the_curves_before_the_choice_hardly_differ():
    totals = [[sum(sizes) for sizes in zip(*tumour["past"], strict=True)] for tumour in DATA["tumours"]]
    for sizes in zip(*totals, strict=True):
        assert max(sizes) - min(sizes) < 1
    for total in totals:
        assert total[0] == pytest.approx(100, abs=0.1)
        assert min(total) < 15 < 20 < total[-1]


def test_the_schedules():
    first = Treatment("first", 0)
    assert schedule(TUMOURS["a"], "continue") == [first]
    assert schedule(TUMOURS["a"], "next") == [first, Treatment("next", 10)]
    assert schedule(TUMOURS["c"], "test") == [first, Treatment("trk_mapk", 12)]
    assert schedule(TUMOURS["d"], "test") == [first, Treatment("next", 11), Treatment("type_ii", 13.5)]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [(100, 80, "falls"), (100, 80.1, "stays"), (100, 119.9, "stays"), (100, 120, "rises")],
)
def test_the_bounds_of_an_outcome(before, after, told):
    assert outcome(before, after) == told


@pytest.mark.parametrize(("mechanism", "drug", "cell"), CELLS)
def test_each_cell_of_the_table_is_held_to_its_fact(mechanism, drug, cell):
    shown = DATA["table"]["rows"][MECHANISMS.index(mechanism)][1 + list(drug_table()).index(drug)]
    assert shown == {"word": "held" if cell.holds else "escapes", "fact": cell.fact, "against": cell.against}
    assert set(filter(None, (cell.fact, cell.against))) <= set(DATA["facts"])


def test_every_fact_exists_and_is_linked():
    linked = re.findall(r'data-fact="([^"]+)"', ResistanceLab.equivalent(DATA))
    assert set(linked) == set(DATA["facts"]) <= set(load_facts())
    assert all(load_facts()[name].status != "recalled" for name in DATA["facts"])


def test_the_equivalent_carries_the_substance():
    text = ResistanceLab.equivalent(DATA)
    for words in (
        "NTRK3 G623R 2%",
        "is back at 25% in month 10",
        "falls: 0.7%",
        "rises: 109%",
        "month 12: TRK inhibitor plus a MAPK-pathway drug",
        "escapes (assumed)",
        "made-up growth rates",
        "The kind of resistance chooses the next drug",
    ):
        assert words in text
    assert "JavaScript" not in text


def test_the_data_are_small():
    assert len(json.dumps(DATA)) < 24_000


def test_some_tumours_in_an_order_of_ones_own():
    assert [one["id"] for one in resistance_lab(["c", "a"]).data["tumours"]] == ["c", "a"]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"tumours": ["x"]}, "tumours must be some of a, b, c, d"),
        ({"tumours": ["a", "a"]}, "tumours must be some of"),
        ({"instance": ""}, "instance must not be empty"),
    ],
)
def test_bad_arguments_are_named(given, told):
    with pytest.raises(ValueError, match=told):
        resistance_lab(**given)
