"""The six steps of a conversation, a frame each: what is said, and where the news falls."""

from ..language import kinase, partner, patient
from ..records import Labels
from ..svg import WIDTH, Drawing, circle, line, path, rect, text, text_height, wrap

_STEPS = ("setting", "perception", "invitation", "knowledge", "emotions", "strategy")
_HERS = {"perception", "strategy"}
"""Steps whose answer matters more than the question: the bubble on her side is drawn too."""
_FLOOR = 178


def draw(labels: Labels) -> list[Drawing]:
    return [_frame(labels, number, step) for number, step in enumerate(_STEPS)]


def _frame(labels: Labels, number: int, step: str) -> Drawing:
    parts = [
        patient(56, _FLOOR - 42, 76, "negative"),
        patient(264, _FLOOR - 42, 76),
        line(0, _FLOOR, WIDTH, _FLOOR, "muted line thin"),
        text(56, _FLOOR + 18, labels["doctor"], "muted", "middle"),
        text(264, _FLOOR + 18, labels["patient"], "muted", "middle"),
        _bubble(6, 190, labels[step], 56),
        _thing(step),
        _track(labels, number),
    ]
    if step in _HERS:
        parts.append(_bubble(202, 112, labels[f"{step}_hers"], 264, "patient"))
    return Drawing(266, "".join(parts))


def _bubble(left: float, width: float, words: str, speaker: float, kind: str = "negative") -> str:
    """What is said, in a bubble that stands above the heads; its tail points to the ``speaker``."""
    lines = wrap(words, width - 20)
    height = text_height(words, width - 20) + 30
    bottom = 68
    top = bottom - height
    tail = path(
        f"M{speaker - 6} {bottom}L{speaker} {bottom + 14}L{speaker + 8} {bottom}", f"{kind} soft thin"
    )
    box = rect(left, top, width, height, f"{kind} soft thin", 8)
    return box + tail + "".join(text(left + 10, top + 20 + 16.25 * at, one) for at, one in enumerate(lines))


def _thing(step: str) -> str:
    """What stands between the two."""
    x, y = WIDTH / 2, _FLOOR - 40
    if step == "setting":
        room = path(f"M6 {_FLOOR}V90H{WIDTH - 6}V{_FLOOR}", "muted line thin")
        door = rect(100, 108, 34, _FLOOR - 108, "muted soft thin") + circle(127, 144, 2.5, "muted solid")
        return room + door + patient(208, _FLOOR - 36, 64, "muted")
    if step == "knowledge":
        return (
            line(x - 12, y, x + 6, y, "muted line thick") + partner(x - 26, y, 30) + kinase(x + 19, y, True)
        )
    if step == "emotions":
        return "".join(circle(x + 14 * at, y, 3.5, "muted solid") for at in (-1, 0, 1))
    if step == "strategy":
        return (
            rect(x - 22, y - 18, 44, 40, "muted line thin", 3)
            + rect(x - 22, y - 18, 44, 9, "muted solid", 2)
            + "".join(
                circle(x - 14 + 9.5 * (at % 4), y + 1 + 12 * (at // 4), 2, "muted solid") for at in range(8)
            )
            + circle(x + 5, y + 13, 6, "right line")
        )
    return ""


def _track(labels: Labels, number: int) -> str:
    """The six steps in a row with the present one filled; the news stands fourth."""
    y, gap = _FLOOR + 46, 50
    first = (WIDTH - 5 * gap) / 2
    parts = [line(first, y, first + 5 * gap, y, "grid line")]
    for at in range(6):
        x, kind = first + gap * at, "kinase" if at == 3 else "negative"
        if at == number:
            parts.append(circle(x, y, 9, f"{kind} solid"))
        else:
            parts.append(circle(x, y, 7, "paper solid") + circle(x, y, 7, f"{kind} soft"))
    parts.append(text(first + 3 * gap, y + 28, labels["news"], "kinase", "middle"))
    return "".join(parts)
