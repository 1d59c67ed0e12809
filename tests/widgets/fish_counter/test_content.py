"""The study and its two rules: what the loader refuses, and what the course's own file says."""

import pytest
from contract import Refuses

from ntrkcourse.content.location import content_folder
from ntrkcourse.content.walk import facts_of
from ntrkcourse.widgets.fish_counter.records import load

SOURCE = (content_folder() / "widgets/fish_counter.toml").read_text(encoding="utf-8")


def test_each_rule_links_to_the_fact_that_counts_what_it_calls():
    for rule in load().rule:
        assert facts_of(rule) == [rule.fact]
    assert {load().stained, load().fused} <= set(facts_of(load()))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('fact = "tnbc5.fish_loose.wu2021"', 'fact = "tnbc5.no_such"', "no fact has the id 'tnbc5.no_such'"),
        (
            'fact = "tnbc5.fish_loose.wu2021"',
            'fact = "tnbc5.fish_strict.wu2021"',
            "record 'rule one signal diameter', key 'fact': fact 'tnbc5.fish_strict.wu2021' counts 2 of 32",
        ),
        ('stained = "tnbc5.ihc_positive.wu2021"', 'stained = "tnbc.zitomarino2023.ihc"', "key 'stained'"),
        ('fused = "tnbc5.true_fusion.wu2021"', 'fused = "tnbc5.others_negative.wu2021"', "key 'fused'"),
        ('short = "one diameter"', 'short = "one diameter"\nx = 1', "key 'x': unknown key"),
        ("closing = [", "close = [", "key 'close': unknown key"),
    ],
)
def test_bad_files_are_refused(refuses: Refuses, before: str, after: str, told: str) -> None:
    assert before in SOURCE
    refuses(load, SOURCE.replace(before, after, 1), told)
