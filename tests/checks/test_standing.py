"""F05 and F06: what is said of a record's standing is what the record says."""

from dataclasses import replace

import pytest

from ntrkcourse.checks.standing import check_standing, check_successors
from ntrkcourse.content.facts import load_facts

FACTS = load_facts()
READ = "therapy.repotrectinib.approval.ntrk2024"
HEARD = "policy.gst.entrectinib_nil.mint2025"


def codes(text, facts=FACTS):
    return [problem.code for problem in check_standing(text, "f", "p", facts)]


def test_the_two_records_are_what_the_tests_take_them_for():
    assert FACTS[READ].status == "verified" and FACTS[HEARD].status == "secondary"


@pytest.mark.parametrize(
    "text",
    [
        f"It is [so](fact:{READ}) (second-hand).",
        f"It is [so](fact:{READ}), read second-hand.",
        f"It is [so](fact:{READ}) (second-hand), and [that](fact:{HEARD}).",
        f"It is [so](fact:{READ}), read second-hand.\n\nAnd [that](fact:{HEARD}).",
        f"- It is [so](fact:{READ}), second-hand.\n- And [that](fact:{HEARD}).",
    ],
)
def test_a_record_that_was_read_is_not_called_second_hand(text):
    assert codes(text) == ["F05"]


@pytest.mark.parametrize(
    "text",
    [
        f"It is [so](fact:{HEARD}) (second-hand).",
        f"It is [so](fact:{READ}), and [that](fact:{HEARD}) (second-hand).",
        f"It is [so](fact:{HEARD}).",
        "What is read second-hand bears a mark.",
    ],
)
def test_what_is_said_rightly_or_left_to_the_mark_passes(text):
    assert codes(text) == []


def superseded(by):
    return {
        **FACTS,
        READ: replace(FACTS[READ], superseded_by=by, as_of="2020", source="japan2020", value="x"),
    }


def test_a_superseded_record_is_dated_or_stands_beside_its_successor():
    facts = superseded(HEARD)
    assert codes(f"It says [so](fact:{READ}).", facts) == ["F06"]
    assert codes(f"It says [so](fact:{READ}).\n\nNow [that](fact:{HEARD}).", facts) == ["F06"]
    assert codes(f"In 2023 it said [so](fact:{READ}).", facts) == ["F06"], "the year is another"
    assert codes(f"In 2020 it said [so](fact:{READ}).", facts) == []
    assert codes(f"It said [so](fact:{READ}); now [that](fact:{HEARD}).", facts) == []
    # The successor may be a source of which another record speaks.
    assert (
        codes(f"It said [so](fact:{READ}); now [that](fact:{HEARD}).", superseded(FACTS[HEARD].source)) == []
    )


def test_a_successor_is_another_record_or_a_source():
    assert [problem.code for problem in check_successors(superseded("no.such"))] == ["F06"]
    assert [problem.code for problem in check_successors(superseded(READ))] == ["F06"]
    assert not list(check_successors(superseded(HEARD)))
    assert not list(check_successors(superseded(FACTS[HEARD].source)))
