"""The pocket of a kinase that drugs bind, cut open: three places where it changes, and the drugs that fit or do not.

The motif DFG lies in a hole behind the pocket while the kinase is active and swings out into the pocket when it is not.
"""

from collections.abc import Collection

from .svg import circle, group, path, polygon, text

TOP, BOTTOM = 10, 196
RIM, BACK = 214, 84
CEILING, FLOOR = 66, 116
HINGE = 120
PLACES = {"gatekeeper": (BACK + 10, CEILING), "solvent_front": (RIM - 12, FLOOR), "xdfg": (HINGE + 12, FLOOR)}
"""Where each place lies that can change."""

_HOLE = 178
_BEADS_IN = ((102, 128), (102, 146), (102, 164))
_BEADS_OUT = ((154, 106), (172, 106), (190, 106))
_FIRST = [(92, 76), (190, 76), (240, 84), (240, 104), (190, 106), (92, 106)]
_NEWER = [(92, 76), (170, 76), (186, 84), (186, 98), (170, 106), (92, 106)]
_TYPE_II = [(90, 74), (192, 74), (202, 82), (192, 90), (114, 90), (114, 170), (90, 170)]
_DRUGS = {"first": _FIRST, "newer": _NEWER, "type_ii": _TYPE_II}


def pocket(changed: Collection[str] = (), active: bool = True) -> str:
    """The kinase from the side, its pocket open to the right, with the places named in ``changed`` grown bulky."""
    outline = (
        f"M40 {TOP}H{RIM - 16}Q{RIM} {TOP} {RIM} {TOP + 16}V{CEILING}H{BACK}V{_HOLE}H{HINGE}V{FLOOR}H{RIM}"
        f"V{BOTTOM - 16}Q{RIM} {BOTTOM} {RIM - 16} {BOTTOM}H40Q24 {BOTTOM} 24 {BOTTOM - 16}V{TOP + 16}Q24 {TOP} 40 {TOP}Z"
    )
    beads = "".join(
        circle(x, y, 8.5, "paper solid")
        + circle(x, y, 8.5, "kinase soft")
        + text(x, y + 4.5, letter, "strong", "middle")
        for letter, (x, y) in zip("DFG", _BEADS_IN if active else _BEADS_OUT, strict=True)
    )
    residues = "".join(_residue(name, name in changed) for name in PLACES)
    return path(outline, "kinase soft") + beads + residues


def drug(kind: str, out: bool = False) -> str:
    """A drug in the pocket, or ``out`` of it: ``"first"`` and ``"newer"`` of type I, ``"type_ii"``."""
    body = polygon(_DRUGS[kind], "drug solid")
    return group(body, transform="translate(120 14) rotate(72 152 91)") if out else body


def _residue(name: str, changed: bool) -> str:
    x, y = PLACES[name]
    if not changed:
        return circle(x, y, 5, "kinase solid")
    tip = y + (20 if name == "gatekeeper" else -20)
    return polygon([(x - 10, y), (x - 6, tip), (x + 6, tip), (x + 10, y)], "wrong solid")
