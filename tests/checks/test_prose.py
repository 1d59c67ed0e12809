"""Prose against the registry: each rule catches what it should, and nothing else."""

from dataclasses import replace

import pytest

from ntrkcourse.checks.numerals import numerals, numerals_of
from ntrkcourse.checks.prose import check_links, check_statistics
from ntrkcourse.content.facts import load_facts

FACTS = load_facts()
ROSS = "epi.ntrk.breast.rossds2020"


def codes(problems):
    return [problem.code for problem in problems]


def test_numerals():
    assert numerals("4 of 4,854 (0.080%), ETV6, 61–85, −3, 1,20,000 and 2018.") == [
        *("4", "4854", "0.08", "61", "85", "3", "120000", "2018")
    ]


@pytest.mark.parametrize(
    "shown", ["4 of 4,854", "0.08%", "0.082% (95% CI 0.02–0.21)", "1 in 1,200", "8 in 10,000 (2 to 21)"]
)
def test_figures_of_the_record(shown):
    assert codes(check_links(f"So [{shown}](fact:{ROSS}) it is.", "f", "p", FACTS)) == []


@pytest.mark.parametrize("shown", ["5 of 4,854", "0.8%", "0.082 to 2%", "1 in 12,000", "0.082% (0.02–0.31)"])
def test_foreign_figures(shown):
    (problem,) = check_links(f"[{shown}](fact:{ROSS})", "notebooks/x.ipynb", "cell 3", FACTS)
    assert problem.code == "F03"
    assert str(problem).startswith("notebooks/x.ipynb, cell 3: F03:") and ROSS in problem.advice


def test_a_slip_by_ten_is_not_excused_by_a_share_per_thousand():
    assert "0.8" in numerals_of(FACTS[ROSS])
    (problem,) = check_links(f"[0.8%](fact:{ROSS})", "f", "p", FACTS)
    assert "0.8%" in problem.advice


def test_unknown_and_recalled_facts():
    assert codes(check_links("[x](fact:no.such)", "f", "p", FACTS)) == ["F02"]
    recalled = {ROSS: replace(FACTS[ROSS], status="recalled")}
    assert codes(check_links(f"[4](fact:{ROSS})", "f", "p", recalled)) == ["F02"]


@pytest.mark.parametrize(
    "text",
    [
        "About 82% stain.",
        "A share of 82.1 per cent.",
        "Only 3 of 12 did.",
        "It is 1 in 1,200.",
        "That is 8 in 10,000 women.",
        "The interval runs 90–95%.",
    ],
)
def test_a_bare_statistic_is_found(text):
    assert "F04" in codes(check_statistics(text, "f", "p"))


@pytest.mark.parametrize(
    "text",
    [
        f"A rate of [0.08%](fact:{ROSS}).",
        "Chapter 3 has 40 minutes and exon 15.",
        ":::{admonition} Worked example: a made-up hospital\nSay 82% stain.\n:::",
        "```python\nx = '82%'\n```",
        "The code `82%` is no claim.",
    ],
)
def test_what_is_no_bare_statistic(text):
    assert codes(check_statistics(text, "f", "p")) == []


def test_the_complement_and_a_per_thousand_follow_from_counts():
    own = numerals_of(FACTS[ROSS])
    assert {"4850", "99.9", "10000", "8", "21"} <= own
