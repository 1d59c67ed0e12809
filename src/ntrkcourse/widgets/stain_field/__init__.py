"""Drawn fields of stained cells to score, two rules that call them, and both rules on published counts."""

from collections.abc import Sequence
from html import escape
from typing import Any

from ...content import load_facts
from ...content.inline import linked_facts, parse_inline, spans_html
from ...science.staining import (
    INTENSITIES,
    PLACES,
    SHARES,
    Cell,
    Field,
    any_staining,
    constructed_fields,
    score,
    strict_nuclear,
)
from ..base import CourseWidget, require_instance
from ..stain_rules import Counted, counted
from ..wording import percent

_ANY_RULE = "methods.ihc.scoring.pumch_preprint2021"
_PATTERN = "methods.ihc.secretory_breast.pattern.harrison2019"
_POSSIBLE = "methods.ihc.secretory_breast.strict.harrison2019"

_RULES = (
    "Any staining in at least 1% of cells",
    "Diffuse, or at least focally strong, in the nucleus",
)

# What is said of each constructed field: the sample, the truth, and the lesson (inline Markdown).
_TOLD = {
    "secretory": (
        "A section of a tumour with vacuoles in its cells",
        "a secretory carcinoma with ETV6::NTRK3",
        "Nearly every nucleus is strong. In one series [19 of 23](fact:"
        + _PATTERN
        + ") secretory carcinomas that stained did so in the nucleus alone. Both rules call it, and so would any other.",
    ),
    "faint-nucleus": (
        "A section of a cancer of no special type",
        "a cancer of no special type without a fusion",
        "One faint nucleus of 40 is more than 1% of cells, so the loose rule calls it. In the same series "
        "[21 of 203](fact:methods.ihc.nonsecretory_breast.falsepos.harrison2019) cancers of other types "
        "stained like this: weakly, in the nucleus, in fewer than 5% of cells. The right place is not "
        "enough. Ask how strong, and in how many cells.",
    ),
    "cytoplasm-fused": (
        "A section of a cancer of no special type",
        "a cancer of no special type with an NTRK1 fusion",
        "A real fusion, and the nuclear rule misses it. In children's soft-tissue tumours "
        "[NTRK1 and NTRK2 fusions stained the cytoplasm](fact:methods.ihc.pattern.rudzinski2018); we have "
        "read no such series in breast. It matters, because [7 of 11](fact:"
        "enrich.genes_by_histology.pathint2022) non-secretory breast cancers with a fusion had one of NTRK1.",
    ),
    "cytoplasm-focal": (
        "A section of a triple-negative cancer of no special type",
        "a cancer of no special type without a fusion",
        "The same place as in the field before, but faint and in few cells. Of "
        "[338 non-secretory breast cancers](fact:methods.ihc.nonsecretory_breast.specificity.ye2024) nine "
        "stained focally in the cytoplasm, and the authors judged it non-specific. They did not test these "
        "nine for a fusion, as far as we have read. A stain like this is a question for an RNA test, not "
        "an answer.",
    ),
    "small-core": (
        "A core biopsy with little tumour; the cells have vacuoles",
        "a secretory carcinoma with ETV6::NTRK3",
        "Twelve cells, no stain, and a fusion all the same. The one negative among "
        "[24 secretory carcinomas](fact:methods.ihc.secretory_breast.sensitivity.harrison2019) was just "
        "such a core. Where the cells look secretory, a negative stain of a tiny sample settles nothing: ask "
        "for more tissue, or go [straight to FISH, RT-PCR or an RNA panel](fact:"
        "guideline.esmo_marchio2019.recurrent).",
    ),
}

# Each study: what it was tested against; sensitivity and specificity by any staining and by its nuclear rule.
_STUDIES: tuple[tuple[str, str, str, tuple[str, str], tuple[str, str]], ...] = (
    (
        "Harrison 2019",
        "secretory carcinoma",
        "diffuse or focally strong nucleus",
        ("methods.ihc.secretory_breast.sensitivity.harrison2019", _POSSIBLE),
        (
            "methods.ihc.nonsecretory_breast.any.harrison2019",
            "methods.ihc.nonsecretory_breast.strict.harrison2019",
        ),
    ),
    (
        "Ye 2024",
        "secretory carcinoma",
        "nucleus, at any intensity",
        ("methods.ihc.secretory_breast.nuclear.ye2024", "methods.ihc.secretory_breast.nuclear.ye2024"),
        (
            "methods.ihc.nonsecretory_breast.any.ye2024",
            "methods.ihc.nonsecretory_breast.specificity.ye2024",
        ),
    ),
    (
        "Solomon 2020",
        "an NTRK fusion of any kind",
        "a nuclear rule",
        ("methods.ihc.breast.sensitivity.solomon2020", ""),
        ("methods.ihc.breast.specificity.solomon2020", ""),
    ),
)

