"""Response by RECIST 1.1: class constructed patients scan by scan, then move the sums freely."""

from typing import Any

from ...content.records import Words
from ...content.walk import as_data
from ...science.response import Assessment
from ..base import CourseWidget, data_of
from .records import Patient, load

LONGEST_SUM = 150
"""Upper end of the free calculator's sliders, in mm."""


class RecistCalculator(CourseWidget):
    """``state`` holds ``at``, the patient that is open, and for each patient the classes given so far.

    The free calculator's classes are worked out in JavaScript; a browser test holds them to ``classify``.
    """

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        return 5


def recist_calculator(instance: str = "07") -> RecistCalculator:
    """Five constructed patients whose scans the reader classes by RECIST 1.1, then a free calculator.

    Parameters
    ----------
    instance
        Under this name the browser remembers the classes given.

    Raises
    ------
    ValueError
        When ``instance`` is empty.
    """
    recist = load()
    return RecistCalculator(
        data={
            **data_of(recist, instance),
            "patient": [as_data(one) | _worked_out(one, recist.words) for one in recist.patient],
            "longest": LONGEST_SUM,
        }
    )


def _worked_out(patient: Patient, words: Words) -> dict[str, Any]:
    found = patient.assessments()
    return {
        "scans": [words["scan_first"], *(words["scan_week"].format(n=week) for week in patient.weeks)],
        "sums": [_baseline(patient), *(one.sum_mm for one in found)],
        "answers": [one.response for one in found],
        "why": [_why(patient, scan, words) for scan in range(1, len(found) + 1)],
    }


def _baseline(patient: Patient) -> int:
    return sum(one.mm[0] for one in patient.lesion)


def _why(patient: Patient, scan: int, words: Words) -> str:
    """The arithmetic of one scan, from 1, in a sentence or two that end with the class."""
    one, baseline = patient.assessments()[scan - 1], _baseline(patient)
    below = {
        "sum": f"{one.sum_mm:g}",
        "baseline": baseline,
        "fall": f"{baseline - one.sum_mm:g}",
        "share": _percent(1 - one.sum_mm / baseline),
    }
    if patient.new and scan >= patient.new.scan:
        return words["why_new"].format(**below)
    if one.response == "CR":
        return words["why_node"].format(**below)
    parts = []
    if one.sum_mm > one.nadir_mm:
        parts.append(_over_nadir(one, words))
    if one.response != "PD":
        exactly = 10 * (baseline - one.sum_mm) == 3 * baseline
        of_response = words["why_down_exactly"] if exactly else words["why_down"]
        parts.append((of_response if one.response == "PR" else words["why_down_little"]).format(**below))
        if sum(lesion.mm[scan] > 0 for lesion in patient.lesion) == 1 and one.sum_mm >= 10:
            parts.append(words["why_node_left"])
    elif one.sum_mm < baseline:
        parts.append(words["why_below"].format(**below))
    return " ".join(parts)


def _over_nadir(one: Assessment, words: Words) -> str:
    rise = one.sum_mm - one.nadir_mm
    exactly = words["why_up_exactly"] if 5 * rise == one.nadir_mm else words["why_up"]
    return (exactly if one.response == "PD" else words["why_up_little"]).format(
        sum=f"{one.sum_mm:g}",
        nadir=f"{one.nadir_mm:g}",
        rise=f"{rise:g}",
        share=_percent(one.sum_mm / one.nadir_mm - 1),
    )


def _percent(fraction: float) -> str:
    return f"{100 * fraction:.1f}".removesuffix(".0") + "%"
