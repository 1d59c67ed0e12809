"""Numerals of a sentence, and the numerals that a fact record stands for."""

import math
import re
from functools import cache

from ..content.facts import Fact
from ..science.proportions import exact_interval

_NUMBER = re.compile(r"(?<![\w.])[-−]?\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|(?<![\w.])[-−]?\d+(?:\.\d+)?")

_PERCENTAGE = re.compile(r"(?:\d[\d.,]*\s?%?\s?(?:–|-|to|and|or)\s?)?\d[\d.,]*\s?(?:%|per ?cent\b)")


def numerals(text: str) -> list[str]:
    """Numbers written in figures, without thousands commas and trailing zeros, in order of appearance."""
    return [_bare(match) for match in _NUMBER.findall(text)]


def percentages(text: str) -> list[str]:
    """The numerals of ``text`` that are written as percentages, both ends of a range among them."""
    found = []
    for match in _PERCENTAGE.finditer(text):
        found += numerals(match[0])
    return found


def _bare(number: str) -> str:
    plain = number.replace(",", "").replace("−", "").replace("-", "")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


@cache
def numerals_of(fact: Fact) -> frozenset[str]:
    """Every numeral that a link to ``fact`` may show.

    These are the figures printed in the record (its note apart, which speaks of other records too), and
    what follows from its counts: the percentage, the exact interval, "1 in N", and shares per 100 to 100,000.
    """
    found = {numeral for text in _texts(fact) for numeral in numerals(text)}
    values = fact.value if isinstance(fact.value, tuple) else (fact.value,)
    found |= {_plain(value) for value in values if isinstance(value, float)}
    if fact.interval is not None:
        found |= {numeral for bound in fact.interval for numeral in _roundings(bound)} | {_plain(fact.level)}
    found |= {str(count) for count in (fact.events, fact.total) if count is not None}
    if fact.events is not None and fact.total is not None:
        found |= {str(fact.total - fact.events), "95"}
    for fraction in _fractions(fact):
        found |= _roundings(100 * fraction) | _shapes(fraction)
    return frozenset(found)


@cache
def percentages_of(fact: Fact) -> frozenset[str]:
    """Every numeral that a link to ``fact`` may show before a per cent sign."""
    found = {numeral for text in _texts(fact) for numeral in percentages(text)} | {_plain(fact.level)}
    if fact.unit.startswith("percent"):
        values = fact.value if isinstance(fact.value, tuple) else (fact.value,)
        found |= {_plain(value) for value in values if isinstance(value, float)}
    for fraction in _fractions(fact):
        found |= _roundings(100 * fraction)
    return frozenset(found)


def _texts(fact: Fact) -> list[str]:
    value = [fact.value] if isinstance(fact.value, str) else []
    return [fact.claim, fact.unit, fact.population, fact.as_of, fact.detail, fact.locator, *value]


def _fractions(fact: Fact) -> list[float]:
    """The shares that the record states or that follow from its counts."""
    fractions: list[float] = []
    if fact.unit.startswith("percent"):
        stated = [*(fact.value if isinstance(fact.value, tuple) else (fact.value,)), *(fact.interval or ())]
        fractions += [part / 100 for part in stated if isinstance(part, float) and math.isfinite(part)]
    if fact.events is not None and fact.total is not None:
        share = fact.events / fact.total
        fractions += [share, 1 - share, *exact_interval(fact.events, fact.total)]
    return fractions


def _shapes(fraction: float) -> set[str]:
    """The ways of writing a fraction as counts: 1 in N, and per 100 to 100,000."""
    shapes: set[str] = set()
    for size in (100, 1_000, 10_000, 100_000):
        count = fraction * size
        if count >= 0.5 or count == 0:
            shapes |= {_bare(f"{count:.0f}"), *([_bare(f"{count:.1f}")] if count < 10 else []), str(size)}
    if fraction > 0:
        shapes.add("1")
        for figures in (1, 2, 3):
            shapes.add(_plain(float(f"{1 / fraction:.{figures}g}")))
        shapes.add(f"{1 / fraction:.0f}")
    return shapes


def _roundings(value: float) -> set[str]:
    return {_bare(f"{value:.{places}f}") for places in range(4)} if math.isfinite(value) else set()


def _plain(value: float) -> str:
    return _bare(f"{value:.6f}")
