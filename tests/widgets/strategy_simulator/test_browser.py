"""The strategy simulator in Chromium: worked as a reader would, and held to Python's run_strategy."""

import math
from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from ntrkcourse import Assay, Step, Strategy, run_strategy, strategy_simulator

KEY = "ntrk:v1:widget/strategy-simulator/06"
ROOT = '[data-widget="strategy-simulator"]'
ASSAYS = {"stain": "Stain", "dna": "DNA panel", "rna": "RNA sequencing"}
MEASURES = {
    "found": "found",
    "missed": "missed",
    "falseAlarms": "false_alarms",
    "failed": "failed",
    "tests": "tests",
    "cost": "cost",
    "costPerFound": "cost_per_found",
}
OpenWidget = Callable[..., Page]


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def commit(page: Page, most: str, cheapest: str) -> None:
    for legend, name in (("Which finds", most), ("Which costs", cheapest)):
        page.get_by_role("group", name=legend).get_by_role("radio", name=name, exact=True).focus()
        press(page, "Space")
    page.get_by_role("button", name="Commit").focus()
    press(page, "Enter")


def test_nothing_shows_before_the_commit(open_widget: OpenWidget) -> None:
    page = open_widget(strategy_simulator())
    root = page.locator(ROOT)
    assert root.get_attribute("aria-label")
    expect(root.locator("[data-value]")).to_have_count(0)
    for text in ("98.3", "17,839", "1,250", "Finds most"):
        expect(root).not_to_contain_text(text)
    expect(root).to_contain_text("Prices are constructed")
    expect(root).to_contain_text("Taken as the reference")
    page.get_by_role("button", name="Commit").click()
    expect(root.get_by_text("Choose one strategy in each list first.")).to_be_visible()
    expect(root.locator("[data-value]")).to_have_count(0)


def test_the_whole_path_by_keyboard(open_widget: OpenWidget) -> None:
    page = open_widget(strategy_simulator())
    root = page.locator(ROOT)
    press(page, "Tab", "Space", "Tab", "ArrowDown", "Tab", "Enter")
    verdict = root.locator(".ntrk-strategy-verdict")
    expect(verdict).to_be_focused()
    expect(verdict).to_contain_text("Most found? Not quite. DNA panel, then RNA for negatives: 98.3 of 100.")
    expect(verdict).to_contain_text("You chose RNA sequencing for everyone: 90.9 of 100.")
    expect(verdict).to_contain_text(
        "Stain alone: 1,250 units for each fusion found, with 17,839 false alarms."
    )
    expect(verdict).to_contain_text("You chose Stain, then RNA for positives: 3,840 units")
    expect(root.get_by_role("row", name="No test")).to_contain_text("none found")
    expect(root).to_contain_text("Tests are taken to err independently")

    stained = root.get_by_role("row", name="Stain, then RNA for positives")
    expect(stained).to_contain_text("72.7 (25.1 to 92.3)")
    page.get_by_label("Counts of the stain").select_option("koopman")
    expect(stained).to_contain_text("69.9")
    expect(root.locator(".ntrk-hidden[aria-live]")).to_contain_text("Most found: DNA panel, then RNA")

    page.get_by_text("Prices and failures").focus()
    press(page, "Enter")
    price = page.get_by_label("Price: Stain")
    price.focus()
    press(page, "Control+a", "2", "0")
    expect(root.get_by_role("row", name="Stain alone").locator('[data-cell="cost"]')).to_contain_text(
        "2,000,000"
    )
    press(page, "Control+a", "-", "3")
    expect(price).to_have_attribute("aria-invalid", "true")
    expect(root.get_by_role("row", name="Stain alone").locator('[data-cell="cost"]')).to_contain_text(
        "2,000,000"
    )

    page.get_by_role("button", name="Start again").focus()
    press(page, "Enter")
    expect(page.get_by_role("radio").first).to_be_focused()
    expect(root.locator("[data-value]")).to_have_count(0)
    page.reload()
    expect(page.get_by_role("button", name="Commit")).to_be_visible()


def test_right_choices_are_told_so(open_widget: OpenWidget) -> None:
    page = open_widget(strategy_simulator())
    commit(page, "DNA panel, then RNA for negatives", "Stain alone")
    verdict = page.locator(".ntrk-strategy-verdict")
    expect(verdict).to_contain_text("Most found? Right.")
    expect(verdict).to_contain_text("Least for each found? Right.")
    expect(verdict).not_to_contain_text("You chose")


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
    stain = data["stains"][setting["stain"]]
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
    commit(page, "No test", "No test")
    page.get_by_text("Prices and failures").click()
    assert len(GRID) == 20
    banded = 0
    for point in GRID:
        fails, own = point["fails"], point["own"]
        setting = point | {
            "failures": [
                data["failures"][fails[0]],
                data["failures"][fails[1]],
                data["rnaFailures"][fails[2]],
            ]
        }
        slide(page, "Tumours with a fusion", point["at"])
        page.get_by_label("Tumours tested").select_option(str(point["tumours"]))
        page.get_by_label("Counts of the stain").select_option(data["stains"][point["stain"]]["id"])
        page.get_by_label("An order of your own").select_option("-".join(own))
        page.get_by_label("A first test without a result").select_option("on" if point["goes_on"] else "ends")
        for name, index, price in zip(ASSAYS.values(), fails, point["prices"], strict=True):
            slide(page, f"No result: {name}", index)
            page.get_by_label(f"Price: {name}").fill(str(price))
        shown = page.locator("tr[data-strategy]").evaluate_all(
            "rows => Object.fromEntries(rows.map(row => [row.dataset.strategy, Object.fromEntries("
            "[...row.querySelectorAll('[data-cell]')].map(cell => "
            "[cell.dataset.cell, [cell.dataset.value, cell.dataset.low, cell.dataset.high]]))]))"
        )
        strategies = {one["id"]: one["steps"] for one in data["strategies"]}
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


def test_the_commit_survives_a_reload(open_widget: OpenWidget) -> None:
    page = open_widget(strategy_simulator())
    commit(page, "Stain alone", "No test")
    page.reload()
    expect(page.locator(".ntrk-strategy-verdict")).to_contain_text("You chose Stain alone: 80 of 100.")
    expect(page.locator(".ntrk-strategy-verdict")).to_contain_text("You chose No test: none found.")


@pytest.mark.parametrize("stored", ["{", "null", "[]", '{"most":"rna"}', '{"most":"x","cheapest":"rna"}'])
def test_corrupt_storage_breaks_nothing(
    open_widget: OpenWidget, stored: str, remember: Callable[..., None]
) -> None:
    page = open_widget(strategy_simulator())
    remember(page, KEY, stored)
    expect(page.get_by_role("button", name="Commit")).to_be_visible()
    expect(page.locator("[data-value]")).to_have_count(0)


def test_a_phone_needs_no_sideways_scrolling(open_widget: OpenWidget) -> None:
    page = open_widget(strategy_simulator(), width=320)
    commit(page, "No test", "No test")
    page.get_by_text("Prices and failures").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
