"""Constructed tumours that come back on a first TRK inhibitor: choose, predict, then see the clones."""

from collections.abc import Mapping
from typing import Any

from ...content.walk import as_data, facts_of
from ...science.resistance import Clone, Trajectory, Treatment, drug_table, simulate
from ..base import CourseWidget, data_of, text_of
from .records import ChoiceId, Lab, OutcomeId, Tumour, load

DECISION, FOLLOWED, STEP = 10, 6, 0.5
FIFTH = 0.2
"""A burden that changed by less than this share of itself is said to have stayed."""


class ResistanceLab(CourseWidget):
    """``state`` holds ``at``, the tumour that is open, and ``marks``: for each tumour choice and prediction."""

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        return 6

    @staticmethod
    def answers(data: dict[str, Any]) -> list[str]:
        """What each choice did in each tumour, and why."""
        return [text_of(one["text"]) for tumour in data["tumour"] for one in tumour["answer"]]

    @staticmethod
    def printed(data: dict[str, Any]) -> dict[str, Any]:
        return {"told": [_told(tumour, data) for tumour in data["tumour"]]}


def resistance_lab(instance: str = "08") -> ResistanceLab:
    """Constructed tumours on a first TRK inhibitor: choose what to do at progression and predict the burden.

    Every combination is worked out with :func:`ntrkcourse.science.resistance.simulate`; growth rates are made
    up. Sizes are per cent of the burden at month 0, every half month for 16 months.

    Parameters
    ----------
    instance
        Under this name the browser remembers the reader's choices.

    Raises
    ------
    ValueError
        When ``instance`` is empty.
    """
    lab = load()
    drugs = drug_table().values()
    cells = {one.id: [as_data(drug.cells[one.id]) for drug in drugs] for one in lab.mechanism}
    named = [
        name for row in cells.values() for cell in row for name in (cell["fact"], cell["against"]) if name
    ]
    return ResistanceLab(
        data={
            **data_of(lab, instance),
            "decision": DECISION,
            "step": STEP,
            "tumour": [{**as_data(one), **_worked_out(one, lab)} for one in lab.tumour],
            "drugs": [drug.name for drug in drugs],
            "mechanism": [{**as_data(one), "cells": cells[one.id]} for one in lab.mechanism],
            "facts": list(dict.fromkeys([*facts_of(lab), *named])),
        }
    )


def schedule(tumour: Tumour, choice: ChoiceId) -> list[Treatment]:
    """The treatments, from month 0, that a choice at the decision leads to in this tumour."""
    first = Treatment("first", 0)
    if choice == "next":
        return [first, Treatment("next", DECISION)]
    if choice == "bypass":
        return [first, Treatment("trk_mapk", DECISION)]
    if choice == "test":
        return [first, *(Treatment(one.drug, DECISION + tumour.wait + one.after) for one in tumour.plan)]
    return [first]


def outcome(before: float, after: float) -> OutcomeId:
    """What became of the burden: by a fifth of that before, or by less."""
    if after <= (1 - FIFTH) * before:
        return "falls"
    return "rises" if after >= (1 + FIFTH) * before else "stays"


def _worked_out(tumour: Tumour, lab: Lab) -> dict[str, Any]:
    """The burden until the decision, and for each choice what is given, the burden after it, and its outcome."""
    clones = [Clone(one.name, one.mechanism, one.start, one.growth) for one in tumour.clone]
    runs = {
        one.id: simulate(clones, schedule(tumour, one.id), months=DECISION + FOLLOWED, step=STEP)
        for one in lab.choice
    }
    now = int(DECISION / STEP)
    return {
        "past": _sizes(runs["continue"], 0, now + 1),
        "runs": [
            {
                "choice": name,
                "steps": _steps(tumour, name, lab),
                "future": _sizes(run, now + 1, None),
                "outcome": outcome(run.total[now], run.total[-1]),
            }
            for name, run in runs.items()
        ],
    }


def _sizes(run: Trajectory, begin: int, end: int | None) -> list[list[float]]:
    return [[float(f"{size:.3g}") for size in sizes[begin:end]] for sizes in run.sizes.values()]


def _steps(tumour: Tumour, choice: ChoiceId, lab: Lab) -> list[list[Any]]:
    """What is given from which month, as the drawing numbers it; waiting for a test is a step of its own."""
    steps = [[one.from_month, drug_table()[one.drug or "first"].name] for one in schedule(tumour, choice)]
    if choice == "test":
        steps.insert(1, [DECISION, lab.words["test_goes_on"]])
    if choice == "continue":
        steps.append([DECISION, lab.words["first_goes_on"]])
    return steps


def _told(tumour: Mapping[str, Any], data: Mapping[str, Any]) -> dict[str, Any]:
    """The tumour's figures in words; each choice by its name, with what came of it."""
    words = data["words"]
    names = {one["id"]: one["name"] for one in data["choice"]}
    short = {one["id"]: one["short"] for one in data["outcome"]}
    answers = {one["choice"]: one["text"] for one in tumour["answer"]}
    burden = [sum(sizes) for sizes in zip(*tumour["past"], strict=True)]
    clones = [
        words["printed_clone"].format(name=one["name"], n=f"{one['start']:g}") for one in tumour["clone"]
    ]
    runs = []
    for run in tumour["runs"]:
        size = _percent(sum(sizes[-1] for sizes in run["future"]))
        steps = [words["printed_step"].format(month=f"{month:g}", name=name) for month, name in run["steps"]]
        came = words["printed_outcome"].format(outcome=short[run["outcome"]], size=size)
        runs.append((names[run["choice"]], came, "; ".join(steps), answers[run["choice"]]))
    return {
        **tumour,
        "burden": words["printed_burden"].format(
            first=_percent(burden[0]),
            lowest=_percent(min(burden)),
            now=_percent(burden[-1]),
            month=data["decision"],
        ),
        "clones": words["printed_clones"].format(clones=", ".join(clones)),
        "runs": runs,
    }


def _percent(value: float) -> str:
    return f"{value:.0f}%" if value >= 10 else f"{value:.1f}%"
