"""The trainer's board: what it shows while answers arrive, and what its buttons do to the room."""

from collections.abc import Callable
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from live.room import CODE, Room
from playwright.sync_api import BrowserContext, Locator, Page, expect

from ntrkcourse.content.inline import plain
from ntrkcourse.content.interface import interface_words
from ntrkcourse.content.questions import Question, load_questions
from ntrkcourse.figures import find

WORDS = interface_words()["board"]
QUIZ = interface_words()["quiz"]
ASKED = next(one for one in load_questions().values() if one.kind == "single" and one.use == "checkpoint")
TRAP = next(one for one in ASKED.option if one.trap)
RIGHT = next(one for one in ASKED.option if one.correct)
LEARNERS = ("Quiet Heron", "Swift Banyan", "Calm Otter", "Keen Neem")


def a_round(right: int, wrong: int) -> dict[str, Any]:
    counts = {RIGHT.text: right, TRAP.text: wrong}
    return {
        "answers": right + wrong,
        "right": right,
        "spread": [
            {"response": "", "label": plain(one.text), "count": counts.get(one.text, 0), "right": one.correct}
            for one in ASKED.option
        ],
        "certainty": [
            {"certainty": level, "count": right + wrong if level == 3 else 0, "right": 0}
            for level in (1, 2, 3, None)
        ],
    }


def figures(**rounds: dict[str, Any]) -> dict[str, Any]:
    trap = {"item": ASKED.id, "trap": TRAP.trap, "say": plain(TRAP.feedback), "count": 3}
    shift = {"both": 4, "gained": 2, "lost": 1, "right_twice": 1, "wrong_twice": 0}
    shift |= {"share": 2 / 3, "interval": [0.09, 0.99], "p": 1.0}
    item = {
        "stem": plain(ASKED.stem),
        "rounds": {name[1:]: one for name, one in rounds.items()},
        "shift": shift if len(rounds) == 2 else None,
        "traps": [trap] if rounds else [],
    }
    parts = [
        {"title": "Opening", "begins": 0, "minutes": 10, "asks": 0, "begun": 0},
        {"title": "The lesson", "begins": 10, "minutes": 30, "asks": 4, "begun": 3},
    ]
    return {
        "class": {"name": "monday", "code": CODE, "address": "http://192.0.2.7:8000/?class=" + CODE},
        "learners": [
            {"name": name, "item": ASKED.id, "at": "2026-11-30T10:00:00+00:00", "answered": at}
            for at, name in enumerate(LEARNERS)
        ],
        "items": {ASKED.id: item} if rounds else {},
        "traps": item["traps"],
        "gain": {"before": None, "after": None, "normalised": None, "first": {"A": 0, "B": 0}, "pairs": []},
        "analysis": {},
        "pace": {"minutes": 12.5, "clock": 1, "room": 1, "parts": parts},
    }


@pytest.fixture
def board(room: Room, phone: Callable[..., BrowserContext]) -> Page:
    room.figures = figures()
    page = phone(viewport={"width": 1280, "height": 800}).new_page()
    page.goto(f"{room.address}/board")
    expect(page.get_by_text(CODE, exact=True)).to_be_visible()
    look_at(page, ASKED)
    return page


def look_at(page: Page, question: Question) -> None:
    page.get_by_label(WORDS["chapter"], exact=True).select_option(index=int(question.chapter))
    page.get_by_label(WORDS["question"], exact=True).select_option(question.id)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=WORDS[name], exact=True).click()


def tell(room: Room, **rounds: dict[str, Any]) -> None:
    room.figures = figures(**rounds)
    room.say()


def spread(page: Page) -> Locator:
    return page.get_by_role("table").filter(has_text=WORDS["round"].replace("{n}", "1")).first


