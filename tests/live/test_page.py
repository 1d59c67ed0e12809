"""What a learner goes through in a live class, against a server that keeps to its contract and can be made to fail."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from live.phones import (
    IDS,
    QUIZ,
    WORDS,
    answer,
    bar,
    card,
    choice,
    nothing_waits,
    press,
    verdict,
    waits,
    write_page,
)
from live.room import CODE, NAMES, REGISTRATION, Room
from playwright.sync_api import BrowserContext, Page, expect

FORBIDDEN = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no'); } });"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa"]}
Enter = Callable[..., Page]


@pytest.fixture(autouse=True)
def pages(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_page(tmp_path / f"{name}.html")


@pytest.fixture
def enter(room: Room, phone: Callable[..., BrowserContext]) -> Enter:
    """``enter()``: a learner's page in the class; a context may be given."""

    def one(context: BrowserContext | None = None) -> Page:
        page = (context or phone()).new_page()
        page.goto(f"{room.address}/one.html?class={CODE}")
        press(page, "join")
        expect(bar(page)).to_contain_text("In class as")
        return page

    return one


def expected(*answers: tuple[int, bool], round: int = 1) -> list[tuple[str, str, int]]:
    return [(IDS[at], choice(at, right), round) for at, right in answers]


def test_without_a_class_there_is_nothing(room: Room, phone: Callable[..., BrowserContext]) -> None:
    page = phone().new_page()
    page.goto(f"{room.address}/one.html")
    answer(page, 0)
    expect(verdict(page, 0)).to_have_text(QUIZ["right"])
    expect(bar(page)).to_have_count(0)
    assert set(room.asked) <= {"/one.html", "/favicon.ico"}


def test_a_learner_is_told_what_is_recorded_and_then_joins(
    room: Room, phone: Callable[..., BrowserContext]
) -> None:
    page = phone().new_page()
    page.goto(f"{room.address}/one.html?class={CODE.lower()}")
    for told in ("recorded", "why", "place", "until", "rights", "before"):
        expect(bar(page).get_by_text(WORDS[told]).first).to_be_visible()
    answer(page, 0)
    press(page, "join")
    expect(bar(page)).to_contain_text(WORDS["where"].replace("{name}", NAMES[0]))
    assert "class" not in page.url
    answer(page, 1, right=False, sure="certain")
    nothing_waits(page)
    room.wait(lambda: len(room.stored) == 1)
    assert room.answers() == expected((1, False)), "what was answered before joining stays in the browser"
    page.reload()
    expect(bar(page)).to_contain_text(NAMES[0])


def test_the_statement_of_an_answer(room: Room, enter: Enter) -> None:
    page = enter()
    answer(page, 0, right=False)
    card(page, 0).get_by_role("button", name=QUIZ["retry"], exact=True).click()
    answer(page, 0, sure="guess")
    room.wait(lambda: len(room.stored) == 2)
    first, second = room.stored.values()
    home = "urn:reading-the-rare"
    assert first["actor"]["account"] == {"homePage": home, "name": NAMES[0]}
    assert first["verb"]["id"] == "http://adlnet.gov/expapi/verbs/answered"
    assert first["object"]["id"] == f"{home}:question:{IDS[0]}"
    assert first["result"]["extensions"] == {f"{home}:attempt": 1}
    assert second["result"]["extensions"] == {f"{home}:attempt": 2, f"{home}:certainty": 1}
    assert second["result"]["response"] == choice(0, True)
    assert second["context"] == {"registration": REGISTRATION, "extensions": {f"{home}:round": 1}}
    assert re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", first["id"])


def test_a_wrong_code_is_said_and_can_be_mended(room: Room, phone: Callable[..., BrowserContext]) -> None:
    page = phone().new_page()
    page.goto(f"{room.address}/one.html?class=AAA-AAA")
    press(page, "join")
    expect(bar(page)).to_contain_text(WORDS["unknown"].replace("{code}", "AAA-AAA"))
    bar(page).get_by_label(WORDS["code"]).fill(CODE.lower())
    page.keyboard.press("Enter")
    expect(bar(page)).to_contain_text(NAMES[0])


