"""Decks: cut from a lesson, nothing written twice and nothing lost, alive on the slide."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docutils import nodes
from playwright.sync_api import Page, expect
from sphinx_design.dropdown import dropdown_main

from ntrkcourse.content.chapters import load_chapters
from ntrkcourse.content.interface import interface_words
from ntrkcourse.publish.lessons import lesson_id, page_of
from ntrkcourse.publish.slides import cut, deck_address

LESSONS = [(chapter, lesson) for chapter in load_chapters().values() for lesson in chapter.lessons]
# One lesson of each kind of thing that stands on a slide: widgets and questions, pictures, folded answers.
DECK = next(one for one in LESSONS if one[1].heading == "How sure is a rare count?")


def test_every_lesson_has_a_deck(book: Path) -> None:
    made = {file.relative_to(book).as_posix() for file in (book / "slides").glob("*.html")}
    assert made == {deck_address(*one) for one in LESSONS}


def section(*children: nodes.Node, title: str = "A claim", classes: tuple[str, ...] = ()) -> nodes.section:
    return nodes.section("", nodes.title("", title), *children, classes=list(classes))


def folded() -> dropdown_main:
    return dropdown_main("", nodes.paragraph("", "Answer"))


def widget() -> nodes.container:
    return nodes.container("", nodes.raw("", '<div data-ntrk-model="w0"></div>', format="html"))


def shape(*children: nodes.Node, **options: Any) -> list[tuple[str, int, int, bool]]:
    """Title, things on it, notes and whether it answers, of each slide."""
    return [
        (one.title, len(one.body), len(one.notes), one.answer) for one in cut(section(*children, **options))
    ]


def test_prose_becomes_notes_and_a_list_stands_on_the_slide() -> None:
    found = shape(
        nodes.paragraph("", "Say this."), nodes.bullet_list("", nodes.list_item("", nodes.paragraph("", "a")))
    )
    assert found == [("A claim", 1, 1, False)]


def test_each_widget_has_a_slide_and_a_folded_answer_comes_after_it() -> None:
    assert shape(widget(), folded(), widget(), widget()) == [
        ("A claim", 1, 0, False),
        ("A claim", 1, 0, True),
        ("A claim", 1, 0, False),
        ("A claim", 1, 0, False),
    ]


def test_what_follows_an_answer_is_said_to_it() -> None:
    after = nodes.paragraph("", "And so.")
    assert shape(widget(), folded(), after, folded()) == [
        ("A claim", 1, 0, False),
        ("A claim", 1, 1, True),
        ("A claim", 1, 0, True),
    ]


def test_what_comes_before_the_first_thing_to_see_is_said_to_the_title() -> None:
    found = shape(nodes.paragraph("", "It begins."), widget(), classes=("lesson",))
    assert found == [("A claim", 0, 1, False), ("A claim", 1, 0, False)]


def test_a_lesson_begins_with_its_title_and_goes_on_with_its_sections() -> None:
    inner = section(nodes.paragraph("", "More."), title="Another claim")
    assert shape(inner, classes=("lesson",)) == [("A claim", 0, 0, False), ("Another claim", 0, 1, False)]


@pytest.mark.parametrize("over", ["http", "folder"])
def test_a_widget_is_alive_on_its_slide(
    over: str, book: Path, server: str, strict: Callable[..., Any]
) -> None:
    root = server if over == "http" else book.as_uri()
    page = strict(root).context.new_page()
    page.goto(f"{root}/{deck_address(*DECK)}")
    expect(page.get_by_role("heading", name=DECK[1].heading)).to_be_visible()
    page.keyboard.press("ArrowRight")
    guess = page.locator('section.present [data-widget="rarity-explorer"]')
    guess.get_by_role("slider").fill("20")
    guess.get_by_role("button", name="Show what was counted").click()
    expect(guess).to_contain_text("4 of 4,854")


LOOK = next(one for one in LESSONS if one[1].heading == "The look comes first")


def turn_to(page: Page, slide: int) -> None:
    page.evaluate("slide => { location.hash = `#/${slide}`; }", slide)
    expect(page.locator(".slides > section").nth(slide)).to_have_class(re.compile("present"))


def test_every_folded_answer_of_a_lesson_is_open_on_a_slide(book: Path, strict: Callable[..., Any]) -> None:
    page = strict(book.as_uri()).context.new_page()
    page.goto(f"{(book / page_of(LOOK[0])).as_uri()}.html")
    lesson = page.locator(f"section#{lesson_id(LOOK[1])}")
    folded = lesson.locator("details.sd-dropdown:not(details details) > summary .sd-summary-text")
    titles = [
        one.split(interface_words()["lessons"]["show"])[0].strip() for one in folded.all_text_contents()
    ]
    page.goto((book / deck_address(*LOOK)).as_uri())
    answers = page.locator(".slides > section").evaluate_all(
        "all => all.flatMap((one, at) => (one.classList.contains('answer') ? [at] : []))"
    )
    assert len(titles) == len(answers) > 0
    for at, title in zip(answers, titles, strict=True):
        turn_to(page, at)
        answer = page.locator("section.present > details")
        expect(answer).to_contain_text(title)
        expect(answer.locator("p").first).to_be_visible()


def test_of_several_questions_one_is_on_the_screen_at_a_time_and_fits(
    book: Path, strict: Callable[..., Any]
) -> None:
    page = strict(book.as_uri(), viewport={"width": 1280, "height": 720}).context.new_page()
    page.goto((book / deck_address(*LOOK)).as_uri())
    page.keyboard.press("ArrowRight")
    first = page.locator("section.present")
    expect(first.locator(".ntrk-card")).to_have_count(1)
    assert first.evaluate("slide => slide.scrollHeight <= slide.clientHeight")
    closing = page.locator(".slides > section").evaluate_all(
        "all => all.findIndex((one) => one.querySelectorAll('.ntrk-card').length === 3)"
    )
    turn_to(page, closing)
    shown = page.locator("section.present .ntrk-card:visible")
    seen = set()
    for _ in range(3):
        expect(shown).to_have_count(1)
        seen.add(shown.get_attribute("data-question"))
        page.keyboard.press("ArrowRight")
    assert len(seen) == 3


def test_every_link_of_every_deck_leads_somewhere(book: Path) -> None:
    for file in sorted((book / "slides").glob("*.html")):
        text = file.read_text(encoding="utf-8")
        for address in re.findall(r'\s(?:href|src)="([^"#]+)', text):
            if not address.startswith(("http:", "https:", "mailto:")):
                assert (file.parent / address).resolve().exists(), f"{file.name}: {address}"


def test_the_notes_are_printed_and_every_widget_with_them(book: Path, strict: Callable[..., Any]) -> None:
    page = strict(book.as_uri()).context.new_page()
    page.goto((book / deck_address(*DECK)).as_uri())
    expect(page.locator("section.present")).to_have_count(1)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    slides = page.locator(".slides > section")
    expect(page.locator(".slides > section:visible")).to_have_count(slides.count())
    assert page.locator(".notes").first.is_visible()
    assert page.locator("[data-ntrk-model] [data-widget]").count() >= 3


def test_nothing_lies_over_what_a_phone_presses(book: Path, strict: Callable[..., Any]) -> None:
    page = strict(book.as_uri(), viewport={"width": 360, "height": 640}, has_touch=True).context.new_page()
    page.goto((book / deck_address(*DECK)).as_uri())
    page.keyboard.press("ArrowRight")
    slide = page.locator("section.present").bounding_box()
    for part in page.locator(".reveal :is(.controls button:visible, .slide-number)").all():
        box = part.bounding_box()
        assert slide and box and box["y"] >= slide["y"] + slide["height"]
