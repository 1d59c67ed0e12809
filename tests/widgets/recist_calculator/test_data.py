"""The RECIST calculator's Python side: classes are classify's, words carry the right arithmetic."""

import re
from html import escape

import pytest

from ntrkcourse import classify, recist_calculator
from ntrkcourse.widgets.recist_calculator import RecistCalculator
from ntrkcourse.widgets.recist_calculator.records import load

RECIST = load()
PATIENTS = RECIST.patient
DATA = recist_calculator().data
BY_ID = {one["id"]: one for one in DATA["patient"]}
SCANS = [(one, scan) for one in PATIENTS for scan in range(1, len(one.weeks) + 1)]


@pytest.mark.parametrize(("patient", "scan"), SCANS, ids=lambda one: getattr(one, "id", str(one)))
def test_every_class_is_that_of_the_rule(patient, scan):
    shown = BY_ID[patient.id]
    sums = [sum(lesion["mm"][at] for lesion in shown["lesion"]) for at in range(scan + 1)]
    assert shown["sums"][: scan + 1] == sums
    nodes = [lesion["mm"][scan] for lesion in shown["lesion"] if lesion["node"]]
    expected = classify(
        sums[0],
        min(sums[:-1]),
        sums[-1],
        new_lesions=bool(shown["new"]) and scan >= shown["new"]["scan"],
        nodes_normal=all(mm < 10 for mm in nodes),
        nodes_mm=sum(nodes),
    )
    assert shown["answers"][scan - 1] == expected
    assert next(one.name for one in RECIST.response if one.short == expected) in shown["why"][scan - 1]


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
    assert told in BY_ID[patient]["why"][scan - 1]


def test_every_class_is_met():
    assert {answer for one in DATA["patient"] for answer in one["answers"]} == {"CR", "PR", "SD", "PD"}


def test_the_equivalent_carries_every_scan():
    html = RecistCalculator.equivalent(DATA)
    for one in DATA["patient"]:
        for text in (*one["why"], one["moral"]):
            assert escape(text) in html
    assert "<th>Week 16</th><td>36</td><td>26</td><td>62</td><td>PD</td>" in html
    assert "constructed" in html and "New lesion: adrenal gland, 14 mm." in html
    assert set(re.findall(r'data-fact="([^"]+)"', html)) == set(DATA["facts"])
