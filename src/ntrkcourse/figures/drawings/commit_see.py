"""What a chapter does: it asks, the reader commits, the answer opens, and a figure leads to its record."""

from ..language import patient
from ..records import Labels
from ..svg import Drawing, arrow, circle, line, path, rect, text

_W, _H = 144, 128


def draw(labels: Labels) -> Drawing:
    tiles = (
        _tile(labels, "ask", 4, 4, _options(None))
        + _tile(labels, "commit", 172, 4, _options(1))
        + _tile(labels, "see", 172, 178, _opened())
        + _tile(labels, "follow", 4, 178, _card())
    )
    ways = arrow(150, 68, 168, 68) + arrow(244, 156, 244, 174) + arrow(170, 242, 152, 242)
    end = (
        arrow(76, 330, 76, 346)
        + patient(76, 372, 44)
        + text(110, 370, labels["thangam"], "strong", width=200)
    )
    return Drawing(400, tiles + ways + end)


def _tile(labels: Labels, name: str, x: float, y: float, drawn: str) -> str:
    frame = rect(x, y, _W, _H, "paper solid", 6) + rect(x, y, _W, _H, "muted line thin", 6)
    inner = f'<g transform="translate({x} {y})">{drawn}</g>'
    return frame + inner + text(x + _W / 2, y + _H + 18, labels[name], "strong", "middle")


def _options(chosen: int | None) -> str:
    drawn = text(16, 34, "?", "partner strong") + line(32, 28, 124, 28, "text line")
    for number in range(3):
        y = 56 + 24 * number
        drawn += circle(22, y, 7, "muted line") + line(40, y, 118 - 14 * number, y, "muted line thin")
        if number == chosen:
            drawn += circle(22, y, 4, "partner solid") + rect(10, y - 11, 124, 22, "partner line thin", 5)
    return drawn


def _opened() -> str:
    answer = rect(10, 12, 124, 22, "partner soft thin", 5) + circle(22, 23, 4, "partner solid")
    return (
        answer
        + line(40, 23, 104, 23, "partner line thin")
        + path("M16 48L22 54L30 42", "right line")
        + "".join(
            line(40, y, end, y, "text line thin")
            for y, end in ((48, 126), (62, 120), (76, 126), (90, 112), (104, 84))
        )
    )


def _card() -> str:
    return (
        line(16, 22, 50, 22, "text line thin")
        + line(56, 22, 88, 22, "dna line thick")
        + line(94, 22, 126, 22, "text line thin")
        + path("M72 28L66 38H78Z", "dna solid")
        + rect(20, 38, 104, 76, "dna soft", 5)
        + "".join(
            line(30, y, end, y, "dna line thin") for y, end in ((54, 112), (70, 100), (86, 108), (102, 72))
        )
    )
