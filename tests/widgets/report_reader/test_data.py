"""The report reader's Python side: its data is the reports', its equivalent carries them whole."""

from html import unescape

from ntrkcourse import report_reader
from ntrkcourse.content.inline import inline_html
from ntrkcourse.content.walk import facts_of
from ntrkcourse.widgets.report_reader import ReportReader
from ntrkcourse.widgets.report_reader.records import load

DATA = report_reader().data


def test_the_data_are_the_reports():
    for report, shown in zip(load().report, DATA["report"], strict=True):
        assert [line["text"] for line in shown["line"]] == [line.text for line in report.line]
        assert [line["role"] for line in shown["line"]] == [line.role for line in report.line]
    assert DATA["facts"] == facts_of(load())


def test_the_right_gap_does_not_always_stand_first():
    assert len({[one.right for one in report.missing].index(True) for report in load().report}) > 1


def test_the_equivalent_carries_every_line_and_every_reason():
    html = ReportReader.equivalent(DATA)
    for report in load().report:
        for one in (*report.line, *report.missing):
            assert one.text in unescape(html)
            assert inline_html(one.why) in html
    words = DATA["words"]
    for told in (words["prompts"], words["misleads"], words["is_missing"], "Our reading: ", DATA["intro"]):
        assert told in html
