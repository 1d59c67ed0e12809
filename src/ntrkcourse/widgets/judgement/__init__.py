"""Cards judged one at a time, such as requests for a patient's data or claims of an article."""

from typing import Any

from ...content.walk import as_data, facts_of
from ..base import CourseWidget, require_instance, require_known
from .records import JudgementSet, load


class Judgement(CourseWidget):
    """``state`` holds ``at``, the card that is open, and ``answers``: a verdict (and rule) for each card."""

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        return 0.75 * len(data["card"])

    @staticmethod
    def printed(data: dict[str, Any]) -> dict[str, Any]:
        texts = {kind: {one["id"]: one["text"] for one in data[kind]} for kind in ("verdict", "reason")}
        return {"verdicts": texts["verdict"], "rules": texts["reason"]}


def judgement(cards: str, instance: str) -> Judgement:
    """Judge a set of cards one by one: a verdict, in some sets a rule too; then ours, with the evidence.

    Parameters
    ----------
    cards
        Id of a set in ``content/widgets/judgement.toml``.
    instance
        Under this name, after that of the set, the browser remembers what the reader judged.

    Raises
    ------
    ValueError
        When there is no such set, or ``instance`` is empty.
    """
    require_instance(instance)
    judgements = load()
    sets = {one.id: one for one in judgements.set}
    require_known(sets, cards, "cards")
    chosen = sets[cards]
    return Judgement(
        data={
            **as_data(chosen),
            "id": f"{cards}/{instance}",
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
