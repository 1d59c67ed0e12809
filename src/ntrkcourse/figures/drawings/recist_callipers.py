"""One scan with two diameters on each lesion: which of them go into the sum is the question."""

from ..axial import Slice
from ..records import Labels
from ..svg import Drawing, line, text

SCALE = 0.6
_COLUMN = 216
LESIONS = {"lung": (30, 22), "node": (26, 16), "liver": (42, 31), "bone": (20, 14)}
"""Longest and shortest diameter of each lesion, in mm; made up."""
TARGETS = ("lung", "node", "liver")
_PLACES = {"lung": (100, -12), "node": (-7, 28), "liver": (-72, -34), "bone": (0, 52)}
_TURNS = {"lung": -25, "node": 0, "liver": -25, "bone": 0}


def target_sum() -> int:
    """Longest diameters of the targets, and the short axis of the node."""
    return sum(LESIONS[name][name == "node"] for name in TARGETS)


def draw(labels: Labels) -> Drawing:
    chest, abdomen = Slice(104, 84, SCALE), Slice(104, 246, SCALE)
    seen = (("lung", chest, 40), ("node", chest, 112), ("liver", abdomen, 200), ("bone", abdomen, 262))
    parts = [
        text(0, 14, labels["chest"], "muted"),
        text(0, 174, labels["abdomen"], "muted"),
        chest.chest(),
        abdomen.abdomen(),
    ]
    for name, where, at in seen:
        longest, shortest = LESIONS[name]
        x, y = _PLACES[name]
        edge, level = where.at(x, y)
        parts += [
            where.lesion(x, y, longest, turn=_TURNS[name], wide=shortest),
            where.callipers(x, y, longest, _TURNS[name]),
            where.callipers(x, y, shortest, _TURNS[name] + 90),
            line(edge + longest / 2 * SCALE + 3, level, _COLUMN - 4, at - 4, "muted line thin"),
            text(_COLUMN, at, labels[name], "strong", width=104),
            text(_COLUMN, at + 17, labels("diameters", longest=longest, shortest=shortest), width=104),
        ]
    return Drawing(322, "".join(parts))
