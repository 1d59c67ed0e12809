"""A fusion that a drug holds, and a road below it that runs all the same."""

from ..language import drug, kinase, membrane, partner
from ..records import Labels
from ..svg import Drawing, arrow, circle, ellipse, line, text


def draw(labels: Labels) -> Drawing:
    fusion = "".join(
        partner(x, 62, 30)
        + line(x, 77, x, 88, "kinase line")
        + kinase(x, 104, size=36)
        + drug(x + 17, 104, 26)
        for x in (84, 150)
    )
    joined = line(99, 62, 135, 62, "partner line")
    road = arrow(117, 128, 117, 156, "muted line dashed") + "".join(
        circle(x, y, 17, "muted soft") for x, y in [(117, 176)]
    )
    below = (
        arrow(117, 195, 117, 221, "muted line dashed")
        + circle(117, 242, 19, "wrong solid")
        + "".join(
            line(*ray, "wrong line")
            for ray in ((90, 242, 82, 242), (144, 242, 152, 242), (98, 223, 92, 217), (136, 223, 142, 217))
        )
        + arrow(117, 264, 117, 296, "wrong line thick")
    )
    nucleus = ellipse(117, 330, 100, 30, "tumour soft") + text(117, 335, labels["divide"], "strong", "middle")
    names = (
        text(196, 66, labels["fusion"], width=120)
        + text(196, 108, labels["held"], "drug", width=120)
        + text(196, 180, labels["quiet"], "muted", width=120)
        + text(196, 238, labels["changed"], "wrong strong", width=120)
    )
    return Drawing(366, membrane(4, 316, 16) + fusion + joined + road + below + nucleus + names)
