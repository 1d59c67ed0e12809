"""Elements of SVG as text.

A drawing is :data:`WIDTH` units wide, about a small phone's column, so that a unit is a pixel there and a text of
13 units is read at arm's length. What a shape means gives its colour and how it is painted its form, both as classes:
``"kinase solid"``. The forms are ``solid``, ``soft`` (tinted, with an outline) and ``line``.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from math import cos, pi, sin

WIDTH = 320
TEXT = 13
"""Size of a label; the least that a drawing may have."""
LINE = 1.25
"""From one line of a text to the next, in sizes of the text."""

# Widths of letters in a wide sans-serif (DejaVu Sans), in sizes of the text, so that no other font runs longer.
_WIDTHS = {
    **dict.fromkeys("iljI|'.,:;!", 0.32),
    **dict.fromkeys(" ftr()[]-/", 0.41),
    **dict.fromkeys("mwMW%@", 0.97),
    **dict.fromkeys("ABCDEFGHKLNOPQRSTUVXYZ&", 0.72),
}
_OTHER = 0.62
_BOLD = 1.12


@dataclass(frozen=True)
class Drawing:
    """A picture without its words about it: what stands in the ``svg`` element, in a box of ``width`` by ``height`` units."""

    height: float
    body: str
    width: float = WIDTH


def element(name: str, content: str = "", **attributes: object) -> str:
    """``<name …>content</name>``; ``kind`` is written ``class``, and ``stroke_width`` as ``stroke-width``."""
    written = "".join(
        f' {"class" if key == "kind" else key.replace("_", "-")}="{escape(_short(value))}"'
        for key, value in attributes.items()
        if value is not None and value != ""
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def circle(x: float, y: float, r: float, kind: str) -> str:
    return element("circle", cx=x, cy=y, r=r, kind=kind)


def ellipse(x: float, y: float, rx: float, ry: float, kind: str, turn: float = 0) -> str:
    """An ellipse turned clockwise by ``turn`` degrees."""
    about = f"rotate({_short(turn)} {_short(x)} {_short(y)})" if turn else ""
    return element("ellipse", cx=x, cy=y, rx=rx, ry=ry, kind=kind, transform=about)


def rect(x: float, y: float, width: float, height: float, kind: str, round_by: float = 0) -> str:
    return element("rect", x=x, y=y, width=width, height=height, rx=round_by or None, kind=kind)


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, kind=kind)


def path(d: str, kind: str) -> str:
    return element("path", d=d, kind=kind)


def polygon(points: Iterable[tuple[float, float]], kind: str) -> str:
    return path("M" + "L".join(f"{_short(x)} {_short(y)}" for x, y in points) + "Z", kind)


def smooth(points: Iterable[tuple[float, float]], kind: str, closed: bool = True) -> str:
    """A curve through ``points`` (Catmull-Rom, as cubic Béziers); a membrane, an outline of a cell."""
    p = list(points)
    n = len(p)

    def at(i: int) -> tuple[float, float]:
        return p[i % n if closed else min(max(i, 0), n - 1)]

    d = f"M{_short(p[0][0])} {_short(p[0][1])}"
    for i in range(n if closed else n - 1):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = at(i - 1), at(i), at(i + 1), at(i + 2)
        controls = (x1 + (x2 - x0) / 6, y1 + (y2 - y0) / 6, x2 - (x3 - x1) / 6, y2 - (y3 - y1) / 6, x2, y2)
        d += "C" + " ".join(map(_short, controls))
    return path(d + ("Z" if closed else ""), kind)


def arrow(x1: float, y1: float, x2: float, y2: float, kind: str = "text line") -> str:
    """A line with a head at its second end."""
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5 or 1
    ux, uy = (x2 - x1) / length, (y2 - y1) / length
    head = [
        (x2, y2),
        (x2 - 8 * ux - 4.5 * uy, y2 - 8 * uy + 4.5 * ux),
        (x2 - 8 * ux + 4.5 * uy, y2 - 8 * uy - 4.5 * ux),
    ]
    colour = kind.replace("line", "").strip()
    return line(x1, y1, x2 - 6 * ux, y2 - 6 * uy, kind) + polygon(head, f"{colour} solid")


def arc(x: float, y: float, r: float, start: float, end: float) -> str:
    """Path data of an arc from ``start`` to ``end`` degrees, clockwise from three o'clock."""
    (x1, y1), (x2, y2) = (
        (x + r * cos(angle * pi / 180), y + r * sin(angle * pi / 180)) for angle in (start, end)
    )
    return f"M{_short(x1)} {_short(y1)}A{_short(r)} {_short(r)} 0 {int(end - start > 180)} 1 {_short(x2)} {_short(y2)}"


def group(*parts: str, kind: str = "", transform: str = "") -> str:
    return element("g", "".join(parts), kind=kind, transform=transform)


def moved(x: float, y: float, *parts: str) -> str:
    """The parts, drawn about the origin, set down at ``x``, ``y``."""
    return group(*parts, transform=f"translate({_short(x)} {_short(y)})")


def text(
    x: float,
    y: float,
    words: str,
    kind: str = "",
    anchor: str = "start",
    width: float | None = None,
    size: float = TEXT,
) -> str:
    """``words`` from the base line ``y`` downwards, broken into lines of at most ``width`` units.

    ``anchor`` is "start", "middle" or "end"; ``kind`` may name ``strong``, ``muted``, ``halo`` (readable on a
    drawing) or a meaning, whose colour it takes.
    """
    lines = wrap(words, width, size, "strong" in kind) if width else [words]
    spans = "".join(
        element("tspan", escape(one), x=x, dy=LINE * size if number else None)
        for number, one in enumerate(lines)
    )
    content = spans if len(lines) > 1 else escape(lines[0])
    return element(
        "text",
        content,
        x=x,
        y=y,
        kind=kind,
        text_anchor=anchor if anchor != "start" else None,
        font_size=size if size != TEXT else None,
    )


def wrap(words: str, width: float, size: float = TEXT, strong: bool = False) -> list[str]:
    """The lines of ``words`` in a column of ``width`` units; a word longer than that has a line of its own."""
    lines: list[str] = []
    for word in words.split():
        if lines and text_width(f"{lines[-1]} {word}", size, strong) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines or [""]


def text_width(words: str, size: float = TEXT, strong: bool = False) -> float:
    """How wide ``words`` are at most, in units."""
    return size * (_BOLD if strong else 1) * sum(_WIDTHS.get(letter, _OTHER) for letter in words)


def text_height(words: str, width: float, size: float = TEXT, strong: bool = False) -> float:
    """From the base line of the first line of wrapped ``words`` to that of the last."""
    return LINE * size * (len(wrap(words, width, size, strong)) - 1)


def _short(value: object) -> str:
    """A number without more than one decimal, which no eye sees and every page carries."""
    return f"{round(value, 1):g}" if isinstance(value, float) else str(value)
