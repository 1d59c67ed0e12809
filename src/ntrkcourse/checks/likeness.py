"""How much of one text another says, by the stems of their words; a word that a course seldom uses says more."""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from functools import cache
from math import log

_TOKEN = re.compile(r"\d[\d,]*(?:\.\d+)?|[a-z]+")
_WORDS = re.compile(r"[a-z]+")
_SMALL = _WORDS.findall("zero one two three four five six seven eight nine ten eleven twelve")
SMALL_NUMBERS = {word: str(number) for number, word in enumerate(_SMALL)}
"""Numbers that are written as words, with their figures."""
_NUMBERS = SMALL_NUMBERS | {"twice": "2", "hundred": "100", "thousand": "1000"}
_SILENT = frozenset(
    _WORDS.findall(
        "a an the of to in is are was were be been being it its this that these those as at by for from with which"
        " what who whom whose how than then there their they them he she his her him we our us you your i if or so"
        " and but do does did has have had can could may might will would shall should must also too very such some"
        " any each every all both most more other another about into out up down over under after before between"
        " through because since when where while whereas only just even still yet again here own same s"
    )
)
# Which way a thing goes, in any word for it.
_WAYS = {
    "↑": "rise rises rose rising raise raises raised increase increases increased grow grows grew gain gains gained"
    " higher climb climbs",
    "↓": "fall falls fell falling drop drops dropped decrease decreases decreased shrink shrinks shrank lower lowers"
    " lowered reduce reduces reduced sink sinks sank fewer",
}
_WAY_OF = {word: way for way, words in _WAYS.items() for word in _WORDS.findall(words)}
_ENDINGS = (
    "ations",
    "ation",
    "ings",
    "ing",
    "edly",
    "ers",
    "ies",
    "ied",
    "ed",
    "er",
    "es",
    "ly",
    "s",
    "y",
    "e",
)
_SHORTEST_STEM = 4
_WEIGHT_OF_FIGURES = 1.5


@cache
def words_of(text: str) -> frozenset[str]:
    """The stems and figures of ``text``, without the words that say nothing alone."""
    found = (word.replace(",", "") for word in _TOKEN.findall(text.lower()))
    return frozenset(_WAY_OF.get(word) or _stem(word) for word in found if word not in _SILENT)


def _stem(word: str) -> str:
    """The word without its ending, so that "rereaders" and "rereading" are one."""
    if word in _NUMBERS:
        return _NUMBERS[word]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word.removesuffix(ending)
            break
    return word[:-1] if len(word) > _SHORTEST_STEM and word[-1] == word[-2] else word


class Rarity:
    """What a word is worth, by how seldom the sentences of a course use it."""

    def __init__(self, sentences: Iterable[str]) -> None:
        used: Counter[str] = Counter()
        self._sentences = 0
        for sentence in sentences:
            self._sentences += 1
            used.update(words_of(sentence))
        self._used = used
        self._weights: dict[str, float] = {}

    def weight(self, word: str) -> float:
        """1 for a word that stands nowhere, near 0 for one that stands everywhere; figures count more."""
        if word not in self._weights:
            rarity = log((self._sentences + 1) / (self._used[word] + 1)) / log(self._sentences + 2)
            figure = len(word) > 1 and word[0].isdigit()
            self._weights[word] = rarity * (_WEIGHT_OF_FIGURES if figure else 1)
        return self._weights[word]

    def size(self, words: Iterable[str]) -> float:
        """What the words are worth together."""
        return sum(map(self.weight, words))

    def share(self, words: Collection[str], said: Collection[str]) -> float:
        """The part of ``words`` that stands in ``said``, from 0 to 1."""
        whole = self.size(words)
        return self.size(word for word in words if word in said) / whole if whole else 0.0
