"""Cards judged one at a time, such as requests for a patient's data or claims of an article."""

from dataclasses import replace
from typing import Any

from ...content.walk import as_data, facts_of
from ...figures import picture
from ..base import CourseWidget, require_instance, require_known
from .records import Card, JudgementSet, load


class Judgement(CourseWidget):
    """``state`` holds ``at``, the card that is open, and ``answers``: a verdict (and rule) for each card."""

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        return 0.75 * len(data["card"])

    @staticmethod
    def printed(data: dict[str, Any]) -> dict[str, Any]:
        texts = {kind: {one["id"]: one["text"] for one in data[kind]} for kind in ("verdict", "reason")}
        return {"verdicts": texts["verdict"], "rules": texts["reason"]}


def judgement(cards: str, instance: str, first: int | None = None) -> Judgement:
    """Judge a set of cards one by one: a verdict, in some sets a rule too; then ours, with the evidence.

    Parameters
    ----------
    cards
        Id of a set in ``content/widgets/judgement.toml``.
    instance
        Under this name, after that of the set, the browser remembers what the reader judged.
    first
        How many cards, from the first; by default all. Judged under one instance, the whole set goes on where its
        first cards ended.

    Raises
    ------
    ValueError
        When there is no such set, ``instance`` is empty, or the set does not have so many cards.
    """
    require_instance(instance)
    judgements = load()
    sets = {one.id: one for one in judgements.set}
    require_known(sets, cards, "cards")
    chosen = sets[cards]
    if first is not None:
        if not 1 <= first <= len(chosen.card):
            raise ValueError(f"first must be from 1 to {len(chosen.card)}, got {first}")
        chosen = replace(chosen, card=chosen.card[:first])
    return Judgement(
        data={
            **as_data(replace(chosen, card=tuple(map(_drawn, chosen.card)))),
            "id": f"{cards}/{instance}",
            "words": judgements.words,
            "faults": _faults(chosen),
            "facts": facts_of(chosen),
        }
    )


def _faults(chosen: JudgementSet) -> list[dict[str, Any]]:
    """For a tally: each kind of fault that a card has, with the cards' numbers, the commonest first."""
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
    return sorted((row for row in rows if row["cards"]), key=lambda row: -len(row["cards"]))


def _drawn(card: Card) -> Card:
    """The card with its picture in place of the picture's name."""
    return replace(card, picture=picture(card.picture) if card.picture else "")
