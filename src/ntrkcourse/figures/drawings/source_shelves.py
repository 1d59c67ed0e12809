"""Six shelves, each with the question that it can settle."""

from ..records import Labels
from ..svg import Drawing, circle, group, line, path, rect, text

_SHELVES = ("label", "payer", "guideline", "register", "knowledgebase", "catalogue")
_ROW, _ICON, _WORDS = 62, 32, 68


def draw(labels: Labels) -> Drawing:
    height = _ROW * len(_SHELVES)
    parts = [rect(4, 4, 312, height, "muted line", 4)]
    for number, name in enumerate(_SHELVES):
        top = 4 + _ROW * number
        parts += [
            line(4, top + _ROW, 316, top + _ROW, "muted line") if number < len(_SHELVES) - 1 else "",
            _ICONS[name](_ICON, top + _ROW / 2),
            text(_WORDS, top + 26, labels[f"{name}_asks"], "strong"),
            text(_WORDS, top + 45, labels[name]),
        ]
    return Drawing(height + 10, "".join(parts))


def _seal(x: float, y: float) -> str:
    """A licence: a paper with a seal."""
    return group(
        rect(x - 14, y - 18, 28, 36, "partner soft", 2),
        line(x - 8, y - 9, x + 8, y - 9, "partner line thin"),
        line(x - 8, y - 2, x + 8, y - 2, "partner line thin"),
        circle(x + 6, y + 10, 6, "partner solid"),
    )


def _coins(x: float, y: float) -> str:
    return group(*(circle(x + dx, y + dy, 9, "positive soft") for dx, dy in ((-8, 7), (8, 7), (0, -7))))


def _book(x: float, y: float) -> str:
    """A guideline: an open book."""
    leaf = f"M{x} {y + 14}Q{x - 10} {y + 7} {x - 18} {y + 11}V{y - 13}Q{x - 10} {y - 17} {x} {y - 10}"
    other = f"M{x} {y + 14}Q{x + 10} {y + 7} {x + 18} {y + 11}V{y - 13}Q{x + 10} {y - 17} {x} {y - 10}Z"
    return path(leaf, "patient soft") + path(other, "patient soft")


def _register(x: float, y: float) -> str:
    """A register: entries, some of them still to come."""
    return group(
        rect(x - 15, y - 18, 30, 36, "drug soft", 2),
        *(circle(x - 8, y + dy, 2.5, "drug solid" if dy < 5 else "drug line thin") for dy in (-9, 0, 9)),
        *(line(x - 2, y + dy, x + 9, y + dy, "drug line thin") for dy in (-9, 0, 9)),
    )


def _statements(x: float, y: float) -> str:
    """A knowledgebase: alteration, disease and drug in one statement."""
    return group(
        path(f"M{x - 13} {y + 10}L{x} {y - 12}L{x + 13} {y + 10}Z", "muted line"),
        circle(x - 13, y + 10, 6, "kinase solid"),
        circle(x, y - 12, 6, "tumour solid"),
        circle(x + 13, y + 10, 6, "drug solid"),
    )


def _catalogue(x: float, y: float) -> str:
    """A catalogue of tumours: many, some of them with the change."""
    places = [(column, row) for row in range(4) for column in range(4)]
    return group(
        *(
            circle(
                x - 13.5 + 9 * column,
                y - 13.5 + 9 * row,
                3.2,
                "tumour solid" if (column, row) in ((1, 0), (2, 2)) else "muted line thin",
            )
            for column, row in places
        )
    )


_ICONS = {
    "label": _seal,
    "payer": _coins,
    "guideline": _book,
    "register": _register,
    "knowledgebase": _statements,
    "catalogue": _catalogue,
}
