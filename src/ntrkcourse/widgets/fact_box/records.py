"""Fact boxes: for each drug, which record holds the number of each row."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...content.errors import ContentError
from ...content.facts import load_facts
from ...content.location import content_folder, short_name
from ...content.records import Markdown, Words, build, read_toml, require_ids
from ..shares import share_of

SECTIONS = ("benefit", "harm", "breast", "time", "approval")
GUESSED = ("benefit", "harm")
COUNTED = ("benefit", "harm", "breast")


@dataclass(frozen=True)
class BoxRow:
    """One row: its text, the fact that holds its number, or one ``part`` of it; whether it is guessed first."""

    text: str
    fact: str
    part: str = ""
    guess: bool = False


@dataclass(frozen=True, kw_only=True)
class FactBox:
    """A drug's rows by section, what is ``unknown``, and what is ``missing`` from our reading."""

    drug: str
    benefit: tuple[BoxRow, ...]
    harm: tuple[BoxRow, ...]
    breast: tuple[BoxRow, ...] = ()
    time: tuple[BoxRow, ...]
    approval: tuple[BoxRow, ...]
    unknown: tuple[Markdown, ...]
    missing: tuple[str, ...]

    def rows(self, section: str) -> tuple[BoxRow, ...]:
        """Rows of one of ``SECTIONS``."""
        rows: tuple[BoxRow, ...] = getattr(self, section)
        return rows


@dataclass(frozen=True)
class FactBoxes:
    """The boxes in the file's order, and the words of all of them."""

    words: Words
    box: tuple[FactBox, ...]


@cache
def load(file: Path | None = None) -> FactBoxes:
    """The boxes in ``file``, by default the course's.

    Raises
    ------
    ContentError
        For an unknown key, a drug used twice or none, a fact that does not exist, may not be taught or gives no
        share where patients are counted, or a box without exactly one guessed benefit and one guessed harm.
    """
    path = file or content_folder() / "widgets/fact_box.toml"
    name = short_name(path)
    boxes = build(FactBoxes, read_toml(path), name, "boxes")
    require_ids([box.drug for box in boxes.box], name, "box", "drug")
    for box in boxes.box:
        _check(box, name)
    return boxes


def _check(box: FactBox, file: str) -> None:
    def fail(key: str, problem: str) -> None:
        raise ContentError(file, f"box {box.drug}", key, problem)

    known = load_facts()
    for section in SECTIONS:
        for row in box.rows(section):
            if row.fact not in known or known[row.fact].status == "recalled":
                fail(section, f"no fact {row.fact!r} that may be taught")
            if section in COUNTED:
                try:
                    share_of(known[row.fact], row.part)
                except ValueError as error:
                    fail(section, str(error))
        guessed = sum(row.guess for row in box.rows(section))
        if guessed != (section in GUESSED):
            fail(section, f"{guessed} rows are guessed; one benefit and one harm must be, and no other row")
