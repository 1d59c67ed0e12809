"""The pictures of chapter 03 show the numbers of their records."""

import re

import pytest

from ntrkcourse import exact_interval, load_facts
from ntrkcourse.figures import find
from ntrkcourse.figures.drawings.flooded_code import REGISTRY, drawers
from ntrkcourse.figures.drawings.four_series import SERIES as FOUR
from ntrkcourse.figures.drawings.turned_round import SECRETORY, WITH_FUSION
from ntrkcourse.figures.drawings.who_is_counted import SERIES, mouths
from ntrkcourse.figures.records import frames


def body(name: str) -> str:
    return frames(name)[0].body


def words(name: str) -> list[str]:
    return re.findall(r">([^<>]+)</t", body(name))


def marks(kind: str, name: str, mark: str) -> int:
    """How often a mark stands in the paths of a kind."""
    return sum(path.count(mark) for path in re.findall(rf'<path d="([^"]+)" class="{kind}"', body(name)))


def test_the_funnels_mouths_are_as_wide_as_the_series_are_large() -> None:
    first, second = (load_facts()[name] for name in SERIES)
    widths = mouths([first, second])
    assert widths[0] / widths[1] == pytest.approx(4854 / 1894)
    drawn = [
        float(width)
        for width in re.findall(r'<rect [^>]*width="([\d.]+)" height="12"', body("who_is_counted"))
    ]
    assert drawn == pytest.approx(widths, abs=0.05)
    for fact in (first, second):
        assert f"{fact.total:,}" in words("who_is_counted")
        assert f"{10_000 * fact.events / fact.total:.0f} in 10,000" in words("who_is_counted")
    assert words("who_is_counted").count("4 with a fusion") == 2
    # A cell is an outline and a nucleus.
    assert body("who_is_counted").count("<ellipse") == first.events + second.events == 8


def test_the_two_wholes_are_those_of_the_records() -> None:
    pooled, reviewed = load_facts()[WITH_FUSION], load_facts()[SECRETORY]
    filled = body("turned_round").count('class="tumour solid"')
    empty = len(re.findall(r'<circle [^>]*r="5.6" class="muted line thin"', body("turned_round")))
    assert (round(pooled.value), empty) == (93, 100 - 93)
    # Beside the two fields stand two filled marks of the key.
    assert filled == 93 + reviewed.total + 2
    big = re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)" r="9"', body("turned_round"))
    holes = set(
        re.findall(
            r'<circle cx="([\d.]+)" cy="([\d.]+)" r="4[.\d]*" class="paper solid"', body("turned_round")
        )
    )
    assert len(big) == reviewed.total == 23
    assert len(set(big) & holes) == reviewed.events == 11
    assert "73 to 100" in " ".join(words("turned_round"))
    assert tuple(map(round, pooled.interval)) == (73, 100)


def test_the_small_drawer_holds_each_entry_once() -> None:
    fact = load_facts()[REGISTRY]
    secretory, ductal, moved = drawers()
    assert (secretory, ductal) == (fact.events, fact.total - fact.events) == (246, 1_564_068)
    assert moved == round(ductal / 10_000) == 156
    assert marks("tumour solid", "flooded_code", "m") == secretory - moved == 90
    assert marks("wrong line thin", "flooded_code", "l4.4 4.4") == moved
    assert {"1,564,068", "coded secretory: 246", "90 others"} <= set(words("flooded_code"))


def test_the_four_series_are_described_and_keyed_as_they_are_drawn() -> None:
    """East and West are the one pair of those asked about whose intervals do not meet."""
    ends = {name: [10_000 * end for end in exact_interval(*counts)] for name, counts in FOUR.items()}
    for name, (events, total) in FOUR.items():
        low, high = ends[name]
        rate = 10_000 * events / total
        told = f"{name.title()}: dot at {rate:.0f}, line from {low:.0f} to {high:.0f}."
        assert told in find("four_series").description
    meeting = {
        (a, b): ends[a][0] <= ends[b][1] and ends[b][0] <= ends[a][1]
        for a, b in (("north", "east"), ("north", "south"), ("east", "west"), ("south", "west"))
    }
    assert [pair for pair, meets in meeting.items() if not meets] == [("east", "west")]
    dots = [float(x) for x in re.findall(r'<circle cx="([\d.]+)"', body("four_series"))]
    assert sorted(dots) == [dots[2], dots[0], dots[1], dots[3]]
