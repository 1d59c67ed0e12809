"""The strategy simulator in Chromium: worked as a reader would, and held to Python's run_strategy."""

import math
from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from ntrkcourse import Assay, Step, Strategy, run_strategy, strategy_simulator
from ntrkcourse.widgets.template import fill

DATA = strategy_simulator().data
WORDS = DATA["words"]
NAMES = {one["id"]: one["name"] for one in DATA["strategy"]}
ROOT = '[data-widget="strategy-simulator"]'
ASSAYS = {one["id"]: one["name"] for one in DATA["assay"]}
MEASURES = {
    "found": "found",
    "missed": "missed",
    "falseAlarms": "false_alarms",
    "failed": "failed",
    "tests": "tests",
    "cost": "cost",
    "costPerFound": "cost_per_found",
}
# What the best strategy finds of 100 fusions, and the one that is chosen.
FOUND = {"dna-rna": 98.3, "rna": 90.9}
OpenWidget = Callable[..., Page]


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def commit(page: Page, most: str, cheapest: str) -> None:
    for legend, name in ((WORDS["ask_most"], most), (WORDS["ask_cheapest"], cheapest)):
        page.get_by_role("group", name=legend).get_by_role("radio", name=NAMES[name], exact=True).focus()
        press(page, "Space")
    page.get_by_role("button", name=WORDS["commit"]).focus()
    press(page, "Enter")


def row(page: Page, strategy: str) -> Any:
    return page.locator(ROOT).get_by_role("row", name=NAMES[strategy])


def test_the_whole_path_by_keyboard(open_widget: OpenWidget) -> None:
    page = open_widget(strategy_simulator())
    root = page.locator(ROOT)
    press(page, "Tab", "Space", "Tab", "ArrowDown", "Tab", "Enter")
    verdict = root.locator(".ntrk-strategy-verdict")
    expect(verdict).to_be_focused()
    most = [fill(WORDS["told_found"], strategy=NAMES[name], n=n, all=100) for name, n in FOUND.items()]
    least = fill(
        WORDS["told_alarms"],
        strategy=NAMES["stain"],
        price=fill(WORDS["price_each"], n="1,250"),
        n="17,839",
    )
    for told in (
        f"{WORDS['judged_most']} {WORDS['wrong']} {most[0]}.",
        fill(WORDS["chose"], told=most[1]),
        f"{WORDS['judged_cheapest']} {WORDS['wrong']} {least}.",
        fill(WORDS["price_each"], n="3,840"),
    ):
        expect(verdict).to_contain_text(told)
    expect(row(page, "none")).to_contain_text(WORDS["nothing"])

    stained = row(page, "stain-rna")
    expect(stained).to_contain_text("72.7 (25.1 to 92.3)")
    page.get_by_label(WORDS["stain"]).select_option("koopman")
    expect(stained).to_contain_text("69.9")
    expect(root.locator(".ntrk-hidden[aria-live]")).to_contain_text(NAMES["dna-rna"])

    page.get_by_text(WORDS["prices"]).focus()
    press(page, "Enter")
    price = page.get_by_label(fill(WORDS["price"], assay=ASSAYS["stain"]))
    price.focus()
    press(page, "Control+a", "2", "0")
    cost = row(page, "stain").locator('[data-cell="cost"]')
    expect(cost).to_contain_text("2,000,000")
    press(page, "Control+a", "-", "3")
    expect(price).to_have_attribute("aria-invalid", "true")
    expect(cost).to_contain_text("2,000,000")

    page.get_by_role("button", name="Start again").focus()
    press(page, "Enter")
    expect(page.get_by_role("radio").first).to_be_focused()
    expect(root.locator("[data-value]")).to_have_count(0)


def test_right_choices_are_told_so(open_widget: OpenWidget) -> None:
    page = open_widget(strategy_simulator())
    commit(page, "dna-rna", "stain")
    verdict = page.locator(".ntrk-strategy-verdict")
    for question in ("judged_most", "judged_cheapest"):
        expect(verdict).to_contain_text(f"{WORDS[question]} {WORDS['right']}")
    expect(verdict).not_to_contain_text(WORDS["chose"].split("{")[0])


def slide(page: Page, label: str, index: int) -> None:
    page.get_by_role("slider", name=label).evaluate(
        "(input, index) => { input.value = index; input.dispatchEvent(new Event('input')); }", index
    )


