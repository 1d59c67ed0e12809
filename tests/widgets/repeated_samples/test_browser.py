"""The drawn intervals in Chromium, by keyboard."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from ntrkcourse import exact_interval, repeated_samples
from ntrkcourse.widgets.template import fill
from ntrkcourse.widgets.wording import percent

DATA = repeated_samples().data
WORDS = DATA["words"]
ROOT = '[data-widget="repeated-samples"]'


def misses(size: dict, drawn: int) -> int:
    intervals = [exact_interval(events, size["women"]) for events in size["counts"][:drawn]]
    return sum(not low <= DATA["rate"] <= high for low, high in intervals)


def test_every_series_is_drawn_and_the_misses_are_those_that_python_counts(
    open_widget: Callable[..., Page],
) -> None:
    page = open_widget(repeated_samples(), width=320)
    root = page.locator(ROOT)
    page.get_by_role("slider").focus()
    for key in ("Home", *["ArrowRight"] * 7, "Tab", "Enter"):
        page.keyboard.press(key)
    expect(page.get_by_role("button", name=WORDS["draw_one"])).to_be_focused()
    expect(root).to_contain_text(WORDS["none_yet"])
    small, large = DATA["size"]

    page.keyboard.press("Enter")
    events, women = small["counts"][0], small["women"]
    low, high = (
        f"{10_000 * end:.{1 if 0 < 10_000 * end < 1 else 0}f}" for end in exact_interval(events, women)
    )
    told = fill(WORDS["last"], events=events, total=f"{women:,}", low=low, high=high)
    expect(root.locator("[aria-live]")).to_contain_text(told)
    expect(root.locator("circle, path.ntrk-samples-cross")).to_have_count(1)

    for _ in range(5):
        page.get_by_role("button", name=fill(WORDS["draw_many"], n=20)).press("Enter")
    expect(root.locator("circle, path.ntrk-samples-cross")).to_have_count(100)
    expect(root.locator(".ntrk-samples-cross")).to_have_count(misses(small, 100))
    expect(root).to_contain_text(fill(WORDS["verdict"], n=misses(small, 100), all=100, guess=7))
    expect(root).to_contain_text(fill(WORDS["promise"], share=percent(small["miss"])))

    page.get_by_role("radio", name=f"{large['women']:,}").focus()
    page.keyboard.press("Space")
    expect(root.locator(".ntrk-samples-cross")).to_have_count(misses(large, 100))
