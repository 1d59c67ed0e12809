"""Crowds of people to count, in rows."""


def rows(x: float, y: float, count: int, a_row: int, step: float) -> list[tuple[float, float]]:
    """Places of ``count`` people, row by row from the left upper one."""
    return [(x + step * (at % a_row), y + step * (at // a_row)) for at in range(count)]
