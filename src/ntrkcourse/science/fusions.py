"""Joining two genes exon to exon: whether the chimera is read in frame, and what it keeps of both proteins."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from .arguments import whole

_TRANSCRIPTS = Path(__file__).with_name("transcripts.toml")


@dataclass(frozen=True)
class Exon:
    """An exon of a transcript.

    ``start`` and ``end`` are genomic (hg19, 1-based, both included); ``cds_first`` and ``cds_last`` are its
    first and last coding base, counted from 1 at the start codon, and 0 where it has none.
    """

    number: int
    start: int
    end: int
    cds_first: int
    cds_last: int


@dataclass(frozen=True)
class Domain:
    """A stretch of a protein, residues ``first`` to ``last``.

    ``role`` is ``oligomerisation``, ``kinase``, ``dna``, ``outer``, ``membrane`` or ``docking``; ``needed``
    is how many of its residues must be kept for it to work, 0 where no check asks; ``fact`` is the record
    that gives its ends.
    """

    short: str
    name: str
    role: str
    first: int
    last: int
    fact: str
    needed: int = 0


@dataclass(frozen=True)
class Gene:
    """A gene with one reference transcript; ``cds_length`` in bases with the stop codon."""

    name: str
    protein: str
    accession: str
    chromosome: str
    strand: str
    cds_length: int
    protein_length: int
    exons: tuple[Exon, ...]
    domains: tuple[Domain, ...]

    @property
    def coding_exons(self) -> tuple[Exon, ...]:
        """Exons with at least one coding base, in order; never with a gap."""
        return tuple(exon for exon in self.exons if exon.cds_last)

    def domain(self, role: str) -> Domain | None:
        """The first domain with this role."""
        return next((domain for domain in self.domains if domain.role == role), None)


@dataclass(frozen=True)
class Frame:
    """The arithmetic of a junction.

    Attributes
    ----------
    last_base, first_base
        Last coding base of the 5' part, first coding base of the 3' part, each counted in its own gene.
    left_over
        Bases of the 5' part after its last whole codon: ``last_base mod 3``.
    missing
        Bases of the 3' partner's codon that stay behind with the part cut off: ``(first_base - 1) mod 3``.
    """

    last_base: int
    first_base: int
    left_over: int
    missing: int

    @property
    def matches(self) -> bool:
        """Whether the bases left over stand in for those missing, so that reading stays in frame."""
        return self.left_over == self.missing


@dataclass(frozen=True)
class Segment:
    """Whole residues that one gene gives: ``own_first`` to ``own_last`` in its own protein, ``first`` to
    ``last`` in the chimera.
    """

    gene: str
    own_first: int
    own_last: int
    first: int
    last: int


@dataclass(frozen=True)
class Piece:
    """What the chimera has of a domain, in its own residues; ``complete`` where no residue is lost."""

    gene: str
    domain: Domain
    first: int
    last: int
    complete: bool


@dataclass(frozen=True)
class Check:
    """One condition: ``name`` is ``order``, ``frame``, ``kinase`` or ``oligomerisation``."""

    name: str
    passed: bool
    sentence: str


@dataclass(frozen=True)
class Verdict:
    """What the checks come to.

    ``word`` is ``active``, or the first that holds of ``no_junction``, ``swapped``, ``out_of_frame``,
    ``kinase_lost`` and ``no_oligomerisation``. ``reasons`` are the sentences of all that failed, or of all
    checks where none did.
    """

    word: str
    reasons: tuple[str, ...]

    def __str__(self) -> str:
        return self.word


@dataclass(frozen=True)
class Fusion:
    """Two genes joined exon to exon.

    Attributes
    ----------
    name
        As reports write it, 5' partner first: ``ETV6::NTRK3``.
    five_prime, three_prime
        The genes; ``five_prime_exon`` is the last exon of the one, ``three_prime_exon`` the first of the other.
    frame
        The arithmetic of the junction; ``in_frame`` is its outcome.
    protein_length
        Residues of the chimera; None where the junction is out of frame or cannot be made.
    segments, pieces
        What there is to draw, in residues of the chimera. Out of frame, only the 5' part is known.
    kinase_retained
        Whether the exons kept of the 3' gene code for its whole kinase, in whatever frame they are read.
    oligomerisation_retained
        Whether the exons kept of the 5' gene code for enough of its domain that binds copies together.
    checks, verdict
        The four conditions, and what they come to.
    """

    name: str
    five_prime: Gene
    five_prime_exon: int
    three_prime: Gene
    three_prime_exon: int
    frame: Frame
    protein_length: int | None
    segments: tuple[Segment, ...]
    pieces: tuple[Piece, ...]
    kinase_retained: bool
    oligomerisation_retained: bool
    checks: tuple[Check, ...]
    verdict: Verdict

    @property
    def in_frame(self) -> bool:
        """Whether the 3' part is read in its own threes."""
        return self.frame.matches


