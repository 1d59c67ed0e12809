"""What the board shows, worked out from the answers alone: pure functions, from statements to figures.

The first answer of a learner to a question counts, once in each round. An answer that came twice counts once.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..content.inline import plain
from ..content.marks import names_of
from ..content.questions import FORMS, Form, Question
from ..science.learning import discrimination, kr20, mcnemar, normalised_gain
from ..science.proportions import exact_interval
from ..widgets.quiz.responses import in_words
from ..widgets.sitting import form
from .statements import BETWEEN, PARTNERS, Answer, number

ROUNDS = (1, 2)
Firsts = dict[tuple[str, str, int], Answer]
"""(pseudonym, question, round) -> the learner's first answer."""


@dataclass(frozen=True)
class Stop:
    """One part of the session that the class follows.

    ``begins`` is its minute by the clock, ``questions`` are those that its lesson asks.
    """

    title: str
    begins: int
    minutes: int
    questions: tuple[str, ...] = ()


def board(
    answers: Iterable[Answer],
    names: Sequence[str],
    bank: Mapping[str, Question],
    stops: Sequence[Stop] = (),
    minutes: float = 0,
) -> dict[str, Any]:
    """All figures, ready for JSON.

    Parameters
    ----------
    answers
        In the order in which they came.
    names
        Pseudonyms of all who have joined.
    bank
        The questions by id.
    stops, minutes
        The session, and how long ago it began.
    """
    came = once(answers)
    firsts = first_answers(came)
    by_question: defaultdict[str, Firsts] = defaultdict(dict)
    for key, one in firsts.items():
        by_question[one.question][key] = one
    asked = [question for question in bank if question in by_question]
    return {
        "learners": who_is_where(came, names),
        "items": {question: item(bank[question], by_question[question]) for question in asked},
        "traps": traps([bank[question] for question in asked], firsts),
        "gain": gain(bank, firsts),
        "analysis": analysis([bank[question] for question in asked], firsts),
        "pace": pace(stops, firsts, len(names), minutes),
    }


def once(answers: Iterable[Answer]) -> list[Answer]:
    """Each answer once by its id."""
    found: dict[str, Answer] = {}
    for one in answers:
        found.setdefault(one.id, one)
    return list(found.values())


def first_answers(answers: Iterable[Answer]) -> Firsts:
    """A learner's first answers of each round: a phone may send them in another order than they were given."""
    firsts: Firsts = {}
    for one in answers:
        key = (one.name, one.question, one.round)
        if key not in firsts or one.attempt < firsts[key].attempt:
            firsts[key] = one
    return firsts


def who_is_where(answers: Iterable[Answer], names: Sequence[str]) -> list[dict[str, Any]]:
    """For each learner the question answered last, when, and how many have been answered."""
    last: dict[str, Answer] = {}
    done: defaultdict[str, set[str]] = defaultdict(set)
    for one in answers:
        last[one.name] = one
        done[one.name].add(one.question)
    return [
        {
            "name": name,
            "item": last[name].question if name in last else None,
            "at": last[name].stored if name in last else None,
            "answered": len(done[name]),
        }
        for name in names
    ]


def item(question: Question, firsts: Firsts) -> dict[str, Any]:
    """One question: each round, and what changed from the first to the second."""
    by_round = [
        {key[0]: one for key, one in firsts.items() if key[1:] == (question.id, number_of_round)}
        for number_of_round in ROUNDS
    ]
    rounds = {
        number_of_round: _round(question, list(given.values()))
        for number_of_round, given in zip(ROUNDS, by_round, strict=True)
        if given
    }
    return {
        "stem": plain(question.stem),
        "kind": question.kind,
        "rounds": rounds,
        "shift": shift(
            [
                (by_round[0][name].right, by_round[1][name].right)
                for name in by_round[0]
                if name in by_round[1]
            ]
        ),
        "traps": traps([question], firsts),
    }


def _round(question: Question, given: Sequence[Answer]) -> dict[str, Any]:
    certainty = Counter(one.certainty for one in given)
    right_certainty = Counter(one.certainty for one in given if one.right)
    return {
        "answers": len(given),
        "right": sum(one.right for one in given),
        "spread": spread(question, given),
        "certainty": [
            {"certainty": level, "count": certainty[level], "right": right_certainty[level]}
            for level in (1, 2, 3, None)
        ],
    }


def spread(question: Question, given: Sequence[Answer]) -> list[dict[str, Any]]:
    """How often each answer was given: all options, those of a ``multiple`` one by one; else what was said, by size or count."""
    if question.kind in ("single", "multiple"):
        chosen = Counter(name for one in given for name in one.response.split(BETWEEN))
        return [
            {"response": name, "label": plain(option.text), "count": chosen[name], "right": option.correct}
            for name, option in zip(_names(question), question.option, strict=True)
        ]
    counts = Counter(one.response for one in given)
    right = {one.response: one.right for one in given}
    by_size = question.kind == "numeric"
    responses = sorted(counts, key=number) if by_size else [name for name, _ in counts.most_common()]
    return [
        {"response": one, "label": label(question, one), "count": counts[one], "right": right[one]}
        for one in responses
    ]


def label(question: Question, response: str) -> str:
    """A response in words."""
    if question.kind == "numeric":
        return f"{response} {question.unit}"
    said = response.split(BETWEEN)
    if question.kind == "single":
        return in_words(question, response)
    return in_words(
        question, dict(one.split(PARTNERS, 1) for one in said) if question.kind == "match" else said
    )


