"""The pictures of chapter 06 show the numbers of their records, and those of the science functions."""

import re

import pytest

from ntrkcourse import load_facts, natural_frequency_tree, predictive_values
from ntrkcourse.content.questions import load_questions
from ntrkcourse.figures import find
from ntrkcourse.figures.drawings import one_more_fusion, stained_clinic
from ntrkcourse.figures.drawings.never_checked import FUSED, STAINED, UNREADABLE, groups
from ntrkcourse.figures.drawings.thousand_dots import SHARES, counts
from ntrkcourse.figures.records import frames

SQUARE, DISC, DOT = "h7v7h-7z", "a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0", "h0"


def words(body: str) -> list[str]:
    return re.findall(r">([^<>]+)</t", body)


def marks(body: str) -> tuple[int, int, int]:
    """Squares, discs and dots that are drawn."""
    return body.count(SQUARE), body.count(DISC), body.count(DOT)


@pytest.mark.parametrize(("share", "frame"), [(SHARES[0], 0), (SHARES[1], 1)])
def test_a_thousand_dots_are_those_of_the_tree(share: float, frame: int) -> None:
    stained, missed, alarms, quiet = counts(share)
    assert stained + missed + alarms + quiet == 1000
    data = natural_frequency_tree(rule="koopman").data
    stain = next(one for one in data["stain"] if one["id"] == "koopman")
    cell = stain["cells"][data["prevalences"].index(share)]
    tree = cell["counts"][data["sizes"].index(1000)]
    assert [stained + missed, stained, alarms] == pytest.approx(tree, abs=0.5)
    body = frames("thousand_dots")[frame].body
    # Each kind stands once more in the key.
    assert marks(body) == (stained + alarms + 2, stained + missed + 2, quiet + 1)
    told = find("thousand_dots").frame[frame].description
    for n in (alarms, quiet):
        assert str(n) in told
    if frame == 1:
        assert (stained, missed, alarms, quiet) == (692, 208, 17, 83)


def test_who_was_checked_is_as_the_series_says() -> None:
    stained, fused = load_facts()[STAINED], load_facts()[FUSED]
    assert groups() == (1, 31, 255, 18)
    assert groups()[0] + groups()[1] == stained.events
    assert sum(groups()[:3]) == stained.total == fused.total
    # 305 were stained; the record says in its claim how many could be assessed.
    assert f"{stained.total + UNREADABLE} triple-negative" in stained.claim
    body = frames("never_checked")[0].body
    assert marks(body) == (32, 1, 255)
    assert body.count("l6 6m0-6l-6 6") == 18
    assert {"32 stained: tested further", "255 unstained: tested no further"} <= set(words(body))


def test_the_price_of_one_more_is_that_of_the_lesson() -> None:
    two, one = one_more_fusion.plans()
    assert (round(two.found), round(one.found)) == (70, 91)
    assert (round(two.cost / one_more_fusion.CRORE), round(one.cost / one_more_fusion.CRORE)) == (27, 100)
    body = frames("one_more_fusion")[0].body
    assert "38 lakh each" in words(body)
    assert "3.5 crore for" in words(body)
    (x1, y1, x2, y2), (x3, y3, x4, y4) = (
        map(
            float,
            re.search(
                rf'<line x1="([\d.]+)" y1="([\d.]+)" x2="([\d.]+)" y2="([\d.]+)" class="{kind}', body
            ).groups(),
        )  # type: ignore[union-attr]
        for kind in ("positive line thick", "wrong line thick")
    )
    steeper = ((y3 - y4) / (x4 - x3)) / ((y1 - y2) / (x2 - x1))
    extra = (one.cost - two.cost) / (one.found - two.found)
    assert steeper == pytest.approx(extra / two.cost_per_found, rel=0.02)


def test_the_field_of_the_question_gives_its_answers() -> None:
    stained, missed = stained_clinic.STAINED, stained_clinic.MISSED
    alarms, quiet = stained_clinic.ALARMS, stained_clinic.QUIET
    body = frames("stained_clinic")[0].body
    assert marks(body) == (stained + alarms + 1, stained + missed + 1, quiet)
    told = find("stained_clinic").description
    for n in (200, stained + alarms, stained, alarms, missed, quiet):
        assert re.search(rf"\b{n}\b", told)
    fused = stained + missed
    values = predictive_values(fused / 200, stained / fused, quiet / (quiet + alarms))
    question = next(one for one in load_questions().values() if one.id == "06.field-of-squares")
    right = next(option.text for option in question.option if option.correct)
    assert right == f"About {100 * values.ppv:.0f}%"
    others = {option.text for option in question.option if not option.correct}
    assert others == {
        f"About {100 * share:.0f}%" for share in (stained / 200, stained / fused, quiet / (quiet + alarms))
    }
