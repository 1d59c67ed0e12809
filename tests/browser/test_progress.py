"""The progress page and the three sittings: what it tells of them, and from when it sends a reader to the third."""

from collections.abc import Callable
from pathlib import Path

import pytest
from browsing import SAT, STATIC, sat, take
from playwright.sync_api import Page, expect

from ntrkcourse.content.interface import interface_words
from ntrkcourse.content.questions import FORMS, load_questions
from ntrkcourse.publish.places import models_json
from ntrkcourse.widgets import join
from ntrkcourse.widgets.grading import graded
from ntrkcourse.widgets.sitting import form

WORDS = interface_words()["progress"]
IDS = {name: [one.id for one in form(name)] for name in FORMS}
ALL = len(IDS["A"])
DAY = 86_400


@pytest.fixture
def page(strict: Callable[..., object], tmp_path: Path, made_pages: Callable[[Path], str]) -> Page:
    questions = {
        one.id: {"chapter": one.chapter, "form": one.use if one.use in FORMS else None, **graded(one)}
        for one in load_questions().values()
    }
    data = models_json({"questions": questions, "retest": "13.html#third"})
    file = tmp_path / "page.html"
    file.write_text(
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Progress</title>'
        f"<style>{join.shared_style()}</style><main><h1>Progress</h1>"
        f'<div class="course-progress"></div><script type="application/json" id="progress-data">{data}</script></main>'
        f"<script>{join.shared_page_script()}{(STATIC / 'progress.js').read_text('utf-8')}</script></html>",
        encoding="utf-8",
    )
    address = made_pages(file)
    one = strict(address).context.new_page()  # type: ignore[attr-defined]
    one.goto(address)
    one.get_by_role("table").wait_for()
    return one  # type: ignore[no-any-return]


def row(page: Page, sitting: int) -> list[str]:
    found = page.get_by_role("row", name=WORDS[f"sitting_{sitting}"])
    return found.inner_text().split("\t")[1:] if found.count() else []


def test_a_sitting_is_a_line_once_it_has_begun_and_its_score_waits_for_the_second(page: Page) -> None:
    assert row(page, 1) == row(page, 2) == row(page, 3) == []
    take(page, sat(1, "B", {name: at < 8 for at, name in enumerate(IDS["B"])}, sure="3"))
    silent = [WORDS["silent"]] * 2
    assert row(page, 1) == [WORDS["answered_of"].format(n=ALL, all=ALL), *silent] and row(page, 2) == []
    take(page, sat(2, "A", {name: at < 14 for at, name in enumerate(IDS["A"])}, sure="2"))
    assert row(page, 1)[1:] == ["8", str(ALL - 8)]
    assert row(page, 2)[1:] == ["14", "0"]


def test_old_answers_to_form_a_are_a_first_sitting_before_any_coin_is_tossed(
    page: Page, keep_answers: Callable[..., None]
) -> None:
    keep_answers(page, dict.fromkeys(IDS["A"][:6], True))
    assert row(page, 1) == [WORDS["answered_of"].format(n=6, all=ALL), *[WORDS["silent"]] * 2]
    assert row(page, 2) == []


def test_no_question_of_a_form_counts_in_its_chapter(page: Page) -> None:
    before = page.get_by_role("table").inner_text()
    take(page, sat(1, "A", dict.fromkeys(IDS["A"], True)))
    rows = page.get_by_role("table").inner_text().splitlines()
    assert [line for line in rows if WORDS["sitting_1"] not in line] == before.splitlines()


def test_it_says_when_the_third_sitting_is_due_until_it_has_ended(page: Page) -> None:
    link = page.get_by_role("link", name=WORDS["third"])
    take(page, sat(1, "A", dict.fromkeys(IDS["A"], True)))
    assert link.count() == 0
    take(page, sat(2, "B", dict.fromkeys(IDS["B"], True)))
    expect(link).to_have_attribute("href", "13.html#third")
    assert "has been due since 15 July 2025" in page.locator("main").inner_text()
    page.clock.set_fixed_time(SAT / 1000 + 20 * DAY)
    page.reload()
    expect(page.locator("main")).to_contain_text("is due on 15 July 2025")
    take(page, sat(3, "A", dict.fromkeys(IDS["A"], True)))
    assert link.count() == 0 and row(page, 3)[1] == str(ALL)


BROKEN_WORDS = """() => [...document.querySelectorAll(".ntrk-scroll :is(th, td)")].flatMap((cell) => {
  const words = [];
  for (const text of [...cell.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE)) {
    for (const { index, 0: word } of text.data.matchAll(/\\S+/g)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      if (range.getClientRects().length > 1) words.push(word);
    }
  }
  return words;
})"""


def test_on_a_phone_the_table_breaks_no_word(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 780})
    assert page.evaluate(BROKEN_WORDS) == []
