"""Prose against the registry: each rule catches what it should, and nothing else."""

from dataclasses import replace

import pytest

from ntrkcourse.checks.prose import check_links, check_statistics
from ntrkcourse.content.facts import load_facts

FACTS = load_facts()
ROSS = "epi.ntrk.breast.rossds2020"


def codes(problems):
    return [problem.code for problem in problems]


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
