"""Numbers as shared/numbers.js shows them, for texts and readable equivalents made in Python."""

import math


def count(value: float) -> str:
    """Thousands with commas: 4854 -> "4,854"."""
    return f"{value:,.0f}"


def percent(fraction: float) -> str:
    """A fraction as a percentage with about two significant figures: 0.00082 -> "0.082%", 0.328 -> "33%"."""
    value = 100 * fraction
    if value in (0, 100):
        return f"{value:.0f}%"
    if value > 99:
        return f"{value:.{3 if value > 99.9 else 1}f}".rstrip("0").rstrip(".") + "%"
    places = 0 if value >= 10 else max(0, 1 - math.floor(math.log10(value)))
    return f"{value:.{min(places, 4)}f}%"


def per_10_000(point: float, low: float, high: float) -> tuple[str, str, str]:
    """Three fractions as counts of 10,000: whole numbers, or with one decimal where whole ones would hide
    that the three differ or that one is not zero.
    """
    values = [10_000 * fraction for fraction in (point, low, high)]
    whole = [round(value) for value in values]
    hidden = len(set(whole)) < len(set(values)) or any(w == 0 < v for w, v in zip(whole, values, strict=True))
    shown = [f"{value:,.{1 if hidden and value else 0}f}" for value in values]
    return shown[0], shown[1], shown[2]


def rupees(value: int) -> str:
    """Rupees, grouped by lakh and crore: 120000 -> "₹1,20,000"."""
    head, tail = str(value)[:-3], str(value)[-3:]
    pairs = [head[max(0, end - 2) : end] for end in range(len(head), 0, -2)]
    return "₹" + ",".join([*reversed(pairs), tail])
