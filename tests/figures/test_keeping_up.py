"""Pictures of chapter 11: places and lengths are those of the records."""

import re
from itertools import pairwise

import pytest

from ntrkcourse import load_facts
from ntrkcourse.figures import frames
from ntrkcourse.figures.drawings import figure_ages, level_and_stars, sentence_bands, whose_figure


def test_reports_stand_in_the_order_of_their_dates_at_their_rates_and_intervals() -> None:
    facts = [load_facts()[name] for name in figure_ages.REPORTS]
    assert all(one < other for one, other in pairwise(map(figure_ages.when, facts)))
    body = frames("figure_ages")[0].body
    for fact in facts:
        assert isinstance(fact.value, float)
        assert f"{fact.value:g}% of {fact.total}" in body
        if fact.interval:
            x = f"{round(figure_ages.across(figure_ages.when(fact)), 1):g}"
            low, high = (f"{round(figure_ages.height(bound), 1):g}" for bound in fact.interval)
            assert f'<line x1="{x}" y1="{low}" x2="{x}" y2="{high}" class="drug line"/>' in body


@pytest.mark.parametrize(("as_of", "year"), [("2018-02", 2018.12), ("data cut 2019-07-15", 2019.54)])
def test_a_date_becomes_a_place_on_the_axis(as_of: str, year: float) -> None:
    fact = next(one for one in load_facts().values() if one.as_of == as_of)
    assert figure_ages.when(fact) == pytest.approx(year, abs=0.02)


def test_the_breast_bar_ends_on_the_day_of_its_last_check() -> None:
    fact = load_facts()[figure_ages.BREAST]
    bar = re.search(
        r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="22"', frames("figure_ages")[0].body
    )
    assert bar
    assert float(bar[1]) == pytest.approx(figure_ages.across(figure_ages.when(fact)), abs=0.1)
    end = (float(bar[1]) + float(bar[2]) - figure_ages.LEFT) / figure_ages.YEAR + figure_ages.FIRST
    assert int(end) == fact.checked.year


def test_a_band_is_what_its_sentence_allows() -> None:
    fact = load_facts()[sentence_bands.FACT]
    assert sentence_bands.allowed()["figure"] == fact.interval
    bands = re.findall(
        r'<rect x="([\d.]+)" y="\d+" width="([\d.]+)" height="26"[^>]*positive',
        frames("sentence_bands")[0].body,
    )
    for (low, high), (x, width) in zip(sentence_bands.allowed().values(), bands, strict=True):
        assert float(x) == pytest.approx(sentence_bands.across(low), abs=0.1)
        assert float(x) + float(width) == pytest.approx(sentence_bands.across(high), abs=0.1)


def test_bars_are_as_long_as_the_shares_of_their_records() -> None:
    facts = load_facts()
    trial = facts[whose_figure.TRIAL]
    assert f"{whose_figure.FOUND}%" in trial.claim
    assert f"{whose_figure.ASSIGNABLE}%" in trial.detail
    maker = facts[whose_figure.MAKER].value
    assert isinstance(maker, tuple)
    told = [
        maker[0],
        whose_figure.FOUND,
        whose_figure.FOUND,
        whose_figure.ASSIGNABLE,
        trial.value,
        facts[whose_figure.DOCTORS].value,
        facts[whose_figure.OUTSIDERS].value,
    ]
    bars = re.findall(r'width="([\d.]+)" height="9" class="\w+ solid"', frames("whose_figure")[0].body)
    assert [float(width) / whose_figure.UNIT for width in bars] == pytest.approx(told, abs=0.1)


def test_marks_stand_in_the_cells_of_our_models_grades() -> None:
    assert level_and_stars.graded("basket") == ("B", 4)
    assert level_and_stars.graded("breast") == ("B", 2)
    x, y = level_and_stars.place("B", 4)
    assert f'<circle cx="{x:g}" cy="{y:g}"' in frames("level_and_stars")[0].body
