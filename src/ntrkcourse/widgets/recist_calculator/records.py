"""Constructed patients for the RECIST calculator: one trap each. None is of a real patient."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args

from ...content.errors import ContentError
from ...content.records import Markdown, Words, build, read_widget, require_ids
from ...science.response import Assessment, Lesion, Response, assess


@dataclass(frozen=True)
class Target:
    """A target lesion with its diameter at baseline and at each scan after it; 0 is gone."""

    name: str
    mm: tuple[int, ...]
    node: bool = False


@dataclass(frozen=True)
class Trap:
    """The tempting wrong class (``answer``) at a scan, numbered from 1, and what to say to it."""

    scan: int
    answer: Response
    why: str


@dataclass(frozen=True)
class NewLesion:
    """A lesion first seen at a scan, numbered from 1."""

    scan: int
    place: str
    mm: int


@dataclass(frozen=True)
class Patient:
    """Target lesions, the weeks of the scans after baseline, and what the patient teaches."""

    id: str
    weeks: tuple[int, ...]
    lesion: tuple[Target, ...]
    trap: Trap
    moral: str
    new: NewLesion | None = None

    def assessments(self) -> tuple[Assessment, ...]:
        """Sum, nadir and class at each scan after baseline."""
        lesions = [Lesion(one.mm, one.node) for one in self.lesion]
        return assess(lesions, self.new.scan if self.new else None)


@dataclass(frozen=True)
class Named:
    """A class and what it is called."""

    short: Response
    name: str


@dataclass(frozen=True)
class Recist:
    """The rules, the four classes as they are offered, and the patients in order."""

    title: str
    intro: str
    source: str
    rules: tuple[Markdown, ...]
    words: Words
    response: tuple[Named, ...]
    patient: tuple[Patient, ...]


@cache
def load(file: Path | None = None) -> Recist:
    """What stands in ``file``, by default the course's.

    Raises
    ------
    ContentError
        For an unknown key or class, a class that is missing, an id used twice, lesions that cannot be measured
        or not at the patient's scans, or a trap that is no wrong class at one of them.
    """
    document, name = read_widget("recist_calculator", file)
    recist = build(Recist, document, name, "calculator")
    if sorted(one.short for one in recist.response) != sorted(get_args(Response)):
        raise ContentError(
            name, "calculator", "response", f"must be {', '.join(get_args(Response))}, each once"
        )
    require_ids([one.id for one in recist.patient], name, "patient")
    for one in recist.patient:
        _check(one, name)
    return recist


def _check(patient: Patient, file: str) -> None:
    try:
        found = patient.assessments()
    except ValueError as error:
        raise ContentError(file, f"patient {patient.id}", "lesion", str(error)) from error
    if len(found) != len(patient.weeks):
        problem = f"has {len(found)} scans after baseline, and there are {len(patient.weeks)} weeks"
        raise ContentError(file, f"patient {patient.id}", "lesion", problem)
    trap = patient.trap
    if not 1 <= trap.scan <= len(found) or found[trap.scan - 1].response == trap.answer:
        problem = f"{trap.answer} is no wrong class at a scan {trap.scan}"
        raise ContentError(file, f"patient {patient.id}", "trap", problem)
