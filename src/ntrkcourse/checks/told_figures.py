"""Whether a sentence tells a figure, in whatever way it is written: per cent, n of m, or a number with its unit."""

import re
from collections.abc import Iterator

from .likeness import SMALL_NUMBERS, words_of
from .numerals import PAIR, bare, is_rounded, numerals, percentages

_SMALL = re.compile(rf"\b({'|'.join(SMALL_NUMBERS)})\b", re.IGNORECASE)
_SHARE_UNIT = re.compile(r"per cent|(?:of|in) ([\d,]+)")
# So far behind a number its unit stands, in words.
_NEAR = 3
_LONG = 3


def in_figures(sentence: str) -> str:
    """``sentence`` with its small numbers in figures."""
    return _SMALL.sub(lambda match: SMALL_NUMBERS[match[0].lower()], sentence)


def tells_answer(sentence: str, answer: float, tolerance: float, unit: str, known: str) -> bool:
    """Whether the answer of a numeric question stands in ``sentence``; figures that ``known`` gives are none."""
    text, given = in_figures(sentence), set(numerals(in_figures(known)))
    share = _SHARE_UNIT.fullmatch(unit)
    if not share:
        return any(abs(value - answer) <= tolerance for value in _counted(text, unit, given))
    scale = float(share[1].replace(",", "")) if share[1] else 100
    return any(abs(scale * value - answer) <= tolerance * 1.0001 for value in _shares(text, given))


def _shares(text: str, given: set[str]) -> Iterator[float]:
    for number in percentages(text):
        if bare(number) not in given:
            yield float(number.replace(",", "")) / 100
    for match in PAIR.finditer(text):
        if not {bare(match[1]), bare(match[2])} <= given and float(bare(match[2])):
            yield float(bare(match[1])) / float(bare(match[2]))


def _counted(text: str, unit: str, given: set[str]) -> Iterator[float]:
    """Numbers that the unit follows, or that are too long to be there by chance."""
    names = words_of(unit)
    for match in re.finditer(r"(?<! or )(?<![\w.,])\d[\d,]*(?:\.\d+)?(?![\d%])(?! or )", text):
        number = bare(match[0])
        behind = words_of(" ".join(text[match.end() :].split()[:_NEAR]))
        if number not in given and (len(number.replace(".", "")) >= _LONG or names & behind):
            yield float(number)


def tells_figure(sentence: str, figure: str) -> bool:
    """Whether ``sentence`` tells a pair ("4 of 4,854"), a percentage or a number, a pair also as its rounded rate."""
    text = in_figures(sentence)
    pair = PAIR.fullmatch(figure)
    if figure.endswith("%"):
        return any(is_rounded(number, float(figure[:-1])) for number in percentages(text))
    if not pair:
        return bare(figure) in numerals(text)
    part, whole = float(bare(pair[1])), float(bare(pair[2]))
    if _has_pair(text, part, whole):
        return True
    # A share of a few people has many namesakes.
    return (
        0 < part < whole
        and whole >= 100
        and any(is_rounded(n, 100 * part / whole) for n in percentages(text))
    )


def _has_pair(text: str, part: float, whole: float) -> bool:
    """The counts themselves, or what they come to among a hundred and more."""
    for match in PAIR.finditer(text):
        one, of = (float(bare(match[place])) for place in (1, 2))
        if (one, of) == (part, whole):
            return True
        exact = part * of / whole
        if whole >= 100 and of >= 100 and one >= 1 and abs(exact - one) <= (0.5 if one > 1 else 0.25):
            return True
    return False
