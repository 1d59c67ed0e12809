"""The assays, the strategies that are made of them, and the names of the populations that are tested."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from ...content.errors import ContentError
from ...content.facts import load_facts
from ...content.inline import fact_ids
from ...content.records import Markdown, Words, build, read_widget, require_ids, require_one_of
from ..stain_field import records as stains

AssayId = Literal["stain", "dna", "rna"]
ASSAYS: tuple[AssayId, ...] = ("stain", "dna", "rna")


@dataclass(frozen=True)
class Population:
    """One of the populations beside the stains, as it is called here."""

    id: str
    name: str


@dataclass(frozen=True)
class Assay:
    """A test with its constructed price; of the stain, what is said stands with its counts."""

    id: AssayId
    name: str
    within: str
    price: float
    text: Markdown = ""


@dataclass(frozen=True)
class Strategy:
    """Steps in order, each with the result that goes on to the next; no step at all is no test."""

    id: str
    name: str
    steps: tuple[tuple[AssayId, Literal["positive", "negative"]], ...]
    why: Markdown


@dataclass(frozen=True)
class Simulator:
    """The whole file."""

    title: str
    stain: tuple[str, ...]
    economics: Markdown
    words: Words
    population: tuple[Population, ...]
    assay: tuple[Assay, Assay, Assay]
    strategy: tuple[Strategy, ...]

    @property
    def panel(self) -> tuple[float, float]:
        """Sensitivity and specificity of the DNA panel, as fractions."""
        sensitivity, specificity = (
            percent for fact in fact_ids(self.assay[1].text) if (percent := _percent(fact)) is not None
        )
        return sensitivity / 100, specificity / 100

    @property
    def working(self) -> stains.Counted:
        """The runs of RNA sequencing that gave a result."""
        return stains.counted(fact_ids(self.assay[2].text)[0])


@cache
def load(file: Path | None = None) -> Simulator:
    """The simulator's content from ``file``, by default the course's.

    Raises
    ------
    ContentError
        For an unknown key, stain or population, assays other than ``ASSAYS`` or without the facts that give their
        figures, a negative price, or a strategy's id used twice.
    """
    document, name = read_widget("strategy_simulator", file)
    simulator = build(Simulator, document, name, "simulator")
    known = stains.load()
    for stain in simulator.stain:
        require_one_of(stain, known.stains, name, "simulator", "stain")
    require_ids(simulator.stain, name, "stain")
    for one in simulator.population:
        require_one_of(one.id, known.populations, name, f"population {one.id}", "id")
    require_ids([one.id for one in simulator.population], name, "population")
    require_ids([one.id for one in simulator.strategy], name, "strategy")
    if tuple(one.id for one in simulator.assay) != ASSAYS:
        raise ContentError(name, "simulator", "assay", f"must be {', '.join(ASSAYS)}, in this order")
    for assay in simulator.assay:
        if assay.price < 0:
            raise ContentError(name, f"assay {assay.id}", "price", "must not be negative")
    if [_percent(fact) is None for fact in fact_ids(simulator.assay[1].text)] != [False, False]:
        raise ContentError(name, "assay dna", "text", "must link to two facts in per cent")
    if [stains.has_counts(fact) for fact in fact_ids(simulator.assay[2].text)] != [True]:
        raise ContentError(name, "assay rna", "text", "must link to one fact with counts")
    return simulator


def _percent(fact_id: str) -> float | None:
    fact = load_facts().get(fact_id)
    return fact.value if fact and fact.unit.startswith("percent") and isinstance(fact.value, float) else None
