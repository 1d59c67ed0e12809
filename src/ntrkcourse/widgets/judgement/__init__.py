"""Cards judged one at a time: requests for a patient's data, and claims of the source article."""

from html import escape
from typing import Any

from ...content.inline import parse_inline, spans_html
from ..base import CourseWidget, require_instance
from .records import JudgementSet, load


class Judgement(CourseWidget):
    """``state`` holds ``at``, the card that is open, and ``answers``: a verdict (and rule) for each card."""

    @staticmethod
    def equivalent(data: dict[str, Any]) -> str:
        rows = "".join(_row_html(number, card, data) for number, card in enumerate(data["cards"], start=1))
        rule = "<th>Rule</th>" if data["reasons_question"] else ""
        return (
            f"<h3>{escape(data['title'])}</h3><p>{escape(data['intro'])}</p>"
            f"<p>{spans_html(data['caution'])}</p><table><thead><tr><th>{escape(data['noun'])}</th>"
            f"<th>We say</th>{rule}<th>Why</th></tr></thead><tbody>{rows}</tbody></table>"
            f"{_closing_html(data)}<p>{escape(data['moral'])}</p>"
        )


def data_requests(instance: str = "09") -> Judgement:
    """Ten constructed requests for a patient's data: decide each and name the rule, then see the law.

    Parameters
    ----------
    instance
        Under this name, after that of the set, the browser remembers what the reader decided.

    Raises
    ------
    ValueError
        When ``instance`` is empty.
    """
    return _judgement("data-requests", instance)


def claim_appraisal(instance: str = "11") -> Judgement:
    """Twelve claims of the source article in our words: judge each, then see the evidence and a tally.

    Parameters
    ----------
    instance
        Under this name, after that of the set, the browser remembers what the reader judged.

    Raises
    ------
    ValueError
        When ``instance`` is empty.
    """
    return _judgement("claim-appraisal", instance)


def _judgement(name: str, instance: str) -> Judgement:
    require_instance(instance)
    chosen = load()[name]
    verdicts = [one.id for one in chosen.verdict]
    reasons = [one.id for one in chosen.reason]
    return Judgement(
        data={
            "id": f"{name}/{instance}",
            "noun": chosen.noun,
            "title": chosen.title,
            "intro": chosen.intro,
            "caution": parse_inline(chosen.caution),
            "question": chosen.question,
            "reasons_question": chosen.reasons_question,
            "moral": chosen.moral,
            "verdicts": [{"text": one.text, "short": one.short} for one in chosen.verdict],
            "reasons": [{"text": one.text, "wrong": parse_inline(one.wrong)} for one in chosen.reason],
            "cards": [
                {
                    "text": card.text,
                    "answer": verdicts.index(card.verdict),
                    "reasons": [reasons.index(reason) for reason in card.reasons],
                    "why": parse_inline(card.why),
                    "unsure": parse_inline(card.unsure),
                }
                for card in chosen.card
            ],
            "tally": _tally(chosen),
            "facts": chosen.fact_ids(),
        }
    )


def _tally(chosen: JudgementSet) -> dict[str, Any] | None:
    """Each kind of fault with the numbers of the cards that have it, the commonest first."""
    if not chosen.tally:
        return None
    rows = [
        {
            "text": reason.text,
            "cards": [
                number for number, card in enumerate(chosen.card, start=1) if reason.id in card.reasons
            ],
        }
        for reason in chosen.reason
    ]
    return {"heading": chosen.tally, "rows": sorted(rows, key=lambda row: -len(row["cards"]))}


def _row_html(number: int, card: dict[str, Any], data: dict[str, Any]) -> str:
    rule = "; or: ".join(data["reasons"][at]["text"] for at in card["reasons"])
    unsure = f" <em>Not confirmed:</em> {spans_html(card['unsure'])}" if card["unsure"] else ""
    return (
        f"<tr><th>{number}. {escape(card['text'])}</th>"
        f"<td>{escape(data['verdicts'][card['answer']]['text'])}</td>"
        + (f"<td>{escape(rule)}</td>" if data["reasons_question"] else "")
        + f"<td>{spans_html(card['why'])}{unsure}</td></tr>"
    )


def _closing_html(data: dict[str, Any]) -> str:
    if data["tally"]:
        total = len(data["cards"])
        items = "".join(
            f"<li>{escape(row['text'])}: {len(row['cards'])} of {total} "
            f"({', '.join(str(number) for number in row['cards'])})</li>"
            for row in data["tally"]["rows"]
        )
        return f"<h4>{escape(data['tally']['heading'])}</h4><ul>{items}</ul>"
    wrong = "".join(
        f"<li>{escape(reason['text'])}: {spans_html(reason['wrong'])}</li>"
        for reason in data["reasons"]
        if reason["wrong"]
    )
    return f"<h4>Where a rule does not fit</h4><ul>{wrong}</ul>"
