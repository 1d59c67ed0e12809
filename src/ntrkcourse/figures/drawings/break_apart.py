"""A break-apart probe on the chromosome and in the nucleus: whole, split, and with the 3' half alone.

Both chromosomes lie with the end nearer to the gene at the left, so that both genes are read to the right.
"""

from ..language import cut, nucleus, probe
from ..records import Labels
from ..svg import WIDTH, Drawing, arrow, group, path, rect, text

_START, _END, _BREAK = 14, WIDTH - 14, 122
_HALF = 9
_CENTROMERES = {"dna": 264, "muted": 190}


def draw(labels: Labels) -> tuple[Drawing, Drawing, Drawing]:
    return _whole(labels), _split(labels), _lone(labels)


def _whole(labels: Labels) -> Drawing:
    copies = [
        group(_left(y, "dna"), _right(y, "dna"), _gene(y, "kinase", "kinase"), _square(y), _disc(y))
        for y in (62, 118)
    ]
    return _stage(
        labels,
        text(_START, 22, labels["chromosome"], "strong"),
        text(_BREAK, 46, labels["gene"], "kinase", "middle"),
        *copies,
        text(_BREAK - 8, 90, labels["five"], "partner", "end"),
        text(_BREAK + 8, 90, labels["three"], "kinase"),
        signals=(_pair(-22, -14), _pair(20, 20)),
        said="nucleus_whole",
    )


def _split(labels: Labels) -> Drawing:
    return _stage(
        labels,
        _fusion(labels),
        text(_START, 98, labels["other"], "strong"),
        group(_left(118, "dna"), _right(118, "muted"), _gene(118, "kinase", "partner"), _square(118)),
        cut(_BREAK, 104, 134),
        text(_BREAK - 8, 144, labels["gene"], "kinase", "end"),
        text(_BREAK + 8, 144, labels["partner"], "partner"),
        signals=(_pair(-22, -14), probe(2, 26, "kinase"), probe(38, -6, "partner")),
        said="nucleus_split",
    )


def _lone(labels: Labels) -> Drawing:
    return _stage(
        labels,
        _fusion(labels),
        text(_START, 98, labels["lost"], "strong"),
        path(_outline_left(118), "uncertainty line thin dashed"),
        signals=(_pair(-22, -14), probe(4, 30, "kinase", 8), probe(38, -8, "kinase", 8)),
        said="nucleus_lone",
    )


def _fusion(labels: Labels) -> str:
    return group(
        text(_START, 22, labels["fusion"], "strong"),
        group(_left(42, "muted"), _right(42, "dna"), _gene(42, "partner", "kinase"), _disc(42)),
        cut(_BREAK, 28, 58),
        text(_BREAK - 8, 68, labels["partner"], "partner", "end"),
        text(_BREAK + 8, 68, labels["gene"], "kinase"),
    )


def _stage(labels: Labels, *above: str, signals: tuple[str, ...], said: str) -> Drawing:
    """The chromosomes above, what is seen of them in a nucleus below."""
    seen = nucleus(86, 246, 62, group(*signals, transform="translate(86 246)"))
    return Drawing(
        316,
        group(*above)
        + arrow(86, 150, 86, 178, "muted line")
        + seen
        + text(166, 228, labels["nucleus"], "strong")
        + text(166, 248, labels[said], width=WIDTH - 172),
    )


def _pair(x: float, y: float) -> str:
    return probe(x - 6, y, "partner") + probe(x + 6, y, "kinase")


def _outline_left(y: float) -> str:
    return (
        f"M{_BREAK} {y - _HALF}H{_START + _HALF}A{_HALF} {_HALF} 0 0 0 {_START + _HALF} {y + _HALF}H{_BREAK}Z"
    )


def _left(y: float, kind: str) -> str:
    return path(_outline_left(y), f"{kind} soft")


def _right(y: float, kind: str) -> str:
    waist = _CENTROMERES[kind]
    return path(
        f"M{_BREAK} {y - _HALF}H{waist - 6}Q{waist} {y - _HALF} {waist} {y - 4}Q{waist} {y - _HALF} {waist + 6} {y - _HALF}"
        f"H{_END - _HALF}A{_HALF} {_HALF} 0 0 1 {_END - _HALF} {y + _HALF}H{waist + 6}"
        f"Q{waist} {y + _HALF} {waist} {y + 4}Q{waist} {y + _HALF} {waist - 6} {y + _HALF}H{_BREAK}Z",
        f"{kind} soft",
    )


def _gene(y: float, five: str, three: str) -> str:
    """A gene's two halves by whose they are; that with the kinase is filled."""
    filled = "solid" if three == "kinase" else "soft"
    return group(
        rect(_BREAK - 22, y - _HALF, 22, 2 * _HALF, f"{five} soft"),
        rect(_BREAK, y - _HALF, 22, 2 * _HALF, f"{three} {filled}"),
    )


def _square(y: float) -> str:
    return probe(_BREAK - 36, y, "partner", 14)


def _disc(y: float) -> str:
    return probe(_BREAK + 36, y, "kinase", 14)
