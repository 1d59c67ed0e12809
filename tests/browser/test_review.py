"""The review page in Chromium: what is asked, in what order and why, what it says that a reader knows, and a month of it."""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from html import unescape
from pathlib import Path
from typing import NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import FORBIDDEN, answer_to, press_choice
from fsrs import Card, Rating, Scheduler
from icalendar import Calendar
from playwright.sync_api import Locator, Page, expect

from ntrkcourse.content.chapters import load_chapters
from ntrkcourse.content.inline import plain
from ntrkcourse.content.questions import Question, load_questions
from ntrkcourse.publish.review import practised
from ntrkcourse.publish.teaching import asked_in
from ntrkcourse.science.proportions import exact_interval
from ntrkcourse.widgets.grading import graded

BANK = load_questions()
CHAPTER = load_chapters()["03"]
IDS = [one.id for lesson in CHAPTER.lessons for one in asked_in(lesson)]
FIRST = datetime(2027, 3, 1, 9, tzinfo=UTC)
SURE = {"1": "A guess", "2": "Fairly sure", "3": "Certain"}


class Said(NamedTuple):
    """An answer: how many days after the first day, right or wrong, how sure."""

    day: int
    right: bool
    sure: str = ""


Open = Callable[..., Page]


@pytest.fixture
def review(book: Path, strict: Callable[..., object]) -> Open:
    """``review(answers, day=0)``: the page on that day, in a browser that holds these answers to each question."""

    def open_page(
        answers: dict[str, Iterable[Said]], day: int = 0, width: int = 360, **options: object
    ) -> Page:
        context = strict(
            book.as_uri(), viewport={"width": width, "height": 800}, timezone_id="UTC", **options
        ).context
        page: Page = context.new_page()
        page.clock.set_fixed_time(FIRST + timedelta(days=day))
        page.goto(f"{book.as_uri()}/book/review.html")
        keep(page, answers)
        return page

    return open_page


def keep(page: Page, answers: dict[str, Iterable[Said]]) -> None:
    entries = {
        f"question/{name}": {"log": [act(BANK[name], one) for one in said], "now": {}}
        for name, said in answers.items()
    }
    page.evaluate("entries => ntrk.shared.store.take(entries)", entries)


def act(question: Question, said: Said) -> dict[str, object]:
    at = round((FIRST + timedelta(days=said.day, hours=-1)).timestamp() * 1000)
    sure = {"sure": said.sure} if said.sure else {}
    return {"at": at, "asked": graded(question)["asked"], "said": answer_to(question, said.right), **sure}


def part(page: Page, name: str) -> Locator:
    return page.locator(f'[data-review="{name}"]')


def next_card(page: Page, button: str) -> None:
    part(page, "due").get_by_role("button", name=button).press("Enter")


def asked_now(page: Page, button: str = "Begin") -> list[tuple[str, str]]:
    """(question, why it is asked) of one sitting, in which nothing is answered."""
    due, found = part(page, "due"), []
    due.get_by_role("button", name=button).press("Enter")
    due.locator(".ntrk-card").wait_for()
    while due.locator(".ntrk-card").count():
        card = due.locator(".ntrk-card")
        found.append((card.get_attribute("data-question"), card.locator(".review-why").inner_text()))
        due.get_by_role("button", name="Not now").press("Enter")
    return found


def test_before_any_answer_it_says_where_to_begin_and_loads_no_question(book, strict):
    context = strict(book.as_uri()).context
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{book.as_uri()}/book/review.html")
    expect(part(page, "due")).to_contain_text("You have answered no question of a chapter yet.")
    page.get_by_role("link", name="To the first chapter").click()
    page.wait_for_url("**/notebooks/00_start.html")
    assert not [one for one in asked if "bank-" in one or "fsrs" in one]


def test_certain_and_wrong_comes_first_then_lucky_guesses_then_the_longest_overdue(review):
    names = IDS[:6]
    said = [
        Said(0, True),
        Said(-9, True),
        Said(0, True, "1"),
        Said(-30, False, "2"),
        Said(0, False, "3"),
        Said(-1, True, "1"),
    ]
    page = review({name: [one] for name, one in zip(names, said, strict=True)}, day=20)
    for text in ("6 questions are due today.", "Of 1 you were certain and wrong. It comes first."):
        expect(part(page, "due")).to_contain_text(text)
    assert asked_now(page) == [
        (names[4], "You were certain and wrong on 1 March."),
        (names[5], "You guessed, and were right, on 28 February."),
        (names[2], "You guessed, and were right, on 1 March."),
        (names[3], "You were fairly sure and wrong on 30 January."),
        (names[1], "You were right on 20 February."),
        (names[0], "You were right on 1 March."),
    ]


