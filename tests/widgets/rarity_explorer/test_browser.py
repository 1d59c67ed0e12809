"""The rarity explorer in Chromium, worked by keyboard as a reader would."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from ntrkcourse import rarity_explorer

OpenWidget = Callable[..., Page]


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def guess(page: Page, steps: int) -> None:
    """From the top of the page: to the slider, ``steps`` to the right, commit."""
    page.get_by_role("slider", name="My guess, in 10,000 women").focus()
    press(page, *["ArrowRight"] * steps, "Tab", "Enter")


def test_the_whole_path_by_keyboard(open_widget: OpenWidget) -> None:
    page = open_widget(rarity_explorer())
    press(page, "Tab", "ArrowRight", "ArrowRight", "ArrowRight", "Tab", "Enter")
    verdict = (
        "You said 200 in 10,000. The largest breast cohort here found about 8: "
        "your guess was about 24 times too high."
    )
    expect(page.get_by_role("region", name="What was counted").get_by_text(verdict)).to_be_visible()
    expect(page.locator("[aria-live]").filter(has_text=verdict)).to_have_count(1)
    expect(page.get_by_role("heading", name="What was counted")).to_be_focused()
    expect(page.get_by_role("img")).to_have_attribute(
        "aria-label",
        "Schematic array of 10,000 dots. 8 filled diamonds: "
        "tumours with an NTRK fusion. 13 hollow diamonds more, up to the upper end of the interval.",
    )
    root = page.locator('[data-widget="rarity-explorer"]')
    expect(root).to_contain_text(
        "4 of 4,854 is 0.082%, 1 in 1,200; the 95% interval runs from 2 to 21 in 10,000"
    )
    expect(root).to_contain_text("The interval speaks for chance only.")
    expect(root).not_to_contain_text("3,634")

    tests = page.get_by_role("slider", name="My guess, patients tested")
    tests.focus()
    press(page, "Home", *["ArrowRight"] * 4, "Tab", "Enter")
    expect(page.get_by_role("heading", name="How many must be tested")).to_be_focused()
    expect(root).to_contain_text(
        "You said 200. At this rate 3,634 must be tested: your guess was about 18 times too low."
    )
    expect(root).to_contain_text("Testing 200 meets at least one about 15 times in 100.")
    expect(root).to_contain_text("runs from 1,420, if the rate is at its upper end, to 13,339")

    page.get_by_role("slider", name="Patients a year in your hospital").focus()
    press(page, "End")
    expect(root).to_contain_text(
        "If 5,000 patients with advanced breast cancer are tested each year, tumours with an NTRK "
        "fusion turn up about 4.1 times a year; being 95% sure of at least one takes 9 months."
    )
    press(page, "Home")
    expect(root).to_contain_text(
        "turn up about once in 61 years; being 95% sure of at least one takes 180 years."
    )


def test_switching_cohort_changes_every_step(open_widget: OpenWidget) -> None:
    page = open_widget(rarity_explorer())
    guess(page, 3)
    page.get_by_role("slider").fill("0")
    page.get_by_role("button", name="Show how many").press("Enter")
    root = page.locator('[data-widget="rarity-explorer"]')
    page.get_by_label("Whose count").select_option(label="Westphalen 2021: all solid tumours")
    expect(root).to_contain_text(
        "The largest series of all solid tumours found about 30: your guess was about 7 times too high."
    )
    expect(root).to_contain_text(
        "889 of 295,676 is 0.30%, 1 in 330; the 95% interval runs from 28 to 32 in 10,000"
    )
    expect(root).to_contain_text("At this rate 995 must be tested")
    expect(root).to_contain_text("patients with any solid tumour are tested each year")
    page.get_by_label("Whose count").select_option(label="Jacob 2016: secretory carcinoma")
    expect(root).to_contain_text(
        "found about 1.6 secretory carcinomas in 10,000. You guessed 200 fusions, which is another question."
    )
    expect(page.get_by_role("img")).to_have_attribute(
        "aria-label", "Schematic array of 10,000 dots. 2 filled diamonds: secretory carcinomas."
    )


def test_a_guess_inside_the_interval_is_called_that(open_widget: OpenWidget) -> None:
    page = open_widget(rarity_explorer())
    slider = page.get_by_role("slider")
    slider.focus()
    press(page, "Home", *["ArrowRight"] * 4, "Tab", "Enter")
    expect(page.get_by_role("region", name="What was counted")).to_contain_text(
        "your guess was close, and inside the 95% interval."
    )


def test_the_guess_can_be_seen_among_10_000(open_widget: OpenWidget) -> None:
    page = open_widget(rarity_explorer())
    guess(page, 10)
    page.get_by_role("radio", name="what was counted").focus()
    press(page, "ArrowDown")
    expect(page.get_by_role("img")).to_have_attribute(
        "aria-label", "Schematic array of 10,000 dots. 2,000 filled diamonds: your guess."
    )
