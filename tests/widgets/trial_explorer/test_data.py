"""The trial explorer's rows, tasks and words agree with the fact records and the exact interval."""

from itertools import combinations

import pytest
from markupsafe import escape

from ntrkcourse import exact_interval, load_facts, trial_explorer
from ntrkcourse.widgets.shares import share_of
from ntrkcourse.widgets.trial_explorer import TrialExplorer
from ntrkcourse.widgets.trial_explorer.records import load

TRIALS = load()
DATA = trial_explorer().data
ROWS = [row for family in DATA["family"] for row in family["row"]]
BY_FACT = {row["fact"]: row for row in ROWS}


def told(task: str) -> str:
    return " ".join("".join(span[1] for span in text) for text in DATA[task]["told"])


def test_counts_in_a_record_give_the_exact_interval() -> None:
    counted = [row for row in ROWS if load_facts()[row["fact"]].events is not None]
    assert len(counted) > 9
    for row in counted:
        fact = load_facts()[row["fact"]]
        assert row["figure"] == f"{fact.events} of {fact.total}"
        assert row["interval"] == pytest.approx(exact_interval(fact.events, fact.total), abs=1e-4)
        assert row["percent"] == f"{fact.value:g}%"


def test_a_count_that_is_not_printed_is_worked_out_only_if_it_is_the_only_one() -> None:
    gut = BY_FACT["therapy.larotrectinib.gi.orr.qi2025"]
    assert (gut["figure"], gut["worked"]) == ("28% of 43", TRIALS.words["worked"].format(counts="12 of 43"))
    assert gut["interval"] == pytest.approx(exact_interval(12, 43), abs=1e-4)
    label = BY_FACT["therapy.larotrectinib.orr.fda2025_n339"]
    assert (label["worked"], label["interval"]) == ("", [0.55, 0.65])
    assert "as published" in label["bounds"]
    maker = BY_FACT["therapy.zurletrectinib.orr.2025"]
    assert maker["interval"] is None and "not given" in maker["bounds"]


def test_a_worked_out_count_agrees_with_what_is_printed() -> None:
    for row in TRIALS.rows.values():
        fact, share = load_facts()[row.fact], share_of(load_facts()[row.fact])
        if share.basis == "worked out":
            assert share.interval is not None
            assert abs(100 * share.point - fact.value) <= 0.5 + 1e-9
            for mine, printed in zip(share.interval, fact.interval or (), strict=False):
                assert abs(100 * mine - printed) <= 0.5 + 1e-9


def test_a_count_whose_interval_is_not_the_printed_one_is_not_used() -> None:
    share = share_of(load_facts()["therapy.safety.weight_gain.liu2020"])
    assert (share.basis, share.events, share.interval) == ("published", None, (0.43, 0.62))


def test_no_doubtful_or_recalled_record_is_used() -> None:
    listed = set(TrialExplorer.fact_ids(DATA))
    assert not listed & {
        "therapy.entrectinib.ic_orr.onclive2019",
        "therapy.larotrectinib.pcr.fda2025_n339",
        "therapy.safety.withdrawal_pain.liu2020",
    }


def test_the_readers_are_those_that_the_records_name() -> None:
    for row in TRIALS.rows.values():
        fact = load_facts()[row.fact]
        text = f"{fact.claim} {fact.population}"
        if row.reader == "independent":
            assert "independent review" in text
        if row.reader == "investigators":
            assert "investigator" in text


def test_second_hand_rows_say_so() -> None:
    for row in ROWS:
        assert row["second"] == (load_facts()[row["fact"]].status == "secondary")


def test_families_that_grew_say_that_they_must_not_be_added() -> None:
    grown = [family for family in TRIALS.family if "grown" in family.note]
    assert len(grown) == 4 and all("Never add" in family.note for family in grown)


def test_the_breast_task() -> None:
    task = DATA["breast"]
    assert (task["total"], task["width"]) == (6, 64)
    assert "36% to 100%: 64 points wide" in told("breast")


def test_which_drug_cannot_be_told() -> None:
    rows = [BY_FACT[fact] for fact in TRIALS.better.shown]
    assert all(row["reader"] == "independent" for row in rows)
    for a, b in combinations(rows, 2):
        assert max(a["interval"][0], b["interval"][0]) <= min(a["interval"][1], b["interval"][1])
    assert f"all {len(rows)} pairs" in told("better")
    feedback = "".join(span[1] for span in DATA["better"]["option"][0]["feedback"])
    assert feedback.startswith("Its 69% ") and "entrectinib's 61.2%" in feedback
    within = [BY_FACT[fact]["point"] for fact in TRIALS.better.again]
    between = [row["point"] for row in rows]
    assert within == sorted(within, reverse=True)
    assert max(within) - min(within) >= max(between) - min(between)
    assert within[-1] < rows[1]["point"] < rows[0]["point"], "the order turns with the data cut"


def test_tumours_do_not_respond_alike() -> None:
    shown = sorted((BY_FACT[fact] for fact in TRIALS.sites.shown), key=lambda row: row["point"])
    brain, *_, salivary = shown
    assert brain["interval"][1] < salivary["interval"][0]
    assert "do not overlap" in told("sites")
    assert (DATA["sites"]["low"], DATA["sites"]["high"]) == (27, 84)
    for row, share in ((salivary, "84%"), (brain, "27%")):
        assert f"{row['figure']}, {share}" in told("sites")


def test_the_overexpression_row_stands_apart() -> None:
    row = BY_FACT["therapy.larotrectinib.overexpression.orr2024"]
    assert row in DATA["family"][-1]["row"] and DATA["family"][-1]["warning"]
    assert (row["worked"], row["percent"]) == (TRIALS.words["worked"].format(counts="1 of 17"), "6%")


def test_the_equivalent_carries_every_row() -> None:
    html = TrialExplorer.equivalent(DATA)
    for row in ROWS:
        assert f'data-fact="{row["fact"]}">{row["figure"]}</a>' in html
        assert row["bounds"] in html
    assert f'data-fact="{TRIALS.breast.fact}">5 of 6</a>' in html
    assert html.index("<summary>") < html.index("5 of 6")
    for family in TRIALS.family:
        assert escape(family.note) in html