def test_ten_at_a_time_and_only_of_the_chapters_loaded(review):
    page = review({name: [Said(-2, False)] for name in IDS[:12]})
    loaded = page.locator("script[src*='bank-']")
    assert loaded.count() == 0
    assert len(asked_now(page)) == 10
    assert loaded.evaluate_all("all => all.map((one) => one.src.split('/').pop())") == ["bank-03.js"]
    expect(part(page, "due")).to_contain_text("12 questions are due today.")


def test_an_answer_here_is_an_answer_in_the_chapter(review, book):
    name = next(one for one in IDS if BANK[one].kind == "single")
    page = review({name: [Said(-2, False, "3")]})
    next_card(page, "Begin")
    card = part(page, "due").locator(".ntrk-card")
    assert card.get_by_text("Not right.").count() == 0
    card.get_by_role("radio", name="Certain").check()
    press_choice(card, BANK[name], right=True)
    expect(card.locator(".ntrk-verdict")).to_have_text("Right.")
    expect(part(page, "due")).to_contain_text("Asked again on 5 March, in 4 days.")
    link = card.get_by_role("link", name=BANK[name].see)
    assert (book / "book" / link.get_attribute("href").split("#")[0]).resolve().is_file()
    next_card(page, "Finish")
    expect(part(page, "due")).to_contain_text("1 answered, 1 of them right at once.")
    expect(part(page, "due")).to_contain_text("Nothing is due today.")
    expect(part(page, "sure-and-wrong")).to_contain_text("Answered rightly since.")
    page.goto(f"{book.as_uri()}/{CHAPTER.file.removesuffix('.ipynb')}.html?whole")
    expect(page.locator(f'[data-question="{name}"] .ntrk-verdict')).to_have_text("Right.")


def test_new_questions_come_when_asked_for_from_lessons_begun_alone(review):
    lesson = next(one for one in CHAPTER.lessons if len(asked_in(one)) > 3)
    ids = [one.id for one in asked_in(lesson)]
    page = review({ids[0]: [Said(0, True)]})
    expect(part(page, "due")).to_contain_text("Nothing is due today.")
    more = f"Meet more: {len(ids) - 1} new questions"
    found = asked_now(page, more)
    assert [name for name, _ in found] == ids[1:][:10]
    assert {why for _, why in found} == {"New to you, from a lesson that you have begun."}


def test_what_the_two_tests_ask_never_comes_up(review):
    tests = [one for one in BANK.values() if one.id not in practised()]
    assert len(tests) > 30
    page = review({one.id: [Said(-5, False, "3")] for one in tests})
    expect(part(page, "due")).to_contain_text("You have answered no question of a chapter yet.")
    assert not set(page.evaluate("() => Object.keys(ntrk.graded)")) & {one.id for one in tests}


def test_how_often_a_mark_was_right_has_its_exact_interval(review):
    said = [Said(-3, number > 2, "3") for number in range(9)]
    page = review({name: [one, Said(0, True, "1")] for name, one in zip(IDS, said, strict=False)})
    low, high = exact_interval(6, 9)
    row = part(page, "sureness").get_by_role("listitem").filter(has_text="Certain")
    expect(row).to_contain_text(f"6 of 9 right: 67% (95% interval {low:.0%} to {high:.0%})")
    expect(row).to_contain_text("The mark pays from 80% on")
    ends = row.locator(".review-range").evaluate("one => [one.getAttribute('x1'), one.getAttribute('x2')]")
    assert [float(end.rstrip("%")) / 100 for end in ends] == pytest.approx([low, high], abs=1e-6)
    # Later answers say nothing of it: one has just been told.
    expect(part(page, "sureness").get_by_role("listitem").filter(has_text="A guess")).to_contain_text(
        "No first answer"
    )


def test_each_objective_and_lesson_says_what_was_right_at_the_last_answer(review):
    code = BANK[IDS[0]].objective
    mine = [name for name in IDS if BANK[name].objective == code]
    page = review({mine[0]: [Said(-3, False), Said(-1, True)], mine[1]: [Said(-1, False)]})
    chapters = part(page, "chapters")
    expect(chapters.locator("details")).to_have_count(len(load_chapters()))
    chapters.locator("summary", has_text=CHAPTER.name).press("Enter")
    row = chapters.get_by_role("listitem").filter(has_text=code)
    expect(row).to_contain_text(f"1 right of 2 answered, {len(mine)} in all")
    row.get_by_role("link").click()
    page.wait_for_url("**/03_how_rare.html#*")
    assert page.locator("section.lesson:not([hidden])").count() == 1