def traps(questions: Iterable[Question], firsts: Firsts) -> list[dict[str, Any]]:
    """The wrong ideas that first answers of the first round show, the most frequent first, with what to say to each."""
    counts: Counter[tuple[str, str, str]] = Counter()
    asked = {one.id: one for one in questions}
    for (_, question, number_of_round), one in firsts.items():
        if number_of_round == 1 and question in asked:
            counts.update((question, trap, say) for trap, say in _traps_of(asked[question], one))
    return [
        {"item": question, "trap": trap, "say": plain(say), "count": count}
        for (question, trap, say), count in counts.most_common()
    ]


def _traps_of(question: Question, answer: Answer) -> Iterator[tuple[str, str]]:
    if question.kind == "numeric":
        value = number(answer.response)
        near = [one for one in question.diagnosis if one.low <= value <= one.high and not answer.right]
        yield from ((one.trap, one.feedback) for one in near[:1])
        return
    chosen = answer.response.split(BETWEEN)
    for name, option in zip(_names(question), question.option, strict=False):
        if name in chosen and option.trap:
            yield option.trap, option.feedback


def shift(pairs: Sequence[tuple[bool, bool]]) -> dict[str, Any] | None:
    """What changed between two answers of the same learners, right or wrong; None where nobody gave both.

    ``gained`` went from wrong to right and ``lost`` the other way. ``share`` is how many of those who changed gained,
    with its exact 95% interval; ``p`` is McNemar's exact test.
    """
    if not pairs:
        return None
    count = Counter(pairs)
    gained, lost = count[False, True], count[True, False]
    changed = gained + lost
    return {
        "both": len(pairs),
        "gained": gained,
        "lost": lost,
        "right_twice": count[True, True],
        "wrong_twice": count[False, False],
        "share": gained / changed if changed else None,
        "interval": exact_interval(gained, changed) if changed else None,
        "p": mcnemar(gained, lost),
    }


def gain(bank: Mapping[str, Question], firsts: Firsts) -> dict[str, Any]:
    """From each learner's first sitting to the second, pair by pair of questions, over learners who answered both of a pair.

    A coin says on each phone which form comes first. Here the answer that came first is the one before.
    """
    # A second attempt is of the sitting a month later.
    came = {key: place for place, (key, one) in enumerate(firsts.items()) if one.attempt == 1}
    pairs = []
    everything: list[tuple[bool, bool]] = []
    began: dict[str, Form] = {}
    for one, other in zip(*(form(name, bank) for name in FORMS), strict=False):
        both = []
        for name in dict.fromkeys(key[0] for key in firsts):
            keys = [(name, question.id, 1) for question in (one, other)]
            if all(key in came for key in keys):
                before, after = sorted(keys, key=came.__getitem__)
                began[name] = FORMS[keys.index(before)]
                both.append((firsts[before].right, firsts[after].right))
        everything += both
        if both:
            pairs.append({"A": one.id, "B": other.id, **(shift(both) or {})})
    before_share, after_share = (
        (sum(pair[at] for pair in everything) / len(everything) if everything else None) for at in (0, 1)
    )
    normalised = (
        None if before_share is None or after_share is None else normalised_gain(before_share, after_share)
    )
    return {
        "before": before_share,
        "after": after_share,
        "normalised": normalised,
        "first": {name: list(began.values()).count(name) for name in FORMS},
        "pairs": pairs,
    }


def analysis(questions: Iterable[Question], firsts: Firsts) -> dict[str, dict[str, Any]]:
    """Item analysis of first answers, for each test and the questions of each chapter.

    ``difficulty`` is the share of right answers. ``discrimination`` (point-biserial, against the score without the
    item) and ``kr20`` are worked out over the ``complete``: who answered every question of the set.
    """
    sets: defaultdict[str, list[str]] = defaultdict(list)
    for one in questions:
        sets[one.use if one.is_test else one.chapter].append(one.id)
    return {name: _analysis(ids, firsts) for name, ids in sets.items()}


def _analysis(ids: Sequence[str], firsts: Firsts) -> dict[str, Any]:
    given = {
        name: {one: firsts[name, one, 1].right for one in ids if (name, one, 1) in firsts}
        for name in dict.fromkeys(key[0] for key in firsts)
    }
    complete = [[row[one] for one in ids] for row in given.values() if len(row) == len(ids)]
    items = []
    for at, one in enumerate(ids):
        right = [row[one] for row in given.values() if one in row]
        items.append(
            {
                "item": one,
                "answers": len(right),
                "difficulty": sum(right) / len(right) if right else None,
                "discrimination": discrimination(complete, at),
            }
        )
    return {"complete": len(complete), "kr20": kr20(complete), "items": items}


def pace(stops: Sequence[Stop], firsts: Firsts, learners: int, minutes: float) -> dict[str, Any] | None:
    """Where the clock is in the session, and where the room: the last part that half of the learners have begun."""
    if not stops:
        return None
    begun = [len({name for name, question, _ in firsts if question in stop.questions}) for stop in stops]
    by_clock = max((at for at, stop in enumerate(stops) if stop.begins <= minutes), default=0)
    by_room = max((at for at, count in enumerate(begun) if count and 2 * count >= learners), default=None)
    return {
        "minutes": minutes,
        "clock": by_clock,
        "room": by_room,
        "parts": [
            {
                "title": stop.title,
                "begins": stop.begins,
                "minutes": stop.minutes,
                "asks": len(stop.questions),
                "begun": count,
            }
            for stop, count in zip(stops, begun, strict=True)
        ],
    }


@cache
def _names(question: Question) -> list[str]:
    return names_of(question.choices)
