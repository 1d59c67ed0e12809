"""The trial explorer in Chromium, worked by keyboard as a reader would."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from ntrkcourse import trial_explorer
from ntrkcourse.widgets.trial_explorer.records import load

TRIALS = load()
WORDS = TRIALS.words
LABELS = {one.key: one.label for one in TRIALS.filter}
OpenWidget = Callable[..., Page]


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")


def stay(page: Page, label: str) -> None:
    """Moves a slider, and back to where it stood."""
    page.get_by_role("slider", name=label).focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")


def first(page: Page) -> None:
    stay(page, WORDS["width"])
    page.get_by_role("slider", name=WORDS["patients"]).focus()
    page.keyboard.press("ArrowRight")
    press(page, TRIALS.breast.commit)


def second(page: Page, steps: int = 3) -> None:
    page.get_by_role("radio", name=TRIALS.better.option[0].text).focus()
    page.keyboard.press("Space")
    for _ in range(steps):
        page.keyboard.press("ArrowDown")
    press(page, TRIALS.better.commit)


def third(page: Page, *keys: str) -> None:
    stay(page, WORDS["highest"])
    stay(page, WORDS["lowest"])
    for key in keys:
        page.keyboard.press(key)
    press(page, TRIALS.sites.commit)


def all_three(page: Page) -> None:
    first(page)
    press(page, WORDS["next"])
    second(page)
    press(page, WORDS["next"])
    third(page)
    press(page, WORDS["to_all"])


def test_nothing_shows_before_each_commit(open_widget: OpenWidget) -> None:
    page = open_widget(trial_explorer())
    root = page.locator('[data-widget="trial-explorer"]')
    expect(root.get_by_role("img")).to_have_count(0)
    for text in ("5 of 6", "83%", "36%", "64 points", "NAVIGATE"):
        expect(root).not_to_contain_text(text)
    first(page)
    press(page, WORDS["next"])
    expect(root.get_by_role("img")).to_have_count(3)
    labels = [image.get_attribute("aria-label") for image in root.get_by_role("img").all()]
    shown = [(TRIALS.rows[one.fact].name, one.text) for one in TRIALS.better.option if one.fact]
    assert labels == [
        f"{drug}, {name}: {rate}." for (name, drug), rate in zip(shown, ("69%", "61.2%", "58%"), strict=True)
    ]
    expect(root.locator(".ntrk-axis-whisker")).to_have_count(0)
    for text in ("overlap", "randomised", "by chance", "of 244"):
        expect(root).not_to_contain_text(text)
    second(page)
    press(page, WORDS["next"])
    expect(root.get_by_role("img")).to_have_count(0)
    for text in ("84%", "27%", "21 of 25"):
        expect(root).not_to_contain_text(text)


def test_the_whole_path_by_keyboard(open_widget: OpenWidget) -> None:
    page = open_widget(trial_explorer())
    root = page.locator('[data-widget="trial-explorer"]')
    first(page)
    expect(page.get_by_role("heading", name=TRIALS.breast.question)).to_be_focused()
    expect(root).to_contain_text(
        f"{WORDS['breast_is'].format(n=6, width=64)} {WORDS['breast_said'].format(n=60, width=25)}"
    )
    expect(root).to_contain_text(WORDS["number_many"].format(times=10))
    expect(root.locator(".fact-link").first).to_have_text("5 of 6")
    press(page, WORDS["next"])
    second(page, 0)
    chosen = trial_explorer().data["better"]["option"][0]
    expect(root).to_contain_text(
        f"{WORDS['better_said'].format(choice=chosen['text'])} {chosen['feedback'][0][1]}"
    )
    expect(root.locator(".ntrk-axis-whisker")).to_have_count(6)
    press(page, WORDS["next"])
    third(page, "Home")
    expect(root).to_contain_text(
        f"{WORDS['sites_are'].format(low=27, high=84)} {WORDS['sites_said'].format(low=0, high=75)}"
    )
    press(page, WORDS["to_all"])
    expect(root.locator(".ntrk-primary")).to_have_count(0)
    expect(root).to_contain_text(WORDS["never_add"])
    expect(page.get_by_role("heading", name=TRIALS.family[-1].name)).to_be_visible()


def test_the_filters(open_widget: OpenWidget) -> None:
    page = open_widget(trial_explorer())
    all_three(page)
    root = page.locator('[data-widget="trial-explorer"]')
    page.get_by_role("combobox", name=LABELS["site"]).select_option("breast")
    expect(root).to_contain_text(WORDS["rows"].format(n=1, all=27))
    page.get_by_role("combobox", name=LABELS["drug"]).select_option("entrectinib")
    expect(root).to_contain_text(WORDS["empty"])
    page.get_by_role("combobox", name=LABELS["drug"]).select_option("repotrectinib")
    page.get_by_role("combobox", name=LABELS["site"]).select_option("all")
    page.get_by_role("combobox", name=LABELS["before"]).select_option("after")
    expect(root).to_contain_text(WORDS["rows"].format(n=3, all=27))
    page.get_by_role("slider", name=WORDS["year"]).focus()
    page.keyboard.press("ArrowLeft")
    expect(root).to_contain_text(WORDS["rows"].format(n=1, all=27))
    expect(root.locator("[aria-live].ntrk-hidden")).to_have_text(WORDS["rows_told"].format(n=1, all=27))
    page.reload()
    expect(root).to_contain_text(WORDS["rows"].format(n=1, all=27))
    expect(page.get_by_role("combobox", name=LABELS["drug"])).to_have_value("repotrectinib")


def test_no_text_of_a_drawing_is_cut_on_a_narrow_phone(open_widget: OpenWidget) -> None:
    page = open_widget(trial_explorer(), width=320)
    all_three(page)
    page.get_by_role("combobox", name=LABELS["site"]).select_option("any")
    clipped = page.locator("[data-widget] svg text").evaluate_all("""texts => texts.filter(one => {
        const [box, svg] = [one, one.ownerSVGElement].map(element => element.getBoundingClientRect());
        return box.left < svg.left - 1 || box.right > svg.right + 1;
    }).length""")
    assert clipped == 0
