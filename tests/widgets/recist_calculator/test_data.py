"""The RECIST calculator's Python side: classes are classify's, words carry the right arithmetic."""

import json
import re
from html import escape

import pytest

from ntrkcourse import classify, recist_calculator
from ntrkcourse.checks.prose import check_links
from ntrkcourse.content import load_facts
from ntrkcourse.widgets import WIDGETS
from ntrkcourse.widgets.recist_calculator import RecistCalculator, _rules
from ntrkcourse.widgets.recist_calculator.patients import PATIENTS

DATA = recist_calculator().data
BY_ID = {one["id"]: one for one in DATA["patients"]}
SCANS = [(one, scan) for one in PATIENTS for scan in range(1, len(one.weeks) + 1)]


@pytest.mark.parametrize(("patient", "scan"), SCANS, ids=lambda one: getattr(one, "id", str(one)))
def test_every_class_is_that_of_the_rule(patient, scan):
    shown = BY_ID[patient.id]
    sums = [sum(lesion["mm"][at] for lesion in shown["lesions"]) for at in range(scan + 1)]
    assert shown["sums"][: scan + 1] == sums
    nodes = [lesion["mm"][scan] for lesion in shown["lesions"] if lesion["node"]]
    expected = classify(
        sums[0],
        min(sums[:-1]),
        sums[-1],
        new_lesions=bool(shown["new"]) and scan >= shown["new"][0],
        nodes_normal=all(mm < 10 for mm in nodes),
        nodes_mm=sum(nodes),
    )
    assert shown["answers"][scan - 1] == expected
    verdict = {"CR": "complete response", "PR": "partial response", "SD": "stable", "PD": "progression"}
    assert verdict[expected] in shown["words"][scan - 1]


@pytest.mark.parametrize(
    ("patient", "scan", "told"),
    [
        ("nadir", 2, "62 mm against a nadir of 48 mm: up 14 mm, 29.2%: progression."),
        ("nadir", 2, "still below the baseline of 70 mm"),
        ("small", 2, "up 4 mm, 25%. That is 20% or more, but under 5 mm: no progression."),
        ("node", 2, "10 mm is not under 10 mm"),
        ("node", 3, "Only a node of 8 mm is left."),
        ("new", 2, "A new lesion: progression, although the sum fell from 70 to 32 mm, by 54.3%."),
        ("line", 1, "down 29 mm, 29%: under 30%, so stable disease."),
        ("line", 2, "down 30 mm, exactly 30%: partial response."),
        ("line", 3, "up 14 mm, 20%, exactly the limit: progression."),
    ],
)
def test_the_arithmetic_in_words(patient, scan, told):
    assert told in BY_ID[patient]["words"][scan - 1]


def test_each_trap_is_a_wrong_class_at_a_scan_that_exists():
    for one in PATIENTS:
        answers = BY_ID[one.id]["answers"]
        assert one.trap.answer != answers[one.trap.scan - 1]
    assert {answer for one in DATA["patients"] for answer in one["answers"]} == {"CR", "PR", "SD", "PD"}


def test_the_rules_keep_to_the_records():
    facts = load_facts()
    for rule in _rules():
        assert not list(check_links(rule, "recist_calculator.py", "rules", facts))
    assert len(DATA["facts"]) == 6 and all(facts[name].status == "secondary" for name in DATA["facts"])
    assert "second-hand" in DATA["source"]


def test_the_reader_is_told_of_lesions_that_are_not_measured():
    progression, complete = (
        next(rule for rule in _rules() if rule.startswith(f"**{name}**")) for name in ("PD", "CR")
    )
    assert "not measured" in progression and "unmeasured" in complete
    assert "bone" in DATA["intro"] and all(
        "bone" not in name.lower() for one in PATIENTS for name in one.lesions
    )


def test_the_equivalent_carries_every_scan():
    html = RecistCalculator.equivalent(DATA)
    for one in DATA["patients"]:
        for text in (*one["words"], one["moral"]):
            assert escape(text) in html
    assert "<th>Week 16</th><td>36</td><td>26</td><td>62</td><td>PD</td>" in html
    assert "constructed" in html and "New lesion: adrenal gland, 14 mm." in html
    assert set(re.findall(r'data-fact="([^"]+)"', html)) == set(DATA["facts"])


def test_small_registered_and_strict():
    assert len(json.dumps(DATA)) < 8_000
    assert WIDGETS["recist-calculator"] is RecistCalculator
    with pytest.raises(ValueError, match="instance"):
        recist_calculator(instance="")
