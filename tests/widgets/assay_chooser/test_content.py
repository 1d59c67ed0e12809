"""The guide to assays: what the loader refuses, and what the course's own file says."""

from itertools import product
from pathlib import Path

import pytest
from contract import Refuses

from ntrkcourse.content import ContentError
from ntrkcourse.content.location import content_folder
from ntrkcourse.widgets.assay_chooser.records import RATINGS, load

GUIDE = load()
SOURCE = (content_folder() / "widgets/assay_chooser.toml").read_text(encoding="utf-8")


def ratings(sample: str, question: str, constraint: str = "none") -> dict[str, str]:
    return {one.assay.id: one.rating for one in GUIDE.judge(sample, question, constraint)}


def test_every_situation_judges_every_assay_once_best_first() -> None:
    for s, q, c in product(GUIDE.sample, GUIDE.question, GUIDE.constraint):
        judged = GUIDE.judge(s.id, q.id, c.id)
        assert sorted(one.assay.id for one in judged) == sorted(assay.id for assay in GUIDE.assay)
        places = [RATINGS.index(one.rating) for one in judged]
        assert places == sorted(places)
        assert all(one.reasons for one in judged)


def test_guide_says_what_the_records_say() -> None:
    secretory = ratings("good", "secretory")
    assert [name for name, rating in secretory.items() if rating == "good"] == ["fish", "rtpcr", "rna"]
    assert ratings("good", "unselected")["fish"] == "poor"
    assert ratings("good", "dna_negative")["rna"] == "good"
    assert ratings("good", "dna_negative")["dna"] == "poor"
    assert ratings("spoiled", "secretory")["rna"] == "possible"
    assert ratings("tiny", "secretory")["rna"] == "possible"
    assert ratings("good", "unselected", "money")["stain"] == "good"


def test_blood_leaves_only_plasma() -> None:
    for question in GUIDE.question:
        tissue = {name: rating for name, rating in ratings("blood", question.id).items() if name != "plasma"}
        assert set(tissue.values()) == {"poor"}
    assert ratings("blood", "acquired")["plasma"] == "good"


def test_limit_never_raises_a_rating() -> None:
    for s, q, c in product(GUIDE.sample, GUIDE.question, GUIDE.constraint):
        for one in GUIDE.judge(s.id, q.id, c.id):
            assert RATINGS.index(one.rating) >= RATINGS.index(one.unlimited)


def test_among_equals_the_better_answer_comes_first() -> None:
    first, *_ = GUIDE.judge("spoiled", "dna_negative", "none")
    assert (first.assay.id, first.rating) == ("rna", "possible")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('rating = "good"', 'rating = "splendid"', "'splendid' is none of good, possible, poor"),
        ('basis = "ours"', 'basis = "gossip"', "'gossip' is none of"),
        ('basis = "ours"', 'basis = "fact"', "must link to one"),
        ('sample = "blood"', 'sample = "hair"', "'hair' is none of good, spoiled"),
        ('assays = ["rna"]', 'assays = ["ngs"]', "'ngs' is none of stain"),
        ('questions = ["secretory"]', 'questions = ["why"]', "'why' is none of secretory"),
        ('id = "fish"\n', 'id = "stain"\n', "used twice"),
        ('name = "Lump at 34"', 'title = "Lump at 34"', "unknown key"),
        ("[[case]]", "[[story]]", "unknown key"),
        (
            'assay = "dna"\nquestion = "secretory"\n',
            'assay = "dna"\nquestion = "acquired"\n',
            "missing for the question 'secretory'",
        ),
    ],
)
def test_bad_files_are_refused(refuses: Refuses, before: str, after: str, told: str) -> None:
    assert before in SOURCE
    count = -1 if before == "[[case]]" else 1
    refuses(load, SOURCE.replace(before, after, count), told)


def test_empty_table_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "assays.toml"
    file.write_text(SOURCE[: SOURCE.index("[[case]]")], encoding="utf-8")
    with pytest.raises(ContentError, match="'case'"):
        load(file)
