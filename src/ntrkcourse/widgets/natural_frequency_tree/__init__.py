"""What a positive stain means: one stain in three populations, as a tree of counts."""

from typing import Any

from ...content.walk import as_data, facts_of
from ...science.testing import predictive_values
from ..base import CourseWidget, require_instance, require_known
from ..stain_field import records as stains
from .records import SIZES, load


class NaturalFrequencyTree(CourseWidget):
    """A stain's meaning as a tree of counts, guessed before it is shown.

    ``state`` is ``{"population", "rule", "guess"}`` once the reader has committed, else empty.
    """

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        return 3

    @staticmethod
    def answers(data: dict[str, Any]) -> list[str]:
        """The share of positive stains that are right, in each group, by the stain that it opens with."""
        stain = next(one for one in data["stain"] if one["id"] == data["start"])
        values = [stain["cells"][one["at"]]["values"][0] for one in data["population"]]
        return [f"{100 * value:.3g}%" for value in values]

    @staticmethod
    def printed(data: dict[str, Any]) -> dict[str, Any]:
        # Behind the name of the stain its figures do not begin a sentence.
        figures = [
            (one, [("text", one["figures"][0][1].lower()), *one["figures"][1:]]) for one in data["stain"]
        ]
        rows = [_row(data, where, stain) for stain in data["stain"] for where in data["population"]]
        return {"figures": figures, "rows": rows}


def natural_frequency_tree(rule: str = "solomon", instance: str = "06") -> NaturalFrequencyTree:
    """One stain in three populations: guess what a positive result means, then see the tree of counts.

    Parameters
    ----------
    rule
        What counts as positive at first: ``"solomon"``, ``"koopman"`` or ``"ye"``.
    instance
        Tells this widget's remembered guess from another's.

    Raises
    ------
    ValueError
        Naming the argument and what it may be.
    """
    tree, known = load(), stains.load()
    require_known(known.stains, rule, "rule")
    require_instance(instance)
    told, positions = as_data(tree), known.prevalences()
    shares = {one.id: one.share for one in known.populations.values()}
    return NaturalFrequencyTree(
        data={
            "id": instance,
            **told,
            "population": [one | {"at": positions.index(shares[one["id"]])} for one in told["population"]],
            "start": rule,
            "prevalences": positions,
            "sizes": list(tree.sizes),
            "stain": [
                _stain(stain, positions, shares[tree.published.population], tree.sizes)
                for stain in known.stains.values()
            ],
            "facts": facts_of(*known.stains.values(), tree),
        }
    )


def _stain(
    stain: stains.Stain, positions: list[float], published: float, sizes: tuple[int, ...]
) -> dict[str, Any]:
    return {
        **as_data(stain),
        "sensitivity": list(stain.sensitivity),
        "specificity": list(stain.specificity),
        "cells": [
            {
                "values": _values(stain, prevalence),
                # The published table's own total makes sense at its own prevalence alone.
                "counts": [
                    _counts(stain, prevalence, size)
                    if prevalence * size >= 1 and (size in SIZES or prevalence == published)
                    else None
                    for size in sizes
                ],
            }
            for prevalence in positions
        ],
    }


def _values(stain: stains.Stain, prevalence: float) -> list[float]:
    """PPV with its two ends, then NPV with its two ends, as fractions."""
    (sens_low, sens_high), (spec_low, spec_high) = stain.sensitivity.ends, stain.specificity.ends
    middle = predictive_values(prevalence, stain.sensitivity.share, stain.specificity.share)
    low = predictive_values(prevalence, sens_low, spec_low)
    high = predictive_values(prevalence, sens_high, spec_high)
    values = (middle.ppv, low.ppv, high.ppv, middle.npv, low.npv, high.npv)
    return [float(f"{value:.7g}") for value in values]


def _counts(stain: stains.Stain, prevalence: float, size: int) -> list[float]:
    """Tumours with a fusion, those of them that stain, and those without a fusion that stain.

    Expected counts; whole numbers where a branch is large enough, so that the tree adds up.
    """
    fused, other = prevalence * size, (1 - prevalence) * size
    stained = _rounded(fused * stain.sensitivity.share, fused)
    alarms = _rounded(other * (1 - stain.specificity.share), other)
    return [_rounded(fused, fused), stained, alarms]


def _rounded(value: float, branch: float) -> float:
    return round(value, 1) if branch < 50 else round(value)


def _row(data: dict[str, Any], where: dict[str, Any], stain: dict[str, Any]) -> list[str]:
    """The cells of a stain in a population."""
    words: dict[str, str] = data["words"]
    cell, size = stain["cells"][where["at"]], where["size"]
    values = [_percent(value) for value in cell["values"]]
    fused, stained, alarms = cell["counts"][data["sizes"].index(size)]
    prevalence = data["prevalences"][where["at"]]
    other, quiet = size - fused, size - fused - alarms

    def value(n: float, total: float, three: list[str]) -> str:
        value, low, high = three
        return words["row_value"].format(n=_count(n), all=_count(total), value=value, low=low, high=high)

    tree = {"fused": fused, "stained": stained, "other": other, "alarms": alarms}
    return [
        stain["name"],
        words["row_population"].format(name=where["name"], share=_percent(prevalence)),
        words["row_tree"].format(n=_count(size), **{name: _count(n) for name, n in tree.items()}),
        value(stained, stained + alarms, values[:3]),
        value(quiet, size - stained - alarms, values[3:]),
        _percent(1 - prevalence),
    ]


def _count(value: float) -> str:
    return f"{round(value, 1):,.1f}".removesuffix(".0")


def _percent(fraction: float) -> str:
    """As many digits as keep a value near 0% or 100% apart from it."""
    value = 100 * fraction
    if 0 < value < 1:
        return f"{value:.2g}%"
    return f"{value:.{3 if value > 99.9 else 1}f}".rstrip("0").rstrip(".") + "%"
