"""What the loader refuses, and which chapters have a sentence."""

import pytest
from contract import Refuses

from ntrkcourse import own_sentence
from ntrkcourse.content.location import content_folder
from ntrkcourse.widgets.own_sentence.records import load

SOURCE = (content_folder() / "widgets/own_sentence.toml").read_text(encoding="utf-8")
CONTENT = load()


def test_a_chapter_without_two_digits_is_refused(refuses: Refuses) -> None:
    line = f'first_chapter = "{CONTENT.first_chapter}"'
    assert line in SOURCE
    refuses(load, SOURCE.replace(line, 'first_chapter = "0"'), "'0' is no chapter's two digits")


def test_a_row_that_ends_where_it_begins_is_refused(refuses: Refuses) -> None:
    line = f'last_chapter = "{CONTENT.last_chapter}"'
    spoilt = SOURCE.replace(line, f'last_chapter = "{CONTENT.first_chapter}"')
    refuses(load, spoilt, "the row must end after it begins")


@pytest.mark.parametrize("chapter", ["", "6", "99", "sixth", "006"])
def test_a_chapter_outside_the_row_has_no_sentence(chapter: str) -> None:
    with pytest.raises(ValueError, match="chapter must be two digits from"):
        own_sentence(chapter)


def test_each_sitting_asks_in_its_own_way_and_leaves_room_on_paper() -> None:
    for chapter, sitting in (
        (CONTENT.first_chapter, CONTENT.first),
        ("06", CONTENT.later),
        (CONTENT.last_chapter, CONTENT.last),
    ):
        widget = own_sentence(chapter)
        paper = widget.equivalent(widget.data)
        assert sitting.title in paper and sitting.ask in paper
        lines = 2 if chapter == CONTENT.first_chapter else 4
        assert paper.count('class="ntrk-own-line"') == lines
