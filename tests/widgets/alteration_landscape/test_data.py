"""The alteration landscape's numbers are those of the fact registry, and it refuses what cannot be drawn."""

import re
from typing import Any

import pytest

from ntrkcourse import alteration_landscape, exact_interval, load_facts
from ntrkcourse.widgets.alteration_landscape import AlterationLandscape
from ntrkcourse.widgets.alteration_landscape.records import load

NTRK, ANY = "epi.ntrk.breast.rossds2020", "epi.kinase_fusion.breast.rossds2020"
WORDS = load().words


def rows(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {row["fact"]: row for one in data["setting"] for row in one["alteration"]}


def test_each_bar_is_its_facts_count_with_its_exact_interval() -> None:
    facts = load_facts()
    for fact, row in rows(alteration_landscape().data).items():
        record = facts[fact]
        if record.events is None or record.total is None:
            assert row["interval"] is None and 100 * row["point"] == pytest.approx(record.value)
            continue
        assert row["published"] == f"{record.events:,} of {record.total:,}"
        assert row["point"] == pytest.approx(record.events / record.total, rel=1e-5)
        assert row["interval"] == pytest.approx(exact_interval(record.events, record.total), rel=1e-5)


def test_the_counts_that_the_chapter_names() -> None:
    found = rows(alteration_landscape().data)
    assert (found[NTRK]["published"], found[NTRK]["per"]) == ("4 of 4,854", "8")
    assert found[NTRK]["bounds"] == WORDS["interval"].format(low=2, high=21)
    assert found[ANY]["published"] == "27 of 4,854"
    assert found["epi.breast.brca.tung2016"]["bounds"] == WORDS["no_interval"]


def test_the_ruler_is_the_last_share_over_the_first() -> None:
    ruler = alteration_landscape().data["ruler"]
    assert ruler["point"] == pytest.approx(1000 * (4 / 4854) / (2261 / 6338), rel=1e-3)
    low, high = exact_interval(4, 4854)
    assert [ruler["low"], ruler["high"]] == pytest.approx(
        [1000 * end / (2261 / 6338) for end in (low, high)], rel=1e-3
    )


def test_ratios_carry_a_range_and_a_part_is_compared_with_its_whole() -> None:
    data = alteration_landscape().data
    names = {fact: row["name"] for fact, row in rows(data).items()}
    ratios = {name: (times, spread) for name, times, spread in data["ratios"]}
    both = WORDS["ratio"].format(low="70", high="680", source=WORDS["ratio_both"])
    assert ratios[names["epi.breast.subtypes.howlader2014"]] == ("180", both)
    low, high = exact_interval(4, 27)
    ends = {"low": f"{1 / high:.2g}", "high": f"{1 / low:.2g}"}
    part = WORDS["ratio"].format(**ends, source=WORDS["ratio_part"].format(n=4, all=27))
    assert ratios[names[ANY]] == ("6.7", part)


def test_within_a_setting_the_commonest_comes_first_and_settings_stay_apart() -> None:
    data = alteration_landscape().data
    for setting in data["setting"]:
        points = [row["point"] for row in setting["alteration"]]
        assert points == sorted(points, reverse=True)
    assert not [row for row in data["setting"][0]["alteration"] if "ESR1" in row["name"]]


def test_no_alteration_is_shown_in_its_place_at_first() -> None:
    data = alteration_landscape().data
    assert sorted(data["shown"]) == sorted(data["order"])
    assert all(shown != right for shown, right in zip(data["shown"], data["order"], strict=True))


def test_both_axes_hold_every_share() -> None:
    data = alteration_landscape().data
    for row in rows(data).values():
        assert data["axes"]["log"]["from"] <= row["point"] <= data["axes"]["log"]["to"]
        assert row["interval"] is None or row["interval"][1] <= data["axes"]["linear"]["to"]


def test_the_equivalent_carries_the_numbers_and_links_its_facts() -> None:
    data = alteration_landscape().data
    text = AlterationLandscape.equivalent(data)
    for told in (
        "2,261 of 6,338",
        "4 of 4,854",
        "2 to 21 in 10,000",
        "2.3 mm",
        "180 times",
    ):
        assert told in text
    assert set(re.findall(r'data-fact="([^"]+)"', text)) == set(data["facts"]) <= set(load_facts())
