"""The constructed reports: what the loader refuses, and what the course's own file says."""

from pathlib import Path

import pytest
from contract import Refuses

from ntrkcourse.content import ContentError
from ntrkcourse.content.location import content_folder
from ntrkcourse.widgets.report_reader.records import load

SLOW, WEAK = load().report
SOURCE = (content_folder() / "widgets/report_reader.toml").read_text(encoding="utf-8")


def test_the_course_has_its_two_reports():
    def of(report, role):
        return next(line.text for line in report.line if line.role == role)

    assert "secretion" in of(SLOW, "prompts")
    assert "juvenile" in of(SLOW, "misleads")
    assert "Pan-TRK" in of(WEAK, "prompts")
    assert "NTRK-positive" in of(WEAK, "misleads")
    assert [one.text for one in SLOW.missing if one.right] == [
        "A pan-TRK stain, or a test for the fusion itself"
    ]
    assert [one.text for one in WEAK.missing if one.right] == [
        "The rule of the stain, and a confirming RNA test"
    ]


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
        ("[words]", "[labels]", "key 'labels': unknown key"),
        ("[[report.line]]", "[[report.row]]", "unknown key"),
    ],
)
def test_bad_files_are_refused(refuses: Refuses, before: str, after: str, told: str) -> None:
    assert before in SOURCE
    count = -1 if before == "[[report" else 1
    refuses(load, SOURCE.replace(before, after, count), told)


def test_a_file_without_reports_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "reports.toml"
    file.write_text("report = []\n" + SOURCE[: SOURCE.index("[[report]]")], encoding="utf-8")
    with pytest.raises(ContentError, match="the file has none"):
        load(file)


def test_errors_name_file_report_and_line(tmp_path: Path) -> None:
    file = tmp_path / "reports.toml"
    file.write_text(SOURCE.replace('role = "supports"', 'role = "x"', 1), encoding="utf-8")
    with pytest.raises(
        ContentError, match=r"reports.toml, record 'reports.report\[1\].line\[1\]', key 'role'"
    ):
        load(file)
