"""One way of refusing numbers that are out of range."""

import math


def in_range(name: str, value: float, low: float, high: float) -> float:
    """``value``, or a ValueError that names the argument and its range ``[low, high]``."""
    if not (isinstance(value, (int, float)) and math.isfinite(value) and low <= value <= high):
        raise ValueError(f"{name} must be from {low:g} to {high:g}, got {value!r}")
    return value


def open_fraction(name: str, value: float) -> float:
    """``value``, or a ValueError that names the argument: it lies between 0 and 1, and is neither."""
    if not 0 < value < 1:
        raise ValueError(f"{name} must lie strictly between 0 and 1, got {value!r}")
    return value


def whole(name: str, value: int, low: int = 0, high: int | None = None) -> int:
    """``value``, or a ValueError that names the argument; ``high`` of None is no upper bound."""
    top = f" to {high}" if high is not None else " or more"
    if isinstance(value, bool) or int(value) != value or value < low or (high is not None and value > high):
        raise ValueError(f"{name} must be a whole number from {low}{top}, got {value!r}")
    return int(value)
