"""The constructed reports: what the loader refuses, and what the course's own file says."""

import re
from pathlib import Path

import pytest

from ntrkcourse.content import ContentError
from ntrkcourse.content.location import content_folder
from ntrkcourse.widgets.report_reader.records import load

REPORTS = load()
SOURCE = (content_folder() / "widgets/report_reader.toml").read_text(encoding="utf-8")
TEXTS = [text for report in REPORTS.values() for text in report.texts()]


def test_the_course_has_its_two_reports():
    slow, weak = REPORTS.values()
    assert "secretion" in slow.line[slow.at("prompts")].text
    assert "juvenile" in slow.line[slow.at("misleads")].text
    assert "Pan-TRK" in weak.line[weak.at("prompts")].text
    assert "NTRK-positive" in weak.line[weak.at("misleads")].text
    assert [one.text for one in slow.missing if one.right] == [
        "A pan-TRK stain, or a test for the fusion itself"
    ]
    assert [one.text for one in weak.missing if one.right] == [
        "The rule of the stain, and a confirming RNA test"
    ]


def test_facts_are_listed_once_each():
    for report in REPORTS.values():
        assert len(report.fact_ids()) == len(set(report.fact_ids())) > 5


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('role = "supports"', 'role = "hints"', "'hints' is none of prompts, misleads"),
        ('basis = "ours"', 'basis = "gossip"', "'gossip' is none of fact, ours"),
        ('basis = "ours"', 'basis = "fact"', "links to a fact where its basis is 'fact', and only there"),
        ('basis = "fact"', 'basis = "ours"', "links to a fact where its basis is 'fact', and only there"),
        ('role = "prompts"', 'role = "supports"', "0 lines have the role 'prompts'; exactly one must"),
        ('role = "misleads"', 'role = "prompts"', "2 lines have the role 'prompts'"),
        ("right = true", "right = false", "4 with 0 right"),
        ('id = "weak-stain"', 'id = "slow-lump"', "used twice"),
        ('moral = "The look', 'lesson = "The look', "unknown key"),
        ('title = "Core biopsy of a slow lump"\n', "", "missing"),
        ("[[report", "[[case", "unknown key"),
        ("[[report.line]]", "[[report.row]]", "unknown key"),
    ],
)
def test_bad_files_are_refused(tmp_path: Path, before: str, after: str, told: str) -> None:
    assert before in SOURCE
    file = tmp_path / "reports.toml"
    count = -1 if before == "[[report" else 1
    file.write_text(SOURCE.replace(before, after, count), encoding="utf-8")
    with pytest.raises(ContentError, match=re.escape(told)):
        load(file)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "reports.toml"
    file.write_text("", encoding="utf-8")
    with pytest.raises(ContentError, match="the file has none"):
        load(file)


def test_errors_name_file_report_and_line(tmp_path: Path) -> None:
    file = tmp_path / "reports.toml"
    file.write_text(SOURCE.replace('role = "supports"', 'role = "x"', 1), encoding="utf-8")
    with pytest.raises(ContentError, match=r"reports.toml, record 'report slow-lump, line 1', key 'role'"):
        load(file)
