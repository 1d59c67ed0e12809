"""The two timelines: what the loader refuses, how events stand on a day, and whose dates they are."""

import re
from datetime import date
from pathlib import Path

import pytest
from contract import Refuses

from ntrkcourse.content import ContentError, load_facts
from ntrkcourse.content.dates import spoken
from ntrkcourse.content.location import content_folder
from ntrkcourse.content.walk import facts_of
from ntrkcourse.widgets.timeline.records import STANDINGS, Event, load

TIMELINES = load()
POLICY, EVIDENCE = TIMELINES["policy"], TIMELINES["evidence"]
SOURCE = (content_folder() / "widgets/timeline.toml").read_text(encoding="utf-8")
EVENTS = [event for timeline in TIMELINES.values() for event in timeline.events.values()]
each_event = pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.id)


@each_event
def test_no_text_rests_on_what_was_only_recalled(event: Event) -> None:
    assert all(load_facts()[name].status != "recalled" for name in facts_of(event))


@each_event
def test_dates_are_the_records(event: Event) -> None:
    """Every date stands in a record that the event links to, as ISO or in words."""
    told = ""
    for name in facts_of(event):
        fact = load_facts()[name]
        told += " | ".join(
            (fact.claim, str(fact.value), fact.as_of, fact.note, fact.detail, fact.locator, fact.source)
        )
    told += {"navigate-2021": "2021"}.get(event.id, "")  # The year of the journal volume, from its reference.
    told = re.sub(r"\b(\d+) (?:and|or|to) (?=\d+ [A-Z])", r"\1 ", told)
    for when in filter(None, (event.announced, event.start, event.end)):
        assert when in told or spoken(when) in told, f"{when} is no date of {facts_of(event)}"


def test_a_meeting_abstract_has_the_year_of_its_journal():
    bibliography = (content_folder() / "references.bib").read_text(encoding="utf-8")
    entry = bibliography.split("{sabcs2020ps1106,")[1].split("@")[0]
    assert f"year = {{{EVIDENCE.events['navigate-2021'].start}}}" in entry


@pytest.mark.parametrize(
    ("name", "day", "standing"),
    [
        ("gst-nil", "2025-09-02", "unknown"),
        ("gst-nil", "2025-09-21", "announced"),
        ("gst-nil", "2025-09-22", "in force"),
        ("customs-2025", "2025-10-31", "in force"),
        ("customs-2025", "2025-11-01", "not confirmed"),
        ("dpdp-main", "2026-11-22", "announced"),
        ("dpdp-main", "2027-06-01", "in force"),
        ("spdi", "2026-11-22", "in force"),
        ("spdi", "2027-06-01", "not confirmed"),
        ("dna-bill", "2020-01-01", "announced"),
        ("dna-bill", "2023-07-24", "ended"),
        ("ismpo-2025", "2025-06-01", "about"),
        ("ismpo-2025", "2026-01-01", "in force"),
        ("dpdp-faster", "2026-11-22", "announced"),
    ],
)
def test_how_a_rule_stands_on_a_day(name: str, day: str, standing: str) -> None:
    assert POLICY.standing(name, date.fromisoformat(day)) == standing


@pytest.mark.parametrize(
    ("name", "day", "standing"),
    [
        ("nice-entrec-2020", "2026-01-06", "in force"),
        ("nice-entrec-2020", "2026-01-07", "ended"),
        ("nice-laro-2020", "2026-11-22", "not confirmed"),
        ("fda-laro-2018", "2025-04-10", "ended"),
        ("ema-laro-2019", "2019-08-01", "announced"),
        ("ema-laro-2019", "2019-09-15", "about"),
    ],
)
def test_how_knowledge_stood_on_a_day(name: str, day: str, standing: str) -> None:
    assert EVIDENCE.standing(name, date.fromisoformat(day)) == standing


def test_changes_are_in_order_and_known():
    for timeline in TIMELINES.values():
        for name in timeline.events:
            days = [day for day, _ in timeline.changes(name)]
            assert days == sorted(set(days))
            assert {what for _, what in timeline.changes(name)} <= set(STANDINGS)


def test_an_event_once_stale_stays_so():
    assert EVIDENCE.right("fda-laro-2018", date(2026, 1, 1))
    assert not EVIDENCE.right("fda-laro-2018", date(2018, 11, 25))


def test_what_could_not_be_confirmed_is_marked():
    doubtful = {event.id for event in EVENTS if event.status == "not confirmed"}
    assert {"customs-45", "spdi-fate", "nice-laro-2026", "ntrk-indication", "pmjay-trk"} <= doubtful


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('status = "announced"', 'status = "planned"', "'planned' is none of in force, announced"),
        ('track = "Evidence"', 'track = "Rumours"', "'Rumours' is a track of no line"),
        ('start = "2010"', 'start = "spring"', "is no date such as 2017"),
        ('start = "2010"', 'start = "2010-13"', "month must be in 1..12"),
        ('announced = "2025-09-03"', 'announced = "2025-09-23"', "is not before the start"),
        ('end = "2023-07-24"', 'end = "2013-07-24"', "is not after the start"),
        ('end = "2023-07-24"\n', "", "missing: the day of the withdrawal"),
        ('replaced_by = "customs-45"', 'replaced_by = "customs-2024"', "'customs-2024' is no later event"),
        ('replaced_by = "customs-45"', 'replaced_by = "nice-ta1118"', "lack the event 'nice-ta1118'"),
        ('id = "customs-45"', 'id = "customs-2024"', "used twice"),
        ('title = "GST on entrectinib: nil"', f'title = "{"x" * 43}"', "43 characters; at most 42"),
        ("[102 (34%)](fact:policy.dccc.operational.bs2026)", "some", "rests on no fact"),
        ('asks = "stale"', 'asks = "true"', "'true' is none of in force, stale"),
        (
            'choices = ["gst-nil", "customs-2025", ',
            'choices = ["gst-zero", ',
            "'gst-zero' is no event of this line",
        ),
        (
            'choices = ["gst-nil", "customs-2025", "customs-2026"]',
            'choices = ["gst-nil"]',
            "not both right and wrong",
        ),
        ('stale = "Zurletrectinib is not approved anywhere."\n', "", "has no sentence that it made stale"),
        ("as_of = 2026-11-22\n", "", "key 'as_of': missing"),
        ("as_of = 2026-11-22\n", 'as_of = "today"\n', "key 'as_of': expected date"),
        ('unknown = "Still to come"', "", "key 'labels': must be for unknown, announced, about"),
        ("[[event]]", "[[happening]]", "unknown key"),
    ],
)
def test_bad_files_are_refused(refuses: Refuses, before: str, after: str, told: str) -> None:
    assert before in SOURCE
    refuses(load, SOURCE.replace(before, after, -1 if before == "[[event]]" else 1), told)


def test_a_file_without_lines_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "timeline.toml"
    file.write_text(SOURCE[: SOURCE.index("[[line]]")], encoding="utf-8")
    with pytest.raises(ContentError, match="the file has none"):
        load(file)
