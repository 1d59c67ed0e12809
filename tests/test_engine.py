"""The engine carries any course: no file of it names a gene, a drug, a study, a country or a chapter of this one."""

import re
from pathlib import Path

import pytest

from ntrkcourse.content.cases import load_cases
from ntrkcourse.content.facts import load_facts
from ntrkcourse.content.location import PACKAGE

# The disease's own rooms, and their science: what they show is a fusion, a stain, a read.
OWN = {"fusion_builder", "resistance_lab", "stain_field", "fish_counter", "read_pileup", "drawings"}
OWN_SCIENCE = {"fusions", "resistance", "staining", "fish"}
WORDS = re.compile(
    r"\b(?:NTRK\d?|TRK[ABC]?|ETV6|BRCA\d?|PIK3CA|HER2|S100|SOX10|pan-TRK|\w+trectinib"
    r"|India|Indian|Chin(?:a|ese)|Japan|NICE|FDA|CDSCO|ICMR|chapter \d+|Padma|Leela|Thangam)\b"
)
SUFFIXES = {".py", ".js", ".html", ".css", ".json", ".ts"}


def engine() -> list[Path]:
    return [
        file
        for file in sorted(PACKAGE.rglob("*"))
        if file.suffix in SUFFIXES
        and not OWN & set(file.relative_to(PACKAGE).parts)
        and not (file.parent.name == "science" and file.stem in OWN_SCIENCE)
    ]


@pytest.mark.parametrize("file", engine(), ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_it_names_nothing_of_this_course(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    named = set(WORDS.findall(text))
    named |= {
        name
        for name in [*load_facts(), *load_cases()]
        # A search for each of the hundreds of names in each file would take a minute.
        if len(name) > 3 and name in text and re.search(rf"\b{re.escape(name)}\b", text)
    }
    assert named == set()
