"""The way of a drug to a patient through four gates, each with its keeper, and how each stood."""

from ..language import drug, patient
from ..records import Labels
from ..svg import Drawing, group, line, rect, text

_GATES = ("licence", "price", "supply", "payment")
_WAY, _VERGE, _POST, _ARM = 48, 22, 14, 70
_TEXT, _FIRST, _STEP = 104, 76, 88


def draw(labels: Labels) -> Drawing:
    last = _FIRST + _STEP * len(_GATES) + 4
    parts = [
        *(line(x, 40, x, last - 30, "muted line thin") for x in (_WAY - _VERGE, _WAY + _VERGE)),
        line(_WAY, 44, _WAY, last - 34, "grid line dashed"),
        drug(_WAY, 20, 28),
        text(_TEXT, 25, labels["drug"], "drug strong"),
        patient(_WAY, last, 48),
        text(_TEXT, last + 8, labels["patient"], "patient strong"),
    ]
    for number, gate in enumerate(_GATES):
        y = _FIRST + _STEP * number
        moved = gate == "price"
        parts += [
            _barrier(y + 14, moved),
            text(_TEXT, y, labels[gate], "strong"),
            text(_TEXT, y + 18, labels[f"{gate}_keeper"], "muted"),
            text(_TEXT, y + 36, labels[f"{gate}_found"], "right" if moved else ""),
        ]
        if moved:
            parts.append(text(_TEXT, y + 54, labels[f"{gate}_missing"]))
    return Drawing(last + 28, "".join(parts))


def _barrier(y: float, raised: bool) -> str:
    """A post with its arm: raised in part, or across the way and in doubt where nobody could tell."""
    place = (_POST, y - 9, _ARM, 18)
    if raised:
        arm = group(rect(*place, "right solid", 9), transform=f"rotate(-32 {_POST} {y:g})")
    else:
        arm = (
            rect(*place, "paper solid", 9)
            + rect(*place, "uncertainty line dashed", 9)
            + text(_WAY, y + 5, "?", "strong", "middle")
        )
    return arm + rect(_POST - 6, y - 13, 12, 36, "text solid", 3)
