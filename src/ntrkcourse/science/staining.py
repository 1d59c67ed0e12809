"""Pan-TRK staining of a field of cells: how a reader scores it, and what two rules make of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from .arguments import in_range, whole

INTENSITIES = ("none", "weak", "moderate", "strong")
PLACES = ("none", "nucleus", "cytoplasm", "membrane")
SHARES = ("none", "under 5%", "5 to 50%", "over 50%")
LEAST_SHARE = 0.01
"""The published rule of "any staining": at least 1% of tumour cells, in any pattern (Peking Union Medical
College Hospital, preprint 2021)."""
DIFFUSE_SHARE = 0.5
"""Our reading of "diffuse": more than half of the nuclei. The abstract that names the rule gives no share
(Harrison BT, et al. Am J Surg Pathol 2019;43:1693-1700)."""
_STRONG = INTENSITIES.index("strong")


class Cell(NamedTuple):
    """Intensity of the stain in each place of one cell: 0 none, 1 weak, 2 moderate, 3 strong."""

    nucleus: int = 0
    cytoplasm: int = 0
    membrane: int = 0


class Score(NamedTuple):
    """A field as a reader scores it: positions in ``PLACES``, ``INTENSITIES`` and ``SHARES``."""

    place: int
    intensity: int
    share: int


@dataclass(frozen=True)
class Field:
    """One constructed field of tumour cells.

    Attributes
    ----------
    id
        Name by which widgets and tests know it.
    cells
        One tumour cell or more.
    fused
        Whether the tumour has an NTRK fusion.
    secretory
        Whether the cells hold vacuoles, as those of a secretory carcinoma do.
    room
        How many cells would fill the field; the rest is stroma. Not less than the number of cells.
    """

    id: str
    cells: tuple[Cell, ...]
    fused: bool
    secretory: bool = False
    room: int = 40


def any_staining(cells: Sequence[Cell], least: float = LEAST_SHARE) -> bool:
    """Whether at least ``least`` of the cells stain, in any place and at any intensity.

    Parameters
    ----------
    cells
        One cell or more.
    least
        A fraction from 0 to 1.

    Raises
    ------
    ValueError
        Naming the argument and its range.
    """
    in_range("least", least, 0, 1)
    stained = sum(any(cell) for cell in _checked(cells))
    return stained > 0 and stained >= least * len(cells)


def strict_nuclear(cells: Sequence[Cell], diffuse: float = DIFFUSE_SHARE) -> bool:
    """Whether the nuclei stain diffusely, or at least focally strongly: one strong nucleus is enough.

    Parameters
    ----------
    cells
        One cell or more.
    diffuse
        A fraction from 0 to 1; staining of more nuclei than this is diffuse, at any intensity.

    Raises
    ------
    ValueError
        Naming the argument and its range.
    """
    in_range("diffuse", diffuse, 0, 1)
    nuclei = [cell.nucleus for cell in _checked(cells)]
    return sum(map(bool, nuclei)) > diffuse * len(nuclei) or _STRONG in nuclei


def score(cells: Sequence[Cell]) -> Score:
    """The place with most stained cells, the commonest intensity there, and the share of cells that stain.

    Of equals the first place and the stronger intensity count.

    Parameters
    ----------
    cells
        One cell or more.

    Raises
    ------
    ValueError
        Naming the argument.
    """
    _checked(cells)
    stained = sum(any(cell) for cell in cells)
    if not stained:
        return Score(0, 0, 0)
    columns = list(zip(*cells, strict=True))
    place = max(range(len(columns)), key=lambda at: sum(map(bool, columns[at])))
    counts = Counter(value for value in columns[place] if value)
    intensity = max(counts, key=lambda value: (counts[value], value))
    share = stained / len(cells)
    return Score(place + 1, intensity, 1 if share < 0.05 else 2 if share <= 0.5 else 3)


@cache
def constructed_fields() -> tuple[Field, ...]:
    """Five constructed fields, each made to teach one thing; none is a picture of a real tumour.

    The stained cells of the focal ones lie together when a field is drawn as a sunflower's seeds (cell ``i``
    at the angle of ``i`` golden angles): neighbours there are 8 or 13 places apart.
    """
    return (
        Field("secretory", _cells(40, nucleus={3: 38, 1: 2}), fused=True, secretory=True),
        Field("faint-nucleus", _cells(40, at=(17,), nucleus={1: 1}), fused=False),
        Field("cytoplasm-fused", _cells(40, cytoplasm={2: 30, 3: 6}), fused=True),
        Field("cytoplasm-focal", _cells(40, at=(20, 28, 33), cytoplasm={1: 3}), fused=False),
        Field("small-core", _cells(12), fused=True, secretory=True),
    )


def _checked(cells: Sequence[Cell]) -> Sequence[Cell]:
    if not cells:
        raise ValueError("cells must hold one cell or more, got none")
    for cell in cells:
        for value in cell:
            whole("cells", value, 0, len(INTENSITIES) - 1)
    return cells


def _cells(total: int, at: Sequence[int] | None = None, **stained: dict[int, int]) -> tuple[Cell, ...]:
    """``total`` cells, of which each place of ``stained`` has so many of each intensity.

    They stand at the positions ``at``, by default spread over all.
    """
    cells = [Cell()] * total
    for place, counts in stained.items():
        values = [intensity for intensity, count in counts.items() for _ in range(count)]
        # A stride that shares no factor with 40 mixes the intensities.
        for position, value in zip(at or [(7 * i) % total for i in range(total)], values, strict=False):
            cells[position] = cells[position]._replace(**{place: value})
    return tuple(cells)
