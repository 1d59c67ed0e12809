"""The empty pocket with the three places by name, and their numbers from the record."""

import re

from ...content.facts import load_facts
from ..pocket import PLACES, pocket
from ..records import Labels
from ..svg import Drawing, arrow, group, line, text

NUMBERS = "therapy.resistance.residue_table"


def draw(labels: Labels) -> Drawing:
    numbers = places()
    x, y = PLACES["gatekeeper"]
    gatekeeper = line(x, y - 7, x, 2, "text line thin") + _named(labels, numbers, "gatekeeper", x - 8, -24)
    x, y = PLACES["solvent_front"]
    rim = line(x + 5, y + 5, 226, 146, "text line thin") + _named(
        labels, numbers, "solvent_front", 224, 162, 96
    )
    x, y = PLACES["xdfg"]
    hinge = line(x, y + 7, x, 206, "text line thin") + _named(labels, numbers, "xdfg", x - 8, 222)
    outside = arrow(300, 91, 226, 91, "drug line") + text(300, 82, labels["entrance"], "drug", "end")
    lobes = text(36, 40, labels["kinase"], "kinase strong", width=60)
    return Drawing(288, group(pocket(), lobes, gatekeeper, rim, hinge, outside, transform="translate(0 40)"))


def places() -> dict[str, dict[str, str]]:
    """Receptor -> place -> residue, as the record names them."""
    value = str(load_facts()[NUMBERS].value)
    return {
        receptor: dict(zip(PLACES, residues.split(", "), strict=True))
        for receptor, residues in re.findall(r"(TRK\w) ([^;]+)", value)
    }


def _named(
    labels: Labels, numbers: dict[str, dict[str, str]], place: str, x: float, y: float, width: float = 220
) -> str:
    told = labels("numbers", a=numbers["TRKA"][place], c=numbers["TRKC"][place])
    return text(x, y, labels[place], "strong") + text(x, y + 17, told, "muted", width=width)
