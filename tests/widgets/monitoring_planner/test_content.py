"""The constructed year: what the loader refuses, and that the course's own file keeps to the records."""

import re
from pathlib import Path

import pytest
from contract import Refuses

from ntrkcourse.checks.prose import check_links, check_statistics
from ntrkcourse.content import ContentError, load_facts
from ntrkcourse.content.inline import fact_ids
from ntrkcourse.content.location import content_folder
from ntrkcourse.content.walk import texts
from ntrkcourse.widgets.monitoring_planner.records import load

YEAR = load()
SOURCE = (content_folder() / "widgets/monitoring_planner.toml").read_text(encoding="utf-8")
TEXTS = [*texts(YEAR)]
STORIES = [YEAR.patient, *(text for event in YEAR.event for text in (event.story, event.moral))]


def test_the_plan_says_what_the_labels_say():
    checks = {check.id: check for check in YEAR.check}
    assert (checks["liver"].slot, checks["liver"].basis) == ("frequent", "source")
    assert {"therapy.larotrectinib.liver_schedule.us2019", "therapy.larotrectinib.liver_schedule.hk"} <= set(
        fact_ids(checks["liver"].why)
    )
    assert checks["echo"].slot == "none"
    assert "therapy.entrectinib.chf.label" in fact_ids(checks["echo"].elsewhere)


def test_the_slots_run_from_the_least_to_the_most_work():
    marks = [len(slot.months) for slot in YEAR.slot]
    assert marks == sorted(marks)


def test_doubtful_figures_are_not_shown():
    for text in (*TEXTS, *STORIES):
        assert not re.search(r"\b(81|62)\b", text)


def test_the_best_action_does_not_always_stand_in_one_place():
    assert len({[one.right for one in event.option].index(True) for event in YEAR.event}) == 4


@pytest.mark.parametrize("text", [*TEXTS, *STORIES])
def test_texts_keep_to_the_records(text):
    assert not list(check_links(text, "content/widgets/monitoring_planner.toml", "why", load_facts()))
    assert not list(check_statistics(text, "content/widgets/monitoring_planner.toml", "why"))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('slot = "frequent"', 'slot = "hourly"', "'hourly' is none of none, before"),
        ('accepts = ["monthly"]', 'accepts = ["hourly"]', "'hourly' is none of none, before"),
        ('accepts = ["monthly"]', 'accepts = ["frequent"]', "'frequent' is the answer already"),
        ('basis = "source"', 'basis = "gossip"', "'gossip' is none of source, ours"),
        ('basis = "fact"', 'basis = "gossip"', "'gossip' is none of fact, ours"),
        ('basis = "fact"', 'basis = "ours"', "links to a fact where its basis is 'fact', and only there"),
        ("right = true", "right = false", "4 with 0 right; three or more, exactly one right"),
        ("months = [0, 2, 4", "months = [2, 0, 4", "must be in order, 0 to 12"),
        ("months = [0, 2, 4", "months = [0, 2, 44", "must be in order, 0 to 12"),
        ('id = "weight"\nname', 'id = "liver"\nname', "used twice"),
        ('id = "hip"', 'id = "dizzy"', "used twice"),
        ('moral = "An expected', 'lesson = "An expected', "unknown key"),
        ("patient = ", "person = ", "unknown key"),
    ],
)
def test_bad_files_are_refused(refuses: Refuses, before: str, after: str, told: str) -> None:
    assert before in SOURCE
    refuses(load, SOURCE.replace(before, after, 1), told)


def test_a_source_needs_a_link(tmp_path: Path) -> None:
    file = tmp_path / "monitoring.toml"
    file.write_text(re.sub(r"\]\(fact:[^)]*\)", "]", SOURCE), encoding="utf-8")
    with pytest.raises(ContentError, match="links to no fact, although its basis is 'source'"):
        load(file)
