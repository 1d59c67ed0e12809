"""The fact boxes' file: what the loader refuses, and what the course's own file says."""

from pathlib import Path

import pytest
from contract import Refuses

from ntrkcourse.content import ContentError
from ntrkcourse.content.location import content_folder
from ntrkcourse.widgets.fact_box.records import load

BOXES = load().box
SOURCE = (content_folder() / "widgets/fact_box.toml").read_text(encoding="utf-8")


def test_the_course_has_its_three_boxes():
    assert [box.drug for box in BOXES] == ["larotrectinib", "entrectinib", "repotrectinib"]
    for box in BOXES:
        assert len(box.benefit) > 1 and len(box.harm) > 3 and box.time and box.approval


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('drug = "entrectinib"', 'drug = "larotrectinib"', "used twice"),
        ("guess = true", "guess = false", "0 rows are guessed"),
        ('part = "complete"', 'part = "complete"\nguess = true', "2 rows are guessed"),
        (
            'orr.asco2022_n244"',
            'no.such"',
            "no fact 'therapy.larotrectinib.no.such' that may be taught",
        ),
        ('part = "complete"', 'part = "partial remission"', "lists no share named 'partial remission'"),
        ("[[box.time]]", "[[box.times]]", "unknown key"),
        ("[[box", "[[drug", "unknown key"),
        ('text = "Dizziness"\n', "", "missing"),
    ],
)
def test_bad_files_are_refused(refuses: Refuses, before: str, after: str, told: str) -> None:
    assert before in SOURCE
    count = -1 if before == "[[box" else 1
    refuses(load, SOURCE.replace(before, after, count), told)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "fact_boxes.toml"
    file.write_text("", encoding="utf-8")
    with pytest.raises(ContentError, match="missing"):
        load(file)
