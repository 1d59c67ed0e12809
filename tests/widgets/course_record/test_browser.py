"""The gain and the record in Chromium, from answers that the browser holds."""

import re

import pytest

from ntrkcourse import course_record
from ntrkcourse.content.interface import interface_words

PAIRS = course_record().data["pairs"]


@pytest.fixture
def answer(keep_answers):
    """Put as many first answers right in each form; the earlier pairs are the right ones."""

    def put(page, before: int, after: int):
        forms = (("pre", before), ("post", after))
        keep_answers(
            page, {pair[side]: place < right for place, pair in enumerate(PAIRS) for side, right in forms}
        )

    return put


def guess(page):
    for label in ("Before, in form A", "Now, in form B"):
        page.get_by_label(label).fill("10")
    page.get_by_role("button", name="Compare").press("Enter")


def test_a_guess_that_nobody_has_made_is_not_compared(open_widget, answer):
    page = open_widget(course_record())
    answer(page, 8, 14)
    root = page.locator("[data-widget=course-record]")
    page.get_by_label("Before, in form A").press("Home")
    page.get_by_role("button", name="Compare").press("Enter")
    assert interface_words()["move_first"] in root.inner_text()
    assert "8 of 20" not in root.inner_text()


def test_the_gain_after_a_guess_by_keyboard(open_widget, answer):
    page = open_widget(course_record())
    answer(page, 8, 14)
    root = page.locator("[data-widget=course-record]")
    assert "8 of 20" not in root.inner_text()
    page.get_by_label("Before, in form A").press("ArrowRight")
    for _ in range(4):
        page.get_by_label("Now, in form B").press("ArrowRight")
    page.get_by_role("button", name="Compare").press("Enter")
    text = root.inner_text()
    assert "Form A: 8 of 20. Form B: 14 of 20." in text
    assert "You guessed 11 and 14." in text
    assert "you gained 50%" in text
    rows = [row.inner_text().split("\t")[1:] for row in page.get_by_role("row").all()[1:]]
    assert rows == [["8", "0"], ["6", "6"]]
    assert page.get_by_role("listitem").count() == 6
    assert PAIRS[-1]["section"] in text


def test_an_unfinished_form_is_said_and_nothing_is_compared(open_widget):
    page = open_widget(course_record())
    guess(page)
    assert page.get_by_text("Form A: 0 of 20 answered. Form B: 0 of 20 answered.").is_visible()
    assert page.get_by_role("table").count() == 0


@pytest.mark.parametrize(
    "damage", ["{", "null", '{"log": 3, "now": {}}', "[]", '{"epoch": "0", "log": [{}], "now": {}}']
)
def test_damaged_answers_count_as_none(open_widget, damage, answer):
    page = open_widget(course_record())
    answer(page, 20, 20)
    # As a page finds it that is opened now.
    damaged = "([key, text]) => { localStorage.setItem(key, text); ntrkReplica.entries.clear(); }"
    page.evaluate(damaged, [f"ntrk:v2:question/{PAIRS[3]['pre']}", damage])
    guess(page)
    assert page.get_by_text("Form A: 19 of 20 answered.").is_visible()


def test_a_full_score_before_leaves_nothing_to_gain(open_widget, answer):
    page = open_widget(course_record())
    answer(page, 20, 20)
    guess(page)
    assert page.get_by_text("Form A left nothing to gain.").is_visible()
    assert page.get_by_text("Nothing is left to revisit.").is_visible()


def test_the_record_prints_alone_on_one_sheet_with_the_name_as_text(open_widget, answer):
    page = open_widget(course_record())
    answer(page, 8, 14)
    page.evaluate("""() => {
      localStorage.setItem('ntrk:v1:widget/case/A', '{"taken": [], "first": [2, 1, 1, 2]}');
      localStorage.setItem('ntrk:v1:widget/case/B', '{"taken": [], "first": [0]}');
      window.print = () => { window.printed = true; };
    }""")
    page.get_by_label("Name on the record").fill("<b>Dr O'Neil</b> शांति")
    page.get_by_role("button", name="Print the record").press("Enter")
    assert page.evaluate("window.printed")
    sheet = page.locator(".ntrk-record-sheet")
    page.emulate_media(media="print")
    text = sheet.inner_text()
    assert "<b>Dr O'Neil</b> शांति" in text and "claims no credit" in text
    assert "1 of 6 cases ended" in text and "14 right at the first try" in text
    assert page.locator("main").is_hidden()
    pdf = page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert sheet.count() == 0 and page.locator("main").is_visible()


def test_the_record_is_saved_as_a_page(open_widget, tmp_path):
    page = open_widget(course_record())
    with page.expect_download() as download:
        page.get_by_role("button", name="Save it as a file").press("Enter")
    download.value.save_as(tmp_path / "record.html")
    assert "claims no credit" in (tmp_path / "record.html").read_text(encoding="utf-8")


def test_the_guess_is_kept(open_widget):
    page = open_widget(course_record())
    page.get_by_label("Before, in form A").press("Home")
    page.get_by_label("Now, in form B").press("End")
    page.get_by_role("button", name="Compare").press("Enter")
    page.reload()
    page.locator("[data-widget=course-record]").wait_for()
    assert page.get_by_label("Before, in form A").input_value() == "0"
