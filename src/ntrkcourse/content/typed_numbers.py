"""Numbers as people type them, beside the unit that they see.

The page reads the same forms by the same rules in ``widgets/shared/numbers.js``; ``tests/typed_answers.toml``
holds both to one table of cases. What could mean two things is asked for again and never graded.
"""

import math
import re
from dataclasses import dataclass

from .interface import interface_words

# More signs than any number needs, and few enough for the patterns below to be fast.
_LONGEST = 100
_QUOTED = 40

_SPACES = re.compile("[\t\n\v\f\r \u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]+")
_RAISED = re.compile("[⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_LOWERED = str.maketrans("⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "+-0123456789")
_ONE_SIGN = str.maketrans("−–‒‐‑﹣－⁄∕÷％०१२३४५६७८९", "-------///%0123456789")

_LEAD = re.compile(r"^(?:about|around|roughly|approximately|approx\.?|circa|ca\.?|[~≈=]) ?")
_MONEY = re.compile(r"^([+-]?) ?(?:₹|rs\.?|inr) ?| ?(?:/-|₹|rupees?|rs\.?|inr)$")
_PERCENT = re.compile(r" ?(?:%|per ?cent|pct)$")
_SHARE = re.compile(r"^(.+?) ?(?:/|out of|of|in|among|per)(?: every)? ?([^/]+)$")

_SCALES = {"thousand": 3, "lakh": 5, "lac": 5, "million": 6, "crore": 7}
_GROUPED = r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3})(?:\.[0-9]+)?"
_GAPPED = r"(?:[1-9][0-9]{0,2}(?: [0-9]{3})+|[1-9][0-9]?(?: [0-9]{2})+ [0-9]{3})(?:[.,][0-9]+)?"
_NUMBER = re.compile(
    rf"(?P<sign>[+-]?) ?(?:(?P<digits>{_GROUPED}|{_GAPPED}|[0-9]+\.?|[0-9]*[.,][0-9]+)"
    r"(?:(?:e| ?[×x*·⋅] ?10(?:\^|\*\*) ?)(?P<power>[+-]?[0-9]{1,3}))?"
    r"|10(?:\^|\*\*) ?(?P<ten>[+-]?[0-9]{1,3}))"
    rf"(?: ?(?P<scale>{'|'.join(_SCALES)})s?)?"
)


@dataclass(frozen=True)
class Reading:
    """The ``value`` that was typed, in the unit asked for; where there is none, the ``reason`` in words."""

    value: float | None = None
    reason: str = ""


def read_number(text: str, unit: str) -> Reading:
    """What somebody typed as an answer in ``unit``.

    Parameters
    ----------
    text
        ``"4,854"``, ``"0,54"``, ``"3 lakh"``, ``"12 of 100"``, ``"5.83 per cent"``; the forms are those of
        ``tests/typed_answers.toml``.
    unit
        As it stands beside the box: ``"per cent"``, ``"of 100"``, ``"patients"``, ``"lakh rupees"``.
    """
    words = interface_words()["numbers"]
    shown = _SPACES.sub(" ", text).strip()
    if not shown:
        return Reading(reason=words["none"])
    quoted = shown if len(shown) <= _QUOTED else f"{shown[:_QUOTED].rstrip()}…"
    unread = Reading(reason=words["unread"].format(typed=quoted))
    foreign = Reading(reason=words["foreign"].format(unit=unit, typed=quoted))
    if len(shown) > _LONGEST:
        return unread

    asked = _asked(unit)
    # The unit's own words go first: "letters" ends in "rs".
    typed, money = _without(_MONEY, asked.words.sub("", _LEAD.sub("", _plain(shown))))
    typed, percent = _without(_PERCENT, typed)
    number = _number(typed)
    if number is None:
        return unread if money or percent else _share(typed, asked, unread, foreign)
    value, scaled = number
    if (money and not asked.money) or (percent and asked.whole is None):
        return foreign
    # "Rs 35" beside lakh rupees may mean either.
    if money and asked.power and not scaled:
        return foreign
    if scaled:
        value /= 10**asked.power
    if percent and asked.whole is not None:
        value *= asked.whole / 100
    return Reading(value) if math.isfinite(value) else unread


@dataclass(frozen=True)
class _Asked:
    """``whole`` is one whole in a unit of shares: 100 for per cent, 10,000 for "in 10,000"."""

    whole: float | None
    money: bool
    power: int
    words: re.Pattern[str]


def _asked(unit: str) -> _Asked:
    crowd = re.search(r"(?:^| )(?:of|in|among) ([0-9,]+)$", unit)
    percent = unit == "per cent"
    names = re.findall(r"[a-z]+", unit[: crowd.start()] if crowd else "" if percent else unit.lower())
    own = [f"{re.sub('s$', '', name)}s?" for name in names if name != "rupees" and name not in _SCALES]
    if unit == "times":
        own += ["x", "×", "-?fold"]
    words = "|".join(own) or "(?!)"
    return _Asked(
        whole=float(crowd[1].replace(",", "")) if crowd else 100 if percent else None,
        money="rupees" in names,
        power=next((_SCALES[name] for name in names if name in _SCALES), 0),
        words=re.compile(rf"^(?:(?:{words}) ?)+|(?: ?(?:{words}))+$"),
    )


def _plain(shown: str) -> str:
    """In lower case, with one sign for each thing that has several."""
    raised = _RAISED.sub(lambda match: "^" + match[0].translate(_LOWERED), shown)
    return raised.lower().translate(_ONE_SIGN).replace("minus ", "-")


def _without(mark: re.Pattern[str], typed: str) -> tuple[str, bool]:
    bare = mark.sub(r"\1" if mark.groups else "", typed)
    return bare, bare != typed


def _number(typed: str) -> tuple[float, bool] | None:
    """The number, and whether a word such as lakh sizes it."""
    match = _NUMBER.fullmatch(typed)
    if match is None:
        return None
    digits = (match["digits"] or "1").replace(" ", "")
    digits = digits.replace(",", "" if re.fullmatch(_GROUPED, digits) else ".")
    power = int(match["power"] or match["ten"] or 0) + _SCALES.get(match["scale"], 0)
    return float(f"{match['sign']}{digits}e{power}"), bool(match["scale"])


def _share(typed: str, asked: _Asked, unread: Reading, foreign: Reading) -> Reading:
    """ "12 of 100" and "12/100": a share beside a unit of shares, beside others a division at the most."""
    match = _SHARE.match(typed)
    part = _number(asked.words.sub("", match[1])) if match else None
    whole = _number(match[2]) if match else None
    if part is None or whole is None or not whole[0]:
        return unread
    if asked.whole is None and ("/" not in typed or abs(part[0]) < abs(whole[0])):
        return foreign
    value = (asked.whole or 1) * part[0] / whole[0]
    return Reading(value) if math.isfinite(value) else unread
