"""Papers from which a reader drafts a CIViC evidence item, with a reasoned answer for every field."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...content.basis import check_basis
from ...content.errors import ContentError
from ...content.inline import linked_facts
from ...content.location import content_folder, short_name
from ...content.records import build, read_toml, require_ids, require_one_of

VERDICTS = ("best", "defensible", "wrong")


@dataclass(frozen=True)
class Choice:
    """One entry that a field might get, judged, with the reason (with fact links)."""

    text: str
    verdict: str
    basis: str
    why: str


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
    summary: str
    model: str
    moral: str
    field: tuple[Field, ...]

    def texts(self) -> list[str]:
        """Every text that may hold a fact link."""
        return [self.summary, self.model, *(option.why for field in self.field for option in field.option)]

    def fact_ids(self) -> list[str]:
        """Facts to which the paper's texts link, each once, in order."""
        return linked_facts(self.texts())


@dataclass(frozen=True)
class Point:
    """One point against which a reader holds the own statement."""

    text: str
    why: str


@dataclass(frozen=True)
class Drafting:
    """The papers, and the list for the statement."""

    paper: tuple[Paper, ...]
    check: tuple[Point, ...]

    def texts(self) -> list[str]:
        """Every text that may hold a fact link."""
        return [text for paper in self.paper for text in paper.texts()]


@cache
def load(file: Path | None = None) -> Drafting:
    """The papers in ``file``, by default the course's.

    Raises
    ------
    ContentError
        For an unknown key, verdict or basis, a paper or field named twice, an explanation whose basis does
        not agree with its links, or a field without exactly one best option among two or more.
    """
    path = file or content_folder() / "widgets/civic_draft.toml"
    name = short_name(path)
    drafting = build(Drafting, read_toml(path), name, "")
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
            record = f"{place}, option {number}"
            require_one_of(option.verdict, VERDICTS, file, record, "verdict")
            check_basis(option.basis, option.why, file, record)
        best = [option.verdict for option in field.option].count("best")
        if best != 1 or len(field.option) < 2:
            raise ContentError(
                file, place, "option", f"{len(field.option)} with {best} best; two or more, exactly one best"
            )
