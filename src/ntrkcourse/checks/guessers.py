"""Q16: two guessers who know nothing. What they score above chance, the wording of the options gives away.

One goes by tone, which every test-wise student knows. The other is taught: it learns on half of the bank how keys
differ from distractors on the surface, and tries what it has learnt on the other half.
"""

import math
import random
import re
from collections.abc import Sequence
from statistics import fmean

from ..content.inline import plain
from ..content.questions import Question

_HEDGE = re.compile(
    r"\b(may|might|can|could|about|until|unless|some|often|usually|probably|likely|perhaps|possibly|rather"
    r"|depends?|if|whether|unclear|unknown|suggests?)\b",
    re.IGNORECASE,
)
_REASON = re.compile(r"\b(because|since|as|so)\b", re.IGNORECASE)
_ABSOLUTE = re.compile(
    r"\b(always|never|only|all|every|none|no|must|any|cannot|invariably|certainly|proves?|entirely)\b",
    re.IGNORECASE,
)
_CONTRAST = re.compile(r"\b(but|though|although|while|yet|rather)\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z0-9]+")

HIGHEST_TONE_SCORE = 0.33
HIGHEST_TAUGHT_SCORE = 0.35
SPLITS = 6
_ROUNDS = 120
_STEP = 0.5
_SHRINK = 0.01


def tone(text: str) -> int:
    """1 for a hedge, -1 for a reason, -1 for an absolute word, added up."""
    return bool(_HEDGE.search(text)) - bool(_REASON.search(text)) - bool(_ABSOLUTE.search(text))


def guess_by_tone(question: Question) -> float:
    """Chance that the guesser by tone picks the key of a ``single`` question; among equals it takes the longest."""
    texts = [plain(option.text) for option in question.option]
    ranks = [(tone(text), len(text)) for text in texts]
    best = [option for option, rank in zip(question.option, ranks, strict=True) if rank == max(ranks)]
    return sum(option.correct for option in best) / len(best)


def tone_score(questions: Sequence[Question]) -> float:
    """Share of the ``single`` questions that the guesser by tone gets right; 0 where there is none."""
    single = [question for question in questions if question.kind == "single"]
    return fmean(map(guess_by_tone, single)) if single else 0.0


def surface(question: Question) -> list[list[float]]:
    """What can be seen of each option without reading it: lengths, marks, kinds of words, words shared."""
    texts = [plain(option.text) for option in question.option]
    told = set(_words(f"{plain(question.vignette)} {plain(question.stem)}"))
    lengths = [len(text) for text in texts]
    rows = []
    for text in texts:
        words = _words(text)
        elsewhere = {word for other in texts if other != text for word in _words(other)}
        rows.append(
            [
                len(text) / fmean(lengths),
                float(len(text) == max(lengths)),
                float(len(text) == min(lengths)),
                float(text.count(",")),
                float(text.count(";")),
                float(text.count(":")),
                float(text.count("(")),
                float(text.count(".")),
                float(len(_HEDGE.findall(text))),
                float(len(_REASON.findall(text))),
                float(len(_ABSOLUTE.findall(text))),
                float(bool(_CONTRAST.search(text))),
                float(bool(re.search(r"\d", text))),
                sum(word in told for word in words) / max(1, len(words)),
                sum(word in elsewhere for word in words) / max(1, len(words)),
            ]
        )
    return rows


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def taught_score(questions: Sequence[Question], seed: int = 0) -> float:
    """Share that the taught guesser gets right on halves of the bank that it was not taught on.

    Parameters
    ----------
    questions
        The bank; only its ``single`` questions count, and at least four are needed.
    seed
        Of the halves; the score is the mean over :data:`SPLITS` ways to halve the bank, each used both ways.

    Returns
    -------
    float
        From 0 to 1; 0 where there are too few questions to halve.
    """
    single = [question for question in questions if question.kind == "single"]
    if len(single) < 4:
        return 0.0
    rows = _standard([surface(question) for question in single])
    keys = [[option.correct for option in question.option].index(True) for question in single]
    chance = random.Random(seed)
    scores = []
    for _ in range(SPLITS):
        order = chance.sample(range(len(single)), len(single))
        half = len(order) // 2
        for taught, tried in ((order[:half], order[half:]), (order[half:], order[:half])):
            weights = _learn([rows[i] for i in taught], [keys[i] for i in taught])
            scores.append(fmean(_pick(rows[i], weights) == keys[i] for i in tried))
    return fmean(scores)


def _standard(rows: list[list[list[float]]]) -> list[list[list[float]]]:
    """Every feature with mean 0 and spread 1 over all options."""
    columns = list(zip(*(option for question in rows for option in question), strict=True))
    means = [fmean(column) for column in columns]
    spreads = [
        math.sqrt(fmean((value - mean) ** 2 for value in column)) or 1.0
        for column, mean in zip(columns, means, strict=True)
    ]
    return [
        [[(v - m) / s for v, m, s in zip(option, means, spreads, strict=True)] for option in question]
        for question in rows
    ]


def _learn(rows: list[list[list[float]]], keys: list[int]) -> list[float]:
    """Weights of a conditional logit, by gradient ascent with a little shrinkage."""
    weights = [0.0] * len(rows[0][0])
    for _ in range(_ROUNDS):
        slope = [-_SHRINK * weight for weight in weights]
        for options, key in zip(rows, keys, strict=True):
            odds = [math.exp(min(30.0, _dot(option, weights))) for option in options]
            total = sum(odds)
            for place, option in enumerate(options):
                pull = ((place == key) - odds[place] / total) / len(rows)
                for feature, value in enumerate(option):
                    slope[feature] += pull * value
        weights = [weight + _STEP * change for weight, change in zip(weights, slope, strict=True)]
    return weights


def _pick(options: list[list[float]], weights: list[float]) -> int:
    return max(range(len(options)), key=lambda place: _dot(options[place], weights))


def _dot(values: list[float], weights: list[float]) -> float:
    return sum(value * weight for value, weight in zip(values, weights, strict=True))