def test_a_vote_goes_its_way(room: Room, board: Page) -> None:
    expect(board.get_by_text(plain(ASKED.stem), exact=False).last).to_be_visible()
    press(board, "open")
    expect(board.get_by_role("status")).to_contain_text(f"vote 1 on {ASKED.id} is open")
    press(board, "close")
    expect(board.get_by_role("status")).to_contain_text(f"vote 1 on {ASKED.id} is closed")
    press(board, "again")
    expect(board.get_by_role("status")).to_contain_text(f"vote 2 on {ASKED.id} is open")
    press(board, "reveal")
    expect(board.get_by_role("status")).to_contain_text(f"{ASKED.id} is shown")
    press(board, "end")
    expect(board.get_by_role("button", name=WORDS["end"], exact=True)).to_be_disabled()
    votes = [body for path, body in room.orders if path == "/board/item"]
    assert [(one["item"], one["state"], one["round"]) for one in votes] == [
        (ASKED.id, "open", 1),
        (ASKED.id, "closed", 1),
        (ASKED.id, "open", 2),
        (ASKED.id, "revealed", 2),
        (None, "closed", 1),
    ]


def test_the_room_is_led_and_let_go(room: Room, board: Page) -> None:
    press(board, "lead")
    expect(board.get_by_role("status")).to_contain_text(f"#question-{ASKED.id}")
    assert room.orders[-1][1]["address"].startswith(f"notebooks/{ASKED.chapter}_")
    press(board, "wander")
    expect(board.get_by_role("status")).to_contain_text(WORDS["wanders"])
    board.get_by_label(WORDS["take"]).uncheck()
    press(board, "open")
    expect(board.get_by_role("status")).to_contain_text("is open")
    assert room.orders[-1][0] == "/board/item"


def test_answers_are_counted_as_they_come_and_their_spread_stays_folded(room: Room, board: Page) -> None:
    press(board, "open")
    expect(board.get_by_text("0 of 4 have answered")).to_be_visible()
    tell(room, r1=a_round(1, 2))
    expect(board.get_by_text("3 of 4 have answered")).to_be_visible()
    expect(spread(board)).to_be_hidden()
    press(board, "close")
    expect(spread(board)).to_be_visible()
    row = spread(board).get_by_role("row", name=plain(TRAP.text))
    expect(row).to_contain_text("2 (67%)")
    widths = row.locator(".board-bar").evaluate("bar => bar.style.width")
    assert round(float(widths.rstrip("%"))) == 67


def test_what_is_right_is_marked_only_once_it_is_shown(room: Room, board: Page) -> None:
    press(board, "open")
    tell(room, r1=a_round(1, 2))
    press(board, "close")
    expect(spread(board)).to_be_visible()
    expect(board.locator(".board-right")).to_have_count(0)
    expect(board.get_by_text(plain(TRAP.feedback)).first).to_be_hidden()
    press(board, "reveal")
    expect(board.locator(".board-right")).to_have_count(1)
    expect(board.locator(".board-right")).to_contain_text(QUIZ["right"])
    expect(board.get_by_text("1 of 3 right (33%).")).to_be_visible()


def test_wrong_ideas_come_with_what_to_say(room: Room, board: Page) -> None:
    tell(room, r1=a_round(1, 3))
    board.get_by_text(WORDS["for_you"]).click()
    row = board.get_by_role("table", name=WORDS["ideas"]).get_by_role("row", name=TRAP.trap)
    expect(row).to_contain_text(plain(TRAP.feedback))
    expect(row).to_contain_text("3")


def test_the_shift_between_two_votes(room: Room, board: Page) -> None:
    press(board, "open")
    press(board, "close")
    tell(room, r1=a_round(2, 2), r2=a_round(3, 1))
    expect(board.get_by_text("4 voted twice: 2 went to the right answer, 1 left it")).to_be_visible()


def test_who_is_where_and_the_pace(room: Room, board: Page) -> None:
    here = board.get_by_role("listitem").filter(has_text="The lesson")
    expect(here).to_contain_text("3 of 4 have begun")
    expect(here).to_contain_text(WORDS["clock"])
    board.get_by_text(WORDS["where"], exact=True).first.click()
    expect(board.get_by_role("row", name="Swift Banyan")).to_contain_text(ASKED.id)
    for name in ("csv", "parquet"):
        expect(board.get_by_role("link", name=WORDS[name])).to_have_attribute("href", f"/board/export.{name}")


