"""Chapter 09: lengths, counts and days in the pictures are those of the records."""

import re
from datetime import date

import pytest

from ntrkcourse.content.facts import load_facts
from ntrkcourse.figures.drawings import centres_counted, in_force, two_counts
from ntrkcourse.figures.records import frames


def test_bars_are_as_long_as_the_two_counts() -> None:
    facts = load_facts()
    portal, asked = facts[two_counts.PORTAL].value, facts[two_counts.SURVEY].value
    assert (portal, asked) == (146_000_000, 0.877)
    women, screened, examined = (
        float(width) for width in re.findall(r'width="([\d.]+)" height="16"', frames("two_counts")[0].body)
    )
    assert screened / women == pytest.approx(portal / two_counts.WOMEN, abs=0.002)
    assert examined / women == pytest.approx(asked / 100, abs=0.002)


def test_dots_are_the_centres_of_the_record() -> None:
    fact = load_facts()[centres_counted.CENTRES]
    assert centres_counted.counts() == (200, fact.total, fact.events) == (200, 297, 102)
    drawn = frames("centres_counted")[0].body
    assert drawn.count("<circle") == 297
    assert drawn.count('class="patient solid"') == 102


def test_the_line_of_the_promise_stands_between_rows() -> None:
    assert centres_counted.counts()[0] % centres_counted.A_ROW == 0


def test_each_band_begins_on_its_day() -> None:
    assert in_force.starts() == {
        "spdi": None,
        "rti": date(2025, 11, 14),
        "managers": date(2026, 11, 13),
        "duties": date(2027, 5, 13),
    }
    drawn = frames("in_force")[0].body
    for start in filter(None, in_force.starts().values()):
        assert f'x="{round(in_force.place(start), 1):g}"' in drawn


def test_what_holds_stands_left_of_the_day_and_what_waits_right_of_it() -> None:
    today = in_force.place(in_force.STATED)
    starts = in_force.starts()
    assert starts["managers"] and starts["duties"]
    assert in_force.place(starts["managers"]) < today < in_force.place(starts["duties"])


def test_of_four_gates_one_is_raised_and_three_are_in_doubt() -> None:
    drawn = frames("four_gates")[0].body
    assert (drawn.count("rotate(-32"), drawn.count(">?</text>")) == (1, 3)


def test_five_keys_have_teeth_and_four_have_none() -> None:
    """Three exceptions of the clause, a law that compels and her own word."""
    drawn = frames("who_may_know")[0].body
    exceptions = load_facts()["policy.imc2002.exceptions_714.imahq2016"].value
    keys = [
        (kind, "v5" in d) for d, kind in re.findall(r'<path d="([^"]*)" class="(right|wrong) line"', drawn)
    ]
    assert keys == [("right", True)] * int(exceptions + 2) + [("wrong", False)] * 4
