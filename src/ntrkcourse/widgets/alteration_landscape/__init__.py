"""How common the alterations of a cancer are: an order and a length first, then the counts on two scales."""

import hashlib
import math
from collections.abc import Sequence
from typing import Any

from ...content import load_facts
from ...content.records import Words
from ...content.walk import as_data, facts_of
from ...science.proportions import exact_interval
from ..base import CourseWidget, data_of
from ..shares import rate_of
from ..wording import count, per_10_000, percent
from .records import Alteration, load


class AlterationLandscape(CourseWidget):
    """An order and a length to commit to, then bars on a linear and marks on a log scale, by setting.

    ``state`` holds ``order`` (fact ids) and ``length`` (millimetres) once committed, ``setting`` and ``scale``.
    """

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        return 3

    @staticmethod
    def answers(data: dict[str, Any]) -> list[str]:
        """How common the first and the last of the order are."""
        bars = {bar["fact"]: bar for one in data["setting"] for bar in one["alteration"]}
        ends = (bars[data["order"][0]], bars[data["order"][-1]])
        return [f"{bar['name']}: {bar['per']} of 10,000" for bar in ends]

    @staticmethod
    def printed(data: dict[str, Any]) -> dict[str, Any]:
        """Names of the alterations by their facts."""
        return {"names": {bar["fact"]: bar["name"] for one in data["setting"] for bar in one["alteration"]}}


def alteration_landscape(instance: str = "01") -> AlterationLandscape:
    """Alterations by frequency: put some in order, guess a length, then see the counts.

    A share whose record has counts gets its exact 95% interval. Shares of one setting alone are shown at a time.

    Parameters
    ----------
    instance
        Under this name the browser remembers the order, the length and what was looked at.

    Raises
    ------
    ValueError
        When ``instance`` is empty.
    """
    landscape = load()
    words = landscape.words
    settings = [
        {
            **as_data(one),
            "alteration": sorted((_row(bar, words) for bar in one.alteration), key=lambda row: -row["point"]),
        }
        for one in landscape.setting
    ]
    rows = {row["fact"]: row for one in settings for row in one["alteration"]}
    first, *others, last = (rows[fact] for fact in landscape.order)
    return AlterationLandscape(
        data={
            **data_of(landscape, instance),
            "setting": settings,
            "shown": _shuffled(landscape.order),
            "ruler": _ruler(first, last, words),
            "ratios": [_ratio(row, last, words) for row in (first, *others)],
            "axes": _axes(list(rows.values())),
            "facts": list(dict.fromkeys([*rows, *facts_of(landscape)])),
        }
    )


def _row(bar: Alteration, words: Words) -> dict[str, Any]:
    fact = load_facts()[bar.fact]
    point = rate_of(fact)
    counted: list[int] | None = None
    interval: tuple[float, float] | None = None
    if fact.counts:
        counted, interval = list(fact.counts), exact_interval(*fact.counts)
        published = " of ".join(map(count, fact.counts))
    else:
        published = f"{fact.value:g}%" + (f" of {count(fact.total)}" if fact.total else "")
    per, low, high = per_10_000(point, *(interval or (point, point)))
    return {
        **as_data(bar),
        "counted": counted,
        "published": published,
        "point": float(f"{point:.6g}"),
        "interval": [float(f"{bound:.6g}") for bound in interval] if interval else None,
        "percent": percent(point),
        "per": per,
        "bounds": words["interval"].format(low=low, high=high) if interval else words["no_interval"],
    }


def _shuffled(order: Sequence[str]) -> list[str]:
    """The same order for every reader, with no alteration in its place."""
    mixed = sorted(order, key=lambda fact: hashlib.sha256(fact.encode()).digest())
    turns = [mixed[turn:] + mixed[:turn] for turn in range(len(mixed))]
    return next(
        (turn for turn in turns if all(a != b for a, b in zip(turn, order, strict=True))),
        list(reversed(order)),
    )


def _ruler(first: dict[str, Any], last: dict[str, Any], words: Words) -> dict[str, Any]:
    """Length of the last bar in millimetres, if the first is a metre, with what its interval allows."""
    point, low, high = (
        1000 * share / first["point"]
        for share in (last["point"], *(last["interval"] or (last["point"], last["point"])))
    )
    return {
        "point": float(f"{point:.4g}"),
        "low": float(f"{low:.4g}"),
        "high": float(f"{high:.4g}"),
        "text": words["mm"].format(n=f"{point:.2g}"),
        "range": words["mm_range"].format(low=f"{low:.2g}", high=f"{high:.2g}"),
    }


def _ratio(row: dict[str, Any], last: dict[str, Any], words: Words) -> list[str]:
    """How many times commoner, and between which ends."""
    times = row["point"] / last["point"]
    if last["part_of"] == row["fact"] and row["counted"] and last["counted"]:
        # The same women: the ratio hangs on one share, the part among the whole.
        part, whole = last["counted"][0], row["counted"][0]
        low, high = exact_interval(part, whole)
        ends, source = (1 / high, 1 / low), words["ratio_part"].format(n=part, all=whole)
    elif row["interval"] and last["interval"]:
        # Each interval at the end that stretches the ratio most: wider than 95% asks for.
        ends = (row["interval"][0] / last["interval"][1], row["interval"][1] / last["interval"][0])
        source = words["ratio_both"]
    else:
        low, high = last["interval"] or (last["point"], last["point"])
        ends, source = (row["point"] / high, row["point"] / low), words["ratio_rarer"]
    spread = words["ratio"].format(low=_two(ends[0]), high=_two(ends[1]), source=source)
    return [row["name"], _two(times), spread]


def _two(value: float) -> str:
    return count(float(f"{value:.2g}")) if value >= 10 else f"{value:.2g}"


def _axes(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """One linear and one log axis for all settings, so that a bar keeps its length when the setting changes."""
    top = max(value for row in rows for value in (row["point"], *(row["interval"] or ())))
    bottom = min(row["point"] for row in rows)
    steps = [round(0.2 * step, 1) for step in range(math.ceil(top / 0.2) + 1)]
    decades = [10.0**exponent for exponent in range(math.floor(math.log10(bottom)), 1)]
    return {
        "linear": {"from": 0, "to": steps[-1], "ticks": [_tick(value) for value in steps]},
        "log": {"from": decades[0], "to": 1, "ticks": [_tick(value) for value in decades]},
    }


def _tick(value: float) -> list[Any]:
    return [value, f"{100 * value:g}%", count(10_000 * value)]
