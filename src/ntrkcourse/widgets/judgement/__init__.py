"""Cards judged one at a time: requests for a patient's data, and claims of the source article."""

from typing import Any

from ...content.walk import as_data, facts_of
from ..base import CourseWidget, require_instance
from .records import JudgementSet, load


class Judgement(CourseWidget):
    """``state`` holds ``at``, the card that is open, and ``answers``: a verdict (and rule) for each card."""

    @staticmethod
    def printed(data: dict[str, Any]) -> dict[str, Any]:
        texts = {kind: {one["id"]: one["text"] for one in data[kind]} for kind in ("verdict", "reason")}
        return {"verdicts": texts["verdict"], "rules": texts["reason"]}


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
    judgements = load()
    chosen = next(one for one in judgements.set if one.id == name)
    return Judgement(
        data={
            **as_data(chosen),
            "id": f"{name}/{instance}",
            "words": judgements.words,
            "faults": _faults(chosen),
            "facts": facts_of(chosen),
        }
    )


def _faults(chosen: JudgementSet) -> list[dict[str, Any]]:
    """For a tally: each kind of fault with the numbers of the cards that have it, the commonest first."""
    rows = [
        {
            "text": reason.text,
            "cards": [
                number for number, card in enumerate(chosen.card, start=1) if reason.id in card.reasons
            ],
        }
        for reason in chosen.reason
        if chosen.tally
    ]
    return sorted(rows, key=lambda row: -len(row["cards"]))
