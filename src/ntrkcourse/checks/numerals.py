"""Numbers of a sentence: single ones, percentages, pairs such as "4 of 4,854", and ranges such as "61 to 85"."""

import calendar
import re

_DIGITS = r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d+(?:\.\d+)?"
_NUMBER = re.compile(rf"(?<![\w.])[-−]?(?:{_DIGITS})")
_PERCENTAGE = re.compile(
    rf"(?<![\w.])(?:{_DIGITS})(?:\s?%?\s?(?:–|-|to|and|or)\s?(?:{_DIGITS}))?\s?(?:%|per ?cent\b)"
)
PAIR = re.compile(
    rf"(?<![\w.,])({_DIGITS}) (?:of|out of|in|per) "
    rf"(?:(?:the|all|every|over|about|its|their|these|those|some) )*({_DIGITS})(?![\w%])"
)
"""Two counts of which the first is a part of the second; groups 1 and 2."""
RANGE = re.compile(
    rf"(?<![\w.,])({_DIGITS}|none|zero)(%?)(?:–|-| to )({_DIGITS})(?![\w.,]*\d)"
    rf"(\s?%|\s?per ?cent\b)?(?: (?:in|of|per) (?:every )?({_DIGITS}))?"
)
"""The ends (groups 1 and 3), each with its per cent sign where it has one (2 and 4), and of how many they count (5)."""
_MONTHS = "|".join(calendar.month_name[1:])
DATE = re.compile(rf"(?:\b\d{{1,2}} )?\b(?:{_MONTHS})(?: \d{{4}})?\b|\b\d{{4}} (?:{_MONTHS}) \d{{1,2}}\b")
"""A day, a month of a year, or one of these put wrongly."""
LEVEL = re.compile(rf"(?<![\w.,])({_DIGITS})(?:%|-?\s?per ?cent) (?:\w+ ){{0,2}}(?:intervals?|CI|ci)\b")
"""The level of an interval that is named as one."""


def numerals(text: str) -> list[str]:
    """Numbers written in figures, without thousands commas and trailing zeros, in order of appearance."""
    return [bare(match) for match in _NUMBER.findall(text)]


def percentages(text: str) -> list[str]:
    """The numbers of ``text`` that are written as percentages, both ends of a range among them, as they stand there."""
    return [number for match in _PERCENTAGE.finditer(text) for number in re.findall(_DIGITS, match[0])]


def without(pattern: re.Pattern[str], text: str) -> str:
    """``text`` with a gap where ``pattern`` was found."""
    return pattern.sub(" ; ", text)


def without_percentages(text: str) -> str:
    """``text`` with a gap for each percentage."""
    return without(_PERCENTAGE, text)


def bare(number: str) -> str:
    """A number as it is compared: "4,854" -> "4854", "0.080" -> "0.08", "none" -> "0"."""
    plain = number.replace(",", "").replace("−", "").replace("-", "")
    if plain in ("none", "zero"):
        return "0"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def is_rounded(number: str, value: float) -> bool:
    """Whether ``number``, as it is written, is ``value`` rounded to its places, three at most, and not rounded away."""
    places = len(number.partition(".")[2])
    plain = number.replace(",", "")
    return places <= 3 and f"{value:.{places}f}" == plain and (float(plain) > 0 or value == 0)


def exactly(value: float) -> str:
    """``value`` with all the places it has."""
    return bare(f"{value:.6f}")
