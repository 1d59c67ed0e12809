"""What a link to a fact may show: the record's own figures, and what follows from its counts."""

import math
import re
from functools import cache

from ..content.dates import speak_dates
from ..content.facts import Fact
from ..science.proportions import exact_interval
from .numerals import (
    DATE,
    LEVEL,
    PAIR,
    RANGE,
    bare,
    exactly,
    is_rounded,
    numerals,
    percentages,
    without,
    without_percentages,
)

# Groups of which a share may be counted, "8 in 10,000".
_GROUPS = (100, 1_000, 10_000, 100_000, 1_000_000)
_PER_CENT = 100
# How a pair is printed beside "6 of 8": "1 woman fewer in 1,000", "of 8 with an earlier sample, 6", "12 of them", "64 complete".
_NUMBER = r"(\d[\d,]*(?:\.\d+)?)"
_WIDE_PAIR = re.compile(
    rf"(?<![\w.,]){_NUMBER} (?:[a-z]+ ){{0,3}}(?:of|in|per|among) (?:[a-z]+ ){{0,2}}{_NUMBER}\b"
)
_TURNED_PAIR = re.compile(rf"\b[Oo]f (?:[a-z]+ )?{_NUMBER}\b[^.;:]*?, {_NUMBER}\b")
_OF_THEM = re.compile(rf"(?<![\w.,]){_NUMBER} (?:of (?:them|these|those|which|whom)|complete|partial)\b")
_PAIR_AND_SHARE = re.compile(rf"{_NUMBER} of {_NUMBER} (?:[a-z]+ )?\({_NUMBER}(?:%|;)")
_SHARE_AND_PAIR = re.compile(rf"{_NUMBER}% \({_NUMBER} of {_NUMBER}\)")
_COUNTED_IN = re.compile(rf"\b(?:[Oo]f|[Ii]n|[Aa]mong|n ?=) ?{_NUMBER}(?![%\w])")
# A figure and what it counts, "24 tumours", "5.6 and 1.7 months"; small words name nothing.
_NOUN = r"(?!(?:and|but|for|had|has|have|its|not|only|than|that|the|was|were|who|with|[a-z]+ed)\b)([a-z]{3,})"
_NAMED = re.compile(rf"(?<![\w.,]){_NUMBER} {_NOUN}")
_LISTED = re.compile(rf"(?<![\w.,])((?:{_NUMBER}(?:, | and | or | to |, and |–))*{_NUMBER}) {_NOUN}")


def foreign_figures(shown: str, fact: Fact) -> list[str]:
    """What of the figures in ``shown`` is none of ``fact``, in groups as they stand there."""
    foreign = [match[0] for match in LEVEL.finditer(shown) if bare(match[1]) != exactly(fact.level)]
    foreign += [match[0] for match in DATE.finditer(shown) if match[0] not in _dates(fact)]
    rest, wrong, beside = _without_ranges(without(DATE, without(LEVEL, shown)), fact)
    foreign += wrong
    foreign += [match[0] for match in PAIR.finditer(rest) if not _is_pair(match[1], match[2], fact)]
    rest = without(PAIR, rest)
    for match in _WIDE_PAIR.finditer(rest):
        if (bare(match[1]), bare(match[2])) in _pairs(fact):
            rest = rest.replace(match[0], " ; ", 1)
        elif (bare(match[2]), bare(match[1])) in _pairs(fact):
            foreign.append(match[0])
    foreign += [
        match[0] for match in _PAIR_AND_SHARE.finditer(shown) if not _agree(match[1], match[2], match[3])
    ]
    foreign += [
        match[0] for match in _SHARE_AND_PAIR.finditer(shown) if not _agree(match[2], match[3], match[1])
    ]
    if not _in_order(rest, fact):
        foreign.append(f"the order of {', '.join(numerals(rest))}")
    foreign += [f"{one}%" for one in percentages(rest) if not _is_percentage(one, fact)]
    rest = without_percentages(rest)
    foreign += [match[0] for match in _NAMED.finditer(rest) if not _names(bare(match[1]), match[2], fact)]
    known = numerals_of(fact)
    return foreign + [one for one in numerals(rest) if one not in known and one not in beside]


@cache
def numerals_of(fact: Fact) -> frozenset[str]:
    """Every numeral that may stand by itself, neither in a pair nor before a per cent sign.

    These are its counts and the figures printed in it; its note apart, which speaks of other records too, and its
    locator, which counts pages.
    """
    found = {numeral for text in _texts(fact) for numeral in numerals(text)}
    found |= {exactly(value) for value in _values(fact)}
    if not _is_share(fact):
        found |= _ends(fact)
    return frozenset(found | {str(count) for count in (fact.events, fact.total) if count is not None})


