"""Tests for an NTRK fusion, and how well each fits a sample, a question and a constraint."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ...content.errors import ContentError
from ...content.inline import fact_ids
from ...content.location import content_folder, short_name
from ...content.records import build, read_toml, refuse_unknown, require_ids, require_one_of, require_unlike

RATINGS = ("good", "possible", "poor")
"""Best first."""
BASES = ("fact", "ours", "given")


@dataclass(frozen=True)
class Assay:
    """One kind of test: what it ``sees``, and what it ``misses`` (with fact links)."""

    id: str
    name: str
    sees: str
    misses: str


@dataclass(frozen=True)
class Choice:
    """One position of a control: a sample, a question or a constraint."""

    id: str
    name: str


@dataclass(frozen=True)
class Fit:
    """How well an assay answers a question; an empty ``sample`` or ``constraint`` stands for any.

    ``basis`` says what the ``reason`` rests on: ``fact`` (it links to records), ``ours`` (our reading) or
    ``given`` (it follows from the situation itself).
    """

    assay: str
    question: str
    rating: str
    basis: str
    reason: str
    sample: str = ""
    constraint: str = ""


@dataclass(frozen=True)
class Limit:
    """The best rating that a situation leaves to some assays, and why; empty parts stand for any.

    A limit of ``good`` takes nothing away and only adds a remark.
    """

    assays: tuple[str, ...]
    rating: str
    basis: str
    reason: str
    sample: str = ""
    questions: tuple[str, ...] = ()
    constraint: str = ""


@dataclass(frozen=True)
class Case:
    """A constructed case: a story, and the situation that it stands for."""

    id: str
    name: str
    story: str
    sample: str
    question: str
    constraint: str


@dataclass(frozen=True)
class Judgement:
    """One assay in one situation.

    ``unlimited`` is the rating of its fit alone, ``rating`` what the limits leave of it; of the ``reasons``
    the fit's comes first.
    """

    assay: Assay
    rating: str
    unlimited: str
    reasons: tuple[Fit | Limit, ...]


@dataclass(frozen=True)
class AssayGuide:
    """Everything in ``assays.toml``, in the file's order."""

    assays: tuple[Assay, ...]
    samples: tuple[Choice, ...]
    questions: tuple[Choice, ...]
    constraints: tuple[Choice, ...]
    fits: tuple[Fit, ...]
    limits: tuple[Limit, ...]
    cases: tuple[Case, ...]

    def judge(self, sample: str, question: str, constraint: str) -> tuple[Judgement, ...]:
        """All assays in this situation, best first.

        Among equals those come first that would answer the question better without the limits; after that
        they keep the file's order.

        Raises
        ------
        ValueError
            Naming the argument, when it is the id of no sample, question or constraint.
        """
        for name, value, known in (
            ("sample", sample, self.samples),
            ("question", question, self.questions),
            ("constraint", constraint, self.constraints),
        ):
            ids = [choice.id for choice in known]
            if value not in ids:
                raise ValueError(f"{name} must be one of {', '.join(ids)}, got {value!r}")
        judged = [self._judge_one(assay, sample, question, constraint) for assay in self.assays]
        return tuple(
            sorted(judged, key=lambda one: (RATINGS.index(one.rating), RATINGS.index(one.unlimited)))
        )

    def _judge_one(self, assay: Assay, sample: str, question: str, constraint: str) -> Judgement:
        fits = [
            fit
            for fit in self.fits
            if (fit.assay, fit.question) == (assay.id, question)
            and fit.sample in ("", sample)
            and fit.constraint in ("", constraint)
        ]
        limits = [
            limit
            for limit in self.limits
            if assay.id in limit.assays
            and limit.sample in ("", sample)
            and limit.constraint in ("", constraint)
            and (not limit.questions or question in limit.questions)
        ]
        fit = max(fits, key=lambda fit: bool(fit.sample) + bool(fit.constraint))
        worst = max([fit.rating, *(limit.rating for limit in limits)], key=RATINGS.index)
        # Where nothing is to be tested, all other reasons are idle.
        impossible = [limit for limit in limits if limit.basis == "given"]
        return Judgement(assay, worst, fit.rating, tuple(impossible or [fit, *limits]))

    def texts(self) -> list[str]:
        """Every text that may hold a fact link."""
        return [
            *(assay.misses for assay in self.assays),
            *(fit.reason for fit in self.fits),
            *(limit.reason for limit in self.limits),
        ]


@cache
def load(file: Path | None = None) -> AssayGuide:
    """The guide in ``file``, by default the course's.

    Raises
    ------
    ContentError
        For an unknown key or id, a rating or basis that does not exist, a reason whose basis does not agree
        with its links, or a question that an assay has no fit for.
    """
    path = file or content_folder() / "widgets/assay_chooser.toml"
    name = short_name(path)
    document = read_toml(path)
    refuse_unknown(document, _TABLES, name, "")
    tables: dict[str, tuple[Any, ...]] = {
        table: tuple(
            build(kind, row, name, f"{table} {row.get('id', number)}")
            for number, row in enumerate(document.get(table, []), start=1)
        )
        for table, kind in _TABLES.items()
    }
    for table, rows in tables.items():
        if not rows:
            raise ContentError(name, "", table, "missing: the file has none")
        require_unlike(rows, name, "", table)
    guide = AssayGuide(*tables.values())
    _check(guide, name)
    return guide


_TABLES: dict[str, type] = {
    "assay": Assay,
    "sample": Choice,
    "question": Choice,
    "constraint": Choice,
    "fit": Fit,
    "limit": Limit,
    "case": Case,
}


def _check(guide: AssayGuide, file: str) -> None:
    known = {
        "assay": [row.id for row in guide.assays],
        "sample": [row.id for row in guide.samples],
        "question": [row.id for row in guide.questions],
        "constraint": [row.id for row in guide.constraints],
        "case": [row.id for row in guide.cases],
    }
    for kind, names in known.items():
        require_ids(names, file, kind)

    def refer(record: str, kind: str, *names: str) -> None:
        for name in names:
            if name:
                require_one_of(name, known[kind], file, record, kind)

    for number, fit in enumerate(guide.fits, start=1):
        refer(f"fit {number}", "assay", fit.assay)
        refer(f"fit {number}", "question", fit.question)
        refer(f"fit {number}", "sample", fit.sample)
        refer(f"fit {number}", "constraint", fit.constraint)
        _check_reason(fit, file, f"fit {number}")
    for number, limit in enumerate(guide.limits, start=1):
        refer(f"limit {number}", "assay", *limit.assays)
        refer(f"limit {number}", "question", *limit.questions)
        refer(f"limit {number}", "sample", limit.sample)
        refer(f"limit {number}", "constraint", limit.constraint)
        _check_reason(limit, file, f"limit {number}")
    for case in guide.cases:
        refer(f"case {case.id}", "sample", case.sample)
        refer(f"case {case.id}", "question", case.question)
        refer(f"case {case.id}", "constraint", case.constraint)

    general = {(fit.assay, fit.question) for fit in guide.fits if not fit.sample and not fit.constraint}
    for assay in known["assay"]:
        for question in known["question"]:
            if (assay, question) not in general:
                raise ContentError(file, f"assay {assay}", "fit", f"missing for the question {question!r}")


def _check_reason(rule: Fit | Limit, file: str, record: str) -> None:
    for key, allowed in (("rating", RATINGS), ("basis", BASES)):
        require_one_of(getattr(rule, key), allowed, file, record, key)
    if rule.basis == "fact" and not fact_ids(rule.reason):
        raise ContentError(file, record, "reason", "rests on a fact, so it must link to one")
