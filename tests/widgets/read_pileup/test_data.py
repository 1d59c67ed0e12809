"""The read pile-up's Python side: every call is handed over whole, with its counts in words."""

from ntrkcourse import load_facts, read_pileup
from ntrkcourse.widgets.read_pileup import ReadPileup
from ntrkcourse.widgets.read_pileup.records import load

DATA = read_pileup().data
PILEUPS = load()
WORDS = PILEUPS.words


def test_every_call_is_the_files() -> None:
    assert len(DATA["call"]) == len(PILEUPS.call) == 8
    for call, shown in zip(PILEUPS.call, DATA["call"], strict=True):
        rows = dict(shown["rows"])
        assert rows[WORDS["row_elsewhere"]] == f"{call.elsewhere} of {call.reads}"
        assert rows[WORDS["row_frame"]] == call.frame
        assert rows[WORDS["row_normals"]] == f"{call.normals} of 20"
        assert (shown["distance"] == WORDS["other_chromosome"]) == (call.distance_kb is None)


def test_counting_rules_pass_six_calls_three_of_them_wrongly() -> None:
    kept = WORDS["rules_kept"].format(rules="")
    passed = [call["verdict"] for call in DATA["call"] if call["counted"].endswith(kept)]
    assert len(passed) == 6
    assert sum(verdict != "report" for verdict in passed) == 3
    one_sided = DATA["call"][1]["counted"]
    assert "✗ columns filled: 1" in one_sided and "✓ reads: 14" in one_sided


def test_facts_are_listed_once_and_exist() -> None:
    facts = ReadPileup.fact_ids(DATA)
    assert len(facts) == len(set(facts)) > 10
    assert set(facts) <= set(load_facts())
    assert {"bio.balance.arriba", "bio.homologs.arriba", "methods.intron.ntrk3.computed"} <= set(facts)


def test_equivalent_carries_the_substance() -> None:
    html = ReadPileup.equivalent(DATA)
    for call in PILEUPS.call:
        assert call.lesson in html and call.sample in html
        assert all(reason.text in html for reason in call.reason)
    assert html.count("<details>") == html.count("<table>") == 8
    assert "constructed" in html and "33 of 38" in html
    for name in ReadPileup.fact_ids(DATA):
        assert f'data-fact="{name}"' in html
