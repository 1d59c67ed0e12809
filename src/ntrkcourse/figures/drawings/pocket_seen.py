"""A pocket with a drug pushed out of it: the question is which place has changed."""

from ..pocket import drug, pocket
from ..records import Labels
from ..svg import Drawing, group, text


def draw(labels: Labels) -> Drawing:
    drawn = group(pocket(["solvent_front"]), drug("first", out=True), transform="translate(0 4)")
    names = text(36, 36, labels["kinase"], "kinase strong") + text(
        272, 24, labels["drug"], "drug strong", "middle"
    )
    return Drawing(212, drawn + names)
