"""The survival reader in Chromium, by keyboard, from the lines to the last prediction."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ntrkcourse import survival_reader

KEY = "ntrk:v1:widget/survival-reader/07"
ROOT = '[data-widget="survival-reader"]'
DATA = survival_reader().data
WORDS = DATA["words"]
GUESSED = {one["way"]: one["guessed"] for one in DATA["estimate"]}


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def push(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).focus()
    press(page, "Enter")


def guess(page: Page, value: int) -> None:
    page.get_by_role("slider").focus()
    press(page, "Home", *["ArrowRight"] * value)
    push(page, "Commit to this guess")


def predict(page: Page, choice: str) -> None:
    page.get_by_role("radio", name=choice).focus()
    press(page, "Space")
    push(page, "Commit to this prediction")


@pytest.fixture
def page(open_widget: Callable[..., Page]) -> Page:
    return open_widget(survival_reader())


def test_the_lines_alone_show_before_the_guess(page: Page) -> None:
    widget = page.locator(ROOT)
    expect(widget.get_by_role("img")).to_have_count(1)
    expect(widget.get_by_role("img")).to_have_attribute(
        "aria-label",
        "Follow-up lines of 16 patients over 24 months: 8 end with death, 6 were lost while alive, "
        "2 were alive at the end. Month 12 is marked.",
    )
    expect(widget.locator("[data-result], .survival-verdict, .survival-curve")).to_have_count(0)


def test_whole_path_by_keyboard(page: Page) -> None:
    widget = page.get_by_role("group", name=DATA["title"])
    guess(page, 70)
    verdict = widget.locator(".survival-verdict")
    expect(verdict).to_be_focused()
    expect(verdict).to_have_text(
        "Kaplan–Meier says 57% at 12 months. You said 70%. You counted the lost as alive."
    )
    bars = (
        "Bars of four estimates. Floor: only those seen alive 31%; The lost left out 50%; Kaplan–Meier 57%; "
    )
    expect(widget.get_by_role("img", name=bars)).to_be_visible()
    expect(widget).to_contain_text("14/15 × 12/13 × 10/11 × 7/8 × 5/6 = 57%")
    expect(
        widget.locator('.fact-link[data-fact="therapy.larotrectinib.response_ongoing_1y.drilon2018"]')
    ).to_have_text("71%")
    expect(widget.locator('.fact-link[data-fact="therapy.larotrectinib.gmi.italiano2020"]')).to_have_text(
        "47 of 72, 65%"
    )

    # Every month reads as Python has it.
    page.get_by_role("slider", name="Month to read").focus()
    press(page, "Home")
    reading = widget.locator("[data-result]")
    for month, (survival, low, high, risk) in enumerate(DATA["scenario"][0]["months"]):
        expect(reading).to_contain_text(f"Month {month}: {100 * survival:.0f}% alive")
        expect(reading).to_contain_text(f"{risk} of 16 at risk.")
        if survival < 1:
            expect(reading).to_contain_text(f"95% interval {100 * low:.0f}% to {100 * high:.0f}%")
        assert ("This is the median." in (reading.text_content() or "")) == (month == 13)
        expect(widget.get_by_role("img", name=f"at month {month}, {risk} at risk")).to_have_count(1)
        press(page, "ArrowRight")
    expect(widget.locator("[aria-live]")).to_have_text("Month 24: 23% alive, 2 at risk.")

    for told in ("counting: 56%", "16% to 83%", "79%", "informative censoring", DATA["moral"]):
        expect(widget).not_to_contain_text(told)
    predict(page, "Higher")
    expect(verdict.last).to_be_focused()
    expect(verdict.last).to_contain_text("✗ About the same. You said: higher. With nobody lost")
    predict(page, "About the same")
    expect(verdict.last).to_contain_text("✓ About the same, as you said. The estimate is 55%")
    expect(widget).not_to_contain_text("79%")
    predict(page, "Lower")
    expect(verdict.last).to_contain_text(
        "✗ Higher. You said: lower. The estimate is 79%, with nobody lost 56%."
    )
    expect(widget.locator("[aria-live]")).to_have_text("Higher. You said: lower.")
    expect(widget.get_by_role("img", name="at risk. With nobody lost: 56%")).to_have_count(2)
    expect(widget).to_contain_text(DATA["moral"])
    expect(page.get_by_role("radio")).to_have_count(0)

    push(page, "Start again")
    expect(page.get_by_role("slider")).to_be_focused()
    expect(widget.locator(".survival-verdict")).to_have_count(0)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (57, GUESSED["curve"]),
        (33, GUESSED["floor"]),
        (49, GUESSED["left out"]),
        (42, WORDS["between"]),
        (10, WORDS["below"]),
        (95, WORDS["above"]),
    ],
)
def test_each_kind_of_guess_is_answered(page: Page, value: int, told: str) -> None:
    guess(page, value)
    expect(page.locator(".survival-verdict")).to_contain_text(told)


def test_unknown_predictions_are_forgotten(page: Page, remember: Callable[..., None]) -> None:
    remember(page, KEY, '{"guess":57,"said":["up",5]}')
    expect(page.get_by_role("button", name="Commit to this prediction")).to_be_visible()
    expect(page.locator(".survival-verdict")).to_have_count(1)


def test_the_words_of_every_drawing_stand_within_it(
    open_widget: Callable[..., Page], remember: Callable[..., None]
) -> None:
    page = open_widget(survival_reader(), width=320)
    remember(page, KEY, '{"guess":0,"said":["lower","lower","lower"]}')
    expect(page.locator(".survival-verdict")).to_have_count(4)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    inside = """[...document.querySelectorAll('svg')].every(svg => [...svg.querySelectorAll('text')].every(text => {
      const a = text.getBoundingClientRect(), b = svg.getBoundingClientRect();
      return a.left >= b.left - 1 && a.right <= b.right + 1;
    }))"""
    assert page.evaluate(inside)
