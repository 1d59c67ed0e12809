"""Two learners and a trainer's board in Chromium, on a class that is really served, which stops and starts in between."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from live.phones import IDS, QUIZ, WORDS, answer, bar, card, choice, nothing_waits, press, verdict, write_page
from live_class import Served, served
from playwright.sync_api import BrowserContext, Page, expect

from ntrkcourse.content.interface import interface_words
from ntrkcourse.content.marks import names_of
from ntrkcourse.content.questions import load_questions

BOARD = interface_words()["board"]
ASKED = load_questions()[IDS[0]]


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Served]:
    (tmp_path / "book").mkdir()
    write_page(tmp_path / "book/index.html")
    with served(tmp_path / "classes", tmp_path / "book") as one:
        yield one


def enter(room: Served, phone: Callable[..., BrowserContext]) -> Page:
    page = phone().new_page()
    page.goto(f"{room.address}/?class={room.chosen.code}")
    press(page, "join")
    expect(bar(page)).to_contain_text("In class as")
    return page


def do(board: Page, name: str) -> None:
    board.get_by_role("button", name=BOARD[name], exact=True).click()


def test_a_class_from_the_first_vote_to_the_last_word(
    room: Served, phone: Callable[..., BrowserContext]
) -> None:
    board = phone(viewport={"width": 1280, "height": 900}).new_page()
    board.goto(f"{room.address}/board#key={room.chosen.key}")
    # The first time the server goes through all chapters for what they ask.
    expect(board.get_by_text(room.chosen.code, exact=True)).to_be_visible(timeout=60_000)
    assert room.chosen.key not in board.url
    one, two = (enter(room, phone) for _ in range(2))
    expect(board.get_by_role("status")).to_contain_text("2 learners have joined")

    board.get_by_label(BOARD["chapter"], exact=True).select_option(index=int(ASKED.chapter))
    board.get_by_label(BOARD["question"], exact=True).select_option(ASKED.id)
    do(board, "open")
    for page in (one, two):
        expect(bar(page)).to_contain_text(WORDS["vote"])
    answer(one, 0, right=False, sure="certain")
    answer(two, 0, right=True)
    expect(board.get_by_text("2 of 2 have answered")).to_be_visible()
    for page in (one, two):
        expect(card(page, 0)).to_contain_text(QUIZ["voted"])
        expect(verdict(page, 0)).to_have_count(0)

    do(board, "close")
    expect(board.get_by_role("table", name=BOARD["round"].replace("{n}", "1")).first).to_contain_text(
        "1 (50%)"
    )
    do(board, "again")
    room.stop()
    expect(board.get_by_text(BOARD["unheard"])).to_be_visible()
    room.start()
    expect(board.get_by_text(BOARD["unheard"])).to_be_hidden(timeout=30_000)
    check = card(one, 0).get_by_role("button", name=QUIZ["check"], exact=True)
    expect(check).to_be_visible(timeout=30_000)
    answer(one, 0, right=True)
    nothing_waits(one)
    expect(board.get_by_text("1 voted twice: 1 went to the right answer")).to_be_attached()

    do(board, "reveal")
    for page in (one, two):
        expect(verdict(page, 0)).to_have_text(QUIZ["right"])
    board.get_by_text(BOARD["for_you"]).click()
    said = names_of(option.text for option in ASKED.option).index(choice(0, False))
    expect(board.get_by_role("table", name=BOARD["ideas"])).to_contain_text(ASKED.option[said].trap)
    do(board, "end")

    bar(two).locator("summary").click()
    press(two, "leave")
    press(two, "leave_sure")
    expect(bar(two)).to_contain_text(WORDS["left"])
    expect(board.get_by_role("status")).to_contain_text("1 learner has joined")
    with board.expect_download() as saved:
        board.get_by_role("link", name=BOARD["csv"]).click()
    rows = Path(saved.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) == 3, "two answers of the learner who stayed, and the names of the columns"


def test_a_stranger_sees_no_board(room: Served, phone: Callable[..., BrowserContext]) -> None:
    page = phone().new_page()
    page.goto(f"{room.address}/board#key=guessed")
    expect(page.get_by_text(BOARD["login"])).to_be_visible()
    assert room.chosen.code not in page.content()
