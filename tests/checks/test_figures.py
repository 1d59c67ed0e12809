"""F03: what a link shows is the record's own, or follows from it; each slip that once passed is refused."""

from dataclasses import replace

import pytest

from ntrkcourse.checks.figures import foreign_figures
from ntrkcourse.checks.numerals import is_rounded, numerals, percentages
from ntrkcourse.checks.prose import check_links
from ntrkcourse.content.facts import load_facts

FACTS = load_facts()
ROSS = "epi.ntrk.breast.rossds2020"  # 4 of 4,854 women, 0.08%
LARO = "therapy.larotrectinib.orr.drilon2018"  # 41 of 55, 75%, interval 61 to 85
SIX = "therapy.larotrectinib.breast.orr.navigate2021"  # 5 of 6, 83%, interval 36 to 100
HAZARD = "therapy.larotrectinib.vs_soc.os_hr.matched2025"  # 0.44 (0.23 to 0.83), 36.8 against 5.2 months
OLAPARIB = "therapy.parp.olympiad.robson2017"  # 7.0 months, and 4.2
DAY = "therapy.repotrectinib.approval.ntrk2024"  # 13 June 2024


def test_numbers_of_a_sentence():
    assert numerals("4 of 4,854 (0.080%), ETV6, 61–85, −3, 1,20,000 and 2018.") == [
        *("4", "4854", "0.08", "61", "85", "3", "120000", "2018")
    ]
    assert percentages("12% of 30, 61–85%, 5 or 6 per cent") == ["12", "61", "85", "5", "6"]


def test_a_rounding_has_the_places_that_it_shows_and_is_not_nought():
    assert is_rounded("82.1", 82.08) and is_rounded("82", 82.08) and is_rounded("0", 0)
    assert not is_rounded("82.0", 82.08) and not is_rounded("0.00", 0.004)


@pytest.mark.parametrize(
    ("fact", "shown"),
    [
        (ROSS, "4 of 4,854"),
        (ROSS, "four of the 4,854 women"),
        (ROSS, "0.08%"),
        (ROSS, "0.082% (95% CI 0.02–0.21%)"),
        (ROSS, "1 in 1,200"),
        (ROSS, "8 in 10,000 (2 to 21)"),
        (ROSS, "2 to 21 in 10,000"),
        (ROSS, "4,850 of 4,854"),
        (LARO, "75%, 95% interval 61 to 85"),
        (LARO, "41 of 55 (75%)"),
        (LARO, "75% of 55"),
        (SIX, "36% to 100%"),
        (SIX, "36 in 100"),
        (SIX, "3 secretory tumours"),
        (HAZARD, "0.44 (0.23 to 0.83)"),
        (OLAPARIB, "7.0 months on olaparib and 4.2"),
        (DAY, "13 June 2024"),
        (DAY, "June 2024"),
    ],
)
def test_figures_of_the_record(fact, shown):
    assert foreign_figures(shown, FACTS[fact]) == []
    assert list(check_links(f"So [{shown}](fact:{fact}) it is.", "f", "p", FACTS)) == []


@pytest.mark.parametrize(
    ("fact", "shown"),
    [
        (ROSS, "5 of 4,854"),
        (ROSS, "8 of 4,854"),
        (ROSS, "21 of 4,854 women"),
        (ROSS, "4,854 of 4"),
        (ROSS, "1 in 8"),
        (ROSS, "1 in 12,000"),
        (ROSS, "95% of women"),
        (ROSS, "21 women"),
        (ROSS, "0.8%"),
        (ROSS, "0.00%"),
        (ROSS, "8 in 1,000"),
        (ROSS, "0.082 to 2%"),
        (ROSS, "0.082% (0.02–0.31)"),
        (ROSS, "21 to 2 in 10,000"),
        (ROSS, "2 to 21 in 10,007"),
        (ROSS, "2 in 10,000 (2 to 21)"),
        (ROSS, "0.082%, with a 90% interval"),
        (SIX, "6 of 6"),
        (SIX, "2 secretory tumours"),
        (SIX, "5 of 6 (38%)"),
        (LARO, "55 of 41"),
        (LARO, "41 of 55 (57%)"),
        (LARO, "61% to 75%"),
        (HAZARD, "0.23 (0.44 to 0.83)"),
        (HAZARD, "5.2 against 36.8 months"),
        (OLAPARIB, "4.2 months on olaparib and 7.0"),
        (DAY, "18 June 2024"),
        (DAY, "13 July 2024"),
        (DAY, "2024 June 13"),
    ],
)
def test_foreign_figures(fact, shown):
    (problem,) = check_links(f"[{shown}](fact:{fact})", "notebooks/x.ipynb", "cell 3", FACTS)
    assert problem.code == "F03"
    assert str(problem).startswith("notebooks/x.ipynb, cell 3: F03:") and fact in problem.advice


def test_a_count_above_the_whole_is_no_pair():
    fact = replace(FACTS[SIX], id="x", events=10, total=12, value=83.3)
    assert foreign_figures("10 of 12", fact) == [] and foreign_figures("17 of 12", fact)


def test_a_pair_may_be_printed_anywhere_in_the_record_its_note_and_limits_too():
    fact = replace(
        FACTS[SIX], note="Of 8 women with an earlier sample, 3 had it.", limits="Only 7 of 90 were asked."
    )
    for shown in ("3 of 8", "7 of 90"):
        assert foreign_figures(shown, fact) == []
    assert foreign_figures("8 of 90", fact)
    assert foreign_figures("90 women", fact), "a figure of the limits stands in its pair alone"
