"""A handout is one sheet, asks without telling, and says what it leaves out."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from reading_pdf import printed, squeezed, words_of

from ntrkcourse.content.cases import Case, load_cases
from ntrkcourse.content.chapters import Chapter, Lesson, load_chapters
from ntrkcourse.content.course import load_course
from ntrkcourse.content.interface import interface_words
from ntrkcourse.paper import handouts
from ntrkcourse.paper.press import Press, page_count
from ntrkcourse.publish.lessons import lesson_id
from ntrkcourse.publish.slides import deck_address
from ntrkcourse.publish.teaching import asked_in

LESSONS = [(chapter, lesson) for chapter in load_chapters().values() for lesson in chapter.lessons]
WORDS = interface_words()["paper"]


def most_asked() -> tuple[Chapter, Lesson]:
    return max(LESSONS, key=lambda one: len(asked_in(one[1])))


@pytest.fixture(scope="module")
def press(browser: Browser) -> Iterator[Press]:
    with Press(browser) as one:
        yield one


def holds_its_lesson(pdf: bytes | None, lesson: Lesson) -> None:
    if pdf is None:
        assert not asked_in(lesson)
        return
    text = words_of(pdf)
    assert page_count(pdf) <= 2
    assert squeezed(lesson.heading) in text
    asked = asked_in(lesson)
    for question in asked:
        told = [one.feedback for one in question.option] + [question.right]
        assert not any(printed(one) in text for one in told if one), question.id
    if squeezed(WORDS["rest"]) not in text:
        for question in asked:
            assert printed(question.stem) in text, question.id
            for option in question.option:
                assert printed(option.text) in text, question.id


@pytest.mark.parametrize("chosen", [LESSONS[0], most_asked()], ids=lambda one: lesson_id(one[1]))
def test_a_lesson_is_one_sheet_with_its_questions_and_no_answers(
    chosen: tuple[Chapter, Lesson], book: Path, press: Press
) -> None:
    holds_its_lesson(handouts.lesson(press, book, *chosen), chosen[1])


@pytest.mark.thorough
@pytest.mark.parametrize("chosen", LESSONS, ids=lambda one: f"{one[0].number} {lesson_id(one[1])}")
def test_every_lesson_is_one_sheet(chosen: tuple[Chapter, Lesson], book: Path, press: Press) -> None:
    holds_its_lesson(handouts.lesson(press, book, *chosen), chosen[1])


def test_a_sheet_has_its_own_style_after_a_page_whose_policy_allows_none(
    press: Press, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    policy = "default-src 'none'; style-src 'self'"
    page.write_text(f'<!doctype html><meta http-equiv="Content-Security-Policy" content="{policy}"><p>Page')
    press.open(page)
    press.show("<!doctype html><style>p { break-after: page }</style><p>One</p><p>Two</p><div>Three</div>")
    assert page_count(press.pdf()) == 3


CHAPTER = next(iter(load_chapters().values()))
LESSON = Lesson("A lesson", optional=False, short=False, cells=())
PICTURE = '<figure class="ntrk-figure"><svg viewBox="0 0 3 1"></svg><figcaption>It shows this.</figcaption></figure>'


def deck(folder: Path, slides: str) -> None:
    file = folder / deck_address(CHAPTER, LESSON)
    file.parent.mkdir(exist_ok=True)
    title = "<section><h2>A lesson</h2></section>"
    file.write_text(
        f'<!doctype html><meta charset="utf-8"><div class="slides">{title}{slides}</div>', encoding="utf-8"
    )


def question(number: int, options: int = 4) -> str:
    listed = "".join(f"<li>Option {at} of question {number}</li>" for at in range(options))
    return (
        f'<div><div data-ntrk-model="w{number}"><div class="ntrk-question"><p>What of {number}?</p><ol type="A">{listed}</ol>'
        f"<details><p>Because of {number}.</p></details></div></div></div>"
    )


def test_it_has_claims_pictures_lists_and_questions_and_neither_notes_nor_answers_nor_other_widgets(
    tmp_path: Path, press: Press
) -> None:
    deck(
        tmp_path,
        f"<section><h2>A claim</h2><ul><li>A list</li></ul>{PICTURE}<aside class='notes'>Prose</aside></section>"
        f"<section class='answer'><h2>A claim</h2><p>Folded</p></section>"
        f"<section><h2>A claim</h2>{question(1)}</section>"
        "<section><h2>Another</h2><div><div data-ntrk-model='w9'>A table of answers</div></div></section>",
    )
    text = words_of(handouts.lesson(press, tmp_path, CHAPTER, LESSON))
    for shown in ("Aclaim", "Alist", "Itshowsthis.", "Whatof1?", "Option3ofquestion1", "Another"):
        assert text.count(shown) == 1, shown
    for left in ("Prose", "Folded", "Becauseof1", "Atableofanswers", squeezed(WORDS["rest"])):
        assert left not in text


def test_what_does_not_fit_goes_in_order_and_the_sheet_says_so(tmp_path: Path, press: Press) -> None:
    items = "<li>Another</li>" * 12
    listed = "".join(f"<ul><li>List {number}</li>{items}</ul>" for number in range(3))
    claim = f"<section><h2>A claim</h2>{listed}</section>"

    def made(questions: int) -> str:
        slides = "".join(f"<section><h2>Q</h2>{question(at)}</section>" for at in range(questions))
        deck(tmp_path, claim + slides)
        pdf = handouts.lesson(press, tmp_path, CHAPTER, LESSON)
        assert page_count(pdf) <= 2
        return words_of(pdf)

    rest = squeezed(WORDS["rest"])
    few, many = made(3), made(60)
    assert "List2" in few and rest not in few
    assert "List0" not in many and "Whatof0?" in many and "Whatof59?" not in many and rest in many
    amounts = (made(number) for number in range(18, 40))
    without_last = next(text for text in amounts if rest in text)
    assert "List2" not in without_last and "List0" in without_last


def test_a_lesson_of_one_widget_has_no_sheet(tmp_path: Path, press: Press) -> None:
    deck(tmp_path, "<section><h2>A lesson</h2><div><div data-ntrk-model='w1'>A case</div></div></section>")
    assert handouts.lesson(press, tmp_path, CHAPTER, LESSON) is None


@pytest.mark.parametrize(
    ("published", "shown"),
    [("", "notebooks/"), ("https://example.org/course/", "https://example.org/course/notebooks/")],
)
def test_it_says_where_the_lesson_is(
    published: str, shown: str, tmp_path: Path, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handouts, "load_course", lambda: replace(load_course(), address=published))
    deck(tmp_path, f"<section><h2>A claim</h2>{question(1)}</section>")
    text = words_of(handouts.lesson(press, tmp_path, CHAPTER, LESSON))
    assert squeezed(WORDS["lesson_at"]) + shown in text and f"#{lesson_id(LESSON)}" in text


@pytest.mark.parametrize("case", list(load_cases().values())[-1:], ids=lambda case: case.id)
def test_a_case_is_one_sheet_with_its_first_scene_and_no_result(case: Case, press: Press) -> None:
    pdf = handouts.case(press, case)
    text = words_of(pdf)
    first, *others = case.scene
    assert page_count(pdf) == 2
    assert squeezed(WORDS["decisions"]) in text
    for choice in first.choice:
        assert printed(choice.text) in text
    for scene in case.scene:
        for choice in scene.choice:
            assert printed(choice.why) not in text
            assert not any(squeezed(one) in text for one in choice.consequence.split("\n\n"))
    for scene in others:
        assert squeezed(scene.text)[:60] not in text
