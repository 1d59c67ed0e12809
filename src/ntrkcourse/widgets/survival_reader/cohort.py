"""A constructed cohort for the survival reader: when each patient dies, and who is lost from sight when."""

from dataclasses import dataclass

from ...science.survival import Curve, kaplan_meier

END = 24
"""Months after which follow-up ends for everybody."""

DEATHS = (2, 4, 5, 6, 8, 9, 11, 13, 15, 17, 20, 22, None, None, None, None)
"""Month of each patient's death, known because the cohort is constructed; None is alive at the end."""


@dataclass(frozen=True)
class Scenario:
    """Who is lost: for each patient the month of the last contact, or None for followed on.

    ``question`` asks how the estimate compares with that of the scenario ``beside``; ``why`` explains, with
    ``{km}``, ``{beside}``, ``{low}``, ``{high}`` and ``{risk}`` for the figures at the month read.
    """

    id: str
    name: str
    lost: tuple[int | None, ...]
    beside: str = ""
    question: str = ""
    why: str = ""

    def follow_up(self) -> tuple[list[int], list[bool]]:
        """Months of follow-up, and whether each ended with death."""
        times, died = [], []
        for death, lost in zip(DEATHS, self.lost, strict=True):
            end = END if death is None else death
            gone = lost is not None and lost < end
            times.append(lost if gone and lost is not None else end)
            died.append(death is not None and not gone)
        return times, died

    def curve(self) -> Curve:
        """Kaplan-Meier curve of this follow-up."""
        return kaplan_meier(*self.follow_up())


_FOLLOWED = (None,) * len(DEATHS)

SCENARIOS = (
    Scenario(
        "some",
        "six lost",
        (None, 1, None, None, None, 3, None, None, 6, None, 8, None, None, 5, 7, None),
    ),
    Scenario(
        "none",
        "nobody lost",
        _FOLLOWED,
        "some",
        "Suppose that nobody had been lost: all 16 followed to death or to 24 months. Where would the "
        "Kaplan–Meier estimate at 12 months lie, beside the one with six lost?",
        "With nobody lost it is plain counting: {km}. With six lost the estimate was {beside}. Those who were "
        "lost were a fair sample of the 16, so the others could stand in for them.",
    ),
    Scenario(
        "many",
        "ten lost, for no reason to do with the disease",
        (None, None, 3, None, 5, None, 5, None, None, 3, 7, 2, 4, 10, 8, 4),
        "none",
        "Now ten are lost before month 12, because they move house or because the trial stops early. Where "
        "does the estimate lie, beside the one with nobody lost?",
        "The estimate is {km}, with nobody lost {beside}. It has not moved far, but it rests on {risk} "
        "patients at month 12, and its interval runs from {low} to {high}. In another ten, chance could have "
        "moved it further. Loss of this kind costs certainty. It does not push one way.",
    ),
    Scenario(
        "worse",
        "four lost, each a month before death",
        (None, None, 4, 5, 7, 8, *_FOLLOWED[6:]),
        "none",
        "Last, only four are lost. Each feels worse, stays away from the clinic, and dies a month later where "
        "nobody counts it. Where does the estimate lie, beside the one with nobody lost?",
        "The estimate is {km}, with nobody lost {beside}. Fewer patients are lost than before, and the curve "
        "is further from the truth. It lets those who stayed stand in for those who left, and those who left "
        "were dying. This is informative censoring. Neither the curve nor its interval shows it.",
    ),
)
