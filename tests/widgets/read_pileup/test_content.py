"""The constructed fusion calls: what the loader refuses, and what the course's own file says."""

from pathlib import Path

import pytest
from contract import Refuses

from ntrkcourse.content import ContentError
from ntrkcourse.content.chapters import load_chapters
from ntrkcourse.content.location import content_folder
from ntrkcourse.widgets.read_pileup.records import load

PILEUPS = load()
CALLS = {call.id: call for call in PILEUPS.call}
SOURCE = (content_folder() / "widgets/read_pileup.toml").read_text(encoding="utf-8")


def test_each_call_has_its_one_flaw_or_none() -> None:
    assert {name: call.verdict for name, call in CALLS.items()} == {
        "true": "report",
        "one-sided": "no",
        "dna-missed": "report",
        "read-through": "no",
        "poor-sample": "repeat",
        "out-of-frame": "no",
        "new-partner": "report",
        "multimapping": "no",
    }
    for name, call in CALLS.items():
        assert (sum(column > 0 for column in call.columns) == 1) == (name == "one-sided")
        assert (call.frame == "out-of-frame") == (name == "out-of-frame")
        assert (call.normals > 0) == (name == "read-through")
        assert (call.elsewhere / call.reads >= 0.8) == (name == "multimapping")
        assert (call.reads <= 10) == (name == "poor-sample")
        close = call.distance_kb is not None and call.distance_kb < 400
        assert (close and call.five.strand == call.three.strand) == (name == "read-through")


def test_counts_and_shares_are_sums() -> None:
    call = CALLS["true"]
    assert (call.columns, call.reads) == ((21, 17, 34), 72)
    assert call.coverage_share == pytest.approx(72 / 775)


def test_numbers_in_the_lessons_are_the_calls_own() -> None:
    many = CALLS["multimapping"]
    assert f"{many.elsewhere} of {many.reads} reads" in many.teaching
    read_through = CALLS["read-through"]
    told = next(reason.feedback for reason in read_through.reason if "coverage" in reason.feedback)
    assert told.startswith(f"{read_through.reads} reads are nearly 5%")
    assert 0.045 < read_through.coverage_share < 0.05
    assert CALLS["true"].coverage_share < 0.1


def test_the_right_reason_moves_about() -> None:
    places = [[reason.right for reason in call.reason].index(True) for call in PILEUPS.call]
    assert all(places.count(place) <= 3 for place in places)
    assert len(set(places)) == 4


def test_the_right_reason_does_not_stand_out_by_its_length() -> None:
    for call in PILEUPS.call:
        right = next(len(reason.text) for reason in call.reason if reason.right)
        assert right <= 4 / 3 * max(len(reason.text) for reason in call.reason if not reason.right)


def test_every_lesson_leads_to_a_section_of_its_chapter() -> None:
    prose = "\n".join(text for _, text in load_chapters()["05"].prose)
    for call in PILEUPS.call:
        assert f"## {call.see}\n" in prose


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('verdict = "report"', 'verdict = "maybe"', "'maybe' is none of report, no, repeat"),
        ('frame = "in-frame"', 'frame = "in frame"', "'in frame' is none of in-frame"),
        ('strand = "+"', 'strand = "plus"', "'plus' is none of +"),
        ('id = "one-sided"', 'id = "true"', "used twice"),
        ("split_reads1 = 21", "split_reads1 = -1", "none may be negative"),
        ("split_reads1 = 14", "split_reads1 = 0", "not all may be 0"),
        ("split_reads1 = 21", 'split_reads1 = "21"', "expected int"),
        ("elsewhere = 33", "elsewhere = 39", "must lie from 0 to the 38 reads"),
        ("normals = 13", "normals = 21", "must lie from 0 to the 20 normal samples"),
        ("distance_kb = 38", "distance_kb = 0", "must be positive"),
        ("coverage = 9\n", "coverage = 2\n", "covers less than its 3 supporting reads"),
        ('exons = ["3", "4", "5"]', "exons = []", "at least one exon"),
        ("right = true\n", 'feedback = "Yes."\n', "exactly one must be right"),
        ("right = true\n", 'right = true\nfeedback = "Yes."\n', "feedback belongs to wrong reasons"),
        ('see = "Two kinds', 'sea = "Two kinds', "unknown key"),
        ('given = "report"\nright = "no"', 'given = "no"\nright = "report"', "each two different verdicts"),
        ('id = "repeat"', 'id = "no"', "one each of report, no, repeat"),
        ("normals = 20\n", "", "missing"),
    ],
)
def test_bad_files_are_refused(refuses: Refuses, before: str, after: str, told: str) -> None:
    assert before in SOURCE
    refuses(load, SOURCE.replace(before, after, 1), told)


def test_a_lesson_without_a_fact_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "pileups.toml"
    teaching = CALLS["true"].teaching
    file.write_text(SOURCE.replace(teaching, "Because we say so."), encoding="utf-8")
    with pytest.raises(ContentError, match="must link to a fact"):
        load(file)


def test_a_file_without_calls_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "pileups.toml"
    start, end = SOURCE.index("\n[[call]]"), SOURCE.index("\n[[consequence]]")
    file.write_text("call = []\n" + SOURCE[:start] + SOURCE[end:], encoding="utf-8")
    with pytest.raises(ContentError, match="the file has none"):
        load(file)
