"""One stretch of the kinase under the numbers of each receptor, laid so that the solvent fronts lie over each other."""

from ...content.facts import load_facts
from ..pocket import PLACES
from ..records import Labels
from ..svg import Drawing, circle, line, path, rect, text
from .pocket_places import places

SHIFT = "therapy.resistance.ntrk2_numbering_trap"
UNITS = 2.6
"""Units of the drawing for each residue."""
_ROW, _FIRST = 74, 66
_FRONT = 100
_KINDS = {"TRKA": "receptor", "TRKB": "negative", "TRKB_long": "negative", "TRKC": "partner"}


def draw(labels: Labels) -> Drawing:
    drawn = ""
    for number, (receptor, residues) in enumerate(rows().items()):
        y, kind = _FIRST + _ROW * number, _KINDS[receptor]
        ticks = "".join(_tick(place, residue, x, y) for place, residue, x in marks(residues))
        drawn += (
            text(6, y - 32, labels[receptor], f"{kind} strong halo")
            + rect(6, y - 7, 308, 14, f"{kind} soft", 3)
            + ticks
        )
    last = _FIRST + _ROW * (len(_KINDS) - 1)
    names = "".join(
        text(x, last + 52, labels[place], "strong", anchor)
        for place, x, anchor in (
            ("gatekeeper", 6, "start"),
            ("solvent_front", 100, "start"),
            ("xdfg", 286, "middle"),
        )
    )
    band = line(_FRONT, _FIRST - 10, _FRONT, last + 10, "grid line thin dashed")
    return Drawing(last + 62, band + drawn + names)


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


def _tick(place: str, residue: str, x: float, y: float) -> str:
    """A residue at its place, its number beside it: left of the gatekeeper, right of the solvent front."""
    anchor, at = {"gatekeeper": ("end", x - 2), "solvent_front": ("start", x + 2), "xdfg": ("middle", x)}[
        place
    ]
    marked = (
        circle(x, y, 4, "wrong solid")
        if place == "solvent_front"
        else path(f"M{x:g} {y - 7}V{y + 7}", "text line")
    )
    return marked + text(at, y - 12, residue, "halo", anchor)
