"""One signature for everything, and the same things asked apart."""

from ..records import Labels
from ..svg import WIDTH, Drawing, line, path, rect, text

_ASKED = {"test": True, "born": True, "research": True, "company": False, "software": False}
"""What is asked, and how a woman might answer."""
_STEP = 26


def draw(labels: Labels) -> Drawing:
    height = _STEP * len(_ASKED) + 14
    return Drawing(
        2 * (height + 30) + 52,
        _bundled(labels, height) + _apart(labels, height + 74, height),
    )


def _bundled(labels: Labels, height: float) -> str:
    parts = [
        text(0, 16, labels["bundled"], "wrong strong"),
        rect(0.5, 26, WIDTH - 1, height + 40, "muted line thin", 4),
    ]
    for number, name in enumerate(_ASKED):
        parts.append(text(14, 50 + _STEP * number, labels[name]))
    bottom = 26 + height
    signed = f"M150 {bottom + 20}q7 -18 11 -4t9 -5t9 5t11 -6t9 5t13 -3t18 2"
    parts += [
        line(14, bottom, WIDTH - 14, bottom, "muted line thin"),
        text(14, bottom + 24, labels["signature"], "muted"),
        path(signed, "text line"),
        line(130, bottom + 28, WIDTH - 14, bottom + 28, "muted line thin"),
    ]
    return "".join(parts)


def _apart(labels: Labels, top: float, height: float) -> str:
    parts = [
        text(0, top + 16, labels["apart"], "right strong"),
        text(244, top + 16, labels["yes"], "muted", "middle"),
        text(290, top + 16, labels["no"], "muted", "middle"),
        rect(0.5, top + 26, WIDTH - 1, height, "muted line thin", 4),
    ]
    for number, (name, agreed) in enumerate(_ASKED.items()):
        y = top + 50 + _STEP * number
        parts.append(text(14, y, labels[name]))
        for x, ticked in ((244, agreed), (290, not agreed)):
            parts.append(rect(x - 8, y - 13, 16, 16, "muted line thin", 2))
            if ticked:
                parts.append(path(f"M{x - 5} {y - 5}L{x - 1} {y}L{x + 7} {y - 11}", "text line"))
    return "".join(parts)
