"""When a question is asked again, held to the reference implementation of FSRS; and the calendar of it, to another reader."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from fsrs import Card, Rating, Scheduler
from icalendar import Calendar
from playwright.sync_api import Browser, Page

from ntrkcourse.content.questions import load_questions
from ntrkcourse.publish.pages import STATIC, fsrs_script
from ntrkcourse.widgets import join
from ntrkcourse.widgets.grading import graded

BANK = load_questions()
SINGLE = next(one for one in BANK.values() if one.kind == "single" and one.use == "checkpoint")
ASKED = graded(SINGLE)
RIGHT = ASKED["key"][0]
WRONG = next(name for name in ASKED["names"] if name != RIGHT)
START = date(2026, 1, 5)
SURE = [None, "1", "2", "3"]


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    own = "".join((STATIC / f"{name}.js").read_text("utf-8") for name in ("schedule", "calendar"))
    script = f"{join.shared_page_script()}{fsrs_script()}ntrk.graded = {{}};{own}"
    file = tmp_path_factory.mktemp("schedule") / "page.html"
    file.write_text(f"<!doctype html><meta charset='utf-8'><script>{script}</script>", "utf-8")
    context = browser.new_context(timezone_id="Asia/Kolkata")
    one = context.new_page()
    one.goto(file.as_uri())
    yield one
    context.close()


def histories(number: int) -> list[list[tuple[int, bool, str | None]]]:
    """(day, right, sureness) of the answers to a question, some on one day, some years apart."""
    chance = random.Random(7)
    made = []
    for _ in range(number):
        day, answers = 0, []
        for _ in range(chance.randint(1, 12)):
            answers.append((day, chance.random() < 0.7, chance.choice(SURE)))
            day += chance.choice([0, 1, 1, 2, 3, 5, 8, 20, 60, 400])
        made.append(answers)
    return made


def reference(answers: list[tuple[int, bool, str | None]]) -> tuple[int, float]:
    """Days until the next review, and the stability, by the reference implementation."""
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card = Card()
    for day, right, sure in answers:
        grade = {"1": Rating.Hard, "3": Rating.Easy}.get(sure or "", Rating.Good) if right else Rating.Again
        when = datetime(2026, 1, 5, 12, tzinfo=UTC) + timedelta(days=day)
        card, _ = scheduler.review_card(card, grade, when)
    assert card.last_review is not None and card.stability is not None
    return (card.due - card.last_review).days, card.stability


def test_the_days_are_those_of_the_reference_over_random_histories(page: Page) -> None:
    made = histories(1000)
    given = [[{"day": day, "right": right, "sure": sure} for day, right, sure in one] for one in made]
    found = page.evaluate("list => list.map((answers) => ntrk.schedule.interval(answers))", given)
    for answers, days in zip(made, found, strict=True):
        expected, stability = reference(answers)
        # The page's library rounds to eight places, so exactly between two days either may come out.
        between = abs(stability % 1 - 0.5) < 1e-4
        assert days == expected or (between and abs(days - expected) == 1), answers


def plan(page: Page, *answers: tuple[datetime, bool, str | None]) -> dict[str, object]:
    log = [
        {"at": round(when.timestamp() * 1000), "asked": ASKED["asked"], "said": RIGHT if right else WRONG}
        | ({"sure": sure} if sure else {})
        for when, right, sure in answers
    ]
    entry = {f"question/{SINGLE.id}": {"log": log, "now": {}}}
    page.evaluate("graded => { ntrk.shared.store.wipe(); ntrk.graded = graded; }", {SINGLE.id: ASKED})
    page.evaluate("entry => ntrk.shared.store.take(entry)", entry)
    found: dict[str, object] = page.evaluate("id => ntrk.schedule.plan(id)", SINGLE.id)
    return found


def test_what_is_tried_again_within_ten_minutes_is_one_answer_the_first(page: Page) -> None:
    at = datetime(2026, 1, 5, 12, tzinfo=UTC)
    wrong = plan(page, (at, False, "3"))
    again = plan(page, (at, False, "3"), (at + timedelta(minutes=9, seconds=59), True, "3"))
    assert again["due"] == wrong["due"] and again["last"] == wrong["last"]
    assert again["outcome"]["last"]["right"] is True
    later = plan(page, (at, False, "3"), (at + timedelta(minutes=10), True, "3"))
    assert later["last"]["right"] is True


def test_a_day_is_one_of_the_readers_own_calendar(page: Page) -> None:
    # 23:50 and 00:10 in Kolkata: two days there, one in UTC.
    evening, morning = datetime(2026, 1, 5, 18, 20, tzinfo=UTC), datetime(2026, 1, 5, 18, 40, tzinfo=UTC)
    assert plan(page, (morning, True, "2"))["due"] == plan(page, (evening, True, "2"))["due"] + 1


def test_an_answer_of_an_unknown_day_is_due_and_its_day_is_not_made_up(page: Page) -> None:
    old = {"answer": 0, "attempts": 1, "certainty": "3", "firstCorrect": True}
    entry = {f"question/{SINGLE.id}": {"log": [{"at": 1, "asked": "v1", "said": old}], "now": {}}}
    page.evaluate(
        "graded => { ntrk.shared.store.wipe(); ntrk.graded = graded; }", {SINGLE.id: {**ASKED, "old": True}}
    )
    page.evaluate("entry => ntrk.shared.store.take(entry)", entry)
    [due] = page.evaluate("() => ntrk.schedule.due()")
    assert due["id"] == SINGLE.id and "day" not in due["last"]


def test_another_reader_reads_the_calendar(page: Page) -> None:
    days = [
        (START, "Course; with, a path C:\\new and\na line"),
        (START + timedelta(days=1), "क्या यह सच है? " * 12),
    ]
    given = [
        {"day": (day - date(1970, 1, 1)).days, "summary": text, "description": text * 3} for day, text in days
    ]
    text = page.evaluate("days => ntrk.calendarOf('a-course', days)", given)
    lines = text.encode().split(b"\r\n")
    assert lines[-1] == b"" and max(map(len, lines)) <= 75 and b"\n" not in b"".join(lines)
    calendar = Calendar.from_ical(text)
    events = calendar.walk("VEVENT")
    assert [(one.decoded("dtstart"), str(one["summary"]), str(one["description"])) for one in events] == [
        (day, said, said * 3) for day, said in days
    ]
    assert all(
        one.errors == [] and one.decoded("dtend") - one.decoded("dtstart") == timedelta(days=1)
        for one in events
    )
    assert len({str(one["uid"]) for one in events}) == 2
    assert {"VERSION", "PRODID"} <= set(calendar) and all("DTSTAMP" in one for one in events)