_NOTES = (
    "**Harrison.** The loose rule gives a sensitivity of [23 of 24](fact:"
    "methods.ihc.secretory_breast.sensitivity.harrison2019) and a specificity of [181 of 203](fact:"
    "methods.ihc.nonsecretory_breast.any.harrison2019) (computed here). By the strict rule the specificity "
    "is [203 of 203](fact:methods.ihc.nonsecretory_breast.strict.harrison2019) (inferred here), but the "
    "abstract prints no sensitivity: [17 to 23](fact:" + _POSSIBLE + ") of the 24 would fit what it says "
    "(computed here). To quote 23 of 24 beside 203 of 203 is to mix two rules.",
    "**Ye.** This study used a third rule: [any nuclear staining](fact:methods.ihc.scoring.ye2024), however "
    "weak. In the breast it found [8 of 8](fact:methods.ihc.secretory_breast.nuclear.ye2024) and cleared "
    "[338 of 338](fact:methods.ihc.nonsecretory_breast.specificity.ye2024). Had the cytoplasm counted, it "
    "would have cleared [329 of 338](fact:methods.ihc.nonsecretory_breast.any.ye2024) (computed here).",
    "**Solomon.** Another question: not secretory carcinoma but any NTRK fusion. [4 of 5](fact:"
    "methods.ihc.breast.sensitivity.solomon2020) stained, and [23 of 28](fact:"
    "methods.ihc.breast.specificity.solomon2020) without a fusion did not. We have read no count by place, "
    "so the nuclear rule has no figure here.",
    "Only the [Beijing rule](fact:" + _ANY_RULE + ") names 1% of cells. What least share these three studies "
    "asked for, we have not read.",
)
_CLOSING = (
    "For secretory carcinoma a nuclear rule clears most false alarms; what that costs in sensitivity these "
    "counts leave open. For a fusion that stains only the cytoplasm it is blind. So a report should name its "
    "rule, and a stain that matters needs a molecular test."
)


class StainField(CourseWidget):
    """``state`` holds ``stage``, the ``scores`` of the fields and the ``guess`` on the two rules."""

    @staticmethod
    def equivalent(data: dict[str, Any]) -> str:
        rules = "".join(f"<th>{escape(rule)}</th>" for rule in data["rules"])
        fields = "".join(_field_row(field) for field in data["fields"])
        studies = "".join(_study_rows(study) for study in data["studies"])
        notes = "".join(f"<li>{spans_html(spans)}</li>" for spans in data["notes"])
        return (
            f"<h3>{escape(data['title'])}</h3><p>{spans_html(data['intro'])} The fields are constructed.</p>"
            "<table><thead><tr><th>Field</th><th>Stain</th><th>Constructed truth</th>"
            f"{rules}<th>Lesson</th></tr></thead><tbody>{fields}</tbody></table>"
            "<h4>The rules on published counts</h4><table><thead><tr><th>Study</th><th>Tested against</th>"
            "<th>Rule</th><th>Sensitivity (exact 95% interval)</th><th>Specificity (exact 95% interval)</th>"
            f"</tr></thead><tbody>{studies}</tbody></table><ul>{notes}</ul><p>{escape(data['closing'])}</p>"
        )


def stain_field(fields: Sequence[str] = tuple(_TOLD), instance: str = "04") -> StainField:
    """Score constructed fields of a pan-TRK stain, see two rules call them, then compare the rules.

    Parameters
    ----------
    fields
        Ids of constructed fields (:func:`ntrkcourse.science.staining.constructed_fields`) in the order
        shown: one or more, each once.
    instance
        Under this name the browser remembers what the reader said.

    Raises
    ------
    ValueError
        When a field does not exist or stands twice, or ``instance`` is empty.
    """
    known = {field.id: field for field in constructed_fields()}
    chosen = list(fields)
    if not chosen or len(set(chosen)) != len(chosen) or not set(chosen) <= set(known):
        raise ValueError(f"fields must be one or more of {', '.join(known)}, each once, got {chosen!r}")
    require_instance(instance)
    texts = [*(_TOLD[name][2] for name in chosen), *_NOTES, _intro(len(chosen))]
    return StainField(
        data={
            "id": instance,
            "title": "Is this stain positive?",
            "facts": linked_facts(texts),
            "intro": parse_inline(_intro(len(chosen))),
            "rules": list(_RULES),
            "places": [name.capitalize() for name in PLACES],
            "intensities": [name.capitalize() for name in INTENSITIES[1:]],
            "shares": [name.capitalize() for name in SHARES[1:]],
            "fields": [_field(known[name]) for name in chosen],
            "studies": [_study(*study) for study in _STUDIES],
            "notes": [parse_inline(note) for note in _NOTES],
            "closing": _CLOSING,
        }
    )


