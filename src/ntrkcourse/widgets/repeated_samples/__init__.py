"""One true rate drawn again and again: guess how many exact intervals miss it, then watch them dance."""

from math import ceil
from typing import Any

from ...science.proportions import draw_counts, exact_interval, share_that_miss
from ..base import CourseWidget, data_of
from ..wording import count, percent
from .records import load

TICK = 10


class RepeatedSamples(CourseWidget):
    """``state`` holds ``guess`` once committed, ``drawn`` (series so far) and ``women`` in a series."""

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        return 3

    @staticmethod
    def answers(data: dict[str, Any]) -> list[str]:
        """How many of the first size miss."""
        return [f"{_missed(data, data['size'][0])} of {data['series']}"]

    @staticmethod
    def printed(data: dict[str, Any]) -> dict[str, Any]:
        """A row for each size: women, misses among those drawn, share of misses by calculation."""
        rows = [(count(one["women"]), _missed(data, one), percent(one["miss"])) for one in data["size"]]
        return {"rows": rows}


def repeated_samples(instance: str = "03") -> RepeatedSamples:
    """Guess how many intervals miss the true rate, then draw series after series.

    Parameters
    ----------
    instance
        Under this name the browser remembers the reader; another name has other series.

    Raises
    ------
    ValueError
        When ``instance`` is empty.
    """
    samples = load()
    events, total = samples.counts
    rate = events / total
    sizes = [_size(rate, times * total, samples.series, instance) for times in samples.times]
    widest = max(exact_interval(max(one["counts"]), one["women"])[1] for one in sizes)
    return RepeatedSamples(
        data={
            **data_of(samples, instance),
            "rate": rate,
            "size": sizes,
            "ticks": list(range(0, TICK * ceil(10_000 * widest / TICK) + 1, TICK)),
        }
    )


def _size(rate: float, women: int, series: int, instance: str) -> dict[str, Any]:
    return {
        "women": women,
        "counts": draw_counts(rate, women, series, f"{instance}/{women}"),
        "miss": round(share_that_miss(rate, women), 4),
    }


def _missed(data: dict[str, Any], size: dict[str, Any]) -> int:
    intervals = [exact_interval(events, size["women"]) for events in size["counts"]]
    return sum(not low <= data["rate"] <= high for low, high in intervals)
