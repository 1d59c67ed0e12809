"""Constructed pathology reports: lines to mark, and what each report leaves out."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from ...content.basis import Basis, check_basis
from ...content.errors import ContentError
from ...content.records import Markdown, Words, build, read_widget, require_ids


@dataclass(frozen=True)
class ReportLine:
    """One line: what it does to the question of the test (``role``), and ``why``."""

    text: str
    role: Literal["prompts", "misleads", "supports", "neutral"]
    basis: Basis
    why: Markdown


@dataclass(frozen=True)
class Missing:
    """One thing that the report might lack; of a report's, one is ``right``."""

    text: str
    basis: Basis
    why: Markdown
    right: bool = False


@dataclass(frozen=True)
class Report:
    """A constructed report with its lines in order, and what may be missing from it."""

    id: str
    title: str
    moral: str
    line: tuple[ReportLine, ...]
    missing: tuple[Missing, ...]


@dataclass(frozen=True)
class Reports:
    """The reports in order, and the three questions that are asked of each."""

    title: str
    intro: str
    question: tuple[str, str, str]
    words: Words
    report: tuple[Report, ...]


@cache
def load(file: Path | None = None) -> Reports:
    """The reports in ``file``, by default the course's.

    Raises
    ------
    ContentError
        For an unknown key, role or basis, an id used twice, an explanation whose basis does not agree with
        its links, or a report without exactly one line that prompts, one that misleads, and one right
        answer among three or more to what is missing.
    """
    document, name = read_widget("report_reader", file)
    reports = build(Reports, document, name, "reports")
    require_ids([one.id for one in reports.report], name, "report")
    for report in reports.report:
        _check(report, name)
    return reports


def _check(report: Report, file: str) -> None:
    record = f"report {report.id}"
    explained: dict[str, Sequence[ReportLine | Missing]] = {"line": report.line, "missing": report.missing}
    for kind, rows in explained.items():
        for number, one in enumerate(rows, start=1):
            check_basis(one.basis, one.why, file, f"{record}, {kind} {number}")
    for role in ("prompts", "misleads"):
        found = [line.role for line in report.line].count(role)
        if found != 1:
            raise ContentError(
                file, record, "line", f"{found} lines have the role {role!r}; exactly one must"
            )
    right = sum(one.right for one in report.missing)
    if right != 1 or len(report.missing) < 3:
        problem = f"{len(report.missing)} with {right} right; three or more, exactly one right"
        raise ContentError(file, record, "missing", problem)
