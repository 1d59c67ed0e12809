"""A baseline and the next scan of three patients who began alike: one of them has progressed."""

from ...science.response import Response, classify
from ..axial import Slice
from ..records import Labels
from ..svg import Drawing, text

SCALE = 0.43
BASELINE_MM = 40
_BONE_MM, NEW_MM = 18, 15
LATER = {"a": 46, "b": 24, "c": 26}
"""Diameter of the liver target at the next scan, in mm; made up."""
SPREADS = "b"
_LIVER, _BONE = (-72, -34), (0, 52)
ADRENAL = (-36, 32)
"""Of the new lesion, in the gland that the lesson has not shown."""


def verdict(scan: str) -> Response:
    """Its class by RECIST 1.1; the bone lesion has not changed."""
    return classify(
        BASELINE_MM, BASELINE_MM, LATER[scan], new_lesions=scan == SPREADS, non_target="non-CR/non-PD"
    )


def draw(labels: Labels) -> Drawing:
    parts = []
    for number, (name, mm) in enumerate({"baseline": BASELINE_MM, **LATER}.items()):
        row, column = divmod(number, 2)
        middle, top = 78 + 164 * column, 150 * row
        where = Slice(middle, top + 70, SCALE)
        parts += [
            text(middle, top + 14, labels[name], "strong", anchor="middle"),
            where.abdomen(),
            where.lesion(*_LIVER, mm),
            where.callipers(*_LIVER, mm),
            where.lesion(*_BONE, _BONE_MM, "tumour line dashed", 0),
            where.lesion(*ADRENAL, NEW_MM) if name == SPREADS else "",
            text(middle, top + 134, labels("liver", mm=mm), anchor="middle"),
        ]
    return Drawing(290, "".join(parts))
