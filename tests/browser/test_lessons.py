"""Chapters as a reader meets them: one lesson at a time, each found by every link, and answers that wait for the reader."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from ntrkcourse.content.chapters import Chapter, load_chapters
from ntrkcourse.publish.lessons import lesson_id, lesson_list_id, page_of, short_way

PHONE = {"viewport": {"width": 360, "height": 780}, "has_touch": True}
CHAPTERS = {number: chapter for number, chapter in load_chapters().items() if chapter.lessons}
# Every third chapter each time, and all of them under --thorough.
SAMPLED = [
    pytest.param(number, marks=[pytest.mark.thorough] if int(number) % 3 else []) for number in CHAPTERS
]
SHOWN = "[...document.querySelectorAll('section.lesson')].filter((one) => !one.hidden).map((one) => one.id)"
DRAWN = """() => [...document.querySelectorAll("[data-ntrk-model]")].filter((place) => place.querySelector("[data-widget]:not(.ntrk-equivalent)"))
  .map((place) => place.closest("section.lesson")?.id ?? "front")"""
# In screens of the phone: how long the open lesson is, and where its first question, widget, sequence of pictures or folded
# answer begins; and by how much the page is wider than the screen.
SIZE = """() => {
  const lesson = document.querySelector("section.lesson:not([hidden])");
  const first = lesson.querySelector("[data-ntrk-model], details, .ntrk-steps");
  return [lesson.getBoundingClientRect().height / innerHeight, (first.getBoundingClientRect().top + scrollY) / innerHeight,
    document.documentElement.scrollWidth - innerWidth];
}"""
# What a reader would see of it: it takes room, in what is open.
SEEN = """(id) => {
  const target = document.getElementById(id);
  const { height, top, bottom } = target.getBoundingClientRect();
  return target.checkVisibility() && !target.closest("[hidden], details:not([open]) > :not(summary)") && height > 0 &&
    bottom > 0 && top < innerHeight;
}"""

Strict = Callable[..., Any]


@pytest.fixture
def phone(strict: Strict, server: str) -> Callable[[str], Page]:
    """``phone("notebooks/03…html#place")``: that page on a phone."""
    page = strict(server, **PHONE).context.new_page()

    def open_page(address: str) -> Page:
        page.goto(f"{server}/{address}")
        page.wait_for_function("document.readyState === 'complete'")
        return page

    return open_page


def address(chapter: Chapter, query: str = "") -> str:
    return f"{page_of(chapter)}.html{query}"


def test_every_chapter_is_cut_into_lessons() -> None:
    assert CHAPTERS.keys() == load_chapters().keys()


@pytest.mark.parametrize("number", CHAPTERS)
def test_a_reader_walks_a_chapter_lesson_by_lesson(phone: Callable[[str], Page], number: str) -> None:
    """From the front by *Begin* and *Next* to the next chapter; only the open lesson's widgets are drawn."""
    chapter = CHAPTERS[number]
    page = phone(address(chapter))
    assert page.evaluate(SHOWN) == []
    expect(page.locator(".lesson-bar")).to_be_hidden()
    opened = {"front"}
    onwards = page.locator(".lesson-begin")
    counted = chapter.counted
    following = [one for other, one in CHAPTERS.items() if other > number]
    for place, lesson in enumerate(counted, start=1):
        onwards.tap()
        page.wait_for_url(f"**#{lesson_id(lesson)}")
        assert page.evaluate(SHOWN) == [lesson_id(lesson)]
        opened.add(lesson_id(lesson))
        assert set(page.evaluate(DRAWN)) <= opened
        assert page.locator("section.lesson:not([hidden]) .ntrk-equivalent").count() == 0
        expect(page.locator(".lesson-bar")).to_contain_text(f"{place} of ")
        page.wait_for_function("scrollY === 0")
        assert page.evaluate("document.activeElement.localName") == "h2"
        screens, first, overhang = page.evaluate(SIZE)
        assert overhang <= 0, f"{lesson.heading} scrolls sideways"
        assert screens <= 22, f"{lesson.heading} is {screens:.0f} screens long"
        assert first <= 1.5, f"the first thing to do in {lesson.heading} stands on screen {first:.1f}"
        onwards = page.locator("section.lesson:not([hidden]) .lesson-next")
    following = [one for other, one in CHAPTERS.items() if other > number]
    expect(onwards).to_have_count(min(1, len(following)))
    if following:
        assert onwards.evaluate("link => link.getBoundingClientRect().height") >= 44
        onwards.tap()
        page.wait_for_url(f"**/{address(following[0])}")
    else:
        expect(onwards).to_have_count(0)


