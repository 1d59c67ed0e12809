"""What a positive stain means: one stain in three populations, as a tree of counts."""

from html import escape
from typing import Any

from ...content import load_facts
from ...content.inline import fact_link, linked_facts, parse_inline, spans_html
from ...science.testing import predictive_values
from ..base import CourseWidget, require_instance
from ..stain_rules import (
    DUTCH,
    SECRETORY,
    UNSELECTED,
    StainRule,
    chosen,
    counted,
    prevalences,
    stain_rules,
)

SIZES = (1_000, 10_000, 100_000)
POPULATIONS = ("unselected", "dutch", "secretory")
BREAST = "epi.ntrk.breast.rossds2020"
POOLED = "epi.ntrk.breast.secretory.forsythe2020"
DUTCH_PPV, DUTCH_NPV = "methods.ihc.realworld.ppv.koopman2022", "methods.ihc.realworld.npv.koopman2022"


class NaturalFrequencyTree(CourseWidget):
    """A stain's meaning as a tree of counts, guessed before it is shown.

    ``state`` is ``{"population", "rule", "guess"}`` once the reader has committed, else empty.
    """

    @staticmethod
    def equivalent(data: dict[str, Any]) -> str:
        rows = "".join(
            _row(data, population, rule) for rule in data["rules"] for population in data["populations"]
        )
        rules = "".join(
            f"<li>{escape(rule['name'])}: positive in {_share(rule['sensitivity'])} tumours with a fusion, "
            f"negative in {_share(rule['specificity'])} without. {spans_html(rule['caution'])}</li>"
            for rule in data["rules"]
        )
        populations = "".join(
            f"<li>{escape(one['name'])}. {spans_html(one['text'])}</li>" for one in data["populations"]
        )
        return (
            "<h3>What does a positive stain mean?</h3>"
            "<p>A stain is positive. How often does the tumour have a fusion? It depends on how common "
            "fusions are among the tumours that were stained, and on what counts as positive.</p>"
            f"<ul>{populations}</ul><ul>{rules}</ul><p>{spans_html(data['published']['text'])}</p>"
            "<table><thead><tr><th>Counts of the stain</th><th>Population</th><th>Tree</th>"
            "<th>Positive stain: has a fusion</th><th>Negative stain: has none</th>"
            f"<th>Has none, before any test</th></tr></thead><tbody>{rows}</tbody></table>"
            "<p>In brackets: sensitivity and specificity at the lower, then both at the upper ends of their "
            "exact 95% intervals.</p>"
        )


def natural_frequency_tree(
    population: str = "unselected", rule: str = "solomon", instance: str = "06"
) -> NaturalFrequencyTree:
    """One stain in three populations: guess what a positive result means, then see the tree of counts.

    Parameters
    ----------
    population
        With which it opens: ``"unselected"`` (about 1 in 1,000), ``"dutch"`` (26 of 274) or ``"secretory"``
        (about 90%).
    rule
        What counts as positive at first: ``"solomon"``, ``"koopman"`` or ``"ye"``.
    instance
        Tells this widget's remembered guess from another's.

    Raises
    ------
    ValueError
        Naming the argument and what it may be.
    """
    rules = stain_rules()
    chosen("population", population, POPULATIONS)
    chosen("rule", rule, rules)
    require_instance(instance)
    dutch = counted(DUTCH)
    positions = prevalences()
    sizes = (dutch.total, *SIZES)
    populations = _populations(positions)
    published = _published()
    texts = [item["text"] for item in populations] + [item.caution for item in rules.values()] + [published]
    facts = [fact for item in rules.values() for fact in item.facts]
    return NaturalFrequencyTree(
        data={
            "id": instance,
            "start": {"population": population, "rule": rule},
            "prevalences": positions,
            "sizes": list(sizes),
            "populations": [item | {"text": parse_inline(item["text"])} for item in populations],
            "rules": [_rule_data(item, positions, dutch.share, sizes) for item in rules.values()],
            "published": {"population": "dutch", "rule": "koopman", "text": parse_inline(published)},
            "facts": list(dict.fromkeys(facts + linked_facts(texts))),
        }
    )


