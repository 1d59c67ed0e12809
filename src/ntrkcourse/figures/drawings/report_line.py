"""A pan-TRK line that says "positive" and no more, and the five things that it leaves out."""

from ..histology import disc, dots, paint, trail
from ..language import laboratory
from ..records import Labels
from ..svg import WIDTH, Drawing, line, moved, rect, text

_TOP, _ROW = 104, 58
_ICON = 52


def draw(labels: Labels) -> Drawing:
    sheet = (
        rect(1, 1, WIDTH - 2, 78, "paper solid", 4)
        + rect(1, 1, WIDTH - 2, 78, "muted line thin", 4)
        + line(16, 18, 210, 18, "grid line thick")
        + line(16, 32, 260, 32, "grid line thick")
        + rect(10, 42, WIDTH - 20, 26, "positive soft")
        + text(18, 60, labels["line"], "strong")
    )
    icons = {
        "place": _place(),
        "strength": _strength(),
        "share": _share(),
        "sample": _sample(),
        "rule": laboratory(26, 22, 36),
    }
    rows = "".join(
        moved(0, _TOP + _ROW * n, icon)
        + text(_ICON + 18, _TOP + _ROW * n + 16, labels[name], "strong")
        + text(_ICON + 18, _TOP + _ROW * n + 33, labels[f"{name}_how"], "muted", width=WIDTH - _ICON - 20)
        for n, (name, icon) in enumerate(icons.items())
    )
    return Drawing(_TOP + _ROW * 5 + 10, sheet + rows)


def _place() -> str:
    """A cell whose nucleus alone is brown."""
    return (
        _glass() + paint(disc(26, 22, 18), "haematoxylin-pale", 0.4, 1.2) + paint(disc(26, 22, 8), "dab", 0.9)
    )


def _strength() -> str:
    """The same nucleus weak, moderate and strong."""
    return _glass() + "".join(
        paint(disc(11 + 15 * n, 22, 6), colour, fill, 1)
        for n, (colour, fill) in enumerate((("dab-pale", 0.35), ("dab-pale", 1), ("dab", 1)))
    )


def _share() -> str:
    places = [(9 + 11.5 * (n % 4), 11 + 11 * (n // 4)) for n in range(12)]
    return _glass() + dots(places[::2], "dab", 8) + dots(places[1::2], "haematoxylin-pale", 8)


def _sample() -> str:
    """A core with a little tumour in it."""
    strip = trail([(10, 22), (42, 22)])
    return (
        _glass() + paint(strip, "eosin", 0, 15, 0.5) + dots([(16, 20), (20, 24), (22, 18)], "haematoxylin", 4)
    )


def _glass() -> str:
    return rect(0, 0, _ICON, 44, "glass solid", 4)
