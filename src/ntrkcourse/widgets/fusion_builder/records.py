"""What the fusion builder says, and which junctions it shows."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from ...content.errors import ContentError
from ...content.records import Markdown, Words, build, read_widget, require_one_of
from ...science.fusions import genes, join

Junction = tuple[str, int, str, int]
CHECKS = ("order", "frame", "kinase", "copies")


@dataclass(frozen=True)
class Check:
    """One condition of the model: its name, what its failure is, and what that makes of the chimera."""

    id: Literal["order", "frame", "kinase", "copies"]
    label: str
    failure: str
    verdict: str


@dataclass(frozen=True)
class Opening:
    """With which exon a newly chosen gene begins, as the 5' gene and as the 3' one."""

    gene: str
    last_exon: int
    first_exon: int


@dataclass(frozen=True)
class Shown:
    """A junction worth showing, and where it comes from."""

    at: Junction
    origin: Markdown


@dataclass(frozen=True)
class Note:
    """What is said below the chimera; with a ``gene``, where that is the 5' one."""

    text: Markdown
    gene: str = ""


@dataclass(frozen=True)
class Builder:
    """The junctions in order: where it starts, its challenges, and what is known of each; the rest are texts."""

    title: str
    start: Junction
    challenges: tuple[Junction, ...]
    numbering: Markdown
    words: Words
    check: tuple[Check, ...]
    opening: tuple[Opening, ...]
    note: tuple[Note, ...]
    junction: tuple[Shown, ...]
    usual: Markdown


@cache
def load(file: Path | None = None) -> Builder:
    """The builder in ``file``, by default the course's.

    Raises
    ------
    ContentError
        For an unknown key, gene or check, a junction that splicing cannot make, a challenge that is not among
        the junctions, or a gene or check without its record.
    """
    document, name = read_widget("fusion_builder", file)
    builder = build(Builder, document, name, "builder")
    known = [shown.at for shown in builder.junction]
    for number, shown in enumerate(builder.junction, start=1):
        _check(shown.at, name, f"junction {number}", "at")
    _check(builder.start, name, "builder", "start")
    for number, challenge in enumerate(builder.challenges, start=1):
        require_one_of(challenge, known, name, "builder", f"challenges[{number}]")
    for note in builder.note:
        require_one_of(note.gene, ["", *genes()], name, "note", "gene")
    if tuple(check.id for check in builder.check) != CHECKS:
        raise ContentError(name, "builder", "check", f"must be {', '.join(CHECKS)}, in this order")
    if {opening.gene for opening in builder.opening} != set(genes()):
        raise ContentError(name, "builder", "opening", f"must be of {', '.join(genes())}, each once")
    for opening in builder.opening:
        for other in genes().values():
            if other.name != opening.gene:
                second = other.coding_exons[1].number
                _check((opening.gene, opening.last_exon, other.name, second), name, opening.gene, "last_exon")
                first = other.coding_exons[0].number
                _check(
                    (other.name, first, opening.gene, opening.first_exon), name, opening.gene, "first_exon"
                )
    return builder


def _check(junction: Junction, file: str, record: str, key: str) -> None:
    try:
        verdict = join(*junction).verdict
    except ValueError as error:
        raise ContentError(file, record, key, str(error)) from error
    if verdict.word == "no_junction":
        raise ContentError(file, record, key, verdict.reasons[0])
