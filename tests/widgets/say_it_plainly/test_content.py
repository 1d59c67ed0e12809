"""The lines to say plainly: what the loader refuses, and what the course's own file says."""

from pathlib import Path

import pytest
from contract import Refuses

from ntrkcourse import reading_grade
from ntrkcourse.content import ContentError, load_facts
from ntrkcourse.content.inline import fact_ids, plain
from ntrkcourse.content.location import content_folder
from ntrkcourse.widgets.say_it_plainly.records import load

CONTENT = load()
SOURCE = (content_folder() / "widgets/say_it_plainly.toml").read_text(encoding="utf-8")
HIGHEST_GRADE = 8


@pytest.mark.parametrize("exercise", CONTENT.exercise, ids=lambda exercise: exercise.id)
def test_model_answers_are_plain_and_long_enough_to_grade(exercise):
    said = plain(exercise.model)
    assert 60 <= len(said.split()) <= 120
    assert reading_grade(said) <= HIGHEST_GRADE
    assert said.endswith("?"), "a model answer ends by asking the patient"


def test_the_grades_to_compare_with_are_the_records():
    target, pages = CONTENT.mark
    facts = [load_facts()[fact_ids(mark.text)[0]] for mark in CONTENT.mark]
    assert "sixth-grade" in facts[0].claim and target.grade == 6
    assert pages.grade == facts[1].value


def test_every_kind_of_word_is_looked_for():
    assert {word.kind for word in CONTENT.word} == {"jargon", "hurtful", "promise", "relative"}


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('kind = "jargon"', 'kind = "slang"', "'slang' is none of jargon, hurtful"),
        ('say = ["benign"]', 'say = ["Benign"]', "'Benign' is not in lower case"),
        ('say = ["benign"]', 'say = ["somatic"]', "'somatic' stands twice"),
        ('say = ["benign"]', 'say = "benign"', "expected a list"),
        ('part = "is_not"', 'part = "isnt"', "'isnt' is none of is, is_not"),
        ('part = "is_not"', 'part = "next"', "expected ('is', 'is_not', 'next', 'unsure')"),
        ('id = "response-rate"', 'id = "fusion-found"', "used twice"),
        ("moral = ", "lesson = ", "unknown key"),
        ("grade = 6\n", "", "missing"),
        ("[[exercise.point]]", "[[exercise.tip]]", "unknown key"),
    ],
)
def test_bad_files_are_refused(refuses: Refuses, before: str, after: str, told: str) -> None:
    assert before in SOURCE
    refuses(load, SOURCE.replace(before, after, 1), told)


def test_a_file_without_exercises_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "plain_words.toml"
    start, end = SOURCE.index("\n[[exercise]]"), SOURCE.index("\n[[word]]")
    file.write_text("exercise = []\n" + SOURCE[:start] + SOURCE[end:], encoding="utf-8")
    with pytest.raises(ContentError, match="the file has none"):
        load(file)
