"""Constructed pathology reports: lines to mark, and what each report leaves out."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...content.basis import check_basis
from ...content.errors import ContentError
from ...content.inline import linked_facts
from ...content.location import content_folder, short_name
from ...content.records import build_by_id, read_toml, refuse_unknown, require_one_of

ROLES = ("prompts", "misleads", "supports", "neutral")


@dataclass(frozen=True)
class ReportLine:
    """One line: what it does to the question of an NTRK test (``role``), and ``why`` (with fact links)."""

    text: str
    role: str
    basis: str
    why: str


@dataclass(frozen=True)
class Missing:
    """One thing that the report might lack; of a report's, one is ``right``."""

    text: str
    basis: str
    why: str
    right: bool = False


@dataclass(frozen=True)
class Report:
    """A constructed report with its lines in order, and what may be missing from it."""

    id: str
    title: str
    moral: str
    line: tuple[ReportLine, ...]
    missing: tuple[Missing, ...]

    def at(self, role: str) -> int:
        """Position, from 0, of the first line with this role."""
        return [line.role for line in self.line].index(role)

    def texts(self) -> list[str]:
        """Every text that may hold a fact link."""
        return [line.why for line in self.line] + [one.why for one in self.missing]

    def fact_ids(self) -> list[str]:
        """Facts that the report's explanations link to, each once, in order."""
        return linked_facts(self.texts())


@cache
def load(file: Path | None = None) -> dict[str, Report]:
    """The reports in ``file`` by id, by default the course's, in the file's order.

    Raises
    ------
    ContentError
        For an unknown key, role or basis, an id used twice, an explanation whose basis does not agree with
        its links, or a report without exactly one line that prompts, one that misleads, and one right
        answer among three or more to what is missing.
    """
    path = file or content_folder() / "widgets/report_reader.toml"
    name = short_name(path)
    document = read_toml(path)
    refuse_unknown(document, ("report",), name, "")
    reports = build_by_id(Report, document.get("report", []), name, "report")
    for report in reports.values():
        _check(report, name)
    return reports


def _check(report: Report, file: str) -> None:
    record = f"report {report.id}"
    for number, line in enumerate(report.line, start=1):
        require_one_of(line.role, ROLES, file, f"{record}, line {number}", "role")
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
