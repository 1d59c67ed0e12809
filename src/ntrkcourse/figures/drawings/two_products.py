"""The two chromosomes that an exchange of ends leaves, to be judged by the reader."""

from ..records import Labels
from ..svg import Drawing
from .translocation import derivative


def draw(labels: Labels) -> Drawing:
    return Drawing(286, derivative("ETV6", "A", labels, 44) + derivative("NTRK3", "B", labels, 190))
