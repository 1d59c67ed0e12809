"""Fact boxes: for each drug, which record holds the number of each row."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...content.errors import ContentError
from ...content.facts import load_facts
from ...content.inline import linked_facts
from ...content.location import content_folder, short_name
from ...content.records import build_by_id, read_toml, refuse_unknown

SECTIONS = ("benefit", "harm", "breast", "time", "approval")


@dataclass(frozen=True)
class BoxRow:
    """One row: its text, the fact that holds its number, or one ``part`` of it; whether it is guessed first."""

    text: str
    fact: str
    part: str = ""
    guess: bool = False


@dataclass(frozen=True)
class FactBox:
    """A drug's rows by section, what is ``unknown`` (with fact links), and what is ``missing`` from our reading."""

    drug: str
    benefit: tuple[BoxRow, ...]
    harm: tuple[BoxRow, ...]
    time: tuple[BoxRow, ...]
    approval: tuple[BoxRow, ...]
    unknown: tuple[str, ...]
    missing: tuple[str, ...]
    breast: tuple[BoxRow, ...] = ()

    def rows(self, section: str) -> tuple[BoxRow, ...]:
        """Rows of one of ``SECTIONS``."""
        rows: tuple[BoxRow, ...] = getattr(self, section)
        return rows

    def fact_ids(self) -> list[str]:
        """Facts of the rows and of the links, each once, in order."""
        held = [row.fact for section in SECTIONS for row in self.rows(section)]
        return list(dict.fromkeys(held + linked_facts(self.unknown)))


@cache
def load(file: Path | None = None) -> dict[str, FactBox]:
    """The boxes in ``file`` by drug, by default the course's, in the file's order.

    Raises
    ------
    ContentError
        For an unknown key, a drug used twice, a fact that does not exist or may not be taught, or a box
        without exactly one guessed benefit and one guessed harm.
    """
    path = file or content_folder() / "widgets/fact_box.toml"
    name = short_name(path)
    document = read_toml(path)
    refuse_unknown(document, ("box",), name, "")
    boxes = build_by_id(FactBox, document.get("box", []), name, "box", key="drug")
    for box in boxes.values():
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
        guessed = sum(row.guess for row in box.rows(section))
        if guessed != (section in ("benefit", "harm")):
            fail(section, f"{guessed} rows are guessed; one benefit and one harm must be, and no other row")
