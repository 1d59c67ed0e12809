"""How sure a count makes us: exact intervals for a proportion."""

import math
from random import Random

from .arguments import in_range, open_fraction, whole
from .roots import root


def exact_interval(events: int, total: int, level: float = 0.95) -> tuple[float, float]:
    """Exact (Clopper-Pearson) confidence interval for a proportion.

    Parameters
    ----------
    events, total
        How many of how many; whole numbers with 0 <= events <= total and total >= 1.
    level
        Confidence level as a fraction, strictly between 0 and 1.

    Returns
    -------
    (low, high)
        Fractions from 0 to 1. ``low`` is 0 when no event was seen, ``high`` is 1 when all were.

    Raises
    ------
    ValueError
        Naming the argument and its range.

    Notes
    -----
    Clopper CJ, Pearson ES. Biometrika 1934;26:404-413: the bounds are those proportions at which a count
    at least, or at most, as extreme as the one seen has probability ``(1 - level) / 2``. The interval
    errs on the wide side.
    """
    total = whole("total", total, 1)
    events = whole("events", events, 0, total)
    open_fraction("level", level)
    tail = (1 - level) / 2
    low = 0.0 if events == 0 else root(lambda p: _at_least(events, total, p) - tail)
    high = 1.0 if events == total else root(lambda p: tail - _at_most(events, total, p))
    return low, high


def _at_least(events: int, total: int, proportion: float) -> float:
    """P(X >= events) for X ~ Binomial(total, proportion), events >= 1: a regularised incomplete beta."""
    return _incomplete_beta(events, total - events + 1, proportion)


def _at_most(events: int, total: int, proportion: float) -> float:
    """P(X <= events), computed directly so that a small tail keeps its digits."""
    return _incomplete_beta(total - events, events + 1, 1 - proportion)


def _incomplete_beta(a: float, b: float, x: float) -> float:
    """Regularised incomplete beta function I_x(a, b), by its continued fraction (Lentz's method)."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - _incomplete_beta(b, a, 1 - x)
    log_front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    tiny = 1e-300
    c, d = 1.0, 1 - (a + b) * x / (a + 1)
    d = 1 / (d if abs(d) > tiny else tiny)
    fraction = d
    for m in range(1, 10_000):
        for numerator in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 + numerator * d
            c = 1 + numerator / c
            d = 1 / (d if abs(d) > tiny else tiny)
            c = c if abs(c) > tiny else tiny
            fraction *= c * d
        if abs(c * d - 1) < 1e-15:
            break
    return math.exp(log_front) * fraction / a


def upper_bound_if_none(total: int, level: float = 0.95) -> float:
    """Largest proportion still compatible with 0 events in ``total``, one-sided.

    Parameters
    ----------
    total
        How many were examined, 1 or more.
    level
        One-sided confidence as a fraction, strictly between 0 and 1.

    Returns
    -------
    float
        A fraction. At 95% it is close to 3 / total, the "rule of three" (Hanley JA, Lippman-Hand A.
        JAMA 1983;249:1743-1745).
    """
    total = whole("total", total, 1)
    in_range("level", level, 1e-9, 1 - 1e-9)
    bound: float = 1 - (1 - level) ** (1 / total)
    return bound


def draw_counts(rate: float, total: int, series: int, seed: str) -> list[int]:
    """Events in each of so many series of ``total``, drawn at one true ``rate``; the same seed draws the same.

    Raises
    ------
    ValueError
        For a rate that is not above 0 and below 1, and for a total or a number of series below 1.
    """
    rate, total = open_fraction("rate", rate), whole("total", total, 1)
    chance = Random(seed)
    return [_count_at(chance.random(), rate, total) for _ in range(whole("series", series, 1))]


def share_that_miss(rate: float, total: int, level: float = 0.95) -> float:
    """In how large a share of series of ``total`` the exact interval does not hold the true ``rate``.

    Raises
    ------
    ValueError
        For a rate that is not above 0 and below 1, and for a total below 1.
    """
    rate, total = open_fraction("rate", rate), whole("total", total, 1)
    # Intervals rise with the count, so those that hold the rate lie together.
    held = 0.0
    for events in range(total + 1):
        low, high = exact_interval(events, total, level)
        if low > rate:
            break
        if high >= rate:
            held += _exactly(events, total, rate)
    return 1 - held


def _count_at(share: float, rate: float, total: int) -> int:
    """The count below which this share of all series lies."""
    events = 0
    while events < total and share >= (step := _exactly(events, total, rate)):
        share -= step
        events += 1
    return events


def _exactly(events: int, total: int, rate: float) -> float:
    """P(X = events) for X ~ Binomial(total, rate)."""
    ways = math.lgamma(total + 1) - math.lgamma(events + 1) - math.lgamma(total - events + 1)
    return math.exp(ways + events * math.log(rate) + (total - events) * math.log1p(-rate))
