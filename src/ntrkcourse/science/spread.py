"""Whether chance alone would scatter events over several groups as unevenly as was seen."""

from collections.abc import Iterator, Sequence
from math import comb

from .arguments import whole

MOST_SPLITS = 200_000


def exact_spread(groups: Sequence[tuple[int, int]]) -> float:
    """Exact probability of a split at least as improbable as the one seen, if all groups share one rate.

    Parameters
    ----------
    groups
        ``(events, total)`` of two groups or more; whole numbers with 0 <= events <= total, total >= 1.

    Returns
    -------
    float
        A fraction, 1 where no split is less usual. With two groups it is the two-sided p value of Fisher's
        exact test.

    Raises
    ------
    ValueError
        For fewer than two groups, for counts out of range, and where more than 200,000 splits would have
        to be counted.

    Notes
    -----
    Freeman GH, Halton JH. Biometrika 1951;38:141-149. With the number of events fixed, a split of them over
    the groups has the multivariate hypergeometric probability; the result adds up all splits that are no
    more probable than the one seen.
    """
    if len(groups) < 2:
        raise ValueError(f"groups must hold two groups or more, got {len(groups)}")
    totals = [whole("total", total, 1) for _, total in groups]
    seen = [whole("events", events, 0, total) for events, total in groups]
    events = sum(seen)
    if comb(events + len(groups) - 1, len(groups) - 1) > MOST_SPLITS:
        raise ValueError(f"groups hold {events} events, too many splits to count exactly")
    ours = _ways(seen, totals)
    unusual = sum(ways for split in _splits(events, totals) if (ways := _ways(split, totals)) <= ours)
    return unusual / comb(sum(totals), events)


def _ways(split: Sequence[int], totals: Sequence[int]) -> int:
    """In how many ways the events can fall as in ``split``: whole numbers, so that ties stay ties."""
    ways = 1
    for events, total in zip(split, totals, strict=True):
        ways *= comb(total, events)
    return ways


def _splits(events: int, totals: Sequence[int]) -> Iterator[list[int]]:
    """Every way to share ``events`` out over groups of these sizes."""
    if len(totals) == 1:
        if events <= totals[0]:
            yield [events]
        return
    for first in range(min(events, totals[0]) + 1):
        for rest in _splits(events - first, totals[1:]):
            yield [first, *rest]
