"""The clone model against closed forms, laws and an independent integration."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

from ntrkcourse.content.facts import load_facts
from ntrkcourse.science.resistance import MECHANISMS, Clone, Treatment, drug_table, simulate

DRUGS = (None, *drug_table())
rates = st.floats(0, 1)
clone_lists = st.lists(
    st.tuples(st.sampled_from(MECHANISMS), st.floats(0.01, 1000), rates), min_size=1, max_size=4
).map(lambda rows: [Clone(f"clone {n}", *row) for n, row in enumerate(rows)])
schedules = st.lists(
    st.tuples(st.integers(0, 40), st.sampled_from(DRUGS)), max_size=4, unique_by=lambda row: row[0]
).map(lambda rows: [Treatment(drug, month / 4) for month, drug in sorted(rows)])


def test_growth_and_decline_have_their_closed_forms():
    sensitive = Clone("s", "sensitive", 98, 0.25)
    mutant = Clone("m", "solvent_front", 2, math.log(2) / 3)
    run = simulate([sensitive, mutant], [Treatment("first", 0)], months=9, step=1, decline=math.log(2))
    assert run.times == tuple(range(10))
    assert run.sizes["s"] == pytest.approx([98 / 2**month for month in range(10)])
    assert run.sizes["m"] == pytest.approx([2 * 2 ** (month / 3) for month in range(10)])
    free = simulate([sensitive], [], months=2, step=2)
    assert free.sizes["s"] == pytest.approx([98, 98 * math.exp(0.5)])


@settings(max_examples=40, deadline=None)
@given(clone_lists, schedules, rates)
def test_an_independent_integration_agrees(clones, schedule, decline):
    run = simulate(clones, schedule, months=10, step=0.5, decline=decline)
    edges = [0.0, *(one.from_month for one in schedule if 0 < one.from_month < 10), 10.0]
    state, seen = np.array([clone.start for clone in clones]), {0.0: [clone.start for clone in clones]}
    for begin, end in pairwise(edges):
        given_now = [one.drug for one in schedule if one.from_month <= begin]
        drug = drug_table().get(given_now[-1]) if given_now and given_now[-1] else None
        rate = np.array(
            [-decline if drug and drug.cells[one.mechanism].holds else one.growth for one in clones]
        )
        times = [time for time in run.times if begin < time <= end]
        solved = solve_ivp(
            lambda _, size, rate=rate: rate * size,
            (begin, end),
            state,
            t_eval=sorted({*times, end}),
            rtol=1e-9,
            atol=1e-12,
        )
        seen |= dict(zip(solved.t, solved.y.T, strict=True))
        state = solved.y[:, -1]
    for place, time in enumerate(run.times):
        assert [run.sizes[one.name][place] for one in clones] == pytest.approx(
            list(seen[time]), rel=1e-6, abs=1e-9
        )


@given(clone_lists, schedules)
def test_the_burden_is_the_sum_and_each_clone_is_on_its_own(clones, schedule):
    run = simulate(clones, schedule, months=6)
    for place, total in enumerate(run.total):
        assert total == pytest.approx(sum(sizes[place] for sizes in run.sizes.values()))
    alone = simulate(clones[:1], schedule, months=6)
    assert alone.sizes[clones[0].name] == run.sizes[clones[0].name]


@given(clone_lists, st.sampled_from(DRUGS), rates)
def test_a_drug_never_makes_a_clone_larger_than_none(clones, drug, decline):
    treated = simulate(clones, [Treatment(drug, 1)], months=8, decline=decline)
    free = simulate(clones, [], months=8)
    for name, sizes in treated.sizes.items():
        assert all(small <= large * (1 + 1e-12) for small, large in zip(sizes, free.sizes[name], strict=True))


@given(clone_lists, schedules, st.integers(0, 39))
def test_a_treatment_begun_anew_changes_nothing(clones, schedule, quarter):
    at = quarter / 4 + 0.125
    given_then = [one.drug for one in schedule if one.from_month <= at]
    again = Treatment(given_then[-1] if given_then else None, at)
    split = sorted([*schedule, again], key=lambda one: one.from_month)
    whole, parts = (simulate(clones, one, months=11) for one in (schedule, split))
    for name, sizes in whole.sizes.items():
        assert parts.sizes[name] == pytest.approx(sizes)


@given(clone_lists, schedules)
def test_the_run_can_be_stopped_and_taken_up_again(clones, schedule):
    whole = simulate(clones, schedule, months=8, step=4)
    half = simulate(clones, schedule, months=4, step=4).at(4)
    given_then = [one.drug for one in schedule if one.from_month <= 4]
    rest = [Treatment(given_then[-1], 0)] if given_then else []
    rest += [Treatment(one.drug, one.from_month - 4) for one in schedule if one.from_month > 4]
    later = simulate(
        [Clone(one.name, one.mechanism, half[one.name], one.growth) for one in clones],
        rest,
        months=4,
        step=4,
    )
    assert later.at(4) == pytest.approx(whole.at(8))


@given(st.floats(0.1, 20), st.floats(0.05, 3))
def test_times_run_from_nought_to_the_end(months, step):
    times = simulate([Clone("s", "sensitive", 1, 0)], [], months=months, step=step).times
    assert times[0] == 0 and times[-1] == months
    assert all(0 < later - earlier <= step * (1 + 1e-6) for earlier, later in pairwise(times))


def test_a_table_of_ones_own():
    clone = Clone("b", "bypass", 1, 0.1)
    run = simulate([clone], [Treatment("x", 0)], months=1, step=1, decline=1, holds={"x": {"bypass"}})
    assert run.total[-1] == pytest.approx(math.exp(-1))


def test_every_cell_of_the_table_rests_on_a_record_or_is_an_assumption():
    facts = load_facts()
    for drug in drug_table().values():
        assert tuple(drug.cells) == MECHANISMS
        for cell in drug.cells.values():
            for name in filter(None, (cell.fact, cell.against)):
                assert facts[name].status != "recalled"
    assumed = {(d, m) for d, drug in drug_table().items() for m, cell in drug.cells.items() if not cell.fact}
    unread = ("sensitive", "solvent_front", "gatekeeper", "bypass")
    assert assumed == {("type_ii", m) for m in unread} | {
        ("trk_mapk", m) for m in ("solvent_front", "gatekeeper", "xdfg")
    }


def test_the_table_says_what_the_records_say():
    table, facts = drug_table(), load_facts()
    scope = facts["therapy.resistance.secondgen_scope.review2024"]
    assert "active on solvent-front and gatekeeper, not on xDFG" in str(scope.value)
    assert table["next"].holds == {"sensitive", "solvent_front", "gatekeeper"}
    assert "sensitive to type II" in facts["therapy.resistance.xdfg_typeii.cocco2021"].claim
    assert "xdfg" in table["type_ii"].holds
    assert "can restore control" in facts["therapy.resistance.offtarget.cocco2019"].claim
    assert "bypass" in table["trk_mapk"].holds
    assert table["first"].holds == {"sensitive"}


CLONE = Clone("s", "sensitive", 1, 0.1)


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: Clone("s", "luck", 1, 0.1), "mechanism must be one of sensitive"),
        (lambda: Clone("s", "sensitive", -1, 0.1), "start must be from 0"),
        (lambda: Clone("s", "sensitive", 1, math.nan), "growth must be from 0 to 5"),
        (lambda: Treatment("first", -1), "from_month must be from 0 to 120"),
        (lambda: simulate([], [], months=1), "clones must hold one"),
        (
            lambda: simulate([CLONE, CLONE], [], months=1),
            "clones must hold one clone or more, each name once",
        ),
        (lambda: simulate([CLONE], [Treatment("tea", 0)], months=1), "drug must be one of first, next"),
        (
            lambda: simulate([CLONE], [Treatment("first", 2), Treatment("next", 2)], months=3),
            "schedule must be in order of time",
        ),
        (lambda: simulate([CLONE], [], months=0), "months must be above 0"),
        (lambda: simulate([CLONE], [], months=121), "months must be from 0 to 120"),
        (lambda: simulate([CLONE], [], months=1, step=0), "step must be from 0.01"),
        (lambda: simulate([CLONE], [], months=1, decline=-0.1), "decline must be from 0 to 5"),
        (lambda: simulate([CLONE], [], months=1).at(0.3), "month must be one of"),
    ],
)
def test_bad_input_is_named(call, told):
    with pytest.raises(ValueError, match=told):
        call()
