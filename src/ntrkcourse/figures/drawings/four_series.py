"""Four made-up series with their exact intervals, for a question."""

from ...science.proportions import exact_interval
from ..records import Labels
from ..svg import Drawing, circle, line, text

SERIES = {"north": (4, 5_000), "east": (10, 10_000), "south": (1, 1_500), "west": (36, 10_000)}
_LEFT, _RIGHT, _MOST, _ROW = 70, 306, 50, 42


def draw(labels: Labels) -> Drawing:
    bottom = 20 + _ROW * len(SERIES)
    grid = "".join(
        line(_place(tick), 8, _place(tick), bottom, "grid line thin")
        + text(_place(tick), bottom + 18, str(tick), "muted", "middle")
        for tick in range(0, _MOST + 1, 10)
    )
    return Drawing(
        bottom + 44,
        grid
        + "".join(
            _row(labels[name], *counts, 32 + _ROW * n) for n, (name, counts) in enumerate(SERIES.items())
        )
        + text((_LEFT + _RIGHT) / 2, bottom + 38, labels["unit"], "muted", "middle"),
    )


def _row(name: str, events: int, total: int, y: float) -> str:
    low, high = (_place(10_000 * end) for end in exact_interval(events, total))
    ends = "".join(line(x, y - 6, x, y + 6, "uncertainty line") for x in (low, high))
    return (
        text(8, y + 5, name, "strong")
        + line(low, y, high, y, "uncertainty line")
        + ends
        + circle(_place(10_000 * events / total), y, 5, "tumour solid")
    )


def _place(rate: float) -> float:
    return _LEFT + (_RIGHT - _LEFT) * rate / _MOST
