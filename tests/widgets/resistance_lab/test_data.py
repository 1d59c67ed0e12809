"""The resistance lab in Python: the curves are those of simulate, the words those of the records."""

import re

import pytest

from ntrkcourse import resistance_lab
from ntrkcourse.content import load_facts
from ntrkcourse.science.resistance import MECHANISMS, Treatment, drug_table, simulate
from ntrkcourse.widgets.resistance_lab import ResistanceLab, outcome, schedule
from ntrkcourse.widgets.resistance_lab.records import load

DATA = resistance_lab().data
LAB = load()
TUMOURS = {tumour.id: tumour for tumour in LAB.tumour}
CELLS = [(m, d, drug.cells[m]) for m in MECHANISMS for d, drug in drug_table().items()]


def test_outcomes_as_the_answers_tell_them():
    assert {tumour["id"]: [run["outcome"] for run in tumour["runs"]] for tumour in DATA["tumour"]} == {
        "a": ["falls", "falls", "rises", "rises"],
        "b": ["rises", "falls", "rises", "rises"],
        "c": ["rises", "falls", "rises", "falls"],
        "d": ["stays", "falls", "rises", "rises"],
    }


@pytest.mark.parametrize("tumour", DATA["tumour"], ids=lambda tumour: tumour["title"])
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
    totals = [[sum(sizes) for sizes in zip(*tumour["past"], strict=True)] for tumour in DATA["tumour"]]
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
    shown = DATA["mechanism"][MECHANISMS.index(mechanism)]["cells"][list(drug_table()).index(drug)]
    assert shown == {"holds": cell.holds, "fact": cell.fact, "against": cell.against}
    assert set(filter(None, (cell.fact, cell.against))) <= set(DATA["facts"])


def test_every_fact_exists_and_is_linked():
    linked = re.findall(r'data-fact="([^"]+)"', ResistanceLab.equivalent(DATA))
    assert set(linked) == set(DATA["facts"]) <= set(load_facts())
    assert all(load_facts()[name].status != "recalled" for name in DATA["facts"])


def test_the_equivalent_carries_the_substance():
    text = ResistanceLab.equivalent(DATA)
    for told in (
        "NTRK3 G623R 2%",
        "25%",
        "falls: 0.7%",
        "rises: 109%",
        f"month 12: {drug_table()['trk_mapk'].name}",
        LAB.words["assumed"].format(word=LAB.words["escapes"]),
        LAB.model,
        LAB.closing,
    ):
        assert told in text