@cache
def genes() -> Mapping[str, Gene]:
    """The genes that can be joined, by name, from ``transcripts.toml``, which names its sources."""
    with _TRANSCRIPTS.open("rb") as file:
        tables = tomllib.load(file)
    return MappingProxyType({name: _gene(name, table) for name, table in tables.items()})


def reading_frame(last_base: int, first_base: int) -> Frame:
    """The frame arithmetic of a junction: it is in frame when ``last_base mod 3 == (first_base - 1) mod 3``.

    Parameters
    ----------
    last_base
        Last coding base of the 5' part, 1 or more, counted from its start codon.
    first_base
        First coding base of the 3' part, 1 or more, counted from its own start codon.

    Raises
    ------
    ValueError
        Naming the argument and its range.

    Examples
    --------
    >>> reading_frame(1009, 1586).matches
    True
    """
    last_base, first_base = whole("last_base", last_base, 1), whole("first_base", first_base, 1)
    return Frame(last_base, first_base, last_base % 3, (first_base - 1) % 3)


def join(five_prime: str, five_prime_exon: int, three_prime: str, three_prime_exon: int) -> Fusion:
    """Join two genes exon to exon and judge the chimera by four checks: order, frame, kinase, self-association.

    A model for teaching. It looks at coding bases and domains of the reference transcripts and at nothing
    else: not at whether the chimera is made, stable, in the right place of the cell, or seen in patients.

    Parameters
    ----------
    five_prime, three_prime
        Two different genes of :func:`genes`, the first at the 5' end.
    five_prime_exon
        Last exon kept of the 5' gene; it must code.
    three_prime_exon
        First exon kept of the 3' gene; it must code.

    Raises
    ------
    ValueError
        Naming the argument and its range: an unknown gene, a gene joined to itself, an unknown or non-coding
        exon.

    Examples
    --------
    >>> fusion = join("ETV6", 5, "NTRK3", 15)
    >>> fusion.name, fusion.in_frame, fusion.protein_length, fusion.verdict.word
    ('ETV6::NTRK3', True, 647, 'active')
    """
    first, second = _known("five_prime", five_prime), _known("three_prime", three_prime)
    if first is second:
        raise ValueError(f"three_prime must be another gene than five_prime, got {three_prime!r} for both")
    left = _coding("five_prime_exon", five_prime_exon, first)
    right = _coding("three_prime_exon", three_prime_exon, second)

    frame = reading_frame(left.cds_last, right.cds_first)
    obstacle = _unjoinable(first, left, second, right)
    read_through = frame.matches and not obstacle
    head = Segment(first.name, 1, left.cds_last // 3, 1, left.cds_last // 3)
    begin = -(-(right.cds_first - 1) // 3) + 1
    tail = _tail(second, begin, head.last + (frame.left_over > 0) + 1)
    segments: tuple[Segment, ...] = (head, tail) if read_through else (head,)
    segments = tuple(segment for segment in segments if segment.last >= segment.first)
    checks = (
        _order(first, second),
        _frame_check(first, left, second, right, frame),
        _kinase(second, right, begin),
        _oligomerisation(first, left, head.last),
    )
    return Fusion(
        name=f"{first.name}::{second.name}",
        five_prime=first,
        five_prime_exon=left.number,
        three_prime=second,
        three_prime_exon=right.number,
        frame=frame,
        protein_length=tail.last if read_through else None,
        segments=segments,
        pieces=tuple(piece for segment in segments for piece in _pieces(segment)),
        kinase_retained=checks[2].passed,
        oligomerisation_retained=checks[3].passed,
        checks=checks,
        verdict=_verdict(checks, obstacle),
    )


_WORDS = {
    "order": "swapped",
    "frame": "out_of_frame",
    "kinase": "kinase_lost",
    "oligomerisation": "no_oligomerisation",
}


def _verdict(checks: tuple[Check, ...], obstacle: str | None) -> Verdict:
    if obstacle:
        return Verdict("no_junction", (obstacle,))
    failed = [check for check in checks if not check.passed]
    word = _WORDS[failed[0].name] if failed else "active"
    return Verdict(word, tuple(check.sentence for check in failed or checks))


def _unjoinable(first: Gene, left: Exon, second: Gene, right: Exon) -> str | None:
    """Why no RNA can hold this junction, or None. Splicing joins the end of an exon to the start of another,
    so that a transcript's last exon has nothing after it, and the exon with the start codon is not coding
    from its first base.
    """
    if left is first.exons[-1]:
        return (
            f"{first.name} exon {left.number} is the last one and holds the stop codon: reading ends before "
            f"{second.name} begins."
        )
    if right is second.coding_exons[0]:
        return (
            f"{second.name} exon {right.number} holds the start codon, and bases before it that are not "
            "coding: the table cannot say how they would be read."
        )
    return None


def _order(first: Gene, second: Gene) -> Check:
    if not first.domain("kinase") and not second.domain("kinase"):
        return Check("order", True, f"Neither {first.name} nor {second.name} has a kinase to put last.")
    if second.domain("kinase"):
        return Check(
            "order", True, f"{second.name} stands last, and its kinase is at the end of {second.protein}."
        )
    return Check(
        "order",
        False,
        f"The partners are swapped: the kinase is at the end of {first.protein}, so {first.name} must stand "
        "last to bring it.",
    )


def _frame_check(first: Gene, left: Exon, second: Gene, right: Exon, frame: Frame) -> Check:
    outcome = (
        "the same, so the reading stays in frame."
        if frame.matches
        else f"not the same, so {second.name} is read in the wrong threes until a stop turns up by chance."
    )
    return Check(
        "frame",
        frame.matches,
        f"{first.name} exon {left.number} leaves {frame.last_base:,} mod 3 = {frame.left_over}, and "
        f"{second.name} exon {right.number} asks for {frame.first_base - 1:,} mod 3 = {frame.missing}: {outcome}",
    )


def _kinase(gene: Gene, exon: Exon, begin: int) -> Check:
    kinase = gene.domain("kinase")
    if not kinase:
        return Check("kinase", False, f"{gene.name} has no kinase.")
    passed = begin <= kinase.first
    kept = (
        f"the whole kinase ({kinase.first} to {kinase.last})"
        if passed
        else f"only a part of the kinase ({kinase.first} to {kinase.last})"
        if begin <= kinase.last
        else f"nothing of the kinase ({kinase.first} to {kinase.last})"
    )
    if begin > gene.protein_length:
        return Check("kinase", False, f"{gene.name} exon {exon.number} codes for no whole residue: {kept}.")
    return Check(
        "kinase",
        passed,
        f"{gene.name} from exon {exon.number} on codes for residues {begin} to {gene.protein_length} of "
        f"{gene.protein}: {kept}.",
    )


def _oligomerisation(gene: Gene, exon: Exon, end: int) -> Check:
    domain = gene.domain("oligomerisation")
    if not domain:
        return Check(
            "oligomerisation",
            False,
            f"{gene.name} brings no domain that binds copies together without a ligand.",
        )
    length = domain.last - domain.first + 1
    kept = max(0, min(end, domain.last) - domain.first + 1)
    passed = kept >= domain.needed
    place = f"{domain.name} ({domain.first} to {domain.last})"
    if domain.needed < length:
        amount = f"{kept} of the {length} residues of its {domain.name}"
    elif kept:
        amount = f"the whole {place}" if passed else f"only a part of the {place}"
    else:
        amount = f"it ends before the {place}"
    return Check(
        "oligomerisation",
        passed,
        f"{gene.name} up to exon {exon.number} codes for residues 1 to {end}: {amount}.",
    )


def _tail(gene: Gene, begin: int, first: int) -> Segment:
    return Segment(gene.name, begin, gene.protein_length, first, first + gene.protein_length - begin)


def _pieces(segment: Segment) -> list[Piece]:
    shift = segment.first - segment.own_first
    pieces = []
    for domain in genes()[segment.gene].domains:
        first, last = max(domain.first, segment.own_first), min(domain.last, segment.own_last)
        if first <= last:
            complete = (first, last) == (domain.first, domain.last)
            pieces.append(Piece(segment.gene, domain, first + shift, last + shift, complete))
    return pieces


def _known(argument: str, name: str) -> Gene:
    if not isinstance(name, str) or name not in genes():
        raise ValueError(f"{argument} must be one of {', '.join(genes())}, got {name!r}")
    return genes()[name]


def _coding(argument: str, number: int, gene: Gene) -> Exon:
    coding = gene.coding_exons
    try:
        number = whole(argument, number, coding[0].number, coding[-1].number)
    except (ValueError, TypeError):
        raise ValueError(
            f"{argument} must be a coding exon of {gene.name}, from {coding[0].number} to "
            f"{coding[-1].number}, got {number!r}"
        ) from None
    return gene.exons[number - 1]


def _gene(name: str, table: dict[str, object]) -> Gene:
    parts = dict(table)
    exons = tuple(Exon(**row) for row in parts.pop("exons"))  # type: ignore[attr-defined]
    domains = tuple(Domain(**row) for row in parts.pop("domains"))  # type: ignore[attr-defined]
    return Gene(name=name, exons=exons, domains=domains, **parts)  # type: ignore[arg-type]
