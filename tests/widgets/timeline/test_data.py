"""The timelines' Python side: data from the content and the records, equivalents that carry it whole."""

from datetime import date
from html import unescape

import pytest

from ntrkcourse import load_facts, timeline
from ntrkcourse.content.inline import inline_html
from ntrkcourse.content.walk import facts_of
from ntrkcourse.widgets.timeline import TimelineWidget
from ntrkcourse.widgets.timeline.records import load

POLICY, EVIDENCE = timeline("policy", "09").data, timeline("evidence", "11").data
WORDS = POLICY["words"]
BOTH = pytest.mark.parametrize(("kind", "data"), [("policy", POLICY), ("evidence", EVIDENCE)])


def on(event, day):
    return ([what for since, what in event["marks"] if since <= day] or ["unknown"])[-1]


@BOTH
def test_the_marks_say_what_the_content_says_on_every_quarter(kind, data):
    timeline = load()[kind]
    for event, shown in zip(timeline.events.values(), data["event"], strict=True):
        for year in range(2010, 2029):
            for month in (1, 4, 7, 10):
                day = date(year, month, 14)
                assert on(shown, day.isoformat()) == timeline.standing(event.id, day)


def test_right_choices_of_the_situations():
    right = {
        step["day"]: {choice["text"] for choice in step["choices"] if choice["right"]}
        for step in POLICY["step"]
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
    open_choices = [choice for step in POLICY["step"] for choice in step["choices"] if choice["open"]]
    assert [choice["text"] for choice in open_choices] == ["SPDI Rules: medical records sensitive"]
    assert open_choices[0]["wrong"] == WORDS["open"]
    assert f"<strong>{WORDS['print_open']}</strong>" in TimelineWidget.equivalent(POLICY)
    assert not any(choice["open"] for step in EVIDENCE["step"] for choice in step["choices"])


def test_stale_sentences():
    old, new = EVIDENCE["step"]
    assert sum(choice["right"] for choice in old["choices"]) == 3
    stale = [choice["text"] for choice in new["choices"] if choice["right"]]
    assert "In England entrectinib is recommended through the Cancer Drugs Fund." in stale
    assert len(stale) == 4
    assert {choice["held"] for choice in new["choices"]} == {WORDS["stale"], WORDS["not_stale"]}


@BOTH
def test_a_wrong_answer_is_told_why(kind, data):
    for step in data["step"]:
        assert all(choice["wrong"] for choice in step["choices"])


def test_years_to_place_are_the_events_years_and_not_in_their_titles():
    placed = {EVIDENCE["event"][one["event"]]["title"]: one["year"] for one in EVIDENCE["place"]}
    assert list(placed.values()) != sorted(placed.values())
    assert placed["US: repotrectinib, accelerated approval"] == 2024
    assert not any(str(year) in title for title in placed for year in range(2018, 2027))
    assert POLICY["place"] == []


@BOTH
def test_second_hand_records_are_said_to_be(kind, data):
    for event in data["event"]:
        named = [span[2] for span in event["text"] if span[0] == "fact"]
        assert event["second"] == any(load_facts()[name].status == "secondary" for name in named)
    assert {event["second"] for event in data["event"]} == {True, False}


@BOTH
def test_the_equivalent_carries_every_event_and_answer(kind, data):
    html = unescape(TimelineWidget.equivalent(data))
    timeline = load()[kind]
    for event in timeline.events.values():
        assert event.title in html
        assert unescape(inline_html(event.text)) in html
        assert all(f'data-fact="{name}"' in html for name in facts_of(event))
    for step in timeline.line.step:
        assert step.title in html
        assert step.lesson in html
    assert timeline.line.note in html
    assert html.count(WORDS["second_hand"]) == sum(event["second"] for event in data["event"])
    assert "22 November 2026" in html


def test_the_law_is_dated_and_no_advice():
    assert POLICY["as_of"] in POLICY["note"] and "no legal advice" in POLICY["note"]


@BOTH
def test_the_sources_are_those_of_the_events(kind, data):
    events = load()[kind].events.values()
    assert set(TimelineWidget.fact_ids(data)) == {name for event in events for name in facts_of(event)}
    assert len(data["facts"]) == len(set(data["facts"])) > 30
