"""Clones of a tumour under a sequence of treatments: a deliberately simple model of acquired resistance."""

import math
import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

from .arguments import in_range

MECHANISMS = ("sensitive", "solvent_front", "gatekeeper", "xdfg", "bypass")
MOST_MONTHS, MOST_RATE, MOST_CELLS = 120, 5, 1e12
_TABLE = Path(__file__).with_name("resistance.toml")


@dataclass(frozen=True)
class Clone:
    """Cells that share one mechanism, present from the start.

    Attributes
    ----------
    name
        As the reader sees it; unique within a tumour.
    mechanism
        One of ``MECHANISMS``.
    start
        Size at month 0, in any unit (cells, or per cent of the first burden): from 0 to 1e12.
    growth
        Net growth rate a month without an effective drug, from 0 to 5; the doubling time is
        ``ln(2) / growth``.
    """

    name: str
    mechanism: str
    start: float
    growth: float

    def __post_init__(self) -> None:
        if self.mechanism not in MECHANISMS:
            raise ValueError(f"mechanism must be one of {', '.join(MECHANISMS)}, got {self.mechanism!r}")
        in_range("start", self.start, 0, MOST_CELLS)
        in_range("growth", self.growth, 0, MOST_RATE)


@dataclass(frozen=True)
class Treatment:
    """A drug given from ``from_month`` (0 to 120) until the next treatment begins; None is no drug."""

    drug: str | None
    from_month: float

    def __post_init__(self) -> None:
        in_range("from_month", self.from_month, 0, MOST_MONTHS)


@dataclass(frozen=True)
class Cell:
    """Whether a drug holds a mechanism; ``fact`` says so, ``against`` limits it, "" is an assumption."""

    holds: bool
    fact: str = ""
    against: str = ""


@dataclass(frozen=True)
class Drug:
    """A kind of treatment with examples, and one cell for each mechanism."""

    name: str
    examples: str
    cells: Mapping[str, Cell]

    @property
    def holds(self) -> frozenset[str]:
        """Mechanisms that the drug holds."""
        return frozenset(mechanism for mechanism, cell in self.cells.items() if cell.holds)


@dataclass(frozen=True)
class Trajectory:
    """Sizes over time: ``sizes[name][k]`` is the clone's size at ``times[k]`` months, in the unit of start."""

    times: tuple[float, ...]
    sizes: Mapping[str, tuple[float, ...]]

    @property
    def total(self) -> tuple[float, ...]:
        """The tumour burden: the sum of all clones at each time."""
        return tuple(sum(sizes) for sizes in zip(*self.sizes.values(), strict=True))

    def at(self, month: float) -> dict[str, float]:
        """Size of each clone at a month that is one of ``times``; ValueError names those that are not."""
        if month not in self.times:
            raise ValueError(f"month must be one of the trajectory's times, got {month!r}")
        place = self.times.index(month)
        return {name: sizes[place] for name, sizes in self.sizes.items()}


@cache
def drug_table() -> Mapping[str, Drug]:
    """Kinds of treatment by id: ``first``, ``next``, ``type_ii`` and ``trk_mapk``.

    From ``resistance.toml`` beside this module, where each cell names the fact that it rests on.
    """
    document = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    drugs = {}
    for name, table in document.items():
        cells = {mechanism: Cell(**table["cells"][mechanism]) for mechanism in MECHANISMS}
        drugs[name] = Drug(table["name"], table["examples"], MappingProxyType(cells))
    return MappingProxyType(drugs)


def simulate(
    clones: Sequence[Clone],
    schedule: Sequence[Treatment],
    *,
    months: float,
    step: float = 0.5,
    decline: float = 0.6,
    holds: Mapping[str, Collection[str]] | None = None,
) -> Trajectory:
    """Sizes of all clones over time under a sequence of drugs.

    Each clone i grows or shrinks on its own::

        dN_i/dt = r_i(t) N_i      N_i(0) = start_i
        r_i(t) = -decline         while the drug given at t holds the clone's mechanism
        r_i(t) =  growth_i        else

    The rates are constant between changes of drug, so the sizes are worked out exactly, whatever ``step`` is:
    ``N_i(t) = start_i * exp(growth_i * months not held - decline * months held)``.

    Parameters
    ----------
    clones
        One or more, each name once.
    schedule
        Treatments in order of time, each from a later month than the one before. Before the first, and with
        none, no drug is given. One that begins after ``months`` plays no part.
    months
        How long to follow the tumour: above 0, up to 120.
    step
        Months between the times that are returned, from 0.01 to 120; the last time is ``months``.
    decline
        Rate a month at which a held clone shrinks, from 0 to 5; its half-life is ``ln(2) / decline``.
    holds
        Drug -> mechanisms that it holds; by default what ``drug_table()`` says.

    Returns
    -------
    Trajectory

    Raises
    ------
    ValueError
        Naming the argument and its range.

    Notes
    -----
    Teaching rates, not measured ones: every growth and decline rate is made up. Whether a drug holds a
    mechanism is yes or no, which in patients it is not; the table names a record for each cell that has one,
    and marks the others as assumptions. Left out are: new mutations (a resistant clone must be there from the
    start), dose and levels of the drug in the body, toxicity and stopping, competition for space, spread to
    other sites such as the brain, and chance, which rules small clones. It predicts nothing about a patient.
    """
    table = {name: drug.holds for name, drug in drug_table().items()} if holds is None else holds
    _check(clones, schedule, table)
    if not in_range("months", months, 0, MOST_MONTHS):
        raise ValueError(f"months must be above 0, got {months!r}")
    in_range("step", step, 0.01, MOST_MONTHS)
    in_range("decline", decline, 0, MOST_RATE)
    times = (*(k * step for k in range(math.ceil(months / step - 1e-9))), months)
    ends = [*(later.from_month for later in schedule[1:]), math.inf]
    sizes = {}
    for clone in clones:
        spans = [
            (one.from_month, end)
            for one, end in zip(schedule, ends, strict=False)
            if one.drug is not None and clone.mechanism in table[one.drug]
        ]
        held = [sum(max(0.0, min(time, end) - begin) for begin, end in spans) for time in times]
        sizes[clone.name] = tuple(
            clone.start * math.exp(clone.growth * (time - under) - decline * under)
            for time, under in zip(times, held, strict=True)
        )
    return Trajectory(times, MappingProxyType(sizes))


def _check(
    clones: Sequence[Clone], schedule: Sequence[Treatment], table: Mapping[str, Collection[str]]
) -> None:
    names = [clone.name for clone in clones]
    if not names or len(set(names)) != len(names):
        raise ValueError(f"clones must hold one clone or more, each name once, got {names!r}")
    months = [one.from_month for one in schedule]
    if any(later <= earlier for earlier, later in pairwise(months)):
        raise ValueError(f"schedule must be in order of time, each month once, got months {months!r}")
    for one in schedule:
        if one.drug is not None and one.drug not in table:
            raise ValueError(f"drug must be one of {', '.join(table)} or None, got {one.drug!r}")
