"""Survival when not everybody is followed to the event: the Kaplan-Meier estimate.

Kaplan EL, Meier P. Nonparametric estimation from incomplete observations. J Am Stat Assoc
1958;53:457-481. The interval is Greenwood's variance on the log(-log) scale.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import NormalDist

from .arguments import in_range, open_fraction


@dataclass(frozen=True)
class Step:
    """A time at which follow-up of somebody ends, and the estimate from that time on.

    Attributes
    ----------
    time
        In the unit of the data.
    at_risk
        How many were still followed just before ``time``.
    events, censored
        How many had the event, and how many were last seen without it, at ``time``.
    survival
        Exact share without the event after ``time``.
    spread
        Greenwood's sum up to ``time``: the variance of log survival; infinite when survival is 0.
    """

    time: float
    at_risk: int
    events: int
    censored: int
    survival: Fraction
    spread: float


@dataclass(frozen=True)
class Curve:
    """A Kaplan-Meier curve: its steps in order of time, and how many began (``total``)."""

    steps: tuple[Step, ...]
    total: int

    def at(self, t: float) -> float:
        """Estimated share without the event at ``t``, events at ``t`` counted.

        nan after the last follow-up, unless nobody was left without the event: nobody has been seen there.
        ValueError names a ``t`` below 0 or not finite, here and in the methods below.
        """
        step = self._before(t)
        if step is self.steps[-1] and t > step.time and step.survival:
            return math.nan
        return float(step.survival) if step else 1.0

    def at_risk(self, t: float) -> int:
        """How many are still followed just before ``t``; those whose follow-up ends at ``t`` count."""
        in_range("t", t, 0, math.inf)
        return sum(step.events + step.censored for step in self.steps if step.time >= t)

    @property
    def median(self) -> float | None:
        """First time at which at most half are without the event; None when that is not reached."""
        return next((step.time for step in self.steps if 2 * step.survival <= 1), None)

    def interval(self, t: float, level: float = 0.95) -> tuple[float, float]:
        """Pointwise confidence interval for ``at(t)`` at ``level``, strictly between 0 and 1.

        ``(1, 1)`` before the first event and ``(0, 0)`` once nobody is left, where the formula says
        nothing; ``(nan, nan)`` where ``at(t)`` is nan. ValueError names a ``level`` that is not between 0 and 1.
        """
        open_fraction("level", level)
        survival = self.at(t)
        step = self._before(t)
        if step is None or survival in (0, 1) or math.isnan(survival):
            return survival, survival
        log = math.log(survival)
        shift = NormalDist().inv_cdf((1 + level) / 2) * math.sqrt(step.spread) / -log
        return survival ** math.exp(shift), survival ** math.exp(-shift)

    def _before(self, t: float) -> Step | None:
        in_range("t", t, 0, math.inf)
        return next((step for step in reversed(self.steps) if step.time <= t), None)


def kaplan_meier(times: Sequence[float], observed: Sequence[bool]) -> Curve:
    """Kaplan-Meier estimate of the share without the event over time.

    Parameters
    ----------
    times
        Follow-up of each person, 0 or more, in any unit.
    observed
        For each, whether the event happened at that time (True) or follow-up ended without it (False:
        censored).

    Raises
    ------
    ValueError
        Naming the argument: times empty, negative or not finite; observed of another length, or neither
        True nor False (1 nor 0).

    Notes
    -----
    Somebody censored at the time of an event is at risk of it. Censoring must have nothing to do with the
    event; nothing in the data can show whether that holds.
    """
    if not len(times):
        raise ValueError("times must hold one follow-up or more, got none")
    if len(observed) != len(times):
        raise ValueError(f"observed must hold {len(times)} values, as times does, got {len(observed)}")
    for number, time in enumerate(times):
        in_range(f"times[{number}]", time, 0, 1e12)
    for number, one in enumerate(observed):
        if one not in (0, 1):
            raise ValueError(f"observed[{number}] must be True or False, got {one!r}")
    steps = []
    left, survival, spread = len(times), Fraction(1), 0.0
    events: dict[float, int] = dict.fromkeys(sorted(times), 0)
    ends = dict(events)
    for time, one in zip(times, observed, strict=True):
        events[time] += bool(one)
        ends[time] += 1
    for time, died in events.items():
        survival *= Fraction(left - died, left)
        if died:
            spread += died / (left * (left - died)) if left > died else math.inf
        steps.append(Step(time, left, died, ends[time] - died, survival, spread))
        left -= ends[time]
    return Curve(tuple(steps), len(times))
