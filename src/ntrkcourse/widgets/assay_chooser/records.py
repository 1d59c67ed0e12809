"""Tests for one finding, and how well each fits a sample, a question and a constraint."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from ...content.errors import ContentError
from ...content.inline import fact_ids
from ...content.records import Markdown, Words, build, read_widget, require_ids, require_one_of

Rating = Literal["good", "possible", "poor"]
RATINGS: tuple[Rating, ...] = get_args(Rating)
"""Best first."""
Basis = Literal["fact", "ours", "given"]


@dataclass(frozen=True)
class Assay:
    """One kind of test: what it ``sees``, and what it ``misses``."""

    id: str
    name: str
    sees: str
    misses: Markdown


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
    rating: Rating
    basis: Basis
    reason: Markdown
    sample: str = ""
    constraint: str = ""


@dataclass(frozen=True)
class Limit:
    """The best rating that a situation leaves to some assays, and why; empty parts stand for any.

    A limit of ``good`` takes nothing away and only adds a remark.
    """

    assays: tuple[str, ...]
    rating: Rating
    basis: Basis
    reason: Markdown
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
    rating: Rating
    unlimited: Rating
    reasons: tuple[Fit | Limit, ...]


@dataclass(frozen=True)
class AssayGuide:
    """Everything in the file, in its order."""

    title: str
    intro: str
    words: Words
    assay: tuple[Assay, ...]
    sample: tuple[Choice, ...]
    question: tuple[Choice, ...]
    constraint: tuple[Choice, ...]
    fit: tuple[Fit, ...]
    limit: tuple[Limit, ...]
    case: tuple[Case, ...]
    note: Markdown

    def judge(self, sample: str, question: str, constraint: str) -> tuple[Judgement, ...]:
        """All assays in this situation, best first.

        Among equals those come first that would answer the question better without the limits; after that
        they keep the file's order.
        """
        judged = [self._judge_one(assay, sample, question, constraint) for assay in self.assay]
        return tuple(
            sorted(judged, key=lambda one: (RATINGS.index(one.rating), RATINGS.index(one.unlimited)))
        )

    def _judge_one(self, assay: Assay, sample: str, question: str, constraint: str) -> Judgement:
        fits = [
            fit
            for fit in self.fit
            if (fit.assay, fit.question) == (assay.id, question)
            and fit.sample in ("", sample)
            and fit.constraint in ("", constraint)
        ]
        limits = [
            limit
            for limit in self.limit
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


@cache
def load(file: Path | None = None) -> AssayGuide:
    """The guide in ``file``, by default the course's.

    Raises
    ------
    ContentError
        For an unknown key or id, a rating or basis that does not exist, a reason that rests on a fact and links
        to none, or a question that an assay has no fit for.
    """
    document, name = read_widget("assay_chooser", file)
    guide = build(AssayGuide, document, name, "guide")
    _check(guide, name)
    return guide


def _check(guide: AssayGuide, file: str) -> None:
    known = {
        "assay": [row.id for row in guide.assay],
        "sample": [row.id for row in guide.sample],
        "question": [row.id for row in guide.question],
        "constraint": [row.id for row in guide.constraint],
        "case": [row.id for row in guide.case],
    }
    for kind, names in known.items():
        require_ids(names, file, kind)

    def refer(record: str, **names: tuple[str, ...]) -> None:
        for kind, ids in names.items():
            for name in filter(None, ids):
                require_one_of(name, known[kind], file, record, kind)

    for number, fit in enumerate(guide.fit, start=1):
        refer(f"fit {number}", assay=(fit.assay,), question=(fit.question,))
        refer(f"fit {number}", sample=(fit.sample,), constraint=(fit.constraint,))
        _check_reason(fit, file, f"fit {number}")
    for number, limit in enumerate(guide.limit, start=1):
        refer(f"limit {number}", assay=limit.assays, question=limit.questions)
        refer(f"limit {number}", sample=(limit.sample,), constraint=(limit.constraint,))
        _check_reason(limit, file, f"limit {number}")
    for case in guide.case:
        refer(
            f"case {case.id}", sample=(case.sample,), question=(case.question,), constraint=(case.constraint,)
        )

    general = {(fit.assay, fit.question) for fit in guide.fit if not fit.sample and not fit.constraint}
    for assay in known["assay"]:
        for question in known["question"]:
            if (assay, question) not in general:
                raise ContentError(file, f"assay {assay}", "fit", f"missing for the question {question!r}")


def _check_reason(rule: Fit | Limit, file: str, record: str) -> None:
    if rule.basis == "fact" and not fact_ids(rule.reason):
        raise ContentError(file, record, "reason", "rests on a fact, so it must link to one")
