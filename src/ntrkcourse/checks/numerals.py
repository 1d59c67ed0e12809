"""Numerals of a sentence, and the numerals that a fact record stands for."""

import math
import re

from ..content.facts import Fact
from ..science.proportions import exact_interval

_NUMBER = re.compile(r"(?<![\w.])[-−]?\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|(?<![\w.])[-−]?\d+(?:\.\d+)?")


def numerals(text: str) -> list[str]:
    """Numbers written in figures, without thousands commas and trailing zeros, in order of appearance."""
    return [_bare(match) for match in _NUMBER.findall(text)]


def _bare(number: str) -> str:
    plain = number.replace(",", "").replace("−", "").replace("-", "")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def numerals_of(fact: Fact) -> set[str]:
    """Every numeral that a link to ``fact`` may show.

    These are the figures printed in the record (its note apart, which speaks of other records too), and
    what follows from its counts: the percentage, the exact interval, "1 in N", and shares per 100 to 100,000.
    """
    texts = [fact.claim, fact.unit, fact.population, fact.as_of, fact.detail, fact.locator]
    if isinstance(fact.value, tuple):
        texts += [f"{part:g}" for part in fact.value]
    else:
        texts.append(fact.value if isinstance(fact.value, str) else _plain(fact.value))
    found = {numeral for text in texts for numeral in numerals(text)}
    fractions = []
    if fact.unit.startswith("percent") and isinstance(fact.value, float):
        fractions.append(fact.value / 100)
        found |= _roundings(fact.value)
    if fact.interval is not None:
        found |= {numeral for bound in fact.interval for numeral in _roundings(bound)} | {_plain(fact.level)}
        if fact.unit.startswith("percent"):
            fractions += [bound / 100 for bound in fact.interval if math.isfinite(bound)]
    if fact.events is not None:
        found.add(str(fact.events))
    if fact.total is not None:
        found.add(str(fact.total))
    if fact.events is not None and fact.total is not None:
        found |= {str(fact.total - fact.events), "95"}
        share = fact.events / fact.total
        fractions += [share, 1 - share, *exact_interval(fact.events, fact.total)]
    for fraction in fractions:
        found |= _shapes(fraction)
    return found


def _shapes(fraction: float) -> set[str]:
    """The ways of writing a fraction: per cent, 1 in N, per 100 to 100,000."""
    shapes = _roundings(100 * fraction)
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
