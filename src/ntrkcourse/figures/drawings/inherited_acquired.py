"""Where an inherited and an acquired change are found: in the tumour, in the blood cells, in the children."""

from ..language import cell, patient
from ..records import Labels
from ..svg import WIDTH, Drawing, line, polygon, text

_ROWS = ("tumour", "blood", "children")
_STEP = 102
_KNOWN = {"tumour": ("there", "there"), "blood": ("there", "absent"), "children": ("even", "never")}


def draw(labels: Labels) -> Drawing:
    half = WIDTH / 2
    parts = [
        text(half / 2 - 4, 16, labels["inherited"], "strong", "middle"),
        text(half + half / 2 + 4, 16, labels["acquired"], "strong", "middle"),
        line(half, 28, half, 38 + _STEP * len(_ROWS) - 10, "grid line thin"),
    ]
    for row, name in enumerate(_ROWS):
        top = 30 + _STEP * row
        parts.append(line(0, top, WIDTH, top, "grid line thin"))
        for side, middle in enumerate((half / 2 - 4, half + half / 2 + 4)):
            parts += [
                text(middle, top + 20, labels[name], "muted", "middle"),
                _things(name, middle, top + 52, acquired=bool(side)),
                text(middle, top + 92, labels[_KNOWN[name][side]], "", "middle"),
            ]
    return Drawing(36 + _STEP * len(_ROWS), "".join(parts))


def _things(name: str, x: float, y: float, acquired: bool) -> str:
    """Three cells, or two children, each with the change where it is found."""
    if name == "children":
        return "".join(
            patient(at, y, 42) + ("" if acquired else _mark(at, y + 12, "line")) for at in (x - 28, x + 28)
        )
    drawn = ""
    for number in range(3):
        cx = x + 44 * (number - 1)
        if name == "tumour":
            drawn += cell(cx, y, 19, "tumour", number + 2) + _mark(cx + 1.5, y)
        else:
            drawn += cell(cx, y, 17, seed=number + 7) + ("" if acquired else _mark(cx + 1.5, y))
    return drawn


def _mark(x: float, y: float, form: str = "solid") -> str:
    """The change: a small diamond, hollow where it is an even chance."""
    return polygon([(x, y - 7), (x + 6, y), (x, y + 7), (x - 6, y)], f"positive {form}")
