"""Dates as content writes them: to the day, the month or the year."""

import calendar
import re
from datetime import date

_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_IN_TEXT = re.compile(r"\b\d{4}-(?:0[1-9]|1[0-2])(?:-\d\d)?\b")


def window(text: str) -> tuple[date, date]:
    """First and last day that a date of day, month or year precision can mean.

    Raises
    ------
    ValueError
        For a text that is no such date.
    """
    match = _DATE.fullmatch(text)
    if not match:
        raise ValueError(f"{text!r} is no date such as 2017, 2020-12 or 2025-09-22")
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if day:
        return date(year, month, day), date(year, month, day)
    last = month or 12
    return date(year, month or 1, 1), date(year, last, calendar.monthrange(year, last)[1])


def spoken(text: str) -> str:
    """A date as it is read: "22 September 2025", "December 2020", "2017"."""
    first, _ = window(text)
    words = [str(first.day)] * (text.count("-") == 2) + [calendar.month_name[first.month]] * ("-" in text)
    return " ".join([*words, str(first.year)])


def speak_dates(text: str) -> str:
    """``text`` with each date in it as it is read: "2019-07-25 (recommended)" -> "25 July 2019 (recommended)"."""
    return _IN_TEXT.sub(lambda found: spoken(found[0]), text)