def _populations(positions: list[float]) -> list[dict[str, Any]]:
    dutch, pooled = counted(DUTCH), load_facts()[POOLED]
    low, high = pooled.interval or (0, 100)
    return [
        {
            "id": "unselected",
            "name": "Unselected breast cancer",
            "short": "unselected",
            "at": positions.index(UNSELECTED),
            "size": 100_000,
            "text": "About 1 in 1,000 has a fusion: rounded for teaching. "
            f"One centre counted {counted(BREAST).text}, all with advanced disease.",
        },
        {
            "id": "dutch",
            "name": "Dutch tumours tested twice",
            "short": "Dutch set",
            "at": positions.index(dutch.share),
            "size": dutch.total,
            "text": f"{dutch.text} tumours of all kinds that had a stain and a molecular test had a fusion.",
        },
        {
            "id": "secretory",
            "name": "Tumours with a secretory look",
            "short": "secretory",
            "at": positions.index(SECRETORY),
            "size": 1_000,
            "text": "About 9 in 10 have a fusion: rounded for teaching. "
            f"Pooled studies: [{pooled.value}% ({low:g} to {high:g})](fact:{POOLED}).",
        },
    ]


def _published() -> str:
    ppv, npv = counted(DUTCH_PPV), counted(DUTCH_NPV)
    return (
        f"In the published Dutch table {ppv.text} positive stains came from a tumour with a fusion, "
        f"and {npv.text} negative ones from a tumour without."
    )


def _rule_data(
    rule: StainRule, positions: list[float], dutch: float, sizes: tuple[int, ...]
) -> dict[str, Any]:
    return {
        "id": rule.id,
        "name": rule.name,
        "sensitivity": [rule.sensitivity.events, rule.sensitivity.total, rule.sensitivity.facts[0]],
        "specificity": [rule.specificity.events, rule.specificity.total, rule.specificity.facts[0]],
        "caution": parse_inline(rule.caution),
        "cells": [
            {
                "values": _values(rule, prevalence),
                # The Dutch table's own total makes sense at its own prevalence alone.
                "counts": [
                    _counts(rule, prevalence, size)
                    if prevalence * size >= 1 and (size in SIZES or prevalence == dutch)
                    else None
                    for size in sizes
                ],
            }
            for prevalence in positions
        ],
    }


def _values(rule: StainRule, prevalence: float) -> list[float]:
    """PPV with its two ends, then NPV with its two ends, as fractions."""
    (sens_low, sens_high), (spec_low, spec_high) = rule.sensitivity.ends, rule.specificity.ends
    middle = predictive_values(prevalence, rule.sensitivity.share, rule.specificity.share)
    low = predictive_values(prevalence, sens_low, spec_low)
    high = predictive_values(prevalence, sens_high, spec_high)
    values = (middle.ppv, low.ppv, high.ppv, middle.npv, low.npv, high.npv)
    return [float(f"{value:.7g}") for value in values]


def _counts(rule: StainRule, prevalence: float, size: int) -> list[float]:
    """Tumours with a fusion, those of them that stain, and those without a fusion that stain.

    Expected counts; whole numbers where a branch is large enough, so that the tree adds up.
    """
    fused, other = prevalence * size, (1 - prevalence) * size
    stained = _rounded(fused * rule.sensitivity.share, fused)
    alarms = _rounded(other * (1 - rule.specificity.share), other)
    return [_rounded(fused, fused), stained, alarms]


def _rounded(value: float, branch: float) -> float:
    return round(value, 1) if branch < 50 else round(value)


def _share(given: list[Any]) -> str:
    events, total, fact = given
    return fact_link(f"{events:,} of {total:,}", fact)


def _row(data: dict[str, Any], population: dict[str, Any], rule: dict[str, Any]) -> str:
    cell = rule["cells"][population["at"]]
    ppv, ppv_low, ppv_high, npv, npv_low, npv_high = cell["values"]
    size = population["size"]
    fused, stained, alarms = cell["counts"][data["sizes"].index(size)]
    prevalence = data["prevalences"][population["at"]]
    missed, quiet = fused - stained, size - fused - alarms
    cells = (
        f"{escape(population['name'])} ({_percent(prevalence)} with a fusion)",
        f"{size:,} tumours: {_count(fused)} with a fusion, {_count(stained)} of them stain; "
        f"{_count(size - fused)} without, {_count(alarms)} of them stain",
        f"{_count(stained)} of {_count(stained + alarms)}: "
        f"{_percent(ppv)} ({_percent(ppv_low)} to {_percent(ppv_high)})",
        f"{_count(quiet)} of {_count(quiet + missed)}: "
        f"{_percent(npv)} ({_percent(npv_low)} to {_percent(npv_high)})",
        _percent(1 - prevalence),
    )
    return f"<tr><th>{escape(rule['name'])}</th>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _count(value: float) -> str:
    return f"{round(value, 1):,.1f}".removesuffix(".0")


def _percent(fraction: float) -> str:
    """As many digits as keep a value near 0% or 100% apart from it."""
    value = 100 * fraction
    if 0 < value < 1:
        return f"{value:.2g}%"
    return f"{value:.{3 if value > 99.9 else 1}f}".rstrip("0").rstrip(".") + "%"
