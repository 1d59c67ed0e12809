"""Who hears a result: those whom the patient chose, and those who get no more than dates."""

from ..language import patient, report
from ..records import Labels
from ..svg import Drawing, arrow, line, path, rect, text

_X, _Y = 160, 150


def draw(labels: Labels) -> Drawing:
    drawn = (
        patient(_X - 16, _Y, 60)
        + report(_X + 26, _Y + 4, 34, 44, 4)
        + text(_X, _Y + 52, labels["nasreen"], "strong", "middle")
    )
    for name, x, y in (("sister", 52, 56), ("husband", 268, 56)):
        dx, dy = x - _X, y + 20 - _Y
        drawn += _person(labels, name, x, y) + arrow(
            _X + 0.32 * dx, _Y + 0.32 * dy - 6, _X + 0.66 * dx, _Y + 0.66 * dy - 6, "right line thick"
        )
    drawn += _door(labels, "inlaws", 52, 256) + _door(labels, "factory", 268, 256)
    drawn += (
        line(118, 196, 88, 219, "muted line dashed")
        + line(82, 212, 94, 226, "wrong line thick")
        + arrow(202, 196, 236, 222, "muted line dashed")
    )
    drawn += text(268, 318, labels["dates"], "muted", "middle", 100) + text(
        52, 318, labels["nothing"], "muted", "middle", 100
    )
    return Drawing(342, drawn)


def _person(labels: Labels, name: str, x: float, y: float) -> str:
    return patient(x, y, 52, "right") + text(x, y - 36, labels[name], "right strong", "middle")


def _door(labels: Labels, name: str, x: float, y: float) -> str:
    """A closed door."""
    return (
        rect(x - 20, y - 28, 40, 56, "muted soft", 2)
        + path(f"M{x + 12} {y}h0.1", "muted line thick")
        + text(x, y + 44, labels[name], "strong", "middle")
    )
