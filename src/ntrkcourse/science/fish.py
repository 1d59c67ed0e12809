"""Break-apart FISH: how wide a gap counts, in how many nuclei, before a tumour is called positive."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from .arguments import in_range
from .proportions import exact_interval

LOOSE_DIAMETERS = 1
STRICT_DIAMETERS = 2
CUTOFF_PERCENT = 15
"""The two published rules: split by more than one, or two, diameters in more than 15% of nuclei (Wu S, et al.
Front Mol Biosci 2021;8:654387)."""


@dataclass(frozen=True)
class Tumour:
    """One constructed tumour.

    Attributes
    ----------
    gaps
        For each nucleus, the gap between the edges of its two signals in signal diameters, 0 or more; 0 is
        touching or overlapping.
    fused
        What sequencing shows: whether the gene is truly fused.
    """

    gaps: tuple[float, ...]
    fused: bool


@dataclass(frozen=True)
class RuleOutcome:
    """What a rule makes of a series of tumours.

    Attributes
    ----------
    called
        Positions, from 0, of the tumours called positive, in order.
    fused
        How many of these have a fusion by sequencing.
    """

    called: tuple[int, ...]
    fused: int

    def ppv(self, level: float = 0.95) -> tuple[float, float, float] | None:
        """Share of the called tumours that have a fusion, and its exact interval at ``level``.

        Fractions ``(value, low, high)``; None where no tumour is called.
        """
        if not self.called:
            return None
        return self.fused / len(self.called), *exact_interval(self.fused, len(self.called), level)


def split_nuclei(gaps: Sequence[float], diameters: float) -> int:
    """How many nuclei are split: those whose gap is wider than ``diameters``.

    Parameters
    ----------
    gaps
        Gaps in signal diameters, each from 0 to 50; one nucleus or more.
    diameters
        Threshold in signal diameters, from 0 to 50. A gap just as wide as the threshold is not split.

    Raises
    ------
    ValueError
        Naming the argument and its range.
    """
    if not gaps:
        raise ValueError("gaps must hold one nucleus or more, got none")
    in_range("diameters", diameters, 0, 50)
    return sum(in_range("gaps", gap, 0, 50) > diameters for gap in gaps)


def is_called(gaps: Sequence[float], diameters: float, cutoff: float) -> bool:
    """Whether more than ``cutoff`` per cent of the nuclei are split.

    Parameters
    ----------
    gaps, diameters
        As for :func:`split_nuclei`.
    cutoff
        Per cent of nuclei, from 0 to 100. A share just at the cut-off is not called.

    Raises
    ------
    ValueError
        Naming the argument and its range.
    """
    in_range("cutoff", cutoff, 0, 100)
    return 100 * split_nuclei(gaps, diameters) > cutoff * len(gaps)


def apply_rule(tumours: Sequence[Tumour], diameters: float, cutoff: float) -> RuleOutcome:
    """Which of the tumours the rule calls positive, and how many of those have a fusion.

    Parameters
    ----------
    tumours
        Any number of tumours.
    diameters, cutoff
        As for :func:`is_called`.

    Raises
    ------
    ValueError
        Naming the argument and its range.
    """
    called = tuple(place for place, tumour in enumerate(tumours) if is_called(tumour.gaps, diameters, cutoff))
    return RuleOutcome(called, sum(tumours[place].fused for place in called))


# Nuclei of each constructed tumour with a gap of one to two diameters, and with a wider one. How the gaps of
# the real tumours were spread was not published; these numbers are chosen so that the published rules give
# the published counts. The fused tumour is split in 88 of 100 nuclei, as the real one was.
_NARROW_AND_WIDE = (
    (2, 0), (18, 3), (9, 2), (4, 1), (27, 4), (6, 0), (13, 2), (20, 2),
    (8, 1), (29, 6), (3, 0), (12, 1), (15, 2), (10, 3), (5, 0), (23, 19),
    (7, 2), (22, 3), (1, 0), (11, 2), (33, 8), (6, 1), (0, 88), (14, 4),
    (9, 0), (12, 2), (19, 5), (4, 0), (26, 12), (8, 0), (10, 1), (21, 7),
)  # fmt: skip
_FUSED = 22
_NUCLEI = 100


@cache
def constructed_tumours() -> tuple[Tumour, ...]:
    """32 constructed tumours of 100 nuclei each, always the same, on which the published rules can be tried.

    Their gaps, in whole tenths of a diameter, keep away from one and two diameters, so that an eye can judge
    a drawing of them; real nuclei are not so kind. One tumour has a fusion. Applied to the nuclei, the two
    published rules call as many tumours as they did in Wu S, et al. Front Mol Biosci 2021;8:654387.
    """
    return tuple(
        Tumour(_gaps(place, narrow, wide), place == _FUSED)
        for place, (narrow, wide) in enumerate(_NARROW_AND_WIDE)
    )


def _gaps(place: int, narrow: int, wide: int) -> tuple[float, ...]:
    chance = random.Random(place).random
    tenths = [12 + int(7 * chance()) for _ in range(narrow)]
    tenths += [23 + int(12 * chance()) for _ in range(wide)]
    tenths += [int(9 * chance() ** 2) for _ in range(_NUCLEI - narrow - wide)]
    return tuple(gap / 10 for _, gap in sorted((chance(), gap) for gap in tenths))
