"""The trial explorer's rows, tasks and words agree with the fact records and the exact interval."""

import json
from itertools import combinations

import pytest

from ntrkcourse import exact_interval, load_facts, trial_explorer
from ntrkcourse.widgets import WIDGETS
from ntrkcourse.widgets.shares import share_of
from ntrkcourse.widgets.trial_explorer import BRAIN, BREAST, HEADLINES, ITSELF, SALIVARY, TrialExplorer
from ntrkcourse.widgets.trial_explorer.rows import BEFORE, DRUGS, FAMILIES, READERS, ROWS, SITES

DATA = trial_explorer().data
BY_FACT = {row["fact"]: row for row in DATA["rows"]}


def told(task: int) -> str:
    return " ".join("".join(span[1] for span in text) for text in DATA["tasks"][task]["told"])


def test_counts_in_a_record_give_the_exact_interval() -> None:
    counted = [row for row in DATA["rows"] if load_facts()[row["fact"]].events is not None]
    assert len(counted) > 9
    for row in counted:
        fact = load_facts()[row["fact"]]
        assert row["figure"] == f"{fact.events} of {fact.total}"
        assert row["interval"] == pytest.approx(exact_interval(fact.events, fact.total), abs=1e-4)
        assert row["percent"] == f"{fact.value:g}%"


def test_a_count_that_is_not_printed_is_worked_out_only_if_it_is_the_only_one() -> None:
    gut = BY_FACT["therapy.larotrectinib.gi.orr.qi2025"]
    assert (gut["figure"], gut["worked"]) == ("28% of 43", "12 of 43")
    assert gut["interval"] == pytest.approx(exact_interval(12, 43), abs=1e-4)
    label = BY_FACT["therapy.larotrectinib.orr.fda2025_n339"]
    assert (label["worked"], label["interval"]) == ("", [0.55, 0.65])
    assert "as published" in label["bounds"]
    maker = BY_FACT["therapy.zurletrectinib.orr.2025"]
    assert maker["interval"] is None and "not given" in maker["bounds"]


def test_a_worked_out_count_agrees_with_what_is_printed() -> None:
    for row in ROWS:
        fact, share = load_facts()[row.fact], share_of(load_facts()[row.fact])
        if share.basis == "worked out":
            assert share.interval is not None
            assert abs(100 * share.point - fact.value) <= 0.5 + 1e-9
            for mine, printed in zip(share.interval, fact.interval or (), strict=False):
                assert abs(100 * mine - printed) <= 0.5 + 1e-9


def test_a_count_whose_interval_is_not_the_printed_one_is_not_used() -> None:
    share = share_of(load_facts()["therapy.safety.weight_gain.liu2020"])
    assert (share.basis, share.events, share.interval) == ("published", None, (0.43, 0.62))


def test_rows_can_be_filtered_by_known_words_alone() -> None:
    for row in ROWS:
        assert row.drug in DRUGS and row.reader in READERS and row.site in SITES
        assert row.before in BEFORE and row.family in FAMILIES
    assert len(BY_FACT) == len(ROWS)
    assert {row["family"] for row in DATA["rows"]} == set(FAMILIES)


def test_no_doubtful_or_recalled_record_is_used() -> None:
    listed = set(TrialExplorer.fact_ids(DATA))
    assert all(load_facts()[fact].status != "recalled" for fact in listed)
    assert not listed & {
        "therapy.entrectinib.ic_orr.onclive2019",
        "therapy.larotrectinib.pcr.fda2025_n339",
        "therapy.safety.withdrawal_pain.liu2020",
    }


def test_the_readers_are_those_that_the_records_name() -> None:
    for row in ROWS:
        fact = load_facts()[row.fact]
        text = f"{fact.claim} {fact.population}"
        if row.reader == "independent":
            assert "independent review" in text
        if row.reader == "investigators":
            assert "investigator" in text


def test_second_hand_rows_say_so() -> None:
    for row in DATA["rows"]:
        assert row["second"] == (load_facts()[row["fact"]].status == "secondary")
    assert "1 of 55 had breast cancer (second-hand)" in told(0)


def test_families_that_grew_say_that_they_must_not_be_added() -> None:
    for family in DATA["families"]:
        if family["id"] in ("larotrectinib", "entrectinib", "naive", "after"):
            assert "grown" in family["note"] and "Never add" in family["note"]


def test_the_breast_task() -> None:
    task = DATA["tasks"][0]
    assert (task["total"], task["width"]) == (6, 64)
    assert "5 of 6 patients with breast cancer" in told(0)
    assert "36% to 100%" in told(0)
    assert task["total"] in task["studied"]


def test_which_drug_cannot_be_told() -> None:
    rows = [BY_FACT[fact] for fact in HEADLINES]
    assert all(row["reader"] == "independent" for row in rows)
    for a, b in combinations(rows, 2):
        assert max(a["interval"][0], b["interval"][0]) <= min(a["interval"][1], b["interval"][1])
    assert "all 3 pairs" in told(1) and "cannot be told" in told(1)
    within = [BY_FACT[fact]["point"] for fact in ITSELF]
    between = [row["point"] for row in rows]
    assert within == sorted(within, reverse=True)
    assert max(within) - min(within) >= max(between) - min(between)
    assert within[-1] < rows[1]["point"] < rows[0]["point"], "the order turns with the data cut"


def test_tumours_do_not_respond_alike() -> None:
    assert BY_FACT[BRAIN]["interval"][1] < BY_FACT[SALIVARY]["interval"][0]
    assert "do not overlap" in told(2)
    assert (DATA["tasks"][2]["low"], DATA["tasks"][2]["high"]) == (27, 84)


def test_the_overexpression_row_stands_apart() -> None:
    row = BY_FACT["therapy.larotrectinib.overexpression.orr2024"]
    assert (row["family"], row["worked"], row["percent"]) == ("warning", "1 of 17", "6%")


def test_linked_facts_exist_and_data_is_json() -> None:
    assert all(fact in load_facts() for fact in TrialExplorer.fact_ids(DATA))
    assert json.loads(json.dumps(DATA)) == DATA


def test_an_empty_instance_is_refused() -> None:
    with pytest.raises(ValueError, match="instance"):
        trial_explorer(instance="")


def test_the_equivalent_carries_every_row() -> None:
    html = TrialExplorer.equivalent(DATA)
    for row in DATA["rows"]:
        assert f'data-fact="{row["fact"]}">{row["figure"]}</a>' in html
        assert row["bounds"] in html
    assert f'data-fact="{BREAST}">5 of 6</a>' in html
    assert html.index("<summary>") < html.index("5 of 6")
    assert "Never add these rows" in html
    assert WIDGETS["trial-explorer"] is TrialExplorer
