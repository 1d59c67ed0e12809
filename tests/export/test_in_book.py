"""Data and decks in the book: each is there, is the same each time, and is linked where a reader looks for it."""

import json
import re
from pathlib import Path

import pytest

from ntrkcourse.content.questions import load_questions
from ntrkcourse.export import Order, export
from ntrkcourse.export.formats import anki
from ntrkcourse.export.in_book import FOLDER
from ntrkcourse.publish.citation import load_citation


@pytest.mark.parametrize(
    ("page", "files"),
    [("evidence", 6), ("review", 2), ("trainers", 2)],
    ids=["evidence", "review", "trainers"],
)
def test_a_page_leads_to_the_files(book: Path, page: str, files: int) -> None:
    text = (book / f"book/{page}.html").read_text(encoding="utf-8")
    linked = re.findall(rf'href="\.\./({FOLDER}/[^"]+)" download', text)
    assert len(linked) == files and all((book / one).stat().st_size > 1000 for one in linked)
    assert f"Version {load_citation().version}" in text and "CC-BY-4.0" in text


def test_the_data_in_the_book_are_those_of_this_version(book: Path, tmp_path: Path) -> None:
    for made in export(["data"], Order(tmp_path)):
        assert (book / FOLDER / made.name).read_bytes() == made.read_bytes(), made.name
    (facts,) = (book / FOLDER).glob("*-facts.json")
    assert json.loads(facts.read_text(encoding="utf-8"))["version"] == load_citation().version


def test_a_deck_is_the_same_each_time() -> None:
    some = list(load_questions().values())[:20]
    assert anki.package("Some", some) == anki.package("Some", some)