def test_a_laptop_that_takes_nobody_or_is_not_there_says_so(
    room: Room, phone: Callable[..., BrowserContext]
) -> None:
    page = phone().new_page()
    page.goto(f"{room.address}/one.html?class={CODE}")
    room.full = True
    press(page, "join")
    expect(bar(page)).to_contain_text(WORDS["busy"])
    room.full = False
    room.lose()
    press(page, "join")
    expect(bar(page)).to_contain_text(WORDS["unreachable"])
    room.lost = False
    press(page, "join")
    expect(bar(page)).to_contain_text(NAMES[0])


def test_who_does_not_join_is_asked_no_second_time(room: Room, phone: Callable[..., BrowserContext]) -> None:
    page = phone().new_page()
    page.goto(f"{room.address}/one.html?class={CODE}")
    press(page, "not_now")
    expect(bar(page)).to_have_count(0)
    page.reload()
    expect(card(page, 0)).to_be_visible()
    expect(bar(page)).to_have_count(0)


def test_answers_wait_while_the_connection_is_lost(room: Room, enter: Enter) -> None:
    page = enter()
    room.lose()
    answer(page, 0)
    answer(page, 1, right=False)
    expect(verdict(page, 1)).to_have_text(QUIZ["wrong"])
    waits(page, 2)
    room.lost = False
    nothing_waits(page)
    assert room.answers() == expected((0, True), (1, False))


def test_what_is_sent_twice_has_the_same_id(room: Room, enter: Enter) -> None:
    page = enter()
    room.mute = True
    answer(page, 0)
    room.wait(lambda: len(room.posts) == 2)
    room.mute = False
    nothing_waits(page)
    assert len({name for post in room.posts for name in post}) == 1
    assert room.answers() == expected((0, True))


def test_a_full_queue_outlives_reload_and_restart(room: Room, enter: Enter) -> None:
    page = enter()
    context = page.context
    room.mute = True
    for at in range(3):
        answer(page, at)
    room.wait(lambda: len(room.stored) == 3)
    room.lose()
    waits(page, 3)
    room.lost = False
    page.reload()
    waits(page, 3)
    page.close()
    room.mute = False
    again = context.new_page()
    again.goto(f"{room.address}/two.html")
    nothing_waits(again)
    assert room.answers() == expected((0, True), (1, True), (2, True))


def test_of_many_answers_only_the_refused_one_stays(room: Room, enter: Enter) -> None:
    page = enter()
    room.bad = {IDS[1]}
    room.lose()
    for at in range(3):
        answer(page, at)
    waits(page, 3)
    room.lost = False
    nothing_waits(page)
    expect(bar(page)).to_contain_text(WORDS["refused_one"])
    assert room.answers() == expected((0, True), (2, True))


def test_where_the_browser_keeps_nothing_the_class_lasts_as_long_as_the_page(
    room: Room, phone: Callable[..., BrowserContext], enter: Enter
) -> None:
    context = phone()
    context.add_init_script(FORBIDDEN)
    page = enter(context)
    bar(page).get_by_text(NAMES[0]).click()
    expect(bar(page)).to_contain_text(WORDS["unsaved"])
    answer(page, 0)
    nothing_waits(page)
    assert room.answers() == expected((0, True))


def test_a_learner_leaves_and_takes_the_answers_along(room: Room, enter: Enter) -> None:
    page = enter()
    answer(page, 0)
    room.wait(lambda: len(room.stored) == 1)
    bar(page).get_by_text(NAMES[0]).click()
    room.lose()
    press(page, "leave")
    press(page, "leave_sure")
    expect(bar(page)).to_contain_text(WORDS["not_left"])
    room.lost = False
    press(page, "leave_sure")
    expect(bar(page)).to_contain_text(WORDS["left"])
    assert room.stored == {} and room.members == {}
    expect(verdict(page, 0)).to_have_text(QUIZ["right"])
    asked = len(room.asked)
    answer(page, 1)
    page.reload()
    expect(verdict(page, 0)).to_have_text(QUIZ["right"])
    expect(bar(page)).to_have_count(0)
    assert set(room.asked[asked:]) == {"/one.html"}


