"""One stretch of the kinase under the numbers of each receptor, laid so that the solvent fronts lie over each other."""

from ...content.facts import load_facts
from ..pocket import PLACES
from ..records import Labels
from ..svg import Drawing, circle, line, rect, text
from .pocket_places import places

SHIFT = "therapy.resistance.ntrk2_numbering_trap"
UNITS = 2.6
"""Units of the drawing for each residue."""
_ROW, _FIRST = 70, 86
_FRONT = 106
_ANCHORS = {"gatekeeper": ("end", 4), "solvent_front": ("start", -4), "xdfg": ("middle", 0)}
"""How words stand at a place, and how far beside it: the first two places are near each other."""


def draw(labels: Labels) -> Drawing:
    rulers = ""
    for number, (receptor, residues) in enumerate(rows().items()):
        y = _FIRST + _ROW * number
        rulers += text(6, y - 16, labels[receptor], "strong halo") + rect(6, y - 7, 308, 14, "kinase soft", 3)
        for place, residue, x in marks(residues):
            rulers += circle(x, y, 4.5, "kinase solid") + _named(place, x, y + 23, residue)
    last = _FIRST + _ROW * (number + 1)
    heads, aligned = "", ""
    for place, _, x in marks(residues):
        heads += _named(place, x, 16, labels[place], "kinase strong")
        if place != "xdfg":
            aligned += line(x, 24, x, last - 62, "kinase line thin dashed")
    return Drawing(last - 34, aligned + heads + rulers)


def rows() -> dict[str, dict[str, str]]:
    """Receptor -> place -> residue, the long form of TRKB worked out by its shift."""
    known = places()
    shift = int(float(str(load_facts()[SHIFT].value)))
    long = {place: f"{residue[0]}{int(residue[1:]) + shift}" for place, residue in known["TRKB"].items()}
    return {"TRKA": known["TRKA"], "TRKB": known["TRKB"], "TRKB_long": long, "TRKC": known["TRKC"]}


def marks(residues: dict[str, str]) -> list[tuple[str, str, float]]:
    """Place, residue and where it lies, for one receptor."""
    front = int(residues["solvent_front"][1:])
    return [(place, residues[place], _FRONT + UNITS * (int(residues[place][1:]) - front)) for place in PLACES]


def _named(place: str, x: float, y: float, words: str, kind: str = "") -> str:
    anchor, beside = _ANCHORS[place]
    return text(x + beside, y, words, f"{kind} halo".strip(), anchor)
