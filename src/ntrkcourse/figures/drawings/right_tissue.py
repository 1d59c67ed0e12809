"""Which tissue to test: of which day, in what state, and with how much tumour."""

from random import Random

from ..language import blob, block, cell, rna
from ..records import Labels
from ..svg import WIDTH, Drawing, arrow, circle, group, moved, path, rect, smooth, text

EARLIER = (False,) * 6 + (True,) * 2
"""Whether each of eight patients' earlier samples had the fusion that the later one had."""
TUMOUR_CELLS = 20
"""Of a hundred: the tumour content from which on it did not matter."""


def draw(labels: Labels) -> tuple[Drawing, Drawing, Drawing]:
    return _when(labels), _state(labels), _how_much(labels)


def _when(labels: Labels) -> Drawing:
    left, right = 74, WIDTH - 74
    cluster = "".join(cell(a, b, 15, "tumour", 3 + n, nucleus=False) for n, (a, b) in enumerate(_CELLS))
    parts = [
        text(left, 22, labels["primary"], "strong", "middle"),
        text(right, 22, labels["metastasis"], "strong", "middle"),
        moved(left, 78, cluster),
        moved(right, 78, cluster, *(_fusion(a, b) for a, b in _CELLS)),
        text(WIDTH / 2, 68, labels["therapy"], "muted", "middle", width=80),
        arrow(WIDTH / 2 - 30, 96, WIDTH / 2 + 30, 96, "muted line"),
        text(left, 146, labels["without"], anchor="middle"),
        text(right, 146, labels["with"], "kinase", "middle"),
        text(14, 186, labels["eight"], "strong"),
    ]
    for row, (said, has) in enumerate((("earlier", EARLIER), ("later", (True,) * len(EARLIER)))):
        y = 214 + 34 * row
        parts.append(text(14, y + 5, labels[said]))
        parts += [_sample(92 + 30 * n, y, fused) for n, fused in enumerate(has)]
    return Drawing(270, group(*parts))


_CELLS = ((0, 0), (24, 14), (-24, 14), (0, 30), (24, -16), (-24, -16), (0, -30))


def _sample(x: float, y: float, fused: bool) -> str:
    outline = circle(x, y, 12, "tumour soft")
    return outline + (_fusion(x, y) if fused else "")


def _fusion(x: float, y: float) -> str:
    """A fused kinase, too small for its cleft."""
    return rect(x - 6, y - 4, 5, 8, "partner solid") + rect(x - 1, y - 4, 8, 8, "kinase solid")


def _state(labels: Labels) -> Drawing:
    parts = []
    for number, (name, tissue) in enumerate(
        (("good", _good), ("old", _old), ("bone", _decalcified), ("dead", _dead))
    ):
        x, y = WIDTH * (0.25 + 0.5 * (number % 2)), 56 + 144 * (number // 2)
        whole = name == "good"
        parts += [
            tissue(x, y),
            moved(x, y + 48, rna(-39, 39, 0)) if whole else moved(x, y + 48, _broken_rna()),
            text(x, y + 76, labels[name], "right" if whole else "wrong", "middle", width=140),
        ]
    return Drawing(288, group(*parts))


def _good(x: float, y: float) -> str:
    return block(x, y, 76)


def _old(x: float, y: float) -> str:
    clock = circle(x + 34, y - 22, 13, "paper solid") + circle(x + 34, y - 22, 13, "text line")
    hands = path(f"M{x + 34} {y - 31}V{y - 22}L{x + 40} {y - 18}", "text line")
    return block(x, y, 76) + clock + hands


def _decalcified(x: float, y: float) -> str:
    """Bone: bars of it about marrow, under a drop of what takes its calcium out."""
    bars = (
        f"M{x - 24} {y - 12}Q{x - 8} {y} {x - 22} {y + 14}M{x - 12} {y - 14}Q{x + 4} {y} {x - 2} {y + 15}"
        f"M{x + 6} {y - 14}Q{x + 2} {y} {x + 20} {y + 14}M{x + 20} {y - 14}Q{x + 14} {y - 4} {x + 26} {y + 4}"
    )
    drop = path(
        f"M{x + 34} {y - 38}C{x + 39} {y - 30} {x + 44} {y - 26} {x + 44} {y - 20}"
        f"A10 10 0 0 1 {x + 24} {y - 20}C{x + 24} {y - 26} {x + 29} {y - 30} {x + 34} {y - 38}Z",
        "wrong solid",
    )
    return rect(x - 38, y - 26.6, 76, 53.2, "muted soft", 4) + path(bars, "text line thick") + drop


def _dead(x: float, y: float) -> str:
    tissue = smooth(blob(x, y, 17, 5, 0.25), "uncertainty line dashed")
    specks = "".join(
        circle(x + a, y + b, 1.6, "uncertainty solid")
        for a, b in ((-8, -4), (3, 6), (7, -7), (-3, 9), (0, -1))
    )
    return rect(x - 38, y - 26.6, 76, 53.2, "muted soft", 4) + tissue + specks


def _broken_rna() -> str:
    return rna(-39, -20, 0) + rna(-8, 8, 3) + rna(20, 39, 0)


def _how_much(labels: Labels) -> Drawing:
    parts = [text(WIDTH / 2, 22, labels("content", n=TUMOUR_CELLS), "strong", "middle")]
    # The nest of tumour is what lies nearest to one place.
    places = sorted(
        ((c, r) for c in range(10) for r in range(10)), key=lambda at: (at[0] - 3) ** 2 + (at[1] - 3.4) ** 2
    )
    chance = Random(7)
    for number, (column, row) in enumerate(places):
        x, y = 46 + 25 * column + 12 * (row % 2), 52 + 22 * row
        if number < TUMOUR_CELLS:
            parts.append(
                circle(x, y, 11, "tumour soft") + circle(x + chance.randint(-2, 2), y, 5, "tumour solid")
            )
        else:
            x, y = x + chance.randint(-4, 4), y + chance.randint(-4, 4)
            parts.append(circle(x, y, chance.randint(5, 7), "muted soft thin"))
    return Drawing(276, group(*parts))