@pytest.fixture(scope="module")
def links(book: Path, pages: list[Path]) -> dict[str, set[str]]:
    """Of every chapter's page, the places in it that any page of the book links to."""
    found: dict[str, set[str]] = {}
    for file in pages:
        text = file.read_text(encoding="utf-8")
        for link in re.findall(r'href="([^"]*#[^"]+)"', text):
            parts = urlsplit(link)
            page = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            if not parts.scheme and page.parent.name == "notebooks" and page.is_relative_to(book):
                found.setdefault(page.name, set()).add(unquote(parts.fragment))
    return found


@pytest.mark.parametrize("number", SAMPLED)
def test_every_link_into_a_chapter_lands_on_an_open_place(
    phone: Callable[[str], Page], links: dict[str, set[str]], number: str
) -> None:
    chapter = CHAPTERS[number]
    page = phone(address(chapter))
    # The skip link's place, in the page's frame, is a point.
    places = sorted(links[Path(chapter.file).stem + ".html"] - {"after-bar"})
    assert len(places) > len(chapter.lessons)
    for place in places:
        page.evaluate("place => { location.hash = place; }", place)
        page.wait_for_function(SEEN, arg=place)
    # From another page too, where the lesson opens as the page is read.
    last = places[-1]
    phone("index.html")
    phone(f"{address(chapter)}#{last}").wait_for_function(SEEN, arg=last)


def test_back_and_forward_open_what_was_open(phone: Callable[[str], Page]) -> None:
    chapter = next(one for one in CHAPTERS.values() if len(one.lessons) > 2)
    first, second = (lesson_id(one) for one in chapter.lessons[:2])
    page = phone(address(chapter))
    page.locator(".lesson-begin").tap()
    page.locator(f".lesson-next[href='#{second}']").tap()
    page.wait_for_url(f"**#{second}")
    page.go_back()
    page.wait_for_function(f"{SHOWN}.join() === {first!r}")
    page.go_back()
    page.wait_for_function(f"{SHOWN}.length === 0")
    page.go_forward()
    page.wait_for_function(f"{SHOWN}.join() === {first!r}")


def test_the_bar_leads_back_to_the_list_and_the_whole_chapter_opens_on_request(
    phone: Callable[[str], Page],
) -> None:
    chapter = next(iter(CHAPTERS.values()))
    page = phone(f"{address(chapter)}#{lesson_id(chapter.lessons[0])}")
    page.locator(".lesson-bar a").tap()
    page.wait_for_function(SEEN, arg=lesson_list_id(chapter))
    page.locator(".lesson-whole button").tap()
    everything = [lesson_id(one) for one in chapter.lessons]
    assert page.evaluate(SHOWN) == everything
    expect(page.locator("[data-ntrk-model]:not(:has(> [data-widget]))")).to_have_count(0)
    page.locator(".lesson-bar button").tap()
    assert len(page.evaluate(SHOWN)) <= 1
    assert phone(address(chapter, "?whole")).evaluate(SHOWN) == everything


def test_find_in_page_opens_the_lesson(phone: Callable[[str], Page]) -> None:
    """By a link to a text, which is found as find-in-page finds it."""
    chapter = next(one for one in CHAPTERS.values() if len(one.lessons) > 2)
    lesson = lesson_id(chapter.lessons[1])
    page = phone(address(chapter))
    said = page.evaluate(
        "id => document.getElementById(id).querySelector(':scope > p').textContent.trim().split(/\\s+/).slice(0, 6)",
        lesson,
    )
    phone("index.html")
    page.goto(
        f"{page.url.rpartition('/')[0]}/{address(chapter)}#:~:text={quote(' '.join(said)).replace('-', '%2D')}"
    )
    page.wait_for_function(f"id => {SHOWN}.join() === id", arg=lesson)


