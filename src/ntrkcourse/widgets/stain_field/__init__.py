"""Drawn fields of stained cells to score, two rules that call them, and both rules on published counts."""

from collections.abc import Sequence
from typing import Any

from ...content import load_facts
from ...science.staining import Cell, any_staining, constructed_fields, score, strict_nuclear
from ..base import CourseWidget, data_of
from ..wording import percent
from .records import Exercise, Study, counted, has_counts, load

_MEASURES = ("sensitivity", "specificity")


class StainField(CourseWidget):
    """``state`` holds ``stage``, the ``scores`` of the fields and the ``guess`` on the two rules."""

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        return 4

    @staticmethod
    def answers(data: dict[str, Any]) -> list[str]:
        """What was counted by each rule."""
        marks = (mark for study in data["study"] for name in _MEASURES for mark in study[name])
        return [f"{mark['events']} of {mark['total']}" for mark in marks if mark and "events" in mark]

    @staticmethod
    def printed(data: dict[str, Any]) -> dict[str, Any]:
        def marks(study: dict[str, Any], at: int) -> list[str]:
            return [_printed(data["words"], study[measure][at]) for measure in _MEASURES]

        return {
            "rows": [
                (study, rule, marks(study, at))
                for study in data["study"]
                for at, rule in enumerate(study["rules"])
            ]
        }


def stain_field(instance: str = "04") -> StainField:
    """Score constructed fields of a pan-TRK stain, see two rules call them, then compare the rules.

    Parameters
    ----------
    instance
        Under this name the browser remembers what the reader said.

    Raises
    ------
    ValueError
        When ``instance`` is empty.
    """
    exercise = load().exercise
    told = data_of(exercise, instance)
    return StainField(
        data={
            **told,
            "field": [one | _field(one["id"], exercise) for one in told["field"]],
            "study": [_study(study, exercise.words["any_staining"]) for study in exercise.study],
        }
    )


def _field(name: str, exercise: Exercise) -> dict[str, Any]:
    field = next(field for field in constructed_fields() if field.id == name)
    return {
        "fused": field.fused,
        "secretory": field.secretory,
        "room": field.room,
        "cells": ["".join(str(cell[place]) for cell in field.cells) for place in range(3)],
        "counts": _counts(field.cells, exercise),
        "score": list(score(field.cells)),
        "calls": [any_staining(field.cells), strict_nuclear(field.cells)],
    }


def _counts(cells: Sequence[Cell], exercise: Exercise) -> str:
    """The stain in words: "38 of 40 nuclei strong, 2 weak; cytoplasm and membranes unstained"."""
    words, strengths = exercise.words, ["", *(name.lower() for name in exercise.intensities)]
    nouns = [words["nuclei"], words["cytoplasm"], words["membranes"]]
    stained, clean = [], []
    for place, values in zip(nouns, zip(*cells, strict=True), strict=True):
        found = sorted(((values.count(level), level) for level in {*values} - {0}), reverse=True)
        if not found:
            clean.append(place)
            continue
        (first, level), *rest = found
        text = words["stained_nuclei" if place == nouns[0] else "stained_cells"]
        part = text.format(place=place, n=first, all=len(cells), strength=strengths[level])
        also = (words["stained_also"].format(n=n, strength=strengths[other]) for n, other in rest)
        stained.append("".join([part, *also]))
    if not stained:
        return words["unstained_all"].format(n=len(cells))
    return words["unstained"].format(stained="; ".join(stained), clean=words["unstained_and"].join(clean))


def _study(study: Study, any_staining: str) -> dict[str, Any]:
    return {
        "name": study.name,
        "against": study.against,
        "rules": [any_staining, study.nuclear],
        "sensitivity": [_mark(fact) for fact in study.sensitivity],
        "specificity": [_mark(fact) for fact in study.specificity],
    }


def _mark(fact_id: str) -> dict[str, Any] | None:
    """A share with its exact interval; a range that counts leave open; None where nothing was counted."""
    if not fact_id:
        return None
    if has_counts(fact_id):
        share = counted(fact_id)
        ends = [round(end, 4) for end in share.ends]
        return {"events": share.events, "total": share.total, "ends": ends, "fact": fact_id}
    fact = load_facts()[fact_id]
    assert isinstance(fact.value, tuple)
    low, high = map(int, fact.value)
    return {"from": low, "to": high, "total": fact.total, "fact": fact_id}


def _printed(words: dict[str, str], mark: dict[str, Any] | None) -> str:
    if mark is None:
        return words["mark_unread"]
    if "from" in mark:
        return words["mark_possible"].format(mark=words["mark_open"].format(**mark))
    low, high = (percent(end) for end in mark["ends"])
    share = percent(mark["events"] / mark["total"])
    return words["mark_counted"].format(
        n=mark["events"], total=mark["total"], percent=share, low=low, high=high
    )