def test_a_file_of_ones_progress_holds_no_key_and_no_name(room: Room, enter: Enter) -> None:
    page = enter()
    room.lose()
    answer(page, 0)
    waits(page, 1)
    saved = json.dumps(page.evaluate("ntrk.shared.store.everything()"))
    assert choice(0, True) in saved
    assert "key-of" not in saved and NAMES[0] not in saved
    assert page.evaluate("text => ntrk.shared.store.parseFile(text).problem", saved) == ""


def test_a_class_that_is_gone_says_so(room: Room, enter: Enter) -> None:
    page = enter()
    room.members.clear()
    answer(page, 0)
    expect(bar(page)).to_contain_text(WORDS["gone"])
    expect(verdict(page, 0)).to_have_text(QUIZ["right"])
    bar(page).get_by_text(WORDS["gone"]).click()
    press(page, "leave")
    press(page, "leave_sure")
    expect(bar(page)).to_contain_text(WORDS["left"])


def test_a_votes_verdict_is_held_back_until_it_is_shown(room: Room, enter: Enter) -> None:
    page = enter()
    summary = page.locator(".ntrk-quiz-summary")
    answer(page, 1)
    answer(page, 2)
    before = summary.inner_text()
    room.say(item=IDS[0], state="open")
    expect(bar(page)).to_contain_text(WORDS["vote"])
    answer(page, 0, right=False)
    expect(card(page, 0)).to_contain_text(QUIZ["voted"])
    for _ in range(2):
        expect(verdict(page, 0)).to_have_count(0)
        expect(card(page, 0).locator(".ntrk-is-wrong, .ntrk-is-right")).to_have_count(0)
        expect(card(page, 0).get_by_role("button", name=QUIZ["retry"])).to_be_hidden()
        expect(page.get_by_text("The text that answers.")).to_be_hidden()
        assert summary.inner_text() == before
        page.reload()
        expect(card(page, 0)).to_contain_text(QUIZ["voted"])
    room.say(state="closed")
    expect(bar(page)).not_to_contain_text(WORDS["vote"])
    expect(verdict(page, 0)).to_have_count(0)
    room.say(state="revealed")
    expect(verdict(page, 0)).to_have_text(QUIZ["wrong"])
    expect(page.get_by_text("The text that answers.")).to_be_visible()


def test_the_second_round_asks_again(room: Room, enter: Enter) -> None:
    page = enter()
    room.say(item=IDS[0], state="open")
    expect(bar(page)).to_contain_text(WORDS["vote"])
    answer(page, 0, right=False)
    room.say(state="closed")
    expect(bar(page)).not_to_contain_text(WORDS["vote"])
    room.say(state="open", round=2)
    check = card(page, 0).get_by_role("button", name=QUIZ["check"], exact=True)
    expect(check).to_be_visible()
    expect(card(page, 0).locator(".ntrk-option input:checked")).to_have_count(0)
    page.reload()
    expect(check).to_be_visible()
    answer(page, 0)
    room.wait(lambda: len(room.stored) == 2)
    room.say(state="revealed")
    expect(verdict(page, 0)).to_have_text(QUIZ["right"])
    assert room.answers() == [*expected((0, False)), *expected((0, True), round=2)]


def test_who_answered_before_is_asked_with_the_others(room: Room, enter: Enter) -> None:
    page = enter()
    answer(page, 0)
    expect(verdict(page, 0)).to_be_visible()
    room.say(item=IDS[0], state="open")
    expect(verdict(page, 0)).to_have_count(0)
    answer(page, 0, right=False)
    expect(card(page, 0)).to_contain_text(QUIZ["voted"])


