"""Response by RECIST 1.1: class constructed patients scan by scan, then move the sums freely."""

from html import escape
from typing import Any

from ...content import load_facts
from ...content.inline import linked_facts, parse_inline, spans_html
from ...science.response import Assessment
from ..base import CourseWidget, require_instance
from .patients import PATIENTS, Patient

CLASSES = {
    "CR": "complete response",
    "PR": "partial response",
    "SD": "stable disease",
    "PD": "progression",
}
LONGEST_SUM = 150
"""Upper end of the free calculator's sliders, in mm."""


class RecistCalculator(CourseWidget):
    """``state`` holds ``at``, the patient that is open, and for each patient the classes given so far.

    The free calculator's classes are worked out in JavaScript; a browser test holds them to ``classify``.
    """

    @staticmethod
    def equivalent(data: dict[str, Any]) -> str:
        rules = "".join(f"<li>{spans_html(rule)}</li>" for rule in data["rules"])
        patients = "".join(_patient_html(number, one) for number, one in enumerate(data["patients"], start=1))
        return (
            f"<h3>{escape(data['title'])}</h3><p>{escape(data['intro'])}</p>"
            f"<p>{escape(data['source'])}</p><ul>{rules}</ul>{patients}"
        )


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
    require_instance(instance)
    rules = _rules()
    return RecistCalculator(
        data={
            "id": instance,
            "title": "Has the tumour responded?",
            "intro": "You are the radiologist. Class each scan before you see what the rule says. "
            "The patients are constructed, and all their disease is measured: none has bone metastases or an "
            "effusion. The free calculator at the end takes these in.",
            "source": "Rules of RECIST 1.1, read second-hand in review tables.",
            "rules": [parse_inline(rule) for rule in rules],
            "classes": [[short, name] for short, name in CLASSES.items()],
            "patients": [_patient(one) for one in PATIENTS],
            "longest": LONGEST_SUM,
            "facts": linked_facts(rules),
        }
    )


def _rules() -> list[str]:
    facts = load_facts()
    fall, rise, short_axis = (f"{facts[f'therapy.recist11.{name}'].value:g}" for name in ("pr", "pd", "cr"))
    return [
        "**Sum**: add the longest diameters of the target lesions, and the short axes of lymph nodes. "
        "At most [two targets in an organ and five in total](fact:therapy.recist11.targets).",
        f"**PD**, progression: the sum is at least [{rise}%](fact:therapy.recist11.pd) and at least "
        "[5 mm](fact:therapy.recist11.pd) above the smallest sum so far (the nadir), or there is a "
        "[new lesion](fact:therapy.recist11.pd), or lesions that are not measured (bone, effusion) have "
        "[unequivocally grown](fact:therapy.recist11.nontarget).",
        "**CR**, complete response: all lesions are gone, the [unmeasured ones](fact:therapy.recist11.nontarget) "
        f"too, and every node is under [{short_axis} mm](fact:therapy.recist11.cr) in its short axis.",
        f"**PR**, partial response: the sum is at least [{fall}%](fact:therapy.recist11.pr) below baseline, "
        "and none of the signs of progression is there.",
        "**SD**, stable disease: [none of these](fact:therapy.recist11.sd).",
    ]


def _patient(patient: Patient) -> dict[str, Any]:
    found = patient.assessments()
    lesions = [
        {"name": name, "node": one.node, "mm": list(one.diameters)} for name, one in patient.lesions.items()
    ]
    baseline = sum(one.diameters[0] for one in patient.lesions.values())
    return {
        "id": patient.id,
        "lesions": lesions,
        "scans": ["Baseline", *(f"Week {week}" for week in patient.weeks)],
        "sums": [baseline, *(one.sum_mm for one in found)],
        "new": list(patient.new) if patient.new else None,
        "answers": [one.response for one in found],
        "words": [words(patient, number) for number in range(1, len(found) + 1)],
        "trap": [patient.trap.scan, patient.trap.answer, patient.trap.why],
        "moral": patient.moral,
    }


