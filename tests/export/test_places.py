"""Where a book is published, what leaves it leads back: every address is there in the built book."""

import re
from pathlib import Path

import pytest

from ntrkcourse.content.questions import FORMS, load_questions
from ntrkcourse.export.places import fact_address, lesson_of, question_address, section_address


def test_every_address_leads_to_something_in_the_book(book: Path, published: str) -> None:
    found: dict[str, set[str]] = {}
    for question in load_questions().values():
        assert bool(question_address(question)) == (question.use not in FORMS), question.id
        addresses = [
            question_address(question),
            section_address(question),
            *map(fact_address, question.fact_ids()),
        ]
        for address in filter(None, addresses):
            page, _, part = address.removeprefix(published).partition("#")
            if page not in found:
                found[page] = set(re.findall(r'\bid="([^"]+)"', (book / page).read_text(encoding="utf-8")))
            assert part in found[page], address


@pytest.mark.parametrize("address", [question_address, section_address])
def test_without_an_address_there_is_no_link(address) -> None:
    assert {address(one) for one in load_questions().values()} == {""}


def test_every_question_is_taught_in_a_lesson_of_its_own_chapter() -> None:
    for question in load_questions().values():
        chapter, lesson = lesson_of(question)
        assert chapter.number == question.chapter and lesson is not None, question.id
