"""The result of two sittings and the record in Chromium, from what the browser holds."""

import re
from itertools import product

import pytest
from browsing import sat, take

from ntrkcourse import course_record
from ntrkcourse.content.interface import interface_words
from ntrkcourse.science.learning import mcnemar, paired_difference
from ntrkcourse.widgets.course_record.records import load

PAIRS = course_record().data["pairs"]
ALL = len(PAIRS)
WORDS = load().words
FIRST, SECOND = WORDS["before"], WORDS["after"]


@pytest.fixture
def answer():
    """Puts as many right answers in each sitting; the earlier pairs are the right ones."""

    def put(page, before: int, after: int, first: str = "A", sure: str | None = None):
        second = "B" if first == "A" else "A"
        take(page, sat(1, first, {pair[first]: at < before for at, pair in enumerate(PAIRS)}, sure))
        take(page, sat(2, second, {pair[second]: at < after for at, pair in enumerate(PAIRS)}, sure))

    return put


def guess(page):
    for label in (FIRST, SECOND):
        page.get_by_label(label).fill("10")
    page.get_by_role("button", name="Compare").press("Enter")


def shown(page):
    return page.locator("[data-widget=course-record]").inner_text()


def test_a_guess_that_nobody_has_made_is_not_compared(open_widget, answer):
    page = open_widget(course_record())
    answer(page, 8, 14)
    page.get_by_label(FIRST).press("Home")
    page.get_by_role("button", name="Compare").press("Enter")
    assert interface_words()["move_first"] in shown(page)
    assert "8 of 20" not in shown(page)


@pytest.mark.parametrize("first", "AB")
def test_the_difference_after_a_guess_by_keyboard(open_widget, answer, first):
    page = open_widget(course_record())
    answer(page, 8, 14, first)
    assert f"8 of {ALL}" not in shown(page)
    page.get_by_label(FIRST).press("ArrowRight")
    for _ in range(4):
        page.get_by_label(SECOND).press("ArrowRight")
    page.get_by_role("button", name="Compare").press("Enter")
    text = shown(page)
    assert WORDS["scores"].format(before=8, after=14, all=ALL) in text
    rows = [
        row.inner_text().split("\t")[1:]
        for row in page.get_by_role("table").first.get_by_role("row").all()[1:]
    ]
    assert rows == [["8", "0"], ["6", str(ALL - 14)]]
    assert WORDS["changed"].format(gained=6, lost=0, all=ALL) in text
    low, high = (f"{round(100 * end)}".replace("-", "−") for end in paired_difference(6, 0, ALL))
    assert WORDS["difference"].format(n="+6", share=round(600 / ALL), low=low, high=high) in text
    assert f"{mcnemar(6, 0):.3f}" in text and WORDS["one_reader"] in text
    assert f"you gained {round(600 / (ALL - 8))}%" in text
    assert page.get_by_role("listitem").count() == ALL - 14
    assert PAIRS[-1]["section"] in text


def test_sureness_is_set_beside_what_was_right_in_each_sitting(open_widget, answer):
    page = open_widget(course_record())
    answer(page, 8, 14, sure="3")
    guess(page)
    rows = [
        row.inner_text().split("\t") for row in page.get_by_role("table").last.get_by_role("row").all()[1:]
    ]
    assert [row[0] for row in rows] == [WORDS[name] for name in ("certain", "fairly", "a_guess", "unsaid")]
    assert rows[0][1].startswith(f"8 of {ALL} right (") and rows[0][2].startswith(f"14 of {ALL} right (")
    assert rows[1][1:] == [WORDS["none"]] * 2


def test_a_sitting_that_has_not_ended_is_said_and_nothing_is_compared(open_widget):
    page = open_widget(course_record())
    guess(page)
    assert WORDS["no_first"] in shown(page)
    take(page, sat(1, "A", {}))
    page.get_by_role("button", name="Compare").press("Enter")
    assert WORDS["no_second"] in shown(page) and page.get_by_role("table").count() == 0
    take(page, sat(2, "B", {}))
    page.get_by_role("button", name="Compare").press("Enter")
    assert WORDS["no_pairs"] in shown(page)


def test_a_question_that_was_answered_once_is_no_pair(open_widget):
    page = open_widget(course_record())
    take(page, sat(1, "A", {pair["A"]: True for pair in PAIRS[:9]}))
    take(page, sat(2, "B", {pair["B"]: True for pair in PAIRS[4:]}))
    guess(page)
    assert WORDS["scores"].format(before=5, after=5, all=5) in shown(page)


def test_both_tests_answered_before_there_were_sittings_need_their_ends_alone(open_widget, keep_answers):
    """Old answers stand in both sittings; what the reader adds is that they have ended."""
    page = open_widget(course_record())
    page.evaluate("ntrk.shared.store.set('widget/sittings', { first: 'A' })")
    keep_answers(
        page,
        {pair[side]: at < right for side, right in (("A", 8), ("B", 14)) for at, pair in enumerate(PAIRS)},
    )
    take(page, {**sat(1, "A", {}), **sat(2, "B", {})})
    guess(page)
    assert WORDS["scores"].format(before=8, after=14, all=ALL) in shown(page)


def test_a_full_score_before_leaves_nothing_to_gain(open_widget, answer):
    page = open_widget(course_record())
    answer(page, ALL, ALL)
    guess(page)
    assert WORDS["no_gain"] in shown(page) and WORDS["nothing_left"] in shown(page)


def test_the_page_reckons_as_python_does_over_all_tables(open_widget):
    page = open_widget(course_record())
    tables = [
        (gained, lost, pairs)
        for pairs in (1, 2, 7, 20, 24, 30)
        for gained, lost in product(range(pairs + 1), repeat=2)
        if gained + lost <= pairs
    ]
    found = page.evaluate(
        "tables => tables.map((one) => [...ntrk.shared.pairedDifference(...one), ntrk.shared.mcnemar(one[0], one[1])])",
        tables,
    )
    for (gained, lost, pairs), one in zip(tables, found, strict=True):
        expected = (*paired_difference(gained, lost, pairs), mcnemar(gained, lost))
        assert one == pytest.approx(expected, abs=1e-9), (gained, lost, pairs)


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
    assert "1 of 6 cases ended" in text and "14 right" in text
    assert page.locator("main").is_hidden()
    pdf = page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert sheet.count() == 0 and page.locator("main").is_visible()


def test_the_record_tells_no_score_of_a_silent_sitting(open_widget, tmp_path):
    page = open_widget(course_record())
    take(page, sat(1, "B", {pair["B"]: True for pair in PAIRS}))
    with page.expect_download() as download:
        page.get_by_role("button", name="Save it as a file").press("Enter")
    download.value.save_as(tmp_path / "record.html")
    text = (tmp_path / "record.html").read_text(encoding="utf-8")
    assert f"{ALL} of {ALL} answered</td><td></td>" in text and f"{ALL} right<" not in text


def test_the_record_is_saved_as_a_page(open_widget, tmp_path):
    page = open_widget(course_record())
    with page.expect_download() as download:
        page.get_by_role("button", name="Save it as a file").press("Enter")
    download.value.save_as(tmp_path / "record.html")
    assert "claims no credit" in (tmp_path / "record.html").read_text(encoding="utf-8")


def test_the_guess_is_kept(open_widget):
    page = open_widget(course_record())
    page.get_by_label(FIRST).press("Home")
    page.get_by_label(SECOND).press("End")
    page.get_by_role("button", name="Compare").press("Enter")
    page.reload()
    page.locator("[data-widget=course-record]").wait_for()
    assert page.get_by_label(FIRST).input_value() == "0"