def _intro(total: int) -> str:
    many = ("one drawn field", "two", "three", "four", "five")[total - 1] + " drawn fields" * (total > 1)
    return (
        f"Score {many} of a pan-TRK stain, then see what two rules make of each: a loose one "
        f"([any staining in at least 1% of cells](fact:{_ANY_RULE})) and a strict one ([diffuse, or at least "
        f"focally strong, in the nucleus](fact:{_PATTERN}); diffuse is taken here as more than half)."
    )


def _field(field: Field) -> dict[str, Any]:
    sample, truth, lesson = _TOLD[field.id]
    return {
        "sample": sample,
        "truth": truth,
        "fused": field.fused,
        "secretory": field.secretory,
        "room": field.room,
        "cells": ["".join(str(cell[place]) for cell in field.cells) for place in range(3)],
        "counts": _counts(field.cells),
        "score": list(score(field.cells)),
        "calls": [any_staining(field.cells), strict_nuclear(field.cells)],
        "lesson": parse_inline(lesson),
    }


def _counts(cells: Sequence[Cell]) -> str:
    """The stain in words: "38 of 40 nuclei strong, 2 weak; cytoplasm and membranes unstained"."""
    nouns = {"nucleus": "nuclei", "cytoplasm": "cytoplasm", "membrane": "membranes"}
    stained, clean = [], []
    for place, values in zip(Cell._fields, zip(*cells, strict=True), strict=True):
        found = sorted(((values.count(level), level) for level in {*values} - {0}), reverse=True)
        if not found:
            clean.append(nouns[place])
            continue
        (first, level), *rest = found
        whole = f"{first} of {len(cells)}"
        strength = INTENSITIES[level]
        part = (
            f"{whole} nuclei {strength}"
            if place == "nucleus"
            else f"{nouns[place]} of {whole} cells {strength}"
        )
        stained.append(part + "".join(f", {count} {INTENSITIES[other]}" for count, other in rest))
    if not stained:
        return f"none of {len(cells)} cells stained"
    return f"{'; '.join(stained)}; {' and '.join(clean)} unstained"


def _study(
    name: str, against: str, nuclear: str, sensitivity: tuple[str, str], specificity: tuple[str, str]
) -> dict[str, Any]:
    return {
        "name": name,
        "against": against,
        "rules": ["any staining", nuclear],
        "sensitivity": [_mark(fact) for fact in sensitivity],
        "specificity": [_mark(fact) for fact in specificity],
    }


def _mark(fact_id: str) -> dict[str, Any] | None:
    """A share with its exact interval; a range that counts leave open; None where nothing was counted."""
    if not fact_id:
        return None
    fact = load_facts()[fact_id]
    if fact.events is None and isinstance(fact.value, tuple) and fact.total:
        low, high = fact.value
        return {"from": int(low), "to": int(high), "total": fact.total, "fact": fact_id}
    share: Counted = counted(fact_id)
    ends = [round(end, 4) for end in share.ends]
    return {"events": share.events, "total": share.total, "ends": ends, "fact": fact_id}


def _field_row(field: dict[str, Any]) -> str:
    calls = "".join(
        f"<td>{'positive' if call else 'negative'} "
        f"({'right' if call == field['fused'] else 'false alarm' if call else 'misses the fusion'})</td>"
        for call in field["calls"]
    )
    return (
        f"<tr><th>{escape(field['sample'])}</th><td>{escape(field['counts'])}</td>"
        f"<td>{escape(field['truth'])}</td>{calls}<td>{spans_html(field['lesson'])}</td></tr>"
    )


def _study_rows(study: dict[str, Any]) -> str:
    return "".join(
        f"<tr><th>{escape(study['name'])}</th><td>{escape(study['against'])}</td><td>{escape(rule)}</td>"
        f"<td>{_mark_text(study['sensitivity'][at])}</td><td>{_mark_text(study['specificity'][at])}</td></tr>"
        for at, rule in enumerate(study["rules"])
    )


def _mark_text(mark: dict[str, Any] | None) -> str:
    if mark is None:
        return "not read"
    if "from" in mark:
        return f"{mark['from']} to {mark['to']} of {mark['total']} possible; no count printed"
    low, high = (percent(end) for end in mark["ends"])
    return f"{mark['events']} of {mark['total']}: {percent(mark['events'] / mark['total'])} ({low} to {high})"
