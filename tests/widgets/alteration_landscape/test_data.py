"""The alteration landscape's numbers are those of the fact registry, and it refuses what cannot be drawn."""

import re
from dataclasses import replace
from typing import Any

import pytest

from ntrkcourse import alteration_landscape, exact_interval, load_facts
from ntrkcourse.widgets.alteration_landscape import ALTERATIONS, ORDER, SETTINGS, AlterationLandscape

NTRK, ANY = "epi.ntrk.breast.rossds2020", "epi.kinase_fusion.breast.rossds2020"


def rows(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {row["fact"]: row for row in data["rows"]}


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
    assert found[NTRK]["bounds"] == "95% interval 2 to 21 in 10,000"
    assert found[ANY]["published"] == "27 of 4,854"
    assert found["epi.breast.brca.tung2016"]["bounds"].startswith("no interval")


def test_the_ruler_is_the_last_share_over_the_first() -> None:
    ruler = alteration_landscape().data["ruler"]
    assert ruler["point"] == pytest.approx(1000 * (4 / 4854) / (2261 / 6338), rel=1e-3)
    low, high = exact_interval(4, 4854)
    assert [ruler["low"], ruler["high"]] == pytest.approx(
        [1000 * end / (2261 / 6338) for end in (low, high)], rel=1e-3
    )


def test_ratios_carry_a_range_and_a_part_is_compared_with_its_whole() -> None:
    ratios = {name: (times, spread) for name, times, spread in alteration_landscape().data["ratios"]}
    assert ratios["HER2-positive (ERBB2)"] == ("180", "70 to 680: both intervals at their ends")
    low, high = exact_interval(4, 27)
    assert ratios["Fusion of any kinase"] == ("6.7", f"{1 / high:.2g} to {1 / low:.2g}: 4 of the 27")


def test_within_a_setting_the_commonest_comes_first_and_settings_stay_apart() -> None:
    data = alteration_landscape().data
    settings = [row["setting"] for row in data["rows"]]
    assert settings == sorted(settings, key=[one["id"] for one in data["settings"]].index)
    for setting in set(settings):
        points = [row["point"] for row in data["rows"] if row["setting"] == setting]
        assert points == sorted(points, reverse=True)
    assert "ESR1" not in " ".join(row["name"] for row in data["rows"] if row["setting"] == "all")


def test_no_alteration_is_shown_in_its_place_at_first() -> None:
    data = alteration_landscape().data
    assert sorted(data["shown"]) == sorted(data["order"])
    assert all(shown != right for shown, right in zip(data["shown"], data["order"], strict=True))


def test_both_axes_hold_every_share() -> None:
    data = alteration_landscape().data
    for row in data["rows"]:
        assert data["axes"]["log"]["from"] <= row["point"] <= data["axes"]["log"]["to"]
        assert row["interval"] is None or row["interval"][1] <= data["axes"]["linear"]["to"]


def test_the_equivalent_carries_the_numbers_and_links_its_facts() -> None:
    data = alteration_landscape().data
    text = AlterationLandscape.equivalent(data)
    for words in (
        "2,261 of 6,338",
        "4 of 4,854",
        "2 to 21 in 10,000",
        "2.3 mm",
        "180 times",
        "no Indian count",
    ):
        assert words in text
    assert set(re.findall(r'data-fact="([^"]+)"', text)) == set(data["facts"]) <= set(load_facts())


@pytest.mark.parametrize(
    ("argument", "changed"),
    [
        ("instance", {"instance": ""}),
        ("settings", {"settings": SETTINGS[:1]}),
        ("settings", {"settings": (*SETTINGS, replace(SETTINGS[0], id="men"))}),
        ("alterations", {"alterations": (replace(ALTERATIONS[0], fact="no.such"), *ALTERATIONS[1:])}),
        ("alterations", {"alterations": (replace(ALTERATIONS[0], setting="men"), *ALTERATIONS[1:])}),
        ("alterations", {"alterations": (replace(ALTERATIONS[0], kind="luck"), *ALTERATIONS[1:])}),
        ("alterations", {"alterations": (*ALTERATIONS, ALTERATIONS[0])}),
        (
            "share",
            {
                "alterations": (
                    replace(ALTERATIONS[0], fact="epi.breast.long_tail.tcga2012"),
                    *ALTERATIONS[1:],
                )
            },
        ),
        (
            "zero",
            {
                "alterations": (
                    replace(ALTERATIONS[0], fact="enrich.esr1_exclusive.rossd2020"),
                    *ALTERATIONS[1:],
                )
            },
        ),
        ("order", {"order": (*ORDER, "no.such")}),
        ("order", {"order": tuple(reversed(ORDER))}),
        ("order", {"order": ORDER[:2]}),
        ("order", {"order": ("epi.breast.esr1.fribbens2018", *ORDER)}),
    ],
)
def test_bad_arguments_are_named(argument: str, changed: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=argument):
        alteration_landscape(**changed)
