"""Decks in Anki itself: a new release changes the cards that are there, and makes none twice."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from made_questions import HINDI, MADE

from ntrkcourse.content.chapters import load_chapters
from ntrkcourse.content.questions import load_questions
from ntrkcourse.export import Order
from ntrkcourse.export.core import MOST, core
from ntrkcourse.export.formats import anki
from ntrkcourse.export.text import html


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    """A learner's Anki, with nothing in it."""
    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def take(collection: Collection, deck: bytes, folder: Path) -> None:
    file = folder / "deck.apkg"
    file.write_bytes(deck)
    collection.import_anki_package(
        ImportAnkiPackageRequest(package_path=str(file), options=ImportAnkiPackageOptions())
    )


def fields(collection: Collection) -> dict[str, list[str]]:
    notes = (collection.get_note(one) for one in collection.find_notes(""))
    return {note.fields[0]: note.fields for note in notes}


def test_a_card_asks_on_its_front_and_explains_every_option_on_its_back(
    collection: Collection, tmp_path: Path, published: str
) -> None:
    take(collection, anki.package("Made", [*MADE.values()]), tmp_path)
    found = fields(collection)
    assert len(found) == len(MADE)
    for question in MADE.values():
        _, front, back, origin = found[question.id]
        assert html(question.stem) in front and HINDI in front and "CC-BY" in origin
        for one in (*question.option, *question.item, *question.pair, *question.diagnosis):
            assert html(one.feedback) in back
        for choice in question.choices:
            assert html(choice) in front
        assert all(html(one.feedback) not in front for one in question.option)
        assert "Ross" in back and f"{published}notebooks/03_how_rare.html#" in back
    assert "10.2 in 10,000 (within 0.25)" in found["03.made-numeric"][2]


def test_a_picture_is_a_file_that_the_card_shows(collection: Collection, tmp_path: Path) -> None:
    take(collection, anki.package("Made", [MADE["single"]]), tmp_path)
    source = re.search(r'<img src="([^"]+)"', fields(collection)["03.made-single"][1])
    assert source
    drawn = Path(collection.media.dir(), source[1]).read_bytes()
    assert ElementTree.fromstring(drawn).tag == "{http://www.w3.org/2000/svg}svg"
    assert not collection.media.check().missing


def test_a_release_changes_the_cards_that_are_there(collection: Collection, tmp_path: Path) -> None:
    before = anki.package("Made", [*MADE.values()])
    take(collection, before, tmp_path)
    card = collection.get_card(collection.find_cards("")[0])
    collection.sched.set_due_date([card.id], "9")
    due = collection.get_card(card.id).due
    # Anki's clock of changes counts seconds, and a release comes later than the one before.
    collection.db.execute("update notes set mod = mod - 60")
    corrected = replace(MADE["order"], stem="Which comes first, as we know today?")
    take(collection, anki.package("Made", [*{**MADE, "order": corrected}.values()]), tmp_path)
    found = fields(collection)
    assert collection.card_count() == len(MADE) == len(found)
    assert corrected.stem in found[corrected.id][1]
    assert collection.get_card(card.id).due == due
    assert len([one for one in collection.models.all_names_and_ids() if "Reading" in one.name]) == 1


def test_both_decks_hold_a_question_once(collection: Collection, tmp_path: Path) -> None:
    core_file, all_file = anki.make(Order(tmp_path / "out"))
    take(collection, core_file.read_bytes(), tmp_path)
    assert 0 < collection.card_count() <= MOST
    take(collection, all_file.read_bytes(), tmp_path)
    assert sorted(fields(collection)) == sorted(load_questions())
    assert collection.card_count() == len(load_questions())
    assert not collection.media.check().missing


def test_the_core_deck_has_one_question_an_objective_and_none_of_a_test() -> None:
    chosen = core(load_questions().values())
    objectives = [one.objective for one in chosen]
    promised = sum(len(chapter.objectives) for chapter in load_chapters().values())
    assert len(objectives) == len(set(objectives)) == min(MOST, promised)
    assert {one.use for one in chosen} <= {"checkpoint", "chapter"}
    level = {"remember": 0, "understand": 1, "apply": 2, "analyse": 3, "evaluate": 4}
    for one in chosen:
        rivals = [
            other
            for other in load_questions().values()
            if other.objective == one.objective
            and other.kind == "single"
            and other.use in ("checkpoint", "chapter")
        ]
        assert one.kind == "single" or not rivals
        assert all(level[one.level] >= level[other.level] for other in rivals)


def test_what_the_reader_missed_joins_the_core_deck_and_is_tagged(
    collection: Collection, tmp_path: Path
) -> None:
    chosen = core(load_questions().values())
    other = next(one for one in load_questions().values() if one not in chosen and one.use == "chapter")
    core_file, _ = anki.make(Order(tmp_path / "out", [chosen[0], other]))
    take(collection, core_file.read_bytes(), tmp_path)
    notes = [collection.get_note(one).fields[0] for one in collection.find_notes("tag:missed")]
    assert sorted(notes) == sorted([chosen[0].id, other.id])
    assert collection.card_count() == len(chosen) + 1
