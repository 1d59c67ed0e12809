"""The calculator in Chromium: its science held to Python's, its three forms, and what it says of what cannot be read."""

import math
import random
import re
from collections.abc import Callable, Mapping
from itertools import product

import pytest
from contract import press, root
from playwright.sync_api import Page, expect
from scipy.stats import binom

from ntrkcourse import calculator, exact_interval, predictive_values, tests_to_find_one
from ntrkcourse.widgets.calculator.records import load

CONTENT = load()
WORDS = CONTENT.words
NAMES = {form.id: form.name for form in CONTENT.form}
OpenWidget = Callable[..., Page]


@pytest.fixture
def page(open_widget: OpenWidget) -> Page:
    return open_widget(calculator(), width=360)


def work_out(page: Page, form: str, typed: Mapping[str, str]) -> None:
    page.get_by_role("radio", name=NAMES[form]).check()
    for name, text in typed.items():
        page.get_by_label(WORDS[name]).fill(text)
    press(page, WORDS["work"])


def test_the_page_reckons_as_python_does(page: Page) -> None:
    draw = random.Random(7)
    totals = [1, 2, 3, 10, 55, 400, 4854, 25_000, 300_000, 10_000_000]
    pairs = [
        (k, n) for n in totals for k in sorted({0, 1, n // 7, n // 2, n - 1, n, *(draw.randint(0, n),) * 3})
    ]
    intervals = page.evaluate("pairs => pairs.map(([k, n]) => ntrk.shared.exactInterval(k, n))", pairs)
    for (k, n), found in zip(pairs, intervals, strict=True):
        assert found == pytest.approx(exact_interval(k, n), rel=1e-6, abs=1e-12), (k, n)

    shares = [0, 1e-7, 0.0008, 0.02, 0.3, 0.811, 0.999, 1]
    trios = list(product(shares, repeat=3))
    values = page.evaluate(
        """trios => trios.map((trio) => ntrk.shared.predictiveValues(...trio))
          .map(({ ppv, npv }) => [ppv, npv].map((value) => (Number.isNaN(value) ? null : value)))""",
        trios,
    )
    for trio, found in zip(trios, values, strict=True):
        expected = [None if math.isnan(value) else value for value in predictive_values(*trio)]
        for one, other in zip(found, expected, strict=True):
            assert (one is None) == (other is None) and one == pytest.approx(other, abs=1e-12), trio

    rates = [1e-6, 0.0003, 0.0008, 0.05, 0.5, 0.95, 1]
    # The last two are whole numbers but for rounding.
    asked = [*((rate, 0.95) for rate in rates), (0.2, 1 - 0.8**12), (0.1, 1 - 0.9**32)]
    needed = page.evaluate("asked => asked.map((one) => ntrk.shared.testsToFindOne(...one))", asked)
    assert needed == [tests_to_find_one(rate, probability) for rate, probability in asked]
    assert needed[-2:] == [12, 32]

    cases = [
        (k, n, rate) for n, rate in product([1, 7, 120, 3600], [0, *rates]) for k in sorted({0, 1, n // 3, n})
    ]
    exactly = page.evaluate(
        "cases => cases.map((one) => [ntrk.shared.chanceOfExactly(...one), ntrk.shared.chanceOfNone(one[2], one[1])])",
        cases,
    )
    for (k, n, rate), (chance, none) in zip(cases, exactly, strict=True):
        assert chance == pytest.approx(binom.pmf(k, n, rate), rel=1e-8, abs=1e-12), (k, n, rate)
        assert none == pytest.approx(binom.pmf(0, n, rate), rel=1e-8, abs=1e-12), (n, rate)


def test_an_interval_in_per_cent_and_in_people(page: Page) -> None:
    work_out(page, "interval", {"events": "3", "total": "20"})
    expect(page.get_by_role("heading", name="3 of 20 is 15%.")).to_be_focused()
    low, high = (f"{100 * bound:.3g}%" for bound in exact_interval(3, 20))
    expect(root(page)).to_contain_text(f"The 95% interval is {low} to {high}.")
    expect(root(page)).to_contain_text("15 of 100")
    page.get_by_text(WORDS["how"]).click()
    expect(root(page).get_by_role("listitem").first).to_contain_text("3 or more of 20 would be seen in 2.5%")


def test_none_and_all_have_no_lower_and_no_upper_end(page: Page) -> None:
    work_out(page, "interval", {"events": "0", "total": "1,200"})
    page.get_by_text(WORDS["how"]).click()
    expect(root(page)).to_contain_text(WORDS["interval_low_none"])
    expect(root(page)).to_contain_text("from 0 to 3 of 1,000")
    work_out(page, "interval", {"events": "1200"})
    page.get_by_text(WORDS["how"]).click()
    expect(root(page)).to_contain_text(WORDS["interval_high_all"])


def test_predictive_values_of_ten_thousand_people(page: Page) -> None:
    typed = {"prevalence": "2 in 100", "sensitivity": "90%", "specificity": "95"}
    work_out(page, "result", typed)
    expect(
        page.get_by_role("heading", name="Of 10,000 people, 200 have it and 9,800 do not.")
    ).to_be_focused()
    expect(root(page)).to_contain_text("670 test positive. Of these, 180 have it")
    ppv, npv = predictive_values(0.02, 0.9, 0.95)
    expect(root(page)).to_contain_text(f"predictive value is {100 * ppv:.3g}%")
    expect(root(page)).to_contain_text(f"predictive value is {100 * npv:.2f}%")
    page.get_by_text(WORDS["result_table"]).click()
    expect(page.get_by_role("row", name=f"{WORDS['row_well']} 490 9,310 9,800")).to_be_visible()
    work_out(page, "result", {"prevalence": "0", "sensitivity": "90", "specificity": "100"})
    expect(root(page)).to_contain_text(WORDS["result_no_positive"])


def test_at_least_one_exactly_one_and_how_many_to_find_one(page: Page) -> None:
    work_out(page, "one", {"rate": "1", "number": "100"})
    heading = f"At 1% the chance of at least one in 100 is {100 * (1 - 0.99**100):.3g}%."
    expect(page.get_by_role("heading", name=heading)).to_be_focused()
    expect(root(page)).to_contain_text(f"test {tests_to_find_one(0.01)} people")
    expect(root(page)).not_to_contain_text("exactly")
    work_out(page, "one", {"exactly": "2"})
    expect(root(page)).to_contain_text(f"exactly 2 is {100 * binom.pmf(2, 100, 0.01):.3g}%")
    work_out(page, "one", {"rate": "0"})
    expect(root(page)).to_contain_text(WORDS["one_never"])


@pytest.mark.parametrize(
    ("form", "typed", "box", "told"),
    [
        ("interval", {"total": "20"}, "events", WORDS["empty"]),
        ("interval", {"events": "30", "total": "20"}, "events", "30 is more than the total, 20."),
        ("interval", {"events": "2.5", "total": "20"}, "events", "2.5 is no whole number"),
        ("interval", {"events": "0", "total": "0"}, "total", "the least is 1"),
        ("interval", {"events": "0", "total": "20000000"}, "total", "the most is 10,000,000"),
        ("interval", {"events": "many", "total": "20"}, "events", "‘many’ is no number of people"),
        (
            "result",
            {"prevalence": "2", "sensitivity": "90", "specificity": "105"},
            "specificity",
            "105 is too large",
        ),
        (
            "result",
            {"prevalence": "rare", "sensitivity": "9", "specificity": "9"},
            "prevalence",
            "‘rare’ is no per",
        ),
        ("one", {"rate": "-1", "number": "5"}, "rate", "-1 is too small"),
        ("one", {"rate": "1", "number": "5", "exactly": "6"}, "exactly", "6 is more than the number tested"),
    ],
)
def test_what_is_wrong_is_named_at_its_box(
    page: Page, form: str, typed: Mapping[str, str], box: str, told: str
) -> None:
    work_out(page, form, typed)
    wrong = page.get_by_label(WORDS[box])
    expect(wrong).to_be_focused()
    expect(wrong).to_have_attribute("aria-invalid", "true")
    expect(wrong).to_have_accessible_description(re.compile(re.escape(told)))
    expect(root(page).get_by_role("heading", level=4)).to_have_count(0)


def test_a_result_goes_when_its_numbers_change_and_enter_works_it_out(page: Page) -> None:
    work_out(page, "interval", {"events": "3", "total": "20"})
    page.get_by_label(WORDS["events"]).fill("4")
    expect(root(page).get_by_role("heading", level=4)).to_have_count(0)
    page.get_by_label(WORDS["events"]).press("Enter")
    expect(page.get_by_role("heading", name="4 of 20 is 20%.")).to_be_focused()


def test_what_was_typed_is_kept_and_it_asks_for_no_commitment(page: Page) -> None:
    expect(root(page)).to_have_attribute("data-committed", "")
    work_out(page, "one", {"rate": "1 in 400", "number": "50"})
    page.reload()
    expect(page.get_by_label(WORDS["rate"])).to_have_value("1 in 400")
    expect(page.get_by_role("heading", name="At 0.25%")).to_be_visible()
    expect(root(page)).to_have_attribute("data-committed", "")


@pytest.mark.parametrize("kept", [None, 3, "x", [], {"events": 3}, {"unknown": "3"}])
def test_whatever_the_store_holds_it_can_be_worked(page: Page, kept: object) -> None:
    page.evaluate("kept => ntrk.shared.store.set('widget/calculator', { form: kept, typed: kept })", kept)
    page.reload()
    work_out(page, "interval", {"events": "3", "total": "20"})
    expect(page.get_by_role("heading", name="3 of 20 is 15%.")).to_be_visible()


def test_it_fits_a_narrow_screen_from_a_folder(open_widget: OpenWidget) -> None:
    page = open_widget(calculator(), width=320, folder=True)
    for form, typed in (
        ("interval", {"events": "1234567", "total": "9876543"}),
        ("result", {"prevalence": "0.0123456", "sensitivity": "81.1", "specificity": "99.98"}),
        ("one", {"rate": "0.0123", "number": "12345", "exactly": "3"}),
    ):
        work_out(page, form, typed)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), form