def test_wrong_ideas_are_named_with_what_answers_them_and_mended(review):
    single = [name for name in IDS if BANK[name].kind == "single"]
    page = review(
        {single[0]: [Said(-9, False), Said(-5, False)], single[1]: [Said(-9, False), Said(-5, True)]}
    )
    part(page, "traps").get_by_role("button", name="Show my traps").press("Enter")
    rows = part(page, "traps").locator("li")
    for row, name, often in (
        (rows.nth(0), single[0], "chosen 2 times"),
        (rows.nth(1), single[1], "chosen once"),
    ):
        chosen = answer_to(BANK[name], False)
        option = BANK[name].option[graded(BANK[name])["names"].index(chosen)]
        for text in (option.trap, often, plain(option.feedback)):
            expect(row).to_contain_text(text)
        assert row.get_by_role("link", name=option.see or BANK[name].see).count() == 1
    expect(rows.nth(0)).not_to_contain_text("Answered rightly since.")
    expect(rows.nth(1)).to_contain_text("Answered rightly since.")


def test_the_calendar_has_a_day_for_each_on_which_something_is_due(review, tmp_path):
    page = review(
        {
            IDS[0]: [Said(-9, True)],
            IDS[1]: [Said(0, True)],
            IDS[2]: [Said(0, True)],
            IDS[3]: [Said(0, True, "3")],
        }
    )
    with page.expect_download() as download:
        page.get_by_role("button", name="Make a calendar file").press("Enter")
    file = tmp_path / "review.ics"
    download.value.save_as(file)
    events = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert [(one.decoded("dtstart"), str(one["summary"])) for one in events] == [
        (date(2027, 3, 1), "Reading the Rare: 1 question"),
        (date(2027, 3, 3), "Reading the Rare: 2 questions"),
        (date(2027, 3, 9), "Reading the Rare: 1 question"),
    ]
    expect(part(page, "calendar")).to_contain_text("Handed over, with 3 days.")


def test_the_first_page_says_how_many_are_due_and_leads_here(review, book):
    page = review({name: [Said(-5, False)] for name in IDS[:3]})
    page.goto(f"{book.as_uri()}/index.html")
    assert page.locator("script[src*='bank-']").count() == 0
    page.get_by_role("link", name="3 questions are due today").click()
    page.wait_for_url("**/book/review.html")


def test_the_first_page_says_nothing_where_nothing_is_due_or_answered(review, book):
    page = review({})
    page.goto(f"{book.as_uri()}/index.html")
    assert page.locator("script[src*='fsrs']").count() == 0
    expect(page.locator("[data-due]")).to_be_hidden()


def test_a_chapter_ends_with_the_way_here(book, strict):
    page = strict(book.as_uri()).context.new_page()
    page.goto(f"{book.as_uri()}/notebooks/03_how_rare.html")
    ways = page.locator(".lesson-review")
    assert ways.count() == 1
    page.locator(".lesson-list ol a").last.click()
    ways.click()
    page.wait_for_url("**/book/review.html")


def test_a_wipe_empties_the_page(review):
    page = review({name: [Said(-5, False, "3")] for name in IDS[:3]})
    expect(part(page, "sure-and-wrong").get_by_role("listitem")).to_have_count(3)
    page.evaluate("ntrk.shared.store.wipe()")
    expect(part(page, "due")).to_contain_text("You have answered no question of a chapter yet.")
    expect(part(page, "sure-and-wrong").get_by_role("listitem")).to_have_count(0)


def test_where_nothing_is_kept_it_says_so(book, strict):
    page = strict(book.as_uri()).context.new_page()
    page.add_init_script(FORBIDDEN)
    page.goto(f"{book.as_uri()}/book/review.html")
    expect(part(page, "due")).to_contain_text("This browser keeps nothing of these pages")


def test_every_passage_leads_to_the_section_it_names(book, strict):
    page = strict(book.as_uri()).context.new_page()
    page.goto(f"{book.as_uri()}/book/review.html")
    numbers = sorted({name[:2] for name in practised()})
    passages = page.evaluate(
        """async (numbers) => {
          const found = [];
          ntrk.takeBank = ({ questions }) => found.push(...questions.flatMap((one) => Object.entries(one.passages)));
          for (const number of numbers) await ntrk.load(`bank-${number}`);
          return found;
        }""",
        numbers,
    )
    texts = {file.name: file.read_text("utf-8") for file in (book / "notebooks").glob("*.html")}
    assert len(passages) > 250
    for heading, address in passages:
        name, anchor = address.split("/")[-1].split("#")
        section = texts[name].partition(f' id="{anchor}">')[2][:400]
        assert straight(heading) in straight(plain_html(section)), (heading, address)


def straight(text: str) -> str:
    """With the quotation marks of a keyboard."""
    return re.sub("[‘’]", "'", re.sub("[“”]", '"', text))


