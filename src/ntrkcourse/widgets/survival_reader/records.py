"""A constructed cohort for the survival reader: when each patient dies, and who is lost from sight when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from ...content.errors import ContentError
from ...content.records import Markdown, Words, build, read_widget, require_ids
from ...science.survival import Curve, kaplan_meier

Way = Literal["floor", "left out", "curve", "ceiling"]
FIGURES = {"km", "beside", "low", "high", "risk"}
"""What may be filled in where a scenario is explained."""


@dataclass(frozen=True)
class Estimate:
    """A way to count survival at the landmark: what it does with the lost (``{lost}`` is their number), and what
    to tell a reader who guessed so.
    """

    way: Way
    name: str
    why: str
    guessed: str


@dataclass(frozen=True)
class Scenario:
    """Who is lost: for each patient the month of the last contact, or 0 for followed on.

    ``question`` asks how the estimate compares with that of the scenario ``beside``; ``why`` explains, with
    ``{km}``, ``{beside}``, ``{low}``, ``{high}`` and ``{risk}`` for the figures at the month read. The first
    scenario has none of the three.
    """

    id: str
    name: str
    lost: tuple[int, ...]
    beside: str = ""
    question: str = ""
    why: str = ""


@dataclass(frozen=True)
class Cohort:
    """The patients by their ``deaths``, in months, or 0 for alive at the ``end``, and what becomes of them."""

    title: str
    intro: str
    moral: str
    published: tuple[Markdown, ...]
    end: int
    landmark: int
    deaths: tuple[int, ...]
    numbers: tuple[int, ...]
    words: Words
    estimate: tuple[Estimate, ...]
    scenario: tuple[Scenario, ...]

    def follow_up(self, scenario: Scenario) -> tuple[list[int], list[bool]]:
        """Months of follow-up, and whether each ended with death."""
        times, died = [], []
        for death, lost in zip(self.deaths, scenario.lost, strict=True):
            end = death or self.end
            gone = 0 < lost < end
            times.append(lost if gone else end)
            died.append(death > 0 and not gone)
        return times, died

    def curve(self, scenario: Scenario) -> Curve:
        """Kaplan-Meier curve of this follow-up."""
        return kaplan_meier(*self.follow_up(scenario))


@cache
def load(file: Path | None = None) -> Cohort:
    """The cohort in ``file``, by default the course's.

    Raises
    ------
    ContentError
        For an unknown key or way of counting, one that is missing, numbers or months that are not the patients',
        an id used twice, or a scenario that is not explained beside another by figures that there are.
    """
    document, name = read_widget("survival_reader", file)
    cohort = build(Cohort, document, name, "cohort")
    for key, problem in _faults(cohort):
        raise ContentError(name, "cohort", key, problem)
    require_ids([one.id for one in cohort.scenario], name, "scenario")
    for number, one in enumerate(cohort.scenario):
        others = {other.id for other in cohort.scenario if other is not one} if number else {""}
        for key, problem in _scenario_faults(one, cohort, others):
            raise ContentError(name, f"scenario {one.id}", key, problem)
    return cohort


def _faults(cohort: Cohort) -> Iterator[tuple[str, str]]:
    if not 0 < cohort.landmark <= cohort.end:
        yield "landmark", f"{cohort.landmark} is no month up to the end"
    if not all(0 <= death <= cohort.end for death in cohort.deaths):
        yield "deaths", f"must be months up to {cohort.end}"
    if sorted(cohort.numbers) != list(range(1, len(cohort.deaths) + 1)):
        yield "numbers", f"must be 1 to {len(cohort.deaths)}, each once"
    if tuple(one.way for one in cohort.estimate) != get_args(Way):
        yield "estimate", f"must be {', '.join(get_args(Way))}, in this order"
    for one in cohort.estimate:
        if _filled(one.why) - {"lost"}:
            yield "estimate", f"{one.why!r} asks for what is not worked out"


def _scenario_faults(scenario: Scenario, cohort: Cohort, others: set[str]) -> Iterator[tuple[str, str]]:
    if len(scenario.lost) != len(cohort.deaths) or not all(
        0 <= month <= cohort.end for month in scenario.lost
    ):
        yield "lost", f"must be {len(cohort.deaths)} months up to {cohort.end}"
    if scenario.beside not in others:
        yield "beside", f"{scenario.beside!r} is no other scenario"
    for key in ("question", "why"):
        if bool(getattr(scenario, key)) != bool(scenario.beside):
            yield key, "a text where the scenario stands beside another, and only there"
    if unknown := _filled(scenario.why) - FIGURES:
        yield "why", f"asks for {', '.join(sorted(unknown))}, and there are {', '.join(sorted(FIGURES))}"


def _filled(text: str) -> set[str]:
    return set(re.findall(r"\{([^{}]*)\}", text))
