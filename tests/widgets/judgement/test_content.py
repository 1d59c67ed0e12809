"""The sets of cards to judge: what the loader refuses, and what the course's own file says."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from contract import Refuses

from ntrkcourse.content import ContentError
from ntrkcourse.content.location import content_folder
from ntrkcourse.widgets.judgement.records import load

REQUESTS, CLAIMS, _ = load().set
SOURCE = (content_folder() / "widgets/judgement.toml").read_text(encoding="utf-8")


def test_the_requests_and_who_decides_them():
    assert {card.id: card.verdict for card in REQUESTS.card} == {
        "employer": "consent",
        "journalist": "refuse",
        "hospital": "disclose",
        "police": "refuse",
        "insurer": "consent",
        "court": "disclose",
        "researcher": "refuse",
        "daughter": "consent",
        "company": "refuse",
        "rti": "refuse",
        "cloud": "refuse",
    }
    assert "exception" in next(card.reasons for card in REQUESTS.card if card.id == "court")


def test_no_request_rests_on_a_law_that_is_not_in_force_or_not_indian():
    for card in REQUESTS.card:
        assert not {"dpdp", "foreign"} & set(card.reasons)
        assert card.unsure, f"{card.id} says nothing of what could not be confirmed"


def test_every_rule_answers_a_reader_who_chose_it_in_error():
    assert all(reason.wrong for reason in REQUESTS.reason)


def test_claims_are_of_every_kind_and_never_in_blocks():
    verdicts = [card.verdict for card in CLAIMS.card]
    assert {one: verdicts.count(one) for one in verdicts} == {
        "supported": 3,
        "nuance": 4,
        "outdated": 2,
        "vague": 3,
    }
    assert all(one != other for one, other in pairwise(verdicts))


def test_dates_of_the_law_and_of_the_evidence_are_said():
    for one in (REQUESTS, CLAIMS):
        assert "22 November 2026" in one.caution
    assert "no legal advice" in REQUESTS.caution


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('verdict = "consent"', 'verdict = "maybe"', "card employer', key 'verdict': 'maybe' is none of"),
        ('reasons = ["icmr"]', 'reasons = ["custom"]', "card researcher', key 'reasons': 'custom' is none"),
        ('reasons = ["icmr"]', "reasons = []", "card researcher', key 'reasons': empty"),
        ('reasons = ["exception", "compelled"]', 'reasons = "exception"', "key 'reasons': expected a list"),
        ('id = "journalist"', 'id = "employer"', "card employer', key 'id': used twice"),
        ('id = "refuse"', 'id = "consent"', "verdict consent', key 'id': used twice"),
        ('id = "claim-appraisal"', 'id = "data-requests"', "set data-requests', key 'id': used twice"),
        ('verdict = "outdated"\n', 'verdict = "vague"\n', "verdict outdated', key 'id': no card has"),
        ('wrong = "Passed is', 'x = "Passed is', "key 'x': unknown key"),
        (
            'reasons = ["truncated", "dates"]',
            'reasons = ["dates"]',
            "reason truncated', key 'wrong': missing",
        ),
        ('reasons_question = "On which rule do you rest?"\n', "", "asks for reasons or tallies them"),
        ('\ntally = "What', '\nreasons_question = "Which?"\ntally = "What', "asks for reasons or tallies"),
        ('noun = "Claim"', 'word = "Claim"', "judgements.set[2]', key 'word': unknown key"),
        ("[[set]]", "[[deck]]", "key 'deck': unknown key"),
    ],
)
def test_bad_files_are_refused(refuses: Refuses, before: str, after: str, told: str) -> None:
    assert before in SOURCE
    everywhere = before in ('verdict = "outdated"\n', "[[set]]")
    refuses(load, SOURCE.replace(before, after, -1 if everywhere else 1), told)


def test_an_explanation_without_a_source_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "judgements.toml"
    file.write_text(re.sub(r'(?m)^why = ".*"$', 'why = "So."', SOURCE, count=1), encoding="utf-8")
    with pytest.raises(ContentError, match="card employer', key 'why': links to no fact"):
        load(file)


def test_a_file_without_sets_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "judgements.toml"
    file.write_text("set = []\n" + SOURCE[: SOURCE.index("[[set]]")], encoding="utf-8")
    with pytest.raises(ContentError, match="the file has none"):
        load(file)
