"""Draft a CIViC evidence item from a paper, field by field, and hold the own statement against a list."""

from html import escape
from typing import Any

from ...content.inline import parse_inline, spans_html
from ..base import CourseWidget, require_instance
from .records import Field, Paper, load

_SIGNS = {"best": "✓", "defensible": "○", "wrong": "✗"}
_BEST = " (our model)"


class CivicDraft(CourseWidget):
    """``state`` holds ``at``, the paper that is open, and for each paper the draft so far."""

    @staticmethod
    def equivalent(data: dict[str, Any]) -> str:
        papers = "".join(_paper_html(paper) for paper in data["papers"])
        points = "".join(
            f"<li><strong>{escape(one['text'])}</strong>. {escape(one['why'])}</li>" for one in data["checks"]
        )
        return (
            f"<h3>{escape(data['title'])}</h3><p>{escape(data['intro'])}</p><p>{spans_html(data['about'])}</p>"
            f"{papers}<h4>What a statement must hold</h4><ul>{points}</ul>"
        )


def civic_draft(instance: str = "11") -> CivicDraft:
    """Draft evidence items for the open knowledgebase CIViC from two papers, then compare with a model.

    Parameters
    ----------
    instance
        Under this name the browser remembers the drafts.

    Raises
    ------
    ValueError
        When ``instance`` is empty.
    """
    require_instance(instance)
    drafting = load()
    about = (
        "CIViC is an [open knowledgebase](fact:communication.resource.civic_licence) to which anyone may "
        "submit; an item counts as [submitted until an editor accepts it](fact:communication.civic.sources)."
    )
    facts = [
        "communication.resource.civic_licence",
        *(fact for paper in drafting.paper for fact in paper.fact_ids()),
    ]
    return CivicDraft(
        data={
            "id": instance,
            "title": "Could you write the evidence down for others?",
            "intro": "Read the summary, fill every field, write the statement, then compare.",
            "about": parse_inline(about),
            "facts": list(dict.fromkeys(facts)),
            "signs": _SIGNS,
            "papers": [_paper(paper) for paper in drafting.paper],
            "checks": [{"text": point.text, "why": point.why} for point in drafting.check],
        }
    )


def _paper(paper: Paper) -> dict[str, Any]:
    return {
        "title": paper.title,
        "summary": parse_inline(paper.summary),
        "model": parse_inline(paper.model),
        "moral": paper.moral,
        "fields": [_field(field) for field in paper.field],
    }


def _field(field: Field) -> dict[str, Any]:
    return {
        "label": field.label,
        "options": [
            {
                "text": option.text,
                "verdict": option.verdict,
                "ours": option.basis == "ours",
                "why": parse_inline(option.why),
            }
            for option in field.option
        ],
    }


def _paper_html(paper: dict[str, Any]) -> str:
    rows = "".join(
        f"<tr><th>{escape(field['label'])}</th><td><ul>{''.join(map(_option_html, field['options']))}</ul></td></tr>"
        for field in paper["fields"]
    )
    return (
        f"<h4>{escape(paper['title'])}</h4><p>{spans_html(paper['summary'])}</p>"
        f"<details><summary>A model item, with reasons</summary><table><tbody>{rows}</tbody></table>"
        f"<p><strong>Statement.</strong> {spans_html(paper['model'])}</p><p>{escape(paper['moral'])}</p></details>"
    )


def _option_html(option: dict[str, Any]) -> str:
    best = _BEST if option["verdict"] == "best" else ""
    ours = "Our reading: " if option["ours"] else ""
    return (
        f"<li>{_SIGNS[option['verdict']]} <strong>{escape(option['text'])}</strong>{best}: "
        f"{ours}{spans_html(option['why'])}</li>"
    )
