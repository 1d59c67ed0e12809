"""A share out of a fact record: its counts, worked out where the source prints a percentage alone, and its interval."""

import re
from dataclasses import dataclass
from typing import Literal

from ..content.errors import ContentError
from ..content.facts import Fact, printed_places, require_taught
from ..science.proportions import exact_interval
from .wording import count


@dataclass(frozen=True)
class Share:
    """A share of patients.

    Attributes
    ----------
    point, percent
        Fraction from 0 to 1; the same in per cent as the record prints it, or from the counts.
    events, total
        Counts, where they are known.
    interval
        95% bounds as fractions: exact with counts, else as the source prints them, else None.
    basis
        ``"printed"`` (the record has counts), ``"worked out"`` (only one count fits what the record prints),
        ``"published"`` (the source's own interval), ``"bare"`` (no interval).
    figure
        The share as the record gives it: "41 of 55", "58% of 40", "89.1%".
    """

    point: float
    percent: float
    events: int | None
    total: int | None
    interval: tuple[float, float] | None
    basis: Literal["printed", "worked out", "published", "bare"]
    figure: str

    def worked(self) -> str:
        """The counts where the source does not print them: "23 of 40", else nothing."""
        return f"{self.events} of {self.total}" if self.basis == "worked out" else ""


def rate_of(fact: Fact) -> float:
    """The fraction that ``fact`` gives: from its counts, else from its value in per cent.

    Raises
    ------
    ValueError
        When the record gives none, or zero, which no log scale holds.
    """
    if fact.unit.startswith("percent") and fact.counts:
        events, total = fact.counts
        rate = events / total
    elif fact.unit.startswith("percent") and isinstance(fact.value, float):
        rate = fact.value / 100
    else:
        raise ValueError(f"fact {fact.id!r} has no share in per cent")
    if rate <= 0:
        raise ValueError(f"fact {fact.id!r} has a share of zero: no log scale holds it")
    return rate


def require_rate(fact: str, file: str, record: str) -> None:
    """Raise :class:`ContentError` where the fact does not exist, may not be taught, or has no rate above zero."""
    try:
        rate_of(require_taught(fact, file, record, "fact"))
    except ValueError as error:
        raise ContentError(file, record, "fact", str(error)) from error


def share_of(fact: Fact, part: str = "") -> Share:
    """The share that ``fact`` gives, or that of one ``part`` that it lists ("dizziness" in "dizziness 58%, ...").

    A part is looked for in a text value, then in the record's detail, as "part N%", "N% part" or "N part".

    Raises
    ------
    ValueError
        When the record gives no share, or does not list the part.
    """
    if part:
        return _part(fact, part)
    if not fact.unit.startswith("percent") or not isinstance(fact.value, float):
        raise ValueError(f"fact {fact.id!r} has no share in per cent")
    if fact.counts:
        return _counted(*fact.counts, fact.value)
    return _percentage(fact.value, fact.total, fact.interval)


def _part(fact: Fact, part: str) -> Share:
    texts = [text for text in (fact.value, fact.detail) if isinstance(text, str)]
    name = re.escape(part)
    for text in texts:
        if found := re.search(rf"\b{name} (\d+(?:\.\d+)?)%|(\d+(?:\.\d+)?)% {name}\b", text):
            return _percentage(float(found[1] or found[2]), fact.total, None)
        if (found := re.search(rf"\b(\d+) {name}\b", text)) and fact.total is not None:
            return _counted(int(found[1]), fact.total, 100 * int(found[1]) / fact.total)
    raise ValueError(f"fact {fact.id!r} lists no share named {part!r}")


def _counted(events: int, total: int, percent: float) -> Share:
    figure = f"{count(events)} of {count(total)}"
    return Share(events / total, percent, events, total, exact_interval(events, total), "printed", figure)


def _percentage(percent: float, total: int | None, published: tuple[float, float] | None) -> Share:
    figure = f"{percent:g}%" + (f" of {count(total)}" if total else "")
    fitting = _fitting(percent, total, published) if total else []
    if total and len(fitting) == 1:
        exact = exact_interval(fitting[0], total)
        return Share(fitting[0] / total, percent, fitting[0], total, exact, "worked out", figure)
    if published:
        bounds = (published[0] / 100, published[1] / 100)
        return Share(percent / 100, percent, None, total, bounds, "published", figure)
    return Share(percent / 100, percent, None, total, None, "bare", figure)


def _fitting(percent: float, total: int, published: tuple[float, float] | None) -> list[int]:
    """Counts that round to ``percent``; none if only one does and its exact interval is not the printed one."""
    half = 0.5 * 10.0 ** -printed_places(percent) + 1e-9
    fitting = [events for events in range(total + 1) if abs(100 * events / total - percent) <= half]
    if published is None or len(fitting) > 1:
        # With several, to choose by the interval would assume how the source made it.
        return fitting
    places = max(printed_places(bound) for bound in published)
    near = 0.5 * 10.0**-places + 1e-9
    return [
        events
        for events in fitting
        if all(
            abs(100 * mine - printed) <= near
            for mine, printed in zip(exact_interval(events, total), published, strict=True)
        )
    ]
