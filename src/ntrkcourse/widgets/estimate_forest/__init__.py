"""Estimates of one rate side by side: first the points, a verdict on the spread, then the intervals."""

import math
from collections.abc import Sequence
from itertools import combinations
from typing import Any

from ...content import load_facts
from ...content.inline import parse_inline
from ...content.records import Words
from ...content.walk import as_data, facts_of
from ...science.proportions import exact_interval
from ...science.spread import exact_spread
from ..base import CourseWidget, data_of, text_of
from ..shares import rate_of
from ..wording import count, per_10_000, percent
from .records import Estimate, load


class EstimateForest(CourseWidget):
    """Points, a verdict, then intervals.

    ``state`` holds ``choice`` (the id of the answer, once committed) and ``scale`` ("linear" or "log").
    """

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        return 4

    @staticmethod
    def answers(data: dict[str, Any]) -> list[str]:
        """What is said of the best choice."""
        return [text_of(one["feedback"]) for one in data["choice"] if one["best"]]


def estimate_forest(instance: str = "03") -> EstimateForest:
    """Published estimates side by side, their intervals shown once the reader has judged the spread.

    They stand in the order of their size. Intervals are exact where a record has counts, as published where it has an
    interval of its own, and missing otherwise.

    Parameters
    ----------
    instance
        Under this name the browser remembers the answer and the scale.

    Raises
    ------
    ValueError
        When ``instance`` is empty.
    """
    forest = load()
    rows = sorted((_row(one, forest.words) for one in forest.estimate), key=lambda row: row["point"])
    places = _places(rows, forest.words)
    return EstimateForest(
        data={
            **data_of(forest, instance),
            "question": forest.question.format(times=round(rows[-1]["point"] / rows[0]["point"])),
            "estimate": rows,
            "choice": [
                {**as_data(one), "feedback": parse_inline(one.feedback.format(**places))}
                for one in forest.choice
            ],
            "reading": [
                {**as_data(part), "text": parse_inline(part.text.format(**places))} for part in forest.reading
            ],
            "pairs": _pairs(rows, forest.words),
            "axes": _axes(rows),
            "facts": list(dict.fromkeys([row["fact"] for row in rows] + facts_of(forest))),
        }
    )


def _row(estimate: Estimate, words: Words) -> dict[str, Any]:
    fact = load_facts()[estimate.fact]
    point = rate_of(fact)
    counted: list[int] | None = None
    interval: tuple[float, float] | None = None
    if fact.counts:
        counted, interval = list(fact.counts), exact_interval(*fact.counts)
        kind, published = "exact", " of ".join(map(count, fact.counts))
    else:
        interval = (fact.interval[0] / 100, fact.interval[1] / 100) if fact.interval else None
        kind, published = "published" if interval else "bare", f"{100 * point:.2f}%"
    per, few, many = per_10_000(point, *(interval or (0.0, 1.0)))
    low, high = map(percent, interval or (0.0, 1.0))
    bounds = {
        "exact": words["bounds_exact"],
        "published": words["bounds_published"],
        "bare": words["bounds_bare"],
    }
    return {
        **as_data(estimate),
        "kind": kind,
        "counted": counted,
        "published": published,
        "point": float(f"{point:.6g}"),
        "interval": [float(f"{bound:.6g}") for bound in interval] if interval else None,
        "percent": percent(point),
        "per": words["per"].format(n=per),
        "bounds": bounds[kind].format(low=low, high=high, few=few, many=many),
    }


def _overlap(a: dict[str, Any], b: dict[str, Any]) -> tuple[float, float] | None:
    low, high = max(a["interval"][0], b["interval"][0]), min(a["interval"][1], b["interval"][1])
    return (low, high) if low <= high else None


def _pairs(rows: Sequence[dict[str, Any]], words: Words) -> list[list[str]]:
    """Names of every two estimates that have intervals, and what both intervals allow."""
    table = []
    for a, b in combinations([row for row in rows if row["interval"]], 2):
        shared = _overlap(a, b)
        both = words["no_overlap"]
        if shared:
            both = words["overlap"].format(low=percent(shared[0]), high=percent(shared[1]))
        table.append([words["pair"].format(a=a["name"], b=b["name"]), both])
    return table


def _places(rows: Sequence[dict[str, Any]], words: Words) -> dict[str, str]:
    """What stands in the texts; of the narrowest overlap only where there is one."""
    counted = [(row["counted"][0], row["counted"][1]) for row in rows if row["counted"]]
    pairs = list(combinations([row for row in rows if row["interval"]], 2))
    shared = [(overlap, a, b) for a, b in pairs if (overlap := _overlap(a, b))]
    overlapping = words["overlapping_all" if len(shared) == len(pairs) else "overlapping_some"]
    in_100 = 100 * exact_spread(counted)
    places = {
        "events": count(sum(events for events, _ in counted)),
        "in_100": f"{in_100:.0f}" if in_100 >= 1 else f"{in_100:.1g}",
        "overlapping": overlapping.format(n=len(shared), all=len(pairs)),
    }
    if shared:
        (low, high), a, b = min(shared, key=lambda one: one[0][1] - one[0][0])
        places |= {"narrow_a": a["name"], "narrow_b": b["name"]}
        places |= {"narrow_low": percent(low), "narrow_high": percent(high)}
    return places


def _axes(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Both scales, as fractions: range and ticks, each with its percentage and its count in 10,000."""
    shown = [value for row in rows for value in (row["point"], *(row["interval"] or ()))]
    top, bottom = max(shown), min(value for value in shown if value > 0)
    power = 10.0 ** math.floor(math.log10(top))
    step = next(size for size in (power / 5, power / 2, power, 2 * power) if top / size <= 4)
    steps = [round(step * i, 10) for i in range(math.ceil(top / step - 1e-9) + 1)]
    # The log scale begins at a whole power of ten below everything and ends a little above everything.
    powers = range(math.floor(math.log10(bottom)), math.floor(math.log10(top)) + 1)
    decades = [10.0**exponent for exponent in powers]
    return {
        "linear": {"from": 0, "to": steps[-1], "ticks": [_tick(value) for value in steps]},
        "log": {"from": decades[0], "to": 1.2 * top, "ticks": [_tick(value) for value in decades]},
    }


def _tick(value: float) -> list[Any]:
    return [value, f"{100 * value:g}%", f"{10_000 * value:g}"]
