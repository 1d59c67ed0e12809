"""Constructed calls of a fusion caller, each with one lesson."""

from dataclasses import dataclass
from functools import cache
from itertools import permutations
from pathlib import Path
from typing import Literal, get_args

from ...content.errors import ContentError
from ...content.inline import fact_ids
from ...content.records import Markdown, Words, build, read_widget, require_ids

VerdictId = Literal["report", "no", "repeat"]
VERDICTS: tuple[VerdictId, ...] = get_args(VerdictId)


@dataclass(frozen=True)
class Side:
    """One gene's part of the fused transcript.

    ``exons`` are the numbers of those drawn, in the order of the transcript; ``coverage`` counts fragments
    near the junction; ``domain`` is what this part brings along.
    """

    gene: str
    exons: tuple[str, ...]
    site: str
    strand: Literal["+", "−"]
    coverage: int
    domain: str


@dataclass(frozen=True)
class Reason:
    """A reason for a verdict; all but the right one carry the feedback (with fact links)."""

    text: str
    feedback: Markdown = ""
    right: bool = False


@dataclass(frozen=True)
class Call:
    """One row of the caller's table, and what it teaches.

    Attributes
    ----------
    five, three
        The gene at the 5′ end of the transcript and the one at the 3′ end.
    split_reads1, split_reads2, discordant_mates
        The caller's three columns: split reads with the longer part in ``five``, in ``three``, and
        spanning pairs.
    elsewhere
        Reads among these that also fit wholly into another gene.
    normals
        Normal samples in which the same junction was seen.
    distance_kb
        Distance of the two genes; None where they lie on different chromosomes.
    verdict
        Ours.
    teaching
        Why, with fact links; ``see`` is the heading of the section that says more.
    """

    id: str
    lesson: str
    sample: str
    five: Side
    three: Side
    split_reads1: int
    split_reads2: int
    discordant_mates: int
    elsewhere: int
    normals: int
    frame: Literal["in-frame", "out-of-frame"]
    verdict: VerdictId
    reason: tuple[Reason, ...]
    teaching: Markdown
    see: str
    distance_kb: int | None = None

    @property
    def columns(self) -> tuple[int, int, int]:
        """The three columns in the caller's order."""
        return self.split_reads1, self.split_reads2, self.discordant_mates

    @property
    def reads(self) -> int:
        """All supporting reads and pairs."""
        return sum(self.columns)

    @property
    def coverage_share(self) -> float:
        """Supporting reads as a fraction of the coverage of both genes."""
        return self.reads / (self.five.coverage + self.three.coverage)


@dataclass(frozen=True)
class Verdict:
    """What a reader can decide."""

    id: VerdictId
    text: str


@dataclass(frozen=True)
class Column:
    """What a name in the caller's table means."""

    name: str
    text: str


@dataclass(frozen=True)
class Consequence:
    """What follows where the reader's verdict is ``given`` and ours is ``right``."""

    given: VerdictId
    right: VerdictId
    text: str


@dataclass(frozen=True)
class Pileups:
    """Everything in the file.

    ``normals`` is the number of normal samples looked at; after ``rules`` stands what is worked out of the counts.
    """

    title: str
    intro: str
    normals: int
    words: Words
    verdict: tuple[Verdict, ...]
    column: tuple[Column, ...]
    call: tuple[Call, ...]
    consequence: tuple[Consequence, ...]
    rules: Markdown


@cache
def load(file: Path | None = None) -> Pileups:
    """The calls in ``file``, by default the course's.

    Raises
    ------
    ContentError
        For an unknown key, verdict, frame or strand, an id used twice, counts that cannot be, a call without
        exactly one right reason, a wrong reason without feedback, a lesson without a fact link, or a missing
        verdict or consequence.
    """
    document, name = read_widget("read_pileup", file)
    pileups = build(Pileups, document, name, "")
    require_ids([call.id for call in pileups.call], name, "call")
    for call in pileups.call:
        _check_counts(call, pileups.normals, name)
        _check_lesson(call, name)
    if sorted(one.id for one in pileups.verdict) != sorted(VERDICTS):
        raise ContentError(name, "", "verdict", f"there must be one each of {', '.join(VERDICTS)}")
    given = [(one.given, one.right) for one in pileups.consequence]
    if sorted(given) != sorted(permutations(VERDICTS, 2)):
        raise ContentError(name, "", "consequence", "there must be one for each two different verdicts")
    return pileups


def _check_counts(call: Call, normals: int, file: str) -> None:
    def refuse(key: str, advice: str) -> None:
        raise ContentError(file, call.id, key, advice)

    if min(call.columns) < 0 or call.reads == 0:
        refuse("split_reads1, split_reads2, discordant_mates", "none may be negative, and not all may be 0")
    if not 0 <= call.elsewhere <= call.reads:
        refuse("elsewhere", f"must lie from 0 to the {call.reads} reads")
    if not 0 <= call.normals <= normals:
        refuse("normals", f"must lie from 0 to the {normals} normal samples")
    if call.distance_kb is not None and call.distance_kb <= 0:
        refuse("distance_kb", "must be positive; leave it out for different chromosomes")
    for key, side in (("five", call.five), ("three", call.three)):
        if side.coverage < call.reads:
            refuse(f"{key}.coverage", f"covers less than its {call.reads} supporting reads")
        if not side.exons:
            refuse(f"{key}.exons", "must name at least one exon")


def _check_lesson(call: Call, file: str) -> None:
    if sum(reason.right for reason in call.reason) != 1:
        raise ContentError(file, call.id, "reason", "exactly one must be right")
    for reason in call.reason:
        if reason.right == bool(reason.feedback):
            raise ContentError(
                file, call.id, "reason", f"{reason.text!r}: feedback belongs to wrong reasons, and to each"
            )
    if not fact_ids(call.teaching):
        raise ContentError(file, call.id, "teaching", "must link to a fact")
