"""A neurotrophin switches on two receptors: five steps on one scene, from the outside of a cell inwards."""

from ..language import kinase, membrane, messenger, phosphate
from ..records import Labels
from ..svg import WIDTH, Drawing, arrow, ellipse, line, path, text

_HEIGHT = 300
_MEMBRANE, _KINASE, _TAIL = 92, 166, 220
HOOKS = (126, 206)
"""Where the phosphates sit: between membrane and kinase, and behind the kinase."""
_APART, _TOGETHER = (96, 224), (128, 192)
_SIDE = 232
"""Where words beside the pair begin."""


def draw(labels: Labels) -> list[Drawing]:
    scenes = [_arrival(labels), _pair(labels), _phosphates(labels), _adaptors(labels), _routes(labels)]
    places = text(8, _MEMBRANE - 16, labels["outside"], "muted") + text(
        8, _MEMBRANE + 26, labels["inside"], "muted"
    )
    return [Drawing(_HEIGHT, membrane(0, WIDTH, _MEMBRANE) + places + scene) for scene in scenes]


def _arrival(labels: Labels) -> str:
    coming = "".join(messenger(x, 14) + arrow(x, 25, x, 40, "receptor line") for x in _APART)
    named = text(160, 20, labels["ligand"], "receptor strong", "middle")
    named += text(160, 64, labels["receptor"], "receptor", "middle")
    named += text(160, _KINASE + 4, labels["off"], "kinase", "middle")
    return _receptors(_APART, active=False, bound=False) + coming + named


def _pair(labels: Labels) -> str:
    meeting = arrow(64, 50, 104, 50, "receptor line") + arrow(256, 50, 216, 50, "receptor line")
    return _receptors(_TOGETHER, active=False) + meeting + text(_SIDE, _KINASE + 4, labels["off"], "kinase")


def _phosphates(labels: Labels) -> str:
    left, right = _TOGETHER
    across = "".join(
        arrow(own + side * 18, _KINASE + way * 14, other - side * 9, hook - way * 3, "kinase line thin")
        for own, other, side in ((left, right, 1), (right, left, -1))
        for way, hook in zip((-1, 1), HOOKS, strict=True)
    )
    named = text(_SIDE, _KINASE + 4, labels["on"], "kinase")
    named += text(_SIDE - 24, HOOKS[0] + 4, labels["phosphate"], "kinase")
    named += text(_SIDE - 24, HOOKS[1] + 4, labels["phosphate"], "kinase")
    return _receptors(_TOGETHER, active=True) + across + _hooks() + named


def _adaptors(labels: Labels) -> str:
    named = "".join(text(_SIDE, y + 5, labels["adaptors"], "negative strong") for y in HOOKS)
    return _docked() + named


def _routes(labels: Labels) -> str:
    routes = ""
    for name, x, weight in (("erk", 62, "thick"), ("plc", 160, "thin"), ("akt", 258, "thick")):
        start = 160 + (x - 160) * 0.45
        kind = "negative strong" if weight == "thick" else "negative"
        routes += arrow(start, _TAIL + 14, x, _TAIL + 42, f"negative line {weight}")
        routes += text(x, _TAIL + 62, labels[name], kind, "middle")
    return _docked() + routes


def _receptors(places: tuple[int, int], active: bool, bound: bool = True) -> str:
    """Two receptors: the cup outside, the stretch through the membrane, the kinase and a tail behind it."""
    drawn = ""
    top = _MEMBRANE - 40
    for x in places:
        cup = f"M{x - 11} {top}Q{x - 12} {top + 18} {x} {top + 20}Q{x + 12} {top + 18} {x + 11} {top}"
        drawn += kinase(x, _KINASE, active) + path(cup, "receptor line thick")
        drawn += line(x, top + 20, x, _KINASE - 15, "receptor line thick")
        drawn += line(x, _KINASE + 14, x, _TAIL, "kinase line") + (messenger(x, top + 2) if bound else "")
    return drawn


def _hooks() -> str:
    return "".join(phosphate(x, y, 6) for x in _TOGETHER for y in HOOKS)


def _docked() -> str:
    """The pair at work, with an adaptor on each phosphate."""
    adaptors = "".join(
        ellipse(x + side * 18, y, 15, 14, "negative soft")
        for x, side in zip(_TOGETHER, (-1, 1), strict=True)
        for y in HOOKS
    )
    return _receptors(_TOGETHER, active=True) + adaptors + _hooks()
