"""The timelines' Python side: data from the content and the records, equivalents that carry it whole."""

import json
from datetime import date
from html import escape

import pytest

from ntrkcourse import evidence_timeline, load_facts, policy_timeline
from ntrkcourse.content.inline import fact_ids, inline_html
from ntrkcourse.widgets import WIDGETS
from ntrkcourse.widgets.timeline import TimelineWidget, second_hand
from ntrkcourse.widgets.timeline.records import load

POLICY, EVIDENCE = policy_timeline().data, evidence_timeline().data
BOTH = pytest.mark.parametrize(("kind", "data"), [("policy", POLICY), ("evidence", EVIDENCE)])


def on(event, day):
    return ([what for since, what in event["marks"] if since <= day] or ["unknown"])[-1]


@BOTH
def test_the_marks_say_what_the_content_says_on_every_quarter(kind, data):
    timeline = load()[kind]
    for event, shown in zip(timeline.events.values(), data["events"], strict=True):
        for year in range(2010, 2029):
            for month in (1, 4, 7, 10):
                day = date(year, month, 14)
                assert on(shown, day.isoformat()) == timeline.standing(event.id, day)


def test_right_choices_of_the_situations():
    right = {
        step["day"]: {choice["text"] for choice in step["choices"] if choice["right"]}
        for step in POLICY["steps"]
    }
    assert right["2025-09-10"] == {"Customs: entrectinib exempt (Budget)"}
    assert right["2025-10-20"] == {"Customs: entrectinib exempt (Budget)", "GST on entrectinib: nil"}
    assert "DPDP Act: main duties" not in right["2026-03-01"]
    assert "SPDI Rules: medical records sensitive" in right["2026-03-01"]
    assert right["2027-06-15"] == {
        "DPDP Act: exemption for research",
        "DPDP Act: main duties",
        "DPDP Act: penalties",
    }
    assert "CERT-In: report a leak in six hours" in right["2026-11-22"]


def test_what_nobody_can_confirm_is_open_and_either_answer_stands():
    open_choices = [choice for step in POLICY["steps"] for choice in step["choices"] if choice.get("open")]
    assert [choice["text"] for choice in open_choices] == ["SPDI Rules: medical records sensitive"]
    assert open_choices[0]["wrong"] == "Nobody knows: either answer stands."
    assert "<strong>Open</strong>" in TimelineWidget.equivalent(POLICY)
    assert not any(choice.get("open") for step in EVIDENCE["steps"] for choice in step["choices"])


def test_stale_sentences():
    old, new = EVIDENCE["steps"]
    assert sum(choice["right"] for choice in old["choices"]) == 3
    stale = [choice["text"] for choice in new["choices"] if choice["right"]]
    assert "In England entrectinib is recommended through the Cancer Drugs Fund." in stale
    assert len(stale) == 4
    assert {choice["held"] for choice in new["choices"]} == {"Stale", "Not stale"}


@BOTH
def test_a_wrong_answer_is_told_why(kind, data):
    for step in data["steps"]:
        assert all(choice["wrong"] for choice in step["choices"])


def test_years_to_place_are_the_events_years_and_not_in_their_titles():
    placed = {EVIDENCE["events"][one["event"]]["title"]: one["year"] for one in EVIDENCE["place"]}
    assert list(placed.values()) != sorted(placed.values())
    assert placed["US: repotrectinib, accelerated approval"] == 2024
    assert not any(str(year) in title for title in placed for year in range(2018, 2027))
    assert POLICY["place"] == []


@BOTH
def test_second_hand_records_are_said_to_be(kind, data):
    for event in data["events"]:
        named = [span[2] for span in event["text"] if span[0] == "fact"]
        assert event["second"] == any(load_facts()[name].status == "secondary" for name in named)
    assert not second_hand("[x](fact:therapy.repotrectinib.approval.ntrk2024)")
    assert second_hand("[x](fact:policy.gst.entrectinib_nil.mint2025)")


@BOTH
def test_the_equivalent_carries_every_event_and_answer(kind, data):
    html = TimelineWidget.equivalent(data)
    timeline = load()[kind]
    for event in timeline.events.values():
        assert escape(event.title) in html
        assert inline_html(event.text) in html
        assert all(f'data-fact="{name}"' in html for name in fact_ids(event.text))
    for step in timeline.line.step:
        assert escape(step.title) in html
        assert escape(step.lesson) in html
    assert escape(timeline.line.note) in html
    assert html.count("Read second-hand.") == sum(event["second"] for event in data["events"])
    assert "22 November 2026" in html


def test_the_law_is_dated_and_no_advice():
    assert POLICY["note"] == "Law stated as of 22 November 2026. This is no legal advice."


@BOTH
def test_the_sources_are_those_of_the_events(kind, data):
    events = load()[kind].events.values()
    assert set(TimelineWidget.fact_ids(data)) == {name for event in events for name in event.fact_ids()}
    assert len(data["facts"]) == len(set(data["facts"])) > 30


@pytest.mark.parametrize("make", [policy_timeline, evidence_timeline])
def test_an_empty_instance_is_refused(make):
    with pytest.raises(ValueError, match="instance"):
        make(instance="")


def test_one_engine_draws_both():
    assert WIDGETS["timeline"] is TimelineWidget
    for widget in (policy_timeline(), evidence_timeline()):
        assert isinstance(widget, TimelineWidget)
        assert len(json.dumps(widget.data, ensure_ascii=False, separators=(",", ":"))) < 22_000
