"""The report reader's Python side: its data is the reports', its equivalent carries them whole."""

import json
from html import escape

import pytest

from ntrkcourse import report_reader
from ntrkcourse.content.inline import inline_html
from ntrkcourse.widgets import WIDGETS
from ntrkcourse.widgets.report_reader import ReportReader
from ntrkcourse.widgets.report_reader.records import load

DATA = report_reader().data


def test_answers_point_at_the_marked_lines():
    for report, shown in zip(load().values(), DATA["reports"], strict=True):
        prompt, misleading, gap = shown["answers"]
        assert report.line[prompt].role == "prompts"
        assert report.line[misleading].role == "misleads"
        assert report.missing[gap].right
        assert [line["text"] for line in shown["lines"]] == [line.text for line in report.line]


def test_the_right_gap_does_not_always_stand_first():
    assert len({report["answers"][2] for report in DATA["reports"]}) > 1


def test_reports_can_be_chosen():
    only = report_reader(["weak-stain"]).data
    assert [report["title"] for report in only["reports"]] == [load()["weak-stain"].title]
    assert only["facts"] == load()["weak-stain"].fact_ids()


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ({"reports": ["other"]}, "reports"),
        ({"reports": ["weak-stain", "weak-stain"]}, "reports"),
        ({"instance": ""}, "instance"),
    ],
)
def test_bad_arguments_are_named(arguments, named):
    with pytest.raises(ValueError, match=named):
        report_reader(**arguments)


def test_the_equivalent_carries_every_line_and_every_reason():
    html = ReportReader.equivalent(DATA)
    for report in load().values():
        for one in (*report.line, *report.missing):
            assert escape(one.text) in html
            assert inline_html(one.why) in html
    for told in ("Asks for the test", "Misleads", "(this is missing)", "Our reading: ", "constructed"):
        assert told in html
    for name in ReportReader.fact_ids(DATA):
        assert f'data-fact="{name}"' in html


def test_data_is_small_and_the_widget_registered():
    assert len(json.dumps(DATA)) < 12_000
    assert WIDGETS["report-reader"] is ReportReader