def test_who_was_late_is_told_that_the_vote_is_closed(room: Room, enter: Enter) -> None:
    room.say(item=IDS[0], state="closed")
    page = enter()
    expect(card(page, 0)).to_contain_text(QUIZ["vote_closed"])
    room.say(state="revealed")
    answer(page, 0)
    expect(verdict(page, 0)).to_have_text(QUIZ["right"])
    answer(page, 1)
    room.wait(lambda: len(room.stored) == 1)
    assert room.answers() == expected((1, True)), "who answers once it is told has not voted"


def test_a_vote_ends_with_the_class(room: Room, enter: Enter) -> None:
    page = enter()
    room.say(item=IDS[0], state="open")
    answer(page, 0)
    expect(card(page, 0)).to_contain_text(QUIZ["voted"])
    bar(page).get_by_text(NAMES[0]).click()
    press(page, "leave")
    press(page, "leave_sure")
    expect(verdict(page, 0)).to_have_text(QUIZ["right"])


def test_a_page_follows_the_trainer_only_where_the_reader_allows_it(room: Room, enter: Enter) -> None:
    page = enter()
    room.say(follow=f"two.html#question-{IDS[2]}")
    expect(bar(page).get_by_role("link", name=WORDS["go"])).to_be_visible()
    assert "/one.html" in page.url
    bar(page).get_by_text(NAMES[0]).click()
    bar(page).get_by_label(WORDS["follow"]).check()
    expect(page).to_have_url(f"{room.address}/two.html#question-{IDS[2]}")
    expect(card(page, 2)).to_be_in_viewport()
    expect(bar(page).get_by_role("link", name=WORDS["go"])).to_be_hidden()
    room.say(follow="one.html")
    expect(page).to_have_url(f"{room.address}/one.html")
    page.goto(f"{room.address}/two.html")
    expect(bar(page).get_by_role("link", name=WORDS["go"])).to_be_visible()
    assert "/two.html" in page.url, "who looks something up is left there"


def test_a_page_follows_nobody_out_of_the_book(room: Room, enter: Enter) -> None:
    page = enter()
    bar(page).get_by_text(NAMES[0]).click()
    bar(page).get_by_label(WORDS["follow"]).check()
    for address in ("https://example.org/", "//example.org/", "javascript:document.title='x'"):
        room.say(follow=address)
    room.say(item=IDS[0], state="open")
    expect(bar(page)).to_contain_text(WORDS["vote"])
    expect(bar(page).get_by_role("link", name=WORDS["go"])).to_be_hidden()
    expect(page).to_have_title("Page")
    assert page.url.startswith(room.address)


def test_two_tabs_are_one_learner(room: Room, enter: Enter) -> None:
    page = enter()
    other = page.context.new_page()
    other.goto(f"{room.address}/two.html")
    expect(bar(other)).to_contain_text(NAMES[0])
    answer(other, 0)
    answer(page, 1)
    room.wait(lambda: len(room.stored) == 2)
    assert sorted(room.answers()) == sorted(expected((0, True), (1, True)))
    bar(page).get_by_text(NAMES[0]).click()
    press(page, "leave")
    press(page, "leave_sure")
    expect(bar(other)).to_have_count(0)


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_bar_fits_the_screen(
    room: Room, phone: Callable[..., BrowserContext], enter: Enter, width: int
) -> None:
    context = phone(viewport={"width": width, "height": 700})
    door = context.new_page()
    door.goto(f"{room.address}/one.html?class={CODE}")
    assert Axe().run(door, options=RULES).response["violations"] == []
    page = enter(context)
    assert Axe().run(page, options=RULES).response["violations"] == []
    room.lose()
    answer(page, 0)
    waits(page, 1)
    bar(page).get_by_text(NAMES[0]).click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    box = bar(page).bounding_box()
    assert box and box["y"] >= 0 and round(box["y"] + box["height"]) == 700
    for control in bar(page).locator("button:visible, summary, label:visible").all():
        size = control.bounding_box()
        assert size and size["height"] >= 44 and size["x"] + size["width"] <= width
