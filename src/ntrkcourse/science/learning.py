"""What a test before and a test after say about learning."""

import math
import statistics
from collections.abc import Sequence

from .arguments import in_range, whole


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
