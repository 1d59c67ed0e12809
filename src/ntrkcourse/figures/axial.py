"""Axial slices of a trunk as a CT shows them, seen from the feet: the patient's right is on the reader's left.

Places in a slice are millimetres from its middle, rightwards and downwards, so that a lesion is drawn to scale.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from .svg import circle, ellipse, group, line, smooth

WIDTH_MM, HEIGHT_MM = 340, 220

_RIGHT_LUNG = [
    (-24, -62),
    (-75, -78),
    (-120, -50),
    (-136, 5),
    (-115, 55),
    (-70, 80),
    (-34, 60),
    (-30, 20),
    (-42, -15),
]
_LEFT_LUNG = [
    (45, -68),
    (90, -72),
    (125, -45),
    (137, 5),
    (115, 55),
    (70, 80),
    (36, 62),
    (42, 34),
    (86, 12),
    (90, -24),
    (64, -50),
]
_LIVER = [
    (-142, -25),
    (-110, -72),
    (-40, -87),
    (28, -76),
    (52, -58),
    (20, -44),
    (-12, -22),
    (-38, 8),
    (-52, 46),
    (-86, 76),
    (-124, 60),
    (-146, 18),
]
_STOMACH = [(62, -68), (104, -58), (120, -28), (98, -6), (62, -18), (46, -42)]
_SPLEEN = [(104, 22), (132, 2), (141, 38), (116, 74), (98, 58)]


@dataclass(frozen=True)
class Slice:
    """A slice whose middle is at ``x``, ``y``, in ``scale`` units a millimetre."""

    x: float
    y: float
    scale: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Where a place in the slice is in the drawing."""
        return self.x + x * self.scale, self.y + y * self.scale

    def chest(self) -> str:
        """Lungs, heart, aorta and spine."""
        return group(
            self._trunk(),
            *(self._organ(lung, "paper solid") for lung in (_RIGHT_LUNG, _LEFT_LUNG)),
            *(self._organ(lung, "muted line thin") for lung in (_RIGHT_LUNG, _LEFT_LUNG)),
            ellipse(*self.at(26, -20), 50 * self.scale, 36 * self.scale, "muted soft thin", 25),
            circle(*self.at(27, 40), 12 * self.scale, "muted soft thin"),
            self._spine(58),
        )

    def abdomen(self) -> str:
        """Liver, stomach, spleen, adrenal glands, great vessels and spine."""
        return group(
            self._trunk(),
            *(self._organ(organ, "muted soft thin") for organ in (_LIVER, _STOMACH, _SPLEEN)),
            circle(*self.at(14, 20), 10 * self.scale, "muted soft thin"),
            ellipse(*self.at(-17, 18), 12 * self.scale, 8 * self.scale, "muted soft thin"),
            self._adrenal(-36, 26),
            self._adrenal(44, 26),
            self._spine(52),
        )

    def lesion(
        self,
        x: float,
        y: float,
        mm: float,
        kind: str = "tumour soft",
        turn: float = -25,
        wide: float | None = None,
    ) -> str:
        """A lesion ``mm`` long, turned clockwise by ``turn`` degrees, and ``wide`` or three quarters as wide."""
        across = mm * 0.75 if wide is None else wide
        return ellipse(*self.at(x, y), mm / 2 * self.scale, across / 2 * self.scale, kind, turn)

    def callipers(self, x: float, y: float, mm: float, turn: float = -25) -> str:
        """A measurement of ``mm`` about a place, along ``turn`` degrees, with a foot at each end."""
        middle_x, middle_y = self.at(x, y)
        ux, uy = cos(turn * pi / 180), sin(turn * pi / 180)
        half = mm / 2 * self.scale
        ends = [(middle_x + way * half * ux, middle_y + way * half * uy) for way in (-1, 1)]
        feet = (line(a - 4 * uy, b + 4 * ux, a + 4 * uy, b - 4 * ux, "line thin") for a, b in ends)
        return group(line(*ends[0], *ends[1], "line thin"), *feet)

    def _trunk(self) -> str:
        """Skin, and a broken line for the ribs."""
        rx, ry = WIDTH_MM / 2 * self.scale, HEIGHT_MM / 2 * self.scale
        return ellipse(self.x, self.y, rx, ry, "muted soft") + ellipse(
            self.x, self.y, rx * 0.91, ry * 0.88, "grid line dashed"
        )

    def _spine(self, y: float) -> str:
        return (
            ellipse(*self.at(0, y), 21 * self.scale, 16 * self.scale, "grid solid")
            + ellipse(*self.at(0, y), 21 * self.scale, 16 * self.scale, "muted line thin")
            + circle(*self.at(0, y + 24), 8 * self.scale, "muted line thin")
        )

    def _adrenal(self, x: float, y: float) -> str:
        """A gland like a Y on its head."""
        return group(
            line(*self.at(x, y - 12), *self.at(x, y), "muted line"),
            line(*self.at(x, y), *self.at(x - 7, y + 13), "muted line"),
            line(*self.at(x, y), *self.at(x + 7, y + 13), "muted line"),
        )

    def _organ(self, outline: Sequence[tuple[float, float]], kind: str) -> str:
        return smooth([self.at(*place) for place in outline], kind)
