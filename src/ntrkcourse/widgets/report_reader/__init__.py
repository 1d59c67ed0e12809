"""Constructed pathology reports: mark the line that asks for a test, the one that misleads, and the gap."""

from collections.abc import Sequence
from html import escape
from typing import Any

from ...content.inline import parse_inline, spans_html
from ..base import CourseWidget, chosen_from, require_instance
from .records import Report, load

_QUESTIONS = (
    "Which line is the reason to test for an NTRK fusion?",
    "Which line misleads the doctor who acts on this report?",
    "What is missing from this report?",
)
_ROLES = {
    "prompts": "Asks for the test",
    "misleads": "Misleads",
    "supports": "Supports the suspicion",
    "neutral": "",
}


class ReportReader(CourseWidget):
    """``state`` holds ``at``, the report that is open, and for each report the three ``marks`` so far."""

    @staticmethod
    def equivalent(data: dict[str, Any]) -> str:
        reports = "".join(_report_html(report, data) for report in data["reports"])
        return f"<h3>{escape(data['title'])}</h3><p>{escape(data['intro'])}</p>{reports}"


def report_reader(reports: Sequence[str] = (), instance: str = "04") -> ReportReader:
    """Read constructed pathology reports: mark two lines and name the gap, then see every line explained.

    Parameters
    ----------
    reports
        Ids of reports in ``content/widgets/report_reader.toml`` in the order shown, each once; empty for all.
    instance
        Under this name the browser remembers what the reader marked.

    Raises
    ------
    ValueError
        When a report does not exist or stands twice, or ``instance`` is empty.
    """
    known = load()
    chosen = chosen_from(known, reports, "reports")
    require_instance(instance)
    return ReportReader(
        data={
            "id": instance,
            "title": "What does this report ask of you?",
            "intro": "Read the report, then answer three questions. The patients and reports are constructed.",
            "facts": [*dict.fromkeys(fact for name in chosen for fact in known[name].fact_ids())],
            "questions": list(_QUESTIONS),
            "reports": [_report(known[name]) for name in chosen],
        }
    )


def _report(report: Report) -> dict[str, Any]:
    return {
        "title": report.title,
        "moral": report.moral,
        "lines": [
            {"text": one.text, "role": one.role, "badge": _ROLES[one.role], **_why(one.why, one.basis)}
            for one in report.line
        ],
        "missing": [{"text": one.text, **_why(one.why, one.basis)} for one in report.missing],
        "answers": [
            report.at("prompts"),
            report.at("misleads"),
            next(place for place, one in enumerate(report.missing) if one.right),
        ],
    }


def _why(text: str, basis: str) -> dict[str, Any]:
    return {"why": parse_inline(text), "ours": basis == "ours"}


def _report_html(report: dict[str, Any], data: dict[str, Any]) -> str:
    lines = "".join(
        f"<tr><th>{number}</th><td>{escape(line['text'])}</td><td>{escape(line['badge'])}</td>"
        f"<td>{_why_html(line)}</td></tr>"
        for number, line in enumerate(report["lines"], start=1)
    )
    missing = "".join(
        f"<li><strong>{escape(one['text'])}</strong>{' (this is missing)' if right else ''}: {_why_html(one)}</li>"
        for one, right in ((one, at == report["answers"][2]) for at, one in enumerate(report["missing"]))
    )
    return (
        f"<h4>{escape(report['title'])}</h4><table><thead><tr><th>Line</th><th>Report</th><th>Its part</th>"
        f"<th>Why</th></tr></thead><tbody>{lines}</tbody></table><p>{escape(data['questions'][2])}</p>"
        f"<ul>{missing}</ul><p>{escape(report['moral'])}</p>"
    )


def _why_html(one: dict[str, Any]) -> str:
    return ("Our reading: " if one["ours"] else "") + spans_html(one["why"])
