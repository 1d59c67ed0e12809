"""What a result makes of a chance: both lie on scales of odds, so that a result is a step of fixed height."""

from typing import Any

from ...content.walk import as_data, facts_of
from ...science.testing import likelihood_ratios, predictive_values
from ..base import CourseWidget, data_of, require_known
from ..stain_field import records as stains
from ..wording import percent
from .records import load


class OddsLadder(CourseWidget):
    """``state`` holds ``guess``, the reader's chance in per cent once committed, and ``at``, where the handle stands."""

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        return 2

    @staticmethod
    def answers(data: dict[str, Any]) -> list[str]:
        """The chance after a positive stain."""
        asked = next(rung for rung in data["rung"] if rung["before"] == data["asked"])
        return [percent(asked["positive"])]

    @staticmethod
    def printed(data: dict[str, Any]) -> dict[str, Any]:
        """A row for each share: before, after a positive stain, after a negative one."""
        return {
            "rows": [
                [percent(rung[key]) for key in ("before", "positive", "negative")] for rung in data["rung"]
            ]
        }


def odds_ladder(stain: str = "koopman", instance: str = "06") -> OddsLadder:
    """Guess what a positive stain makes of a chance, then move the chance and watch both results.

    Parameters
    ----------
    stain
        Whose counts describe the stain: ``"solomon"`` or ``"koopman"``.
    instance
        Under this name the browser remembers what the reader said.

    Raises
    ------
    ValueError
        Naming the argument and what it may be.
    """
    ladder, known = load(), stains.load()
    require_known([name for name, one in known.stains.items() if _errs(one)], stain, "stain")
    record = known.stains[stain]
    shares = record.sensitivity.share, record.specificity.share
    names = {known.populations[stop.id].share: stop.name for stop in ladder.stop}
    return OddsLadder(
        data={
            **data_of(ladder, instance),
            "stain": as_data(record),
            "sensitivity": shares[0],
            "specificity": shares[1],
            "ratios": list(likelihood_ratios(*shares)),
            "rung": [_rung(before, *shares, names.get(before, "")) for before in known.prevalences()],
            "facts": facts_of(record),
        }
    )


def _errs(stain: stains.Stain) -> bool:
    """Whether both kinds of error were counted; without them no ratio is a number."""
    return all(0 < share < 1 for share in (stain.sensitivity.share, stain.specificity.share))


def _rung(before: float, sensitivity: float, specificity: float, name: str) -> dict[str, Any]:
    values = predictive_values(before, sensitivity, specificity)
    return {"before": before, "positive": values.ppv, "negative": 1 - values.npv, "name": name}
