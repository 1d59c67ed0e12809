"""While a class votes on a question, no page of the book says what the vote was worth."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from live.phones import WORDS, bar, press
from live.room import CODE, Room
from playwright.sync_api import BrowserContext, Page, expect

from ntrkcourse.content.chapters import load_chapters
from ntrkcourse.content.interface import interface_words
from ntrkcourse.content.teaching import find_lesson
from ntrkcourse.publish.lessons import lesson_id, page_of
from ntrkcourse.publish.teaching import asked_in

QUIZ = interface_words()["quiz"]
CHAPTER, LESSON = find_lesson("04 The look comes first")
ASKED = next(one for one in asked_in(LESSON) if one.use == "chapter")
CHANGED = load_chapters()["13"]
RECORD = next(one for one in CHANGED.lessons if any("course_record()" in text for *_, text in one.cells))


@pytest.fixture
def room(book: Path) -> Iterator[Room]:
    with Room(book) as serving:
        yield serving


@pytest.fixture
def voter(room: Room, phone: Callable[..., BrowserContext]) -> Page:
    """A phone that has voted on the question, and nothing else."""
    page = phone().new_page()
    room.say(item=ASKED.id, state="open")
    page.goto(f"{room.address}/{page_of(CHAPTER)}.html?class={CODE}#question-{ASKED.id}")
    press(page, "join")
    expect(bar(page)).to_contain_text(WORDS["vote"])
    card = page.locator(f'[data-question="{ASKED.id}"]')
    card.get_by_role("radio").first.check()
    card.get_by_role("button", name=QUIZ["check"], exact=True).click()
    expect(card).to_contain_text(QUIZ["voted"])
    return page


def test_the_progress_page_counts_a_vote_once_it_is_shown(room: Room, voter: Page) -> None:
    voter.goto(f"{room.address}/book/progress.html")
    row = voter.get_by_role("row", name=CHAPTER.title).get_by_role("cell").first
    expect(row).to_contain_text("0 of")
    room.say(state="revealed")
    expect(row).to_contain_text("1 of")


def test_the_review_page_knows_a_vote_once_it_is_shown(room: Room, voter: Page) -> None:
    voter.goto(f"{room.address}/book/review.html")
    nothing = interface_words()["review"]["nothing"]
    expect(voter.get_by_text(nothing)).to_be_visible()
    room.say(state="revealed")
    expect(voter.get_by_text(nothing)).to_be_hidden()


def test_the_record_of_the_course_holds_a_vote_once_it_is_shown(
    room: Room, voter: Page, tmp_path: Path
) -> None:
    voter.goto(f"{room.address}/{page_of(CHANGED)}.html#{lesson_id(RECORD)}")

    def answered() -> str:
        with voter.expect_download() as saved:
            voter.get_by_role("button", name="Save it as a file").click()
        saved.value.save_as(tmp_path / "record.html")
        record = voter.context.new_page()
        record.goto((tmp_path / "record.html").as_uri())
        said = record.locator("li, tr, p").filter(has_text=CHAPTER.title).last.inner_text()
        record.close()
        return said

    assert "0 of" in answered()
    room.say(state="revealed")
    expect(voter.locator("html[data-vote]")).to_have_count(0)
    assert "1 of" in answered()