def _without_ranges(shown: str, fact: Fact) -> tuple[str, list[str], set[str]]:
    """``shown`` without the record's own ranges; ranges turned round; the rates that may stand beside a range."""
    rest, wrong, beside = shown, [], set()
    named = [group for group in _GROUPS if str(group) in [bare(match[2]) for match in PAIR.finditer(shown)]]
    for match in RANGE.finditer(shown):
        low, high, whole = match[1], match[3], match[5]
        groups = (
            [_PER_CENT] if match[2] or match[4] else [int(float(bare(whole)))] if whole else named or _GROUPS
        )
        groups = [group for group in groups if group in _GROUPS and _is_interval(low, high, group, fact)]
        # A rate beside its interval, "30 (28 to 32)", is counted in the same group.
        beside |= {f"{group * rate:.0f}" for group in groups for rate in _rates(fact)}
        printed = (bare(low), bare(high)) in _printed_ranges(fact)
        if groups or (printed and (not whole or _is_pair(high, whole, fact))):
            rest = rest.replace(match[0], " ; ", 1)
        else:
            wrong.append(match[0])
    return rest, wrong, beside


def _is_interval(low: str, high: str, group: int, fact: Fact) -> bool:
    """Whether these are the ends of one of the record's intervals, counted in a group of this size."""
    return any(_counts(low, i[0], group) and _counts(high, i[1], group) for i in _intervals(fact))


def _is_pair(part: str, whole: str, fact: Fact) -> bool:
    if (bare(part), bare(whole)) in _pairs(fact):
        return True
    group = float(bare(whole))
    if group in _GROUPS and any(
        _counts(part, share, int(group)) for share in (*_rates(fact), *_remainder(fact))
    ):
        return True
    if group == _PER_CENT and (_is_percentage(part, fact) or bare(part) in _ends(fact)):
        return True
    return part == "1" and any(bare(whole) in _one_in(share) for share in (*_rates(fact), *_remainder(fact)))


def _is_percentage(number: str, fact: Fact) -> bool:
    return bare(number) in _printed_percentages(fact) or any(
        is_rounded(number, 100 * s) for s in _rates(fact)
    )


def _counts(number: str, share: float, group: int) -> bool:
    """Whether ``number`` says how many of ``group`` a share is; a range may begin with "none"."""
    if not number[0].isdigit():
        return share == 0
    places = len(number.partition(".")[2])
    return is_rounded(number, share * group) and (group == _PER_CENT or places == 0 or share * group < 10)


def _one_in(share: float) -> set[str]:
    """The N of "1 in N", whole or to one, two or three figures."""
    if not 0 < share <= 0.5:
        return set()
    return {exactly(float(f"{1 / share:.{figures}g}")) for figures in (2, 3)} | {f"{1 / share:.0f}"}


def _agree(part: str, whole: str, percentage: str) -> bool:
    """Whether two counts and the percentage beside them are the same share; sources truncate as well as round."""
    share = 100 * float(bare(part)) / (float(bare(whole)) or math.nan)
    return abs(share - float(percentage.replace(",", ""))) < 10.0 ** -len(percentage.partition(".")[2])


def _in_order(rest: str, fact: Fact) -> bool:
    """Whether figures that the record prints stand in ``rest`` as in one of its texts, so that none has changed places."""
    # "58% of 426": whom a figure is counted in may be named after it.
    whole = {str(fact.total)} | {
        bare(number) for text in _texts(fact) for number in _COUNTED_IN.findall(text)
    }
    rest = _COUNTED_IN.sub(lambda match: "" if bare(match[1]) in whole else match[0], rest)
    printed = _sequences(fact)
    known = {one for sequence in printed for one in sequence}
    said = [one for one in numerals(rest) if one in known]
    return len(said) < 2 or any(_is_part(said, sequence) for sequence in printed)


def _is_part(said: list[str], sequence: list[str]) -> bool:
    left = iter(sequence)
    return all(one in left for one in said)


def _names(number: str, noun: str, fact: Fact) -> bool:
    """Whether the record, where it counts this noun, has such a number of it; large numbers are not confused."""
    counted = _nouns(fact).get(noun)
    return counted is None or number in counted or float(number) >= 1_000


@cache
def _nouns(fact: Fact) -> dict[str, set[str]]:
    """What the record counts -> the numbers of it; its own counts may be of anything."""
    own = {str(count) for count in (fact.events, fact.total) if count is not None}
    found: dict[str, set[str]] = {}
    for text in [*_texts(fact), fact.note, fact.limits]:
        for match in _LISTED.finditer(text):
            found.setdefault(match[4], set(own)).update(numerals(match[1]))
    return found


