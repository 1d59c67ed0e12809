"""Where a rising function crosses zero."""

from collections.abc import Callable


def root(rising: Callable[[float], float], low: float = 0.0, high: float = 1.0) -> float:
    """Root of a rising function between two places, by bisection to the last bit; where it has none there, the end nearest to it."""
    while True:
        middle = (low + high) / 2
        if middle in (low, high):
            return middle
        low, high = (low, middle) if rising(middle) > 0 else (middle, high)
