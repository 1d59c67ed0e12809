"""What the loader refuses, and that each rung is what the science functions make of the facts' counts."""

from math import isclose

import pytest
from contract import Refuses

from ntrkcourse import load_facts, odds_ladder, predictive_values
from ntrkcourse.content.location import content_folder
from ntrkcourse.widgets.odds_ladder.records import load

SOURCE = (content_folder() / "widgets/odds_ladder.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('id = "dutch"', 'id = "danish"', "record 'stop danish', key 'id': 'danish' is none of unselected"),
        ("asked = 0.2", "asked = 0.21", "key 'asked': the handle does not stop at 0.21"),
    ],
)
def test_what_makes_no_sense_is_refused(refuses: Refuses, before: str, after: str, told: str) -> None:
    assert before in SOURCE
    refuses(load, SOURCE.replace(before, after, 1), told)


def test_a_result_multiplies_the_odds_by_its_ratio() -> None:
    facts, data = load_facts(), odds_ladder().data
    found = facts["methods.ihc.realworld.sensitivity.koopman2022"]
    quiet = facts["methods.ihc.realworld.specificity.koopman2022"]
    sensitivity, specificity = found.events / found.total, quiet.events / quiet.total
    assert [f"{ratio:.2f}" for ratio in data["ratios"]] == ["4.65", "0.28"]
    for rung in data["rung"]:
        values = predictive_values(rung["before"], sensitivity, specificity)
        assert (rung["positive"], rung["negative"]) == (values.ppv, 1 - values.npv)
        for after, ratio in zip((rung["positive"], rung["negative"]), data["ratios"], strict=True):
            before = rung["before"] / (1 - rung["before"])
            assert isclose(after / (1 - after), ratio * before, rel_tol=1e-9)


def test_the_handle_stops_at_each_group_of_the_chapter() -> None:
    named = {rung["name"]: rung["before"] for rung in odds_ladder().data["rung"] if rung["name"]}
    assert named == {"ordinary": 0.001, "Dutch set": 26 / 274, "secretory look": 0.9}


def test_a_stain_without_an_error_has_no_ratio() -> None:
    with pytest.raises(ValueError, match="stain must be one of solomon, koopman, got 'ye'"):
        odds_ladder(stain="ye")
