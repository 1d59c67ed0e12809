"""The RECIST calculator's patients and rules: what the loader refuses, and what the course's own file says."""

import pytest
from contract import Refuses

from ntrkcourse.content import load_facts
from ntrkcourse.content.location import content_folder
from ntrkcourse.content.walk import facts_of
from ntrkcourse.widgets.recist_calculator.records import load

RECIST = load()
SOURCE = (content_folder() / "widgets/recist_calculator.toml").read_text(encoding="utf-8")


def test_the_rules_rest_on_records_that_are_second_hand_and_it_is_said():
    facts = load_facts()
    assert len(facts_of(RECIST)) == 6 and all(facts[name].status == "secondary" for name in facts_of(RECIST))
    assert "second-hand" in RECIST.source


def test_the_reader_is_told_of_lesions_that_are_not_measured():
    progression, complete = (
        next(rule for rule in RECIST.rules if rule.startswith(f"**{name}**")) for name in ("PD", "CR")
    )
    assert "not measured" in progression and "unmeasured" in complete
    assert "bone" in RECIST.intro
    assert all("bone" not in lesion.name.lower() for one in RECIST.patient for lesion in one.lesion)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('id = "small"', 'id = "nadir"', "record 'patient nadir', key 'id': used twice"),
        ('short = "CR"', 'short = "XX"', "key 'short': 'XX' is none of CR, PR, SD, PD"),
        ('short = "CR"', 'short = "PR"', "key 'response': must be CR, PR, SD, PD, each once"),
        (
            "[40, 28, 36]",
            "[9, 28, 36]",
            "record 'patient nadir', key 'lesion': diameters[0] must be 10 or more",
        ),
        ("[40, 28, 36]", "[40, 28]", "key 'lesion': lesions must all be measured at the same scans"),
        ("weeks = [8, 16]", "weeks = [8]", "key 'lesion': has 2 scans after baseline, and there are 1 weeks"),
        ("new = { scan = 2", "new = { scan = 3", "record 'patient new', key 'lesion': new_lesion_at must be"),
        (
            "trap = { scan = 2",
            "trap = { scan = 0",
            "record 'patient nadir', key 'trap': SD is no wrong class",
        ),
        (
            'answer = "SD"',
            'answer = "PD"',
            "record 'patient nadir', key 'trap': PD is no wrong class at a scan 2",
        ),
        ("moral = ", "lesson = ", "key 'lesson': unknown key"),
    ],
)
def test_bad_files_are_refused(refuses: Refuses, before: str, after: str, told: str) -> None:
    assert before in SOURCE
    refuses(load, SOURCE.replace(before, after, 1), told)
