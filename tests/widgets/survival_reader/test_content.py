"""The survival reader's cohort: what the loader refuses, and which facts stand beside it."""

import re

import pytest
from contract import Refuses

from ntrkcourse.content.location import content_folder
from ntrkcourse.content.walk import facts_of
from ntrkcourse.widgets.survival_reader.records import load

SOURCE = (content_folder() / "widgets/survival_reader.toml").read_text(encoding="utf-8")


def test_each_published_pair_is_a_crude_and_an_estimated_share():
    assert len(facts_of(load())) == 4
    for text in load().published:
        assert len(re.findall(r"\]\(fact:", text)) == 2 and "Kaplan–Meier" in text


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("landmark = 12", "landmark = 25", "key 'landmark': 25 is no month up to the end"),
        ("deaths = [2", "deaths = [25", "key 'deaths': must be months up to 24"),
        ("numbers = [7", "numbers = [8", "key 'numbers': must be 1 to 16, each once"),
        ('way = "floor"', 'way = "cellar"', "key 'way': 'cellar' is none of floor, left out, curve, ceiling"),
        (
            'way = "floor"',
            'way = "ceiling"',
            "key 'estimate': must be floor, left out, curve, ceiling, in this",
        ),
        (
            "The {lost} lost count as dead",
            "The {gone} lost count as dead",
            "key 'estimate': 'The {gone} lost",
        ),
        ('id = "none"', 'id = "some"', "record 'scenario some', key 'id': used twice"),
        ("lost = [0, 1, ", "lost = [1, ", "record 'scenario some', key 'lost': must be 16 months up to 24"),
        ('beside = "some"', 'beside = "none"', "record 'scenario none', key 'beside': 'none' is no other"),
        ('name = "six lost"', 'name = "six lost"\nbeside = "none"', "record 'scenario some', key 'beside'"),
        ('name = "six lost"', 'name = "six lost"\nwhy = "So."', "record 'scenario some', key 'why': a text"),
        (
            "plain counting: {km}",
            "plain counting: {rate}",
            "record 'scenario none', key 'why': asks for rate",
        ),
        ("moral = ", "lesson = ", "key 'lesson': unknown key"),
    ],
)
def test_bad_files_are_refused(refuses: Refuses, before: str, after: str, told: str) -> None:
    assert before in SOURCE
    refuses(load, SOURCE.replace(before, after, 1), told)
