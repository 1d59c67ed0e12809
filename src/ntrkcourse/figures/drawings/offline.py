"""Three ways to work with the course, each with its own answers, and the file that carries them."""

from ..language import patient
from ..records import Labels
from ..svg import Drawing, arrow, line, path, rect, text, text_height

_ROWS = {"book": 52.0, "lab": 184.0, "class": 290.0}


def draw(labels: Labels) -> Drawing:
    icons = {"book": _stick, "lab": _notebook, "class": _classroom}
    drawn = ""
    for name, y in _ROWS.items():
        how = labels[f"{name}_how"]
        drawn += (
            icons[name](52, y - 8)
            + text(116, y - 30, labels[name], "strong")
            + text(116, y - 12, how, width=196)
            + _drawer(labels["paper" if name == "class" else "own"], 116, y + 12 + text_height(how, 196))
        )
    return Drawing(332, drawn + _file(labels, 40, 112))


def _screen(x: float, y: float) -> str:
    return rect(x - 30, y - 26, 60, 42, "negative soft", 4) + path(
        f"M{x - 38} {y + 20}H{x + 38}L{x + 32} {y + 26}H{x - 32}Z", "negative soft"
    )


def _stick(x: float, y: float) -> str:
    no_network = path(
        f"M{x - 16} {y - 8}Q{x} {y - 22} {x + 16} {y - 8}M{x - 9} {y - 1}Q{x} {y - 9} {x + 9} {y - 1}",
        "muted line",
    ) + line(x - 14, y + 8, x + 14, y - 20, "wrong line")
    return _screen(x, y) + no_network + rect(x + 38, y + 18, 14, 8, "drug soft thin", 1)


def _notebook(x: float, y: float) -> str:
    cells = rect(x - 24, y - 20, 48, 12, "paper solid", 2) + rect(x - 24, y - 4, 48, 14, "paper solid", 2)
    lines = line(x - 20, y - 14, x + 8, y - 14, "dna line") + path(
        f"M{x - 20} {y + 6}L{x - 8} {y}L{x + 4} {y + 4}L{x + 18} {y - 2}", "kinase line"
    )
    return _screen(x, y) + cells + lines


def _classroom(x: float, y: float) -> str:
    heads = "".join(patient(x + dx, y + 24, 26) for dx in (-28, 0, 28))
    return rect(x - 36, y - 40, 72, 40, "negative soft", 3) + text(x, y - 14, "?", "strong", "middle") + heads


def _drawer(words: str, x: float, y: float) -> str:
    return (
        rect(x, y - 12, 18, 14, "partner soft thin", 2)
        + line(x + 6, y - 5, x + 12, y - 5, "partner line")
        + text(x + 26, y, words, "partner")
    )


def _file(labels: Labels, x: float, y: float) -> str:
    sheet = path(f"M{x + 8} {y - 9}H{x + 18}L{x + 24} {y - 3}V{y + 11}H{x + 8}Z", "partner soft thin")
    return (
        arrow(x, y - 12, x, y + 14, "partner line")
        + arrow(x, y + 8, x, y - 14, "partner line")
        + sheet
        + text(x + 32, y + 6, labels["file"], "muted")
    )
