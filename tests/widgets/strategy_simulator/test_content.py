"""The assays and the strategies: what the loader refuses, and what the course's own file says."""

import pytest
from contract import Refuses

from ntrkcourse.content import load_facts
from ntrkcourse.content.location import content_folder
from ntrkcourse.widgets.strategy_simulator.records import ASSAYS, load

SOURCE = (content_folder() / "widgets/strategy_simulator.toml").read_text(encoding="utf-8")


def test_figures_of_assays_are_those_of_the_facts_that_their_texts_link_to():
    facts = load_facts()
    percents = [
        facts[f"methods.dnangs.{figure}.solomon2020"].value for figure in ("sensitivity", "specificity")
    ]
    assert load().panel == tuple(percent / 100 for percent in percents)
    success = facts["methods.rnangs.success.luthra2021"]
    assert load().working == (success.events, success.total)


def test_every_assay_is_in_a_strategy_and_one_strategy_is_no_test():
    strategies = load().strategy
    assert {assay for one in strategies for assay, _ in one.steps} == set(ASSAYS)
    assert [one.id for one in strategies if not one.steps] == ["none"]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('stain = ["solomon"', 'stain = ["harrison"', "key 'stain': 'harrison' is none of solomon"),
        ('stain = ["solomon"', 'stain = ["koopman"', "used twice"),
        ('id = "dutch"', 'id = "danish"', "record 'population danish', key 'id': 'danish' is none of"),
        ('id = "dna"\nname = "DNA panel"\nw', 'id = "rna"\nname = "DNA panel"\nw', "must be stain, dna, rna"),
        ('id = "stain-rna"', 'id = "rna"', "used twice"),
        ("price = 1\n", "price = -1\n", "record 'assay stain', key 'price': must not be negative"),
        ('[["dna", "negative"]', '[["dna", "failed"]', "'failed' is none of positive, negative"),
        (
            "[81.1%](fact:methods.dnangs.sensitivity.solomon2020)",
            "81.1%",
            "must link to two facts in per cent",
        ),
        ("fact:methods.rnangs.success.luthra2021", "fact:no.such", "must link to one fact with counts"),
        ("economics = ", "economy = ", "key 'economy': unknown key"),
    ],
)
def test_bad_files_are_refused(refuses: Refuses, before: str, after: str, told: str) -> None:
    assert before in SOURCE
    refuses(load, SOURCE.replace(before, after, 1), told)
