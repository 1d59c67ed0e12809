"""Q16 and Q17: what the wording of options gives away to somebody who knows nothing."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from ..content.inline import plain
from ..content.questions import Question
from .forms import forms_of
from .guessers import HIGHEST_TAUGHT_SCORE, HIGHEST_TONE_SCORE, taught_score, tone_score
from .problem import Problem

# With fewer single questions luck moves a score by more than the rule asks, and every word is rare.
LEAST_SINGLES = 40
# A word of so many letters in the stems of fewer other questions is rare enough to ring.
_LETTERS = 6
_COMMON = 5
_LONG_WORD = re.compile(rf"[a-z]{{{_LETTERS},}}")


def check_giveaways(questions: Sequence[Question]) -> Iterator[Problem]:
    """Both rules for the bank and its test forms."""
    for (guesser, what), score in scores(tuple(questions)).items():
        highest = HIGHEST_TAUGHT_SCORE if guesser == "taught" else HIGHEST_TONE_SCORE
        if score > highest:
            advice = (
                f"the guesser {guesser} scores {score:.0%} on the single questions; at most {highest:.0%}"
            )
            yield Problem("content/questions", what, "Q16", advice)
    if sum(question.kind == "single" for question in questions) >= LEAST_SINGLES:
        yield from _check_clang(questions)


@cache
def scores(questions: tuple[Question, ...]) -> dict[tuple[str, str], float]:
    """What the two guessers score, by guesser and by what they were tried on; nothing for a small bank."""
    if sum(question.kind == "single" for question in questions) < LEAST_SINGLES:
        return {}
    tried = {"bank": list(questions)} | forms_of(questions)
    by_tone = {("by tone", what): tone_score(items) for what, items in tried.items() if items}
    return by_tone | {("taught", "bank"): taught_score(questions)}


def _check_clang(questions: Sequence[Question]) -> Iterator[Problem]:
    """Q17: the key alone takes up a word of the stem that few other stems have."""
    stems = Counter(word for question in questions for word in _long_words([question.stem]))
    for question in (one for one in questions if one.kind == "single"):
        key = _long_words(option.text for option in question.option if option.correct)
        others = _long_words(option.text for option in question.option if not option.correct)
        for word in sorted(key & _long_words([question.stem]) - others):
            if stems[word] - 1 < _COMMON:
                yield Problem(
                    f"content/questions/{question.chapter}.toml",
                    question.id,
                    "Q17",
                    f"the right option alone takes up {word!r} from the stem; say it otherwise, or in another option too",
                )


def _long_words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in _LONG_WORD.findall(plain(text).lower())}