def test_the_reader_goes_on_where_the_reader_was(phone: Callable[[str], Page], server: str) -> None:
    chapter = next(one for one in CHAPTERS.values() if len(one.lessons) > 2)
    lesson = chapter.lessons[1]
    phone(f"{address(chapter)}#{lesson_id(lesson)}")
    page = phone(address(chapter))
    onwards = page.locator(".lesson-begin")
    expect(onwards).to_contain_text(lesson.heading)
    assert onwards.evaluate("link => link.getBoundingClientRect().bottom") < 780
    phone("index.html").locator("a[data-continue]").first.tap()
    page.wait_for_url(f"{server}/{address(chapter)}#{lesson_id(lesson)}")
    assert page.evaluate(SHOWN) == [lesson_id(lesson)]


def test_next_follows_the_short_way_to_its_end(phone: Callable[[str], Page]) -> None:
    way = [(page_of(chapter), lesson_id(lesson)) for chapter, lesson in short_way()]
    assert 8 <= len(way) <= 10
    page = phone(f"{way[0][0]}.html?short#{way[0][1]}")
    for name, lesson in way[1:]:
        onwards = page.locator("section.lesson:not([hidden]) .lesson-onwards a:visible").first
        onwards.tap()
        page.wait_for_url(re.compile(rf"/{name}\.html\?short=?#{lesson}$"))
        assert page.evaluate(SHOWN) == [lesson]
    expect(page.locator("section.lesson:not([hidden]) .lesson-short")).to_have_count(0)


def test_without_scripts_and_on_paper_everything_is_open(browser: Browser, book: Path) -> None:
    chapter = next(iter(CHAPTERS.values()))
    for scripts in (True, False):
        context = browser.new_context(java_script_enabled=scripts)
        page = context.new_page()
        page.goto(f"{book.as_uri()}/{address(chapter)}")
        if scripts:
            page.emulate_media(media="print")
        for lesson in chapter.lessons:
            expect(page.get_by_role("heading", name=lesson.heading).first).to_be_visible()
        if not scripts:
            assert page.locator("details.reveal:not([open])").count() == 0
        context.close()


@pytest.mark.parametrize("number", SAMPLED)
def test_a_text_that_answers_waits_for_the_reader(phone: Callable[[str], Page], number: str) -> None:
    page = phone(address(CHAPTERS[number], "?whole"))
    waiting = page.locator("details.reveal")
    assert waiting.count() > 0 and page.locator("details.reveal[open]").count() == 0
    first = waiting.first
    first.locator("summary").tap()
    expect(first).to_have_attribute("open", "")
    expect(first.locator(".reveal-hint")).to_have_text("Show without answering")


def test_a_commitment_opens_the_text_that_answers(phone: Callable[[str], Page]) -> None:
    page = phone(address(CHAPTERS["03"], "?whole"))
    reveals = page.evaluate("""() => {
      const all = [...document.querySelectorAll("[data-ntrk-model], details.reveal")];
      return all.flatMap((one, at) => (one.matches("details") && all[at - 1]?.dataset.ntrkName === "quiz"
        && all[at - 1].querySelectorAll("[data-question]").length === 1 ? [at] : []));
    }""")
    assert reveals
    everything = page.locator("[data-ntrk-model], details.reveal")
    card = everything.nth(reveals[0] - 1)
    answers = everything.nth(reveals[0])
    if card.get_by_role("textbox").count():
        card.get_by_role("textbox").fill("7")
    else:
        card.locator("input").first.check()
    card.get_by_role("button", name="Check answer").tap()
    expect(answers).to_have_attribute("open", "")
    expect(answers.locator(".reveal-hint")).to_be_hidden()
    page.reload()
    expect(answers).to_have_attribute("open", "")