def outcome(
    data: dict[str, Any],
    steps: list[list[str]],
    setting: dict[str, Any],
    ends: tuple[int, int, int] = (0, 0, 0),
) -> dict[str, float]:
    """What Python says for the widget's controls."""
    stain = data["stain"][setting["stain"]]
    failures, prices = setting["failures"], setting["prices"]
    assays = {
        "stain": Assay(
            "", stain["sensitivity"][ends[0]], stain["specificity"][ends[1]], failures[0][0], prices[0]
        ),
        "dna": Assay("", 0.811, 0.999, failures[1][0], prices[1]),
        "rna": Assay("", 1, 1, failures[2][ends[2]], prices[2]),
    }
    prevalence = data["prevalences"][setting["at"]]
    if not steps:
        fused = setting["tumours"] * prevalence
        return dict.fromkeys(MEASURES, 0.0) | {"missed": fused, "costPerFound": math.inf}
    path = tuple(Step(assays[name], goes_on, setting["goes_on"]) for name, goes_on in steps)
    result = run_strategy(Strategy("", path), setting["tumours"], prevalence)
    return {cell: getattr(result, name) for cell, name in MEASURES.items()}


GRID = [
    {
        "at": at,
        "tumours": tumours,
        "stain": stain,
        "fails": fails,
        "prices": prices,
        "goes_on": goes_on,
        "own": own,
    }
    for (at, tumours, stain), (fails, prices, goes_on), own in zip(
        product((0, 2, 10, 19, 21), (1_000, 1_000_000), (0, 1)),
        list(
            product(
                ((0, 0, 0), (3, 8, 5), (8, 2, 9), (1, 4, 6)),
                ((1, 10, 10), (0, 0.35, 7_250), (3, 0, 0)),
                (True, False),
            )
        )[:20],
        [
            (first, goes_on, second)
            for first, goes_on, second in product(ASSAYS, ("positive", "negative"), ASSAYS)
            if first != second
        ]
        * 2,
        strict=False,
    )
]


def test_javascript_computes_what_python_computes(open_widget: OpenWidget) -> None:
    widget = strategy_simulator()
    data = widget.data
    page = open_widget(widget)
    commit(page, "none", "none")
    page.get_by_text(WORDS["prices"]).click()
    assert len(GRID) == 20
    banded = 0
    for point in GRID:
        fails, own = point["fails"], point["own"]
        setting = point | {
            "failures": [data["failures"][name][at] for name, at in zip(ASSAYS, fails, strict=True)]
        }
        slide(page, WORDS["prevalence"], point["at"])
        page.get_by_label(WORDS["tumours"]).select_option(str(point["tumours"]))
        page.get_by_label(WORDS["stain"]).select_option(data["stain"][point["stain"]]["id"])
        page.get_by_label(WORDS["order"]).select_option("-".join(own))
        page.get_by_label(WORDS["first_fails"]).select_option("on" if point["goes_on"] else "ends")
        for name, index, price in zip(ASSAYS.values(), fails, point["prices"], strict=True):
            slide(page, fill(WORDS["failure"], assay=name), index)
            page.get_by_label(fill(WORDS["price"], assay=name)).fill(str(price))
        shown = page.locator("tr[data-strategy]").evaluate_all(
            "rows => Object.fromEntries(rows.map(row => [row.dataset.strategy, Object.fromEntries("
            "[...row.querySelectorAll('[data-cell]')].map(cell => "
            "[cell.dataset.cell, [cell.dataset.value, cell.dataset.low, cell.dataset.high]]))]))"
        )
        strategies = {one["id"]: one["steps"] for one in data["strategy"]}
        strategies["own"] = [[own[0], own[1]], [own[2], "positive"]]
        assert shown.keys() == strategies.keys()
        for name, steps in strategies.items():
            middle = outcome(data, steps, setting)
            corners = [outcome(data, steps, setting, ends) for ends in product((1, 2), repeat=3)]
            scale = {cell: 1e-9 * max(1.0, middle["tests"]) for cell in MEASURES}
            for cell in MEASURES:
                low, high = (choose(corner[cell] for corner in corners) for choose in (min, max))
                told = [float(text) for text in shown[name][cell]]
                for got, wanted in zip(told, (middle[cell], low, high), strict=True):
                    # A count that is nothing but rounding has no relative error to speak of.
                    near_zero = abs(wanted) < 1e-6 and cell != "costPerFound"
                    assert got == pytest.approx(wanted, rel=1e-9, abs=scale[cell] if near_zero else 0), (
                        point,
                        name,
                        cell,
                    )
                banded += low < high
    assert banded > 100