@cache
def _sequences(fact: Fact) -> list[list[str]]:
    """Numerals in the orders in which the record gives them."""
    interval = " ".join(exactly(bound) for bound in fact.interval or () if math.isfinite(bound))
    counts = " ".join(str(count) for count in (fact.events, fact.total) if count is not None)
    texts = [
        *(fact.note, fact.limits, fact.locator, _value(fact), speak_dates(fact.as_of)),
        f"{fact.population} {fact.claim} {fact.detail}",
        f"{fact.claim} {fact.note}",
        f"{fact.claim} {interval}",
        f"{_value(fact)} {fact.population}",
        f"{counts} {_value(fact)} {interval}",
    ]
    return [numerals(text) for text in texts]


@cache
def _pairs(fact: Fact) -> frozenset[tuple[str, str]]:
    """The record's counts, and the pairs printed in any of its texts, its note among them."""
    found: set[tuple[str, str]] = set()
    for text in [*_texts(fact), fact.note, fact.limits]:
        found |= {(bare(a), bare(b)) for a, b in (*PAIR.findall(text), *_WIDE_PAIR.findall(text))}
        found |= {(bare(part), bare(whole)) for whole, part in _TURNED_PAIR.findall(text)}
        if fact.total is not None:
            found |= {(bare(part), str(fact.total)) for part in _OF_THEM.findall(text)}
    if fact.counts:
        events, total = fact.counts
        found |= {(str(count), str(total)) for count in (events, total - events)}
    return frozenset(found)


@cache
def _dates(fact: Fact) -> frozenset[str]:
    """Dates as the record prints them, and their months with and without the year."""
    found = {match[0] for text in [*_texts(fact), fact.note] for match in DATE.finditer(speak_dates(text))}
    return frozenset(found | {" ".join(words) for date in found for words in _parts(date.split())})


def _parts(words: list[str]) -> list[list[str]]:
    return [words[start:end] for start in range(len(words)) for end in range(start + 1, len(words) + 1)]


@cache
def _printed_ranges(fact: Fact) -> frozenset[tuple[str, str]]:
    ranges = {(bare(m[1]), bare(m[3])) for text in _texts(fact) for m in RANGE.finditer(text)}
    if fact.interval is not None:
        ranges.add((exactly(fact.interval[0]), exactly(fact.interval[1])))
    return frozenset(ranges)


@cache
def _printed_percentages(fact: Fact) -> frozenset[str]:
    found = {bare(number) for text in _texts(fact) for number in percentages(text)}
    return frozenset(found | ({exactly(value) for value in _values(fact)} if _is_share(fact) else set()))


@cache
def _rates(fact: Fact) -> tuple[float, ...]:
    """The share that follows from the record's counts, or the one that it states."""
    if fact.counts:
        events, total = fact.counts
        return (events / total,)
    return tuple(value / 100 for value in _values(fact)) if _is_share(fact) else ()


def _remainder(fact: Fact) -> tuple[float, ...]:
    return tuple(1 - rate for rate in _rates(fact))


@cache
def _intervals(fact: Fact) -> tuple[tuple[float, float], ...]:
    """The interval of that share as the record gives it, and the exact one of its counts."""
    found = []
    if _is_share(fact):
        if fact.interval is not None and math.isfinite(fact.interval[1]):
            found.append((fact.interval[0] / 100, fact.interval[1] / 100))
        if isinstance(fact.value, tuple):
            found.append((fact.value[0] / 100, fact.value[-1] / 100))
    if fact.counts:
        found.append(exact_interval(*fact.counts))
    return tuple(found)


def _ends(fact: Fact) -> set[str]:
    """The ends of a printed interval, which may stand alone."""
    return {exactly(end) for end in fact.interval or () if math.isfinite(end)}


def _is_share(fact: Fact) -> bool:
    return fact.unit.startswith("percent")


def _values(fact: Fact) -> list[float]:
    values = fact.value if isinstance(fact.value, tuple) else (fact.value,)
    return [value for value in values if isinstance(value, float)]


def _value(fact: Fact) -> str:
    return (
        speak_dates(fact.value) if isinstance(fact.value, str) else " to ".join(map(exactly, _values(fact)))
    )


def _texts(fact: Fact) -> list[str]:
    figure = f"{_value(fact)} {fact.unit}"
    return [fact.claim, figure, fact.population, speak_dates(fact.as_of), fact.detail]
