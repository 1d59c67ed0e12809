"""What opens a patient's file, and what does not."""

from ..language import report
from ..records import Labels
from ..svg import WIDTH, Drawing, circle, line, path, rect, text

_KEYS = ("word", "judge", "law", "danger", "disease")
_NONE = ("letterhead", "office", "purpose", "relative")
_STEP = 36


def draw(labels: Labels) -> Drawing:
    parts = [
        report(WIDTH / 2, 44, 56, 72),
        _lock(WIDTH / 2, 56),
        text(0, 112, labels["opens"], "right strong"),
        text(WIDTH, 112, labels["shut"], "wrong strong", "end"),
        line(0, 122, WIDTH, 122, "grid line thin"),
    ]
    for row, name in enumerate(_KEYS):
        y = 146 + _STEP * row
        parts += [_key(12, y - 4, True), text(34, y, labels[name])]
    for row, name in enumerate(_NONE):
        y = 146 + _STEP * row
        parts += [_key(WIDTH - 14, y - 4, False), text(WIDTH - 34, y, labels[name], "muted", "end")]
    return Drawing(146 + _STEP * len(_KEYS) - 18, "".join(parts))


def _lock(x: float, y: float) -> str:
    return (
        path(f"M{x - 8} {y}v-7a8 8 0 0 1 16 0v7", "text line thick")
        + rect(x - 13, y - 1, 26, 20, "text solid", 3)
        + circle(x, y + 8, 3, "paper solid")
    )


def _key(x: float, y: float, opens: bool) -> str:
    """A key; one that opens nothing has no teeth."""
    kind, teeth = ("right line", "v5m-5 -5v4") if opens else ("wrong line", "")
    return circle(x - 6, y, 5, kind) + path(f"M{x - 1} {y}h12{teeth}", kind)
