"""The planner's Python side: its data is the year's, its equivalent carries it whole."""

from html import unescape

from ntrkcourse import monitoring_planner
from ntrkcourse.content.inline import inline_html
from ntrkcourse.content.walk import facts_of, texts
from ntrkcourse.widgets.monitoring_planner import MonitoringPlanner
from ntrkcourse.widgets.monitoring_planner.records import MONTHS, load

DATA = monitoring_planner().data
YEAR = load()


def test_the_data_are_the_year():
    for check, shown in zip(YEAR.check, DATA["check"], strict=True):
        assert (shown["slot"], shown["accepts"], shown["basis"]) == (
            check.slot,
            list(check.accepts),
            check.basis,
        )
    for event, told in zip(YEAR.event, DATA["event"], strict=True):
        assert [one["right"] for one in told["option"]] == [one.right for one in event.option]
    assert DATA["months"] == MONTHS
    assert DATA["facts"] == facts_of(YEAR)


def test_the_equivalent_carries_every_check_and_every_action():
    html = MonitoringPlanner.equivalent(DATA)
    for text in texts(YEAR):
        assert inline_html(text) in html
    for event in YEAR.event:
        assert event.story in unescape(html)
        for option in event.option:
            assert option.text in unescape(html)
    words = YEAR.words
    for told in ("(our reading)", words["is_best"], "Our reading: ", YEAR.intro, words["others"]):
        assert told in html