def words(patient: Patient, scan: int) -> str:
    """The arithmetic of one scan, from 1, in a sentence or two that end with the class."""
    found = patient.assessments()
    one, baseline = found[scan - 1], sum(lesion.diameters[0] for lesion in patient.lesions.values())
    left = [lesion.diameters[scan] for lesion in patient.lesions.values() if lesion.diameters[scan]]
    if patient.new_at is not None and scan >= patient.new_at:
        return (
            f"A new lesion: progression, although the sum fell from {baseline:g} to {one.sum_mm:g} mm, "
            f"by {_percent(1 - one.sum_mm / baseline)}."
        )
    if one.response == "CR":
        return (
            f"Only a node of {one.sum_mm:g} mm is left. Under 10 mm it counts as normal: complete response, "
            f"although the sum is {one.sum_mm:g} mm and not 0."
        )
    parts = []
    if one.sum_mm > one.nadir_mm:
        parts.append(_over_nadir(one))
    if one.response != "PD":
        parts.append(_against_baseline(one, baseline))
        if len(left) == 1 and one.sum_mm >= 10:
            parts.append("The node is left, and 10 mm is not under 10 mm: no complete response.")
    elif one.sum_mm < baseline:
        parts.append(f"That it is still below the baseline of {baseline:g} mm does not matter.")
    return " ".join(parts)


def _over_nadir(one: Assessment) -> str:
    rise, share = one.sum_mm - one.nadir_mm, _percent(one.sum_mm / one.nadir_mm - 1)
    start = f"{one.sum_mm:g} mm against a nadir of {one.nadir_mm:g} mm: up {rise:g} mm, {share}"
    if one.response == "PD":
        exactly = ", exactly the limit" if 5 * rise == one.nadir_mm else ""
        return f"{start}{exactly}: progression."
    return f"{start}. That is 20% or more, but under 5 mm: no progression."


def _against_baseline(one: Assessment, baseline: float) -> str:
    fall = _percent(1 - one.sum_mm / baseline)
    exactly = "exactly " if 10 * (baseline - one.sum_mm) == 3 * baseline else ""
    verdict = "partial response" if one.response == "PR" else "under 30%, so stable disease"
    return (
        f"{one.sum_mm:g} mm against a baseline of {baseline:g} mm: down {baseline - one.sum_mm:g} mm, "
        f"{exactly}{fall}: {verdict}."
    )


def _percent(fraction: float) -> str:
    return f"{100 * fraction:.1f}".removesuffix(".0") + "%"


def _patient_html(number: int, one: dict[str, Any]) -> str:
    head = "".join(
        f"<th>{escape(lesion['name'])}{' (short axis)' if lesion['node'] else ''}, mm</th>"
        for lesion in one["lesions"]
    )
    rows = []
    for scan, name in enumerate(one["scans"]):
        sizes = "".join(f"<td>{lesion['mm'][scan]:g}</td>" for lesion in one["lesions"])
        new = (
            f"New lesion: {one['new'][1]}, {one['new'][2]} mm. "
            if one["new"] and one["new"][0] == scan
            else ""
        )
        verdict = f"<td>{one['answers'][scan - 1]}</td><td>{escape(new + one['words'][scan - 1])}</td>"
        rows.append(
            f"<tr><th>{escape(name)}</th>{sizes}<td>{one['sums'][scan]:g}</td>"
            f"{verdict if scan else '<td></td><td></td>'}</tr>"
        )
    return (
        f"<h4>Constructed patient {number}</h4><table><thead><tr><th>Scan</th>{head}<th>Sum, mm</th>"
        f"<th>Class</th><th>Why</th></tr></thead><tbody>{''.join(rows)}</tbody></table>"
        f"<p>{escape(one['moral'])}</p>"
    )
