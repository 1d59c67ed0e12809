"""How far each line of a tumour report reaches: to the tumour, to her blood, to her children."""

import re

from ...content.facts import load_facts
from ..language import cell, patient
from ..records import Labels
from ..svg import WIDTH, Drawing, arrow, circle, line, path, text

STUDY = "policy.germline_from_tumour.gcr.kuzbari2023"
_STATIONS = (34, 160, 280)
_ROW = 84


def shares() -> dict[str, int]:
    """Of 100 such variants seen in tumours: above how many were inherited, and under how many."""
    claim = load_facts()[STUDY].claim
    found = re.search(
        r"above (\d+)% for BRCA1, BRCA2 and PALB2 and under (\d+)% for TP53, APC and STK11", claim
    )
    assert found
    return {"often": int(found[1]), "seldom": int(found[2])}


def draw(labels: Labels) -> Drawing:
    tumour, blood, children = _STATIONS
    share = shares()
    parts = [
        cell(tumour - 8, 26, 14, "tumour", 3) + cell(tumour + 12, 30, 14, "tumour", 4),
        _drop(blood, 26),
        patient(children - 13, 28, 34) + patient(children + 13, 28, 34),
    ]
    for x, name in zip(_STATIONS, ("tumour", "blood", "children"), strict=True):
        parts.append(text(x, 66, labels[name], "strong", "middle"))
    for row, (name, reach) in enumerate((("fusion", 0), ("often", 2), ("seldom", 1))):
        y = 124 + _ROW * row
        parts += [
            line(0, y - 44, WIDTH, y - 44, "grid line thin"),
            text(0, y - 22, labels[f"{name}_line"], "strong"),
            circle(tumour, y, 7, "positive solid"),
            text(0, y + 28, labels(name, n=share.get(name, 0)), "muted"),
        ]
        if reach == 0:
            parts.append(
                line(tumour, y, tumour + 34, y, "positive line")
                + line(tumour + 36, y - 9, tumour + 36, y + 9, "text line thick")
            )
        if reach:
            kind = "positive line thick" if reach == 2 else "positive line thin dashed"
            parts.append(arrow(tumour + 9, y, blood - 10, y, kind))
            parts.append(circle(blood, y, 7, "positive solid" if reach == 2 else "positive line thin"))
        if reach == 2:
            parts.append(arrow(blood + 9, y, children - 22, y, "positive line"))
            parts += [circle(children + side, y, 7, "positive line thin") for side in (-12, 12)]
    return Drawing(124 + _ROW * 3 - 46, "".join(parts))


def _drop(x: float, y: float) -> str:
    """A drop of blood."""
    return path(
        f"M{x} {y - 18}C{x + 4} {y - 6} {x + 13} {y} {x + 13} {y + 7}A13 13 0 0 1 {x - 13} {y + 7}C{x - 13} {y} {x - 4} {y - 6} {x} {y - 18}Z",
        "rna soft",
    )
