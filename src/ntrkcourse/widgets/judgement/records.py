"""Sets of cards that are judged one at a time: requests for data, and claims of the source article."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...content.errors import ContentError
from ...content.inline import fact_ids
from ...content.records import Markdown, Picture, Words, build, read_widget, require_ids, require_one_of


@dataclass(frozen=True)
class Verdict:
    """One verdict that a reader may give; ``short`` heads a column of the closing table."""

    id: str
    text: str
    short: str


@dataclass(frozen=True)
class Reason:
    """A rule to choose from, or a kind of fault. ``wrong`` is said to a reader who chose it in error."""

    id: str
    text: str
    wrong: Markdown = ""


@dataclass(frozen=True)
class Card:
    """A case or a claim, our ``verdict`` on it and ``why``; ``unsure`` says what could not be confirmed.

    ``reasons`` are ids: the rules any of which is right, or the faults that the claim has. ``picture`` names what
    is judged where that is to be seen.
    """

    id: str
    text: str
    verdict: str
    reasons: tuple[str, ...]
    why: Markdown
    unsure: Markdown = ""
    picture: Picture = ""


@dataclass(frozen=True)
class JudgementSet:
    """Cards with the words in which they are judged.

    With a ``reasons_question`` the reader also chooses a reason for each card; with a ``tally`` the reasons
    are not asked but counted at the end under that heading.
    """

    id: str
    noun: str
    title: str
    intro: str
    caution: Markdown
    question: str
    moral: str
    verdict: tuple[Verdict, ...]
    reason: tuple[Reason, ...]
    card: tuple[Card, ...]
    reasons_question: str = ""
    tally: str = ""


@dataclass(frozen=True)
class Judgements:
    """The sets, and the words that they share."""

    words: Words
    set: tuple[JudgementSet, ...]


@cache
def load(file: Path | None = None) -> Judgements:
    """The sets in ``file``, by default the course's.

    Raises
    ------
    ContentError
        For an unknown key, an id used twice, a card whose verdict or reason its set does not have or whose
        explanation links to no fact, a verdict or reason that no card needs or explains, or a set that both
        asks for reasons and tallies them, or does neither.
    """
    document, name = read_widget("judgement", file)
    judgements = build(Judgements, document, name, "judgements")
    require_ids([one.id for one in judgements.set], name, "set")
    for one in judgements.set:
        _check(one, name)
    return judgements


def _check(one: JudgementSet, file: str) -> None:
    def fail(place: str, key: str, problem: str) -> None:
        raise ContentError(file, f"set {one.id}{place}", key, problem)

    verdicts, reasons = ([row.id for row in rows] for rows in (one.verdict, one.reason))
    for kind, ids in (("verdict", verdicts), ("reason", reasons), ("card", [card.id for card in one.card])):
        require_ids(ids, file, f"set {one.id}, {kind}")
    if bool(one.reasons_question) == bool(one.tally):
        fail("", "reasons_question", "a set asks for reasons or tallies them, and not both")
    for card in one.card:
        place = f", card {card.id}"
        require_one_of(card.verdict, verdicts, file, f"set {one.id}{place}", "verdict")
        for name in card.reasons:
            require_one_of(name, reasons, file, f"set {one.id}{place}", "reasons")
        if not card.reasons:
            fail(place, "reasons", "empty: a card has one or more")
        if not fact_ids(card.why):
            fail(place, "why", "links to no fact")
    for row in one.verdict:
        if row.id not in [card.verdict for card in one.card]:
            fail(f", verdict {row.id}", "id", "no card has this verdict")
    for reason in one.reason:
        used = any(reason.id in card.reasons for card in one.card)
        if not used and not reason.wrong:
            fail(f", reason {reason.id}", "wrong", "missing: no card has this reason, so it must say why not")
