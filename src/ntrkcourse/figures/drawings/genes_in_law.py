"""Four texts and what each of them names or forbids."""

from ..records import Labels
from ..svg import WIDTH, Drawing, circle, line, path, text

_TEXTS = ("gdpr", "gina", "spdi", "dpdp")
_NAMES = ("yes", "yes", "no", "no")
_FORBIDS = {"health": "yes", "work": "yes", "life": "no"}
"""Where the one text that is about discrimination forbids it."""
_ABOUT = _TEXTS.index("gina")
_LEFT, _COLUMN, _ROW = 112, 52, 36


def draw(labels: Labels) -> Drawing:
    centres = [_LEFT + _COLUMN * (at + 0.5) for at in range(len(_TEXTS))]
    parts = [
        *(text(x, 16, labels[name], "strong", "middle") for x, name in zip(centres, _TEXTS, strict=True)),
        text(centres[0], 34, labels["europe"], "muted", "middle"),
        text(centres[1], 34, labels["us"], "muted", "middle"),
        text((centres[2] + centres[3]) / 2, 34, labels["india"], "muted", "middle"),
        line(0, 44, WIDTH, 44, "grid line thin"),
        text(0, 64, labels["names"], "strong", width=_LEFT),
        *(_sign(x, 68, answer) for x, answer in zip(centres, _NAMES, strict=True)),
        line(0, 94, WIDTH, 94, "grid line thin"),
        text(0, 116, labels["forbids"], "strong"),
    ]
    first = 142
    for row, (where, answer) in enumerate(_FORBIDS.items()):
        y = first + _ROW * row
        parts.append(text(8, y + 5, labels[where]))
        parts += [
            _sign(x, y, answer) if at == _ABOUT else line(x - 4, y, x + 4, y, "muted line thin")
            for at, x in enumerate(centres)
        ]
    return Drawing(first + _ROW * len(_FORBIDS) - 8, "".join(parts))


def _sign(x: float, y: float, answer: str) -> str:
    if answer == "yes":
        return circle(x, y, 11, "right solid") + path(f"M{x - 5:g} {y}l4 4l7 -8", "paper line")
    return circle(x, y, 11, "wrong line") + path(f"M{x - 4:g} {y - 4}l8 8m0 -8l-8 8", "wrong line")
