"""The planner's Python side: its data is the year's, its equivalent carries it whole."""

import json
from html import escape

import pytest

from ntrkcourse import monitoring_planner
from ntrkcourse.content.inline import inline_html
from ntrkcourse.widgets import WIDGETS
from ntrkcourse.widgets.monitoring_planner import MonitoringPlanner
from ntrkcourse.widgets.monitoring_planner.records import load

DATA = monitoring_planner().data
YEAR = load()


def test_answers_point_at_the_years_slots_and_actions():
    slots = [slot.id for slot in YEAR.slot]
    for check, shown in zip(YEAR.check, DATA["checks"], strict=True):
        assert slots[shown["slot"]] == check.slot
        assert [slots[one] for one in shown["accepts"]] == list(check.accepts)
        assert shown["ours"] == (check.basis == "ours")
    for event, shown in zip(YEAR.event, DATA["events"], strict=True):
        assert event.option[shown["right"]].right


def test_an_empty_instance_is_refused():
    with pytest.raises(ValueError, match="instance"):
        monitoring_planner(instance="")


def test_the_equivalent_carries_every_check_and_every_action():
    html = MonitoringPlanner.equivalent(DATA)
    for text in YEAR.texts():
        assert inline_html(text) in html
    for event in YEAR.event:
        assert escape(event.story) in html
        for option in event.option:
            assert escape(option.text) in html
    for told in ("(our reading)", "(the best of these)", "Our reading: ", "constructed", "Defensible: "):
        assert told in html
    for name in MonitoringPlanner.fact_ids(DATA):
        assert f'data-fact="{name}"' in html


def test_data_is_small_and_the_widget_registered():
    assert len(json.dumps(DATA)) < 21_000
    assert WIDGETS["monitoring-planner"] is MonitoringPlanner