def test_a_picture_stands_with_its_question_and_goes_with_it(board: Page) -> None:
    pictured = next(one for one in load_questions().values() if one.picture and one.use == "chapter")
    picture = board.get_by_role("img", name=find(pictured.picture).title)
    expect(picture).to_have_count(0)
    look_at(board, pictured)
    expect(picture).to_be_visible()
    look_at(board, ASKED)
    expect(picture).to_have_count(0)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_board_is_as_dark_as_the_system(board: Page, theme: Literal["light", "dark"]) -> None:
    board.emulate_media(color_scheme=theme)
    red = board.locator("body").evaluate(
        "body => Number(getComputedStyle(body).backgroundColor.match(/\\d+/)[0])"
    )
    assert red < 64 if theme == "dark" else red > 192


def test_figures_are_read_from_the_back_of_the_room(room: Room, board: Page) -> None:
    board.set_viewport_size({"width": 1920, "height": 1080})
    room.say(item=ASKED.id, state="revealed")
    tell(room, r1=a_round(1, 2))
    expect(board.locator(".board-right")).to_be_visible()
    small = board.locator(".board-bars *, .board-answered, .board-pace *, .board-join *").evaluate_all(
        "all => all.filter((one) => one.textContent && parseFloat(getComputedStyle(one).fontSize) < 24)"
        ".map((one) => one.textContent)"
    )
    assert small == []


def test_a_board_that_is_loaded_anew_finds_the_vote_in_its_lists(room: Room, board: Page) -> None:
    late = [one for one in load_questions().values() if one.use == "checkpoint"][-1]
    look_at(board, late)
    press(board, "open")
    expect(board.get_by_role("status")).to_contain_text("is open")
    board.reload()
    expect(board.get_by_label(WORDS["question"], exact=True)).to_have_value(late.id)
    expect(board.locator(".board-lists .ntrk-face").last).to_contain_text(late.id)
    expect(board.get_by_role("button", name=WORDS["open"], exact=True)).to_be_disabled()


def test_the_trainer_starts_the_clock(room: Room, board: Page) -> None:
    press(board, "start_clock")
    with room.changed:
        assert room.changed.wait_for(lambda: ("/board/clock", {}) in room.orders, 15)


def test_a_question_with_a_script_in_it_is_only_text(room: Room, board: Page) -> None:
    hostile = "<img src=x onerror=document.title='taken'>"
    room.figures["learners"][0]["name"] = hostile
    room.say()
    board.get_by_text(WORDS["where"], exact=True).first.click()
    expect(board.get_by_text(hostile)).to_be_visible()
    assert board.title() != "taken"


def test_the_board_says_that_it_hears_nothing_and_comes_back(room: Room, board: Page) -> None:
    room.lose()
    expect(board.get_by_text(WORDS["unheard"])).to_be_visible()
    press(board, "lead")
    expect(board.get_by_text(WORDS["failed"])).to_be_visible()
    room.lost = False
    room.say(item=ASKED.id, state="closed")
    expect(board.get_by_role("status")).to_contain_text("is closed")
    expect(board.get_by_text(WORDS["unheard"])).to_be_hidden()


def test_a_vote_by_keyboard_alone(room: Room, board: Page) -> None:
    button = board.get_by_role("button", name=WORDS["open"], exact=True)
    button.focus()
    for then, state in (("close", "is open"), ("reveal", "is closed"), ("end", "is shown")):
        board.keyboard.press("Enter")
        expect(board.get_by_role("status")).to_contain_text(state)
        assert board.evaluate("document.activeElement.tagName") == "BUTTON"
        for _ in range(5):
            if board.evaluate("document.activeElement.textContent") == WORDS[then]:
                break
            board.keyboard.press("Tab")


@pytest.mark.parametrize("width", [360, 1024, 1920])
def test_the_board_is_for_everyone(room: Room, board: Page, width: int) -> None:
    board.set_viewport_size({"width": width, "height": 900})
    room.say(item=ASKED.id, state="revealed", round=2)
    tell(room, r1=a_round(2, 2), r2=a_round(3, 1))
    for one in board.locator("details").all():
        one.evaluate("details => { details.open = true; }")
    expect(board.locator(".board-right")).to_have_count(2)
    assert board.evaluate("document.documentElement.scrollWidth <= innerWidth")
    found = Axe().run(board, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "best-practice"]})
    assert found.response["violations"] == [], found.generate_report()