def plain_html(text: str) -> str:
    """What a reader sees of HTML."""
    return unescape(re.sub("<[^>]+>", "", text))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_a_phone_and_axe_finds_nothing(review, scheme):
    said = [Said(-9, False, "3"), Said(-8, True, "1"), Said(-7, True, "2"), Said(-2, True, "3")]
    page = review({name: [said[at % 4]] for at, name in enumerate(IDS)}, color_scheme=scheme, width=320)
    part(page, "traps").get_by_role("button", name="Show my traps").click()
    part(page, "traps").locator("li").first.wait_for()
    part(page, "chapters").locator("summary", has_text=CHAPTER.name).click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    next_card(page, "Begin")
    part(page, "due").locator(".ntrk-card").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    # What else axe looks for does not change with the colours; the frame is that of every page.
    rules = {"runOnly": ["color-contrast"]} if scheme == "dark" else {}
    found = Axe().run(page, context=".bd-article", options={"preload": False, **rules})
    assert found.violations_count == 0, found.generate_report()


def test_on_paper_every_chapter_stands_open_and_no_button_shows(review):
    page = review({name: [Said(-5, False)] for name in IDS[:3]})
    part(page, "chapters").locator("details").first.wait_for()
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert part(page, "chapters").locator("details:not([open])").count() == 0
    assert page.locator(".review-part button:visible").count() == 0


# A month

# What a made-up reader says to each question, time after time; the last goes on.
LIVES: list[list[tuple[bool, str]]] = [
    [(False, "3"), (True, "2")],
    [(False, "3"), (False, "2"), (True, "2"), (True, "3")],
    [(True, "1"), (False, "2"), (True, "1"), (True, "2")],
    [(True, "1"), (True, "2")],
    [(True, "2")],
    [(True, "2"), (False, "3"), (True, "3")],
    [(True, "3")],
    [(True, "3"), (False, "1"), (True, "2")],
]


class Reader:
    """What is asked on which day, by the reference implementation of the schedule and the page's rule of order."""

    def __init__(self, names: list[str]) -> None:
        self.scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
        self.cards = {name: Card() for name in names}
        self.said: dict[str, list[Said]] = {name: [] for name in names}
        self.lives = dict(zip(names, LIVES, strict=True))

    def answer(self, name: str, day: int) -> Said:
        life, before = self.lives[name], len(self.said[name])
        said = Said(day, *life[min(before, len(life) - 1)])
        grade = (
            {"1": Rating.Hard, "3": Rating.Easy}.get(said.sure, Rating.Good) if said.right else Rating.Again
        )
        self.cards[name], _ = self.scheduler.review_card(self.cards[name], grade, FIRST + timedelta(days=day))
        self.said[name].append(said)
        return said

    def due(self, day: int) -> list[str]:
        now = FIRST + timedelta(days=day)
        return sorted((name for name in self.cards if self.cards[name].due <= now), key=self._place)

    def _place(self, name: str) -> tuple[int, datetime, str]:
        last = self.said[name][-1]
        rank = (
            0
            if (last.right, last.sure) == (False, "3")
            else 1
            if (last.right, last.sure) == (True, "1")
            else 2
        )
        return rank, self.cards[name].due, name


def test_a_month_of_reviews_asks_what_the_rule_foretells(review, tmp_path):
    """A reader answers eight questions of a chapter on the first day and comes back on each of the next thirty."""
    names = [name for name in IDS if BANK[name].kind == "single"][: len(LIVES)]
    reader = Reader(names)
    page = review({name: [reader.answer(name, 0)] for name in names})
    table = []
    for day in range(1, 31):
        page.clock.set_fixed_time(FIRST + timedelta(days=day))
        page.reload()
        foretold = reader.due(day)
        due = part(page, "due")
        expect(due.locator(".ntrk-big")).to_have_text(
            {0: "Nothing is due today.", 1: "1 question is due today."}.get(
                len(foretold), f"{len(foretold)} questions are due today."
            )
        )
        for place, name in enumerate(foretold):
            next_card(page, "Next question" if place else "Begin")
            card = due.locator(f'.ntrk-card[data-question="{name}"]')
            why = card.locator(".review-why").inner_text()
            last = reader.said[name][-1]
            assert why.endswith(f" {(FIRST + timedelta(days=last.day)):%-d %B}."), why
            said = reader.answer(name, day)
            card.get_by_role("radio", name=SURE[said.sure]).check()
            press_choice(card, BANK[name], right=said.right)
            again = (reader.cards[name].due - FIRST).days - day
            expect(due.locator(".review-foot")).to_contain_text(
                "tomorrow" if again == 1 else f"in {again} days"
            )
            verdict = "right" if said.right else "wrong"
            table.append(
                f"day {day:2}  {name:22}  {why:52}  {SURE[said.sure].lower()}, {verdict}: in {again} days"
            )
        if foretold:
            next_card(page, "Finish")
    (tmp_path / "month.txt").write_text("\n".join(table), encoding="utf-8")
    print("\n".join(table))
    assert len(table) > 20
