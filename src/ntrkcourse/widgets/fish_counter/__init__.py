"""100 nuclei, two signals each: the reader judges tumours, then sets the rule that sorts 32 of them."""

from collections.abc import Sequence
from typing import Any

from ...science.fish import CUTOFF_PERCENT, Tumour, apply_rule, constructed_tumours, split_nuclei
from ..base import CourseWidget, data_of
from .records import DIAMETERS, load

CUTOFFS = tuple(range(5, 95, 5))
"""Positions of the cut-off, in per cent of nuclei; the published one is among them."""


class FishCounter(CourseWidget):
    """``state`` holds ``stage``, ``verdicts`` on the first tumours, and the guesses ``called``, ``fused``."""

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        return 5

    @staticmethod
    def answers(data: dict[str, Any]) -> list[str]:
        """How many tumours each rule calls, and how many of them have a fusion."""
        all_tumours, rules = (
            len(data["nuclei"]),
            [rule["outcomes"][data["published"]] for rule in data["rule"]],
        )
        called = [f"{len(rule['called'])} of {all_tumours}" for rule in rules]
        return [*called, f"{rules[0]['fused']} of {len(rules[0]['called'])}"]


def fish_counter(instance: str = "05") -> FishCounter:
    """Judge two constructed tumours by break-apart FISH, then set the rule and watch 32 of them sort.

    Parameters
    ----------
    instance
        Under this name the browser remembers what the reader said.

    Raises
    ------
    ValueError
        When ``instance`` is empty.
    """
    series = constructed_tumours()
    told = data_of(load(), instance)
    splits = [[split_nuclei(tumour.gaps, diameters) for tumour in series] for diameters in DIAMETERS]
    clear = next(place for place, tumour in enumerate(series) if tumour.fused)
    treacherous = max(
        (place for place in range(len(series)) if splits[1][place] <= CUTOFF_PERCENT / 2),
        key=splits[0].__getitem__,
    )
    return FishCounter(
        data={
            **told,
            "rule": [
                rule
                | {"splits": splits[at], "outcomes": [_outcome(series, DIAMETERS[at], c) for c in CUTOFFS]}
                for at, rule in enumerate(told["rule"])
            ],
            "size": len(series[0].gaps),
            "nuclei": ["".join(_digit(gap) for gap in tumour.gaps) for tumour in series],
            "rounds": [
                {"tumour": clear, "rule": 0, "told": _told(splits, clear)},
                {"tumour": treacherous, "rule": 1, "told": _told(splits, treacherous)},
            ],
            "cutoffs": list(CUTOFFS),
            "published": CUTOFFS.index(CUTOFF_PERCENT),
            "fused": clear,
        }
    )


def _outcome(series: Sequence[Tumour], diameters: float, cutoff: float) -> dict[str, Any]:
    outcome = apply_rule(series, diameters, cutoff)
    ppv = outcome.ppv()
    return {
        "called": list(outcome.called),
        "fused": outcome.fused,
        "ppv": [round(part, 4) for part in ppv] if ppv else None,
    }


def _digit(gap: float) -> str:
    """The gap in tenths of a diameter as one digit in base 36."""
    return "0123456789abcdefghijklmnopqrstuvwxyz"[round(10 * gap)]


def _told(splits: Sequence[Sequence[int]], place: int) -> dict[str, Any]:
    """Split nuclei by each rule, and the verdicts that follow at the published cut-off."""
    counts = [row[place] for row in splits]
    return {"split": counts, "called": [count > CUTOFF_PERCENT for count in counts]}
