"""What a test before and a test after say about learning."""

import math
import statistics
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from .arguments import in_range, open_fraction, whole
from .roots import root


class ByChance(NamedTuple):
    """What a reader who learns nothing shows all the same: shares of such readers."""

    gain: float
    """Gain at least as many as asked."""
    significant: float
    """Reach P < 0.05 by McNemar's exact test, to either side."""


def normalised_gain(pre: float, post: float) -> float | None:
    """The share of what could be gained that was gained: ``(post - pre) / (1 - pre)``.

    Parameters
    ----------
    pre, post
        Scores before and after as fractions from 0 to 1.

    Returns
    -------
    float or None
        At most 1; below 0 after a loss; None when ``pre`` is 1, since nothing was left to gain.

    Raises
    ------
    ValueError
        Naming the argument and its range.

    Notes
    -----
    Hake RR. American Journal of Physics 1998;66:64-74. A small denominator makes it jumpy: a reader who had
    19 of 20 before can only gain 1 or lose much.
    """
    before, after = in_range("pre", pre, 0, 1), in_range("post", post, 0, 1)
    return None if before == 1 else (after - before) / (1 - before)


def mcnemar(gained: int, lost: int) -> float:
    """McNemar's exact test: how surprising the changes are if gaining and losing were as likely as each other.

    Parameters
    ----------
    gained, lost
        Who went from wrong to right, and from right to wrong; 0 or more. Who did not change does not count.

    Returns
    -------
    float
        The two-sided P value, 1 when nobody changed.

    Raises
    ------
    ValueError
        Naming the argument and its range.

    Notes
    -----
    McNemar Q. Psychometrika 1947;12:153-157, by the binomial distribution instead of its approximation.
    """
    gained, lost = whole("gained", gained, 0), whole("lost", lost, 0)
    changed = gained + lost
    tail = sum(math.comb(changed, count) for count in range(min(gained, lost) + 1))
    both: float = 2 * tail / 2**changed
    return min(1.0, both)


def paired_difference(
    gained: int, lost: int, pairs: int, level: float = 0.95, corrected: bool = True
) -> tuple[float, float]:
    """Interval for the difference of two shares, after minus before, of the same pairs.

    Parameters
    ----------
    gained, lost
        Pairs that went from wrong to right, and from right to wrong.
    pairs
        All pairs, those that did not change among them; 1 or more.
    level
        Confidence level as a fraction, strictly between 0 and 1.
    corrected
        For continuity; without it the interval is Tango's own.

    Returns
    -------
    (low, high)
        Fractions from -1 to 1.

    Raises
    ------
    ValueError
        Naming the argument and its range.

    Notes
    -----
    The score interval of Tango T. Statistics in Medicine 1998;17:891-908, with McNemar's correction for continuity:
    a difference belongs to it as long as a change by one pair less would not speak against it. So at 0 it says what
    McNemar's corrected test says, which is close to the exact one, and it covers at least what it promises but for
    a hair.
    """
    pairs = whole("pairs", pairs, 1)
    gained, lost = whole("gained", gained, 0, pairs), whole("lost", lost, 0, pairs)
    if gained + lost > pairs:
        raise ValueError(f"gained and lost must be at most {pairs} together, got {gained + lost}")
    z = statistics.NormalDist().inv_cdf((1 + open_fraction("level", level)) / 2)
    changed, step = gained - lost, int(corrected)

    def spread(difference: float) -> float:
        """Standard error of the count, with the share of losses that fits this difference best."""
        linear = (2 * pairs - changed) * difference - gained - lost
        constant = lost * difference * (1 - difference)
        losses = (math.sqrt(max(0.0, linear * linear + 8 * pairs * constant)) - linear) / (4 * pairs)
        return math.sqrt(max(0.0, pairs * (2 * losses + difference * (1 - difference))))

    below, above = (changed - step) / pairs, (changed + step) / pairs
    low = root(lambda at: pairs * (at - below) + z * spread(at), -1, max(-1, below))
    high = root(lambda at: pairs * (at - above) - z * spread(at), min(1, above), 1)
    return low, high


def by_chance(chances: Sequence[float], gain: int) -> ByChance:
    """What two tests of a reader who learns nothing between them show.

    Parameters
    ----------
    chances
        The reader's chance of a right answer in each pair, the same in both tests.
    gain
        How many right answers more count as a gain.

    Notes
    -----
    Exact under its model, in which answers are given independently: no memory of the first test, no luck of a day.
    """
    ways: dict[tuple[int, int], float] = {(0, 0): 1.0}
    for chance in chances:
        flips = in_range("chance", chance, 0, 1) * (1 - chance)
        after: defaultdict[tuple[int, int], float] = defaultdict(float)
        for (gained, lost), weight in ways.items():
            after[gained + 1, lost] += weight * flips
            after[gained, lost + 1] += weight * flips
            after[gained, lost] += weight * (1 - 2 * flips)
        ways = after
    return ByChance(
        gain=sum(weight for (gained, lost), weight in ways.items() if gained - lost >= gain),
        significant=sum(weight for table, weight in ways.items() if mcnemar(*table) < 0.05),
    )


def discrimination(right: Sequence[Sequence[bool]], item: int) -> float | None:
    """How well an item tells those who know more: its point-biserial correlation with the score on all others.

    Parameters
    ----------
    right
        For each learner whether each answer is right; all have answered all.
    item
        Position of the item.

    Returns
    -------
    float or None
        From -1 to 1; None where all or none got it right, or all have the same score on the others.
    """
    own = [float(row[item]) for row in right]
    rest = [float(sum(row) - row[item]) for row in right]
    if len(set(own)) < 2 or len(set(rest)) < 2:
        return None
    return statistics.correlation(own, rest)


def kr20(right: Sequence[Sequence[bool]]) -> float | None:
    """Kuder and Richardson's formula 20: how far a test of right and wrong answers agrees with itself.

    Parameters
    ----------
    right
        For each learner whether each answer is right; all have answered all.

    Returns
    -------
    float or None
        At most 1, and below 0 where items work against each other; None for fewer than two items or learners, or
        where all have the same score.

    Notes
    -----
    Kuder GF, Richardson MW. Psychometrika 1937;2:151-160, with variances over the learners who are there.
    """
    items = len(right[0]) if right else 0
    if items < 2 or len(right) < 2:
        return None
    spread = statistics.pvariance([sum(row) for row in right])
    if spread == 0:
        return None
    shares = [statistics.fmean(row[at] for row in right) for at in range(items)]
    return items / (items - 1) * (1 - sum(share * (1 - share) for share in shares) / spread)
