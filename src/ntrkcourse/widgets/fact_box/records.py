"""Fact boxes: for each drug, which record holds the number of each row."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...content.errors import ContentError
from ...content.facts import require_taught
from ...content.records import Markdown, Words, build, read_widget, require_ids
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
    document, name = read_widget("fact_box", file)
    boxes = build(FactBoxes, document, name, "boxes")
    require_ids([box.drug for box in boxes.box], name, "box", "drug")
    for box in boxes.box:
        _check(box, name)
    return boxes


def _check(box: FactBox, file: str) -> None:
    def fail(key: str, problem: str) -> None:
        raise ContentError(file, f"box {box.drug}", key, problem)

    for section in SECTIONS:
        for row in box.rows(section):
            fact = require_taught(row.fact, file, f"box {box.drug}", section)
            if section in COUNTED:
                try:
                    share_of(fact, row.part)
                except ValueError as error:
                    fail(section, str(error))
        guessed = sum(row.guess for row in box.rows(section))
        if guessed != (section in GUESSED):
            fail(section, f"{guessed} rows are guessed; one benefit and one harm must be, and no other row")
