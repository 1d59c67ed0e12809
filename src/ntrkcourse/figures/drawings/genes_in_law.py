"""Four texts and four questions: what each of them names or forbids."""

from ..records import Labels
from ..svg import WIDTH, Drawing, circle, line, path, text

_TEXTS = ("gdpr", "gina", "spdi", "dpdp")
_ASKED = {
    "names": ("yes", "yes", "no", "no"),
    "health": ("", "yes", "", ""),
    "work": ("", "yes", "", ""),
    "life": ("", "no", "", ""),
}
"""Of each question the answer of each text; nothing where it is not the text's subject."""
_LEFT, _COLUMN, _ROW = 116, 52, 44


def draw(labels: Labels) -> Drawing:
    centres = [_LEFT + _COLUMN * (at + 0.5) for at in range(len(_TEXTS))]
    parts = []
    for x, name in zip(centres, _TEXTS, strict=True):
        parts += [
            text(x, 16, labels[name], "strong", "middle"),
            text(x, 33, labels[f"{name}_where"], "muted", "middle"),
        ]
    for row, (question, answers) in enumerate(_ASKED.items()):
        y = 68 + _ROW * row
        parts += [
            line(0, y - 24, WIDTH, y - 24, "grid line thin"),
            text(0, y - 2, labels[question], width=_LEFT - 8),
            *(_sign(x, y, answer) for x, answer in zip(centres, answers, strict=True)),
        ]
    return Drawing(68 + _ROW * len(_ASKED) - 20, "".join(parts))


def _sign(x: float, y: float, answer: str) -> str:
    if answer == "yes":
        return circle(x, y, 11, "right solid") + path(f"M{x - 5:g} {y}l4 4l7 -8", "paper line")
    if answer == "no":
        return circle(x, y, 11, "wrong line") + path(f"M{x - 4:g} {y - 4}l8 8m0 -8l-8 8", "wrong line")
    return line(x - 4, y, x + 4, y, "muted line thin")
