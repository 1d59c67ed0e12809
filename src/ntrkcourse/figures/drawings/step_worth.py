"""Two questions to put before a step: what follows from yes, and what from no."""

from ..records import Labels
from ..svg import Drawing, arrow, circle, line, path, rect, text

_HEIGHT = 158


def draw(labels: Labels) -> Drawing:
    return Drawing(
        2 * _HEIGHT + 6,
        _fork(labels, "worth", 0, ("plan_a", "plan_b"))
        + _fork(labels, "waste", _HEIGHT + 8, ("plan_a", "plan_a")),
    )


def _fork(labels: Labels, name: str, top: float, plans: tuple[str, str]) -> str:
    y, differ = top + 82, plans[0] != plans[1]
    step = circle(40, y, 26, "negative soft") + text(40, y + 5, labels["step"], "strong", "middle")
    drawn = text(8, top + 20, labels[name], ("right" if differ else "wrong") + " strong", width=304) + step
    for sign, answer, plan in ((-1, "yes", plans[0]), (1, "no", plans[1])):
        end = y + 34 * sign
        first = plan == "plan_a"
        drawn += (
            path(f"M66 {y + 6 * sign}Q100 {end} 128 {end}", "muted line")
            + text(132, end + 5, labels[answer], "strong")
            + arrow(164, end, 196, end, "muted line")
            + rect(202, end - 17, 106, 34, f"{'drug' if first else 'partner'} soft", 4 if first else 17)
            + text(255, end + 5, labels[plan], "drug" if first else "partner", "middle")
        )
    return drawn + (line(8, top + _HEIGHT, 312, top + _HEIGHT, "grid line thin") if differ else "")
