"""Six patients, five with a tumour that shrank, and what six can say of a hundred."""

from ...content.facts import load_facts
from ..language import patient
from ..records import Labels
from ..svg import WIDTH, Drawing, circle, line, path, rect, text

TRIAL = "therapy.larotrectinib.breast.orr.navigate2021"
_LEFT, _RIGHT, _AXIS = 6, WIDTH - 12, 150


def place(percent: float) -> float:
    """Where a share of a hundred stands on the axis."""
    return _LEFT + (_RIGHT - _LEFT) * percent / 100


def draw(labels: Labels) -> Drawing:
    fact = load_facts()[TRIAL]
    assert fact.events is not None and fact.total is not None and fact.interval is not None
    low, high = fact.interval
    parts = [text(0, 16, labels("six", events=fact.events, total=fact.total), "strong")]
    for at in range(fact.total):
        x = WIDTH / fact.total * (at + 0.5)
        shrank = at < fact.events
        parts.append(patient(x, 52, 42, "patient" if shrank else "muted"))
        parts.append(_tick(x, 86) if shrank else line(x - 6, 86, x + 6, 86, "muted line"))
    parts += [
        text(0, 120, labels["hundred"], "strong"),
        rect(place(low), _AXIS - 9, place(high) - place(low), 18, "uncertainty soft", 3),
        line(_LEFT, _AXIS, _RIGHT, _AXIS, "muted line thin"),
        circle(place(100 * fact.events / fact.total), _AXIS, 6, "patient solid"),
    ]
    for share in (0, round(low), 100):
        parts += [
            line(place(share), _AXIS - 12, place(share), _AXIS + 12, "muted line thin"),
            text(place(share), _AXIS + 28, f"{share}", "", {0: "start", 100: "end"}.get(share, "middle")),
        ]
    return Drawing(_AXIS + 38, "".join(parts))


def _tick(x: float, y: float) -> str:
    return path(f"M{x - 6:g} {y}L{x - 2:g} {y + 5}L{x + 7:g} {y - 6}", "right line")
