"""The way of a drug to a patient through four gates, each with its keeper, and how each stood."""

from ..language import drug, patient
from ..records import Labels
from ..svg import Drawing, circle, group, line, text

_GATES = ("licence", "price", "supply", "payment")
_WAY, _POST, _TEXT, _FIRST, _STEP = 46, 14, 96, 74, 84


def draw(labels: Labels) -> Drawing:
    last = _FIRST + _STEP * len(_GATES)
    parts = [
        line(_WAY, 34, _WAY, last - 24, "muted line dashed"),
        drug(_WAY, 18, 26),
        text(_TEXT, 23, labels["drug"], "drug strong"),
        patient(_WAY, last, 44),
        text(_TEXT, last + 6, labels["patient"], "patient strong"),
    ]
    for number, gate in enumerate(_GATES):
        y = _FIRST + _STEP * number
        parts += [
            _barrier(y + 8, raised=gate == "price"),
            text(_TEXT, y, labels[gate], "strong"),
            text(_TEXT, y + 18, labels[f"{gate}_keeper"], "muted"),
            text(_TEXT, y + 36, labels[f"{gate}_found"], "right" if gate == "price" else ""),
        ]
    return Drawing(last + 28, "".join(parts))


def _barrier(y: float, raised: bool) -> str:
    """A post with its arm: raised in part, or across the way and dashed where nobody could tell."""
    arm = line(_POST, y, _POST + 64, y, "right line thick" if raised else "uncertainty line dashed")
    turned = (
        group(arm, transform=f"rotate(-32 {_POST} {y:g})")
        if raised
        else arm + line(_POST, y + 6, _POST + 64, y + 6, "uncertainty line dashed")
    )
    return turned + line(_POST, y + 18, _POST, y - 4, "text line thick") + circle(_POST, y, 5, "text solid")
