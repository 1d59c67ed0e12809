"""Papers from which a reader drafts a CIViC evidence item, with a reasoned answer for every field."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from ...content.basis import Basis, check_basis
from ...content.errors import ContentError
from ...content.records import Markdown, Words, build, read_widget, require_ids


@dataclass(frozen=True)
class Choice:
    """One entry that a field might get, judged, with the reason."""

    text: str
    verdict: Literal["best", "defensible", "wrong"]
    basis: Basis
    why: Markdown


@dataclass(frozen=True)
class Field:
    """One field of the item; exactly one of its options is the best."""

    label: str
    option: tuple[Choice, ...]


@dataclass(frozen=True)
class Paper:
    """A paper in our words, the fields to fill from it, and the statement that we would write."""

    id: str
    title: str
    summary: Markdown
    model: Markdown
    moral: str
    field: tuple[Field, ...]


@dataclass(frozen=True)
class Point:
    """One point against which a reader holds the own statement."""

    text: str
    why: str


@dataclass(frozen=True)
class Drafting:
    """The papers, and the list for the statement."""

    title: str
    intro: str
    about: Markdown
    words: Words
    paper: tuple[Paper, ...]
    check: tuple[Point, ...]


@cache
def load(file: Path | None = None) -> Drafting:
    """The papers in ``file``, by default the course's.

    Raises
    ------
    ContentError
        For an unknown key, verdict or basis, a paper or field named twice, an explanation whose basis does
        not agree with its links, or a field without exactly one best option among two or more.
    """
    document, name = read_widget("civic_draft", file)
    drafting = build(Drafting, document, name, "drafting")
    require_ids([paper.id for paper in drafting.paper], name, "paper")
    if not drafting.check:
        raise ContentError(name, "", "check", "missing: the file has none")
    for paper in drafting.paper:
        _check(paper, name)
    return drafting


def _check(paper: Paper, file: str) -> None:
    for field in paper.field:
        place = f"paper {paper.id}, field {field.label}"
        for number, option in enumerate(field.option, start=1):
            check_basis(option.basis, option.why, file, f"{place}, option {number}")
        best = [option.verdict for option in field.option].count("best")
        if best != 1 or len(field.option) < 2:
            raise ContentError(
                file, place, "option", f"{len(field.option)} with {best} best; two or more, exactly one best"
            )
