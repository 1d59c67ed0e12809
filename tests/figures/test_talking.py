"""Chapter 10: people in the pictures are as many as the records count."""

import re

import pytest

from ntrkcourse.content.facts import load_facts
from ntrkcourse.figures.drawings import (
    family_lines,
    promise_hundred,
    six_patients,
    sorted_positives,
    told_in_full,
    two_crowds,
)
from ntrkcourse.figures.records import find, frames
from ntrkcourse.science.testing import predictive_values


def dots(name: str, kind: str) -> int:
    return frames(name)[0].body.count(f'class="{kind}"')


def test_a_frame_for_each_of_the_six_steps() -> None:
    assert len(find("spikes_steps").frame) == load_facts()["communication.spikes.six_steps.baile2000"].value


def test_filled_dots_are_those_who_want_it_told() -> None:
    assert load_facts()[told_in_full.SURVEY].value == 81.2
    assert told_in_full.shares() == [81, 34]
    assert dots("told_in_full", "patient solid") == 81 + 34
    assert dots("told_in_full", "muted soft thin") == 200 - 81 - 34


def test_the_sorted_crowd_agrees_with_the_formula() -> None:
    ill, found, alarmed = sorted_positives.counts()
    assert (ill, found, alarmed) == (30, 15, 299)
    assert found / (found + alarmed) == pytest.approx(predictive_values(0.003, 0.5, 0.97).ppv, abs=0.001)
    assert dots("sorted_positives", "tumour solid") == found
    assert dots("sorted_positives", "muted line thin") == alarmed


def test_six_patients_and_their_interval() -> None:
    fact = load_facts()[six_patients.TRIAL]
    drawn = frames("six_patients")[0].body
    assert drawn.count("right line") == fact.events == 5
    low, high = fact.interval
    x, width = map(
        float, re.search(r'x="([\d.]+)" y="[\d.]+" width="([\d.]+)"[^>]*uncertainty', drawn).groups()
    )
    assert (x, x + width) == pytest.approx((six_patients.place(low), six_patients.place(high)), abs=0.2)


def test_three_hundreds_are_those_of_page_and_trial() -> None:
    assert promise_hundred.counts() == {"page": (80, 90), "found": (38, 38), "assigned": (18, 18)}
    assert dots("promise_hundred", "drug solid") == 80 + 38 + 18
    assert dots("promise_hundred", "drug soft") == 10


def test_shares_of_inherited_variants_are_those_of_the_study() -> None:
    assert family_lines.shares() == {"often": 80, "seldom": 2}


def test_the_crowds_of_the_question_are_those_of_its_options() -> None:
    assert two_crowds.BROKEN == {"without": 8, "with": 6}
    assert dots("two_crowds", "tumour solid") == 14
