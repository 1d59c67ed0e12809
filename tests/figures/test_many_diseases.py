"""Chapter 01: what is drawn is what the records, and the questions beside the pictures, say."""

import re

import pytest

from ntrkcourse.content.facts import load_facts
from ntrkcourse.content.questions import load_questions
from ntrkcourse.figures.drawings import esr1_clones, four_tumours, one_core_three_stains
from ntrkcourse.figures.records import frames
from ntrkcourse.figures.stained_field import field
from ntrkcourse.figures.svg import WIDTH


def brown_nuclei(svg: str) -> int:
    return len(re.findall(r'<ellipse[^>]*class="dab solid"', svg))


def nuclei(svg: str) -> int:
    return len(re.findall("<ellipse", svg))


def test_bars_of_the_trial_are_as_long_as_its_shares() -> None:
    assert esr1_clones.groups(load_facts()[esr1_clones.TRIAL]) == [(90, 311), (1, 49)]
    drawn = frames("esr1_clones")[0].body
    bars = [float(width) for width in re.findall(r'width="([\d.]+)" height="14" class="tumour solid"', drawn)]
    assert bars == pytest.approx([WIDTH * 90 / 311, WIDTH / 49], abs=0.1)
    for words in ("90 of 311", "1 of 49"):
        assert words in drawn


def test_in_the_children_an_inherited_change_is_a_chance_for_each() -> None:
    drawn = frames("inherited_acquired")[0].body
    assert drawn.count('class="positive line"') == 2
    # Three tumour cells in both columns, three blood cells in one.
    assert drawn.count('class="positive solid"') == 9


def test_a_field_shows_the_share_of_brown_nuclei_that_was_asked_for() -> None:
    assert brown_nuclei(field(0, 0, 100, 100)) == 0
    drawn = field(0, 0, 100, 100, 0.6)
    assert 0.3 * nuclei(drawn) < brown_nuclei(drawn) <= 0.6 * nuclei(drawn)
    assert brown_nuclei(field(0, 0, 100, 100, 1)) > brown_nuclei(drawn)


def test_the_core_is_pr_positive_alone() -> None:
    assert {stain for stain, share in one_core_three_stains.SHARES.items() if share} == {"pr"}
    drawn = frames("one_core_three_stains")[0].body
    assert brown_nuclei(drawn) > 0
    assert '"dab line"' not in drawn
    assert "dab-pale" not in drawn


def test_one_of_the_four_tumours_is_triple_negative_and_the_question_says_which() -> None:
    """ER and PR count from 1% of nuclei, HER2 by a complete rim."""
    negative = [
        name
        for name, (er, pr, rim) in four_tumours.TUMOURS.items()
        if max(er, pr) < 0.01 and rim != "complete"
    ]
    question = load_questions()["01.four-tumours"]
    right = [option.text for option in question.option if option.correct]
    assert [f"Tumour {name.upper()}" for name in negative] == right


def test_the_tumour_with_few_brown_nuclei_shows_one() -> None:
    rows = frames("four_tumours")[0].body.split("<text")[4:]
    assert [brown_nuclei(row) for row in rows][1] == 1
