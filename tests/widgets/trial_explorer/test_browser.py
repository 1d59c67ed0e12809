"""The trial explorer in Chromium, worked by keyboard as a reader would."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ntrkcourse import trial_explorer

KEY = "ntrk:v1:widget/trial-explorer/07"
OpenWidget = Callable[..., Page]


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")


def first(page: Page) -> None:
    page.get_by_role("slider", name="Patients with breast cancer").focus()
    page.keyboard.press("ArrowRight")
    press(page, "Commit, and show the breast row")


def second(page: Page, steps: int = 3) -> None:
    page.get_by_role("radio", name="Larotrectinib").focus()
    page.keyboard.press("Space")
    for _ in range(steps):
        page.keyboard.press("ArrowDown")
    press(page, "Commit, and show the intervals")


def all_three(page: Page) -> None:
    first(page)
    press(page, "Next guess")
    second(page)
    press(page, "Next guess")
    press(page, "Commit, and show the five")
    press(page, "Now explore all rows")


def test_nothing_shows_before_each_commit(open_widget: OpenWidget) -> None:
    page = open_widget(trial_explorer())
    root = page.locator('[data-widget="trial-explorer"]')
    expect(root.get_by_role("img")).to_have_count(0)
    for text in ("5 of 6", "83%", "36%", "64 points", "NAVIGATE"):
        expect(root).not_to_contain_text(text)
    first(page)
    press(page, "Next guess")
    expect(root.get_by_role("img")).to_have_count(3)
    labels = [image.get_attribute("aria-label") for image in root.get_by_role("img").all()]
    assert labels == [
        "Larotrectinib, later pool: 69%.",
        "Entrectinib, updated report: 61.2%.",
        "Repotrectinib, US approval: 58%.",
    ]
    expect(root.locator(".ntrk-axis-whisker")).to_have_count(0)
    for text in ("overlap", "randomised", "by chance", "of 244"):
        expect(root).not_to_contain_text(text)
    second(page)
    press(page, "Next guess")
    expect(root.get_by_role("img")).to_have_count(0)
    for text in ("84%", "27%", "21 of 25"):
        expect(root).not_to_contain_text(text)


def test_the_whole_path_by_keyboard(open_widget: OpenWidget) -> None:
    page = open_widget(trial_explorer())
    root = page.locator('[data-widget="trial-explorer"]')
    first(page)
    expect(page.get_by_role("heading", name="How many patients with breast cancer")).to_be_focused()
    expect(root).to_contain_text("6 patients, 64 points wide. You said 60 and 25 points.")
    expect(root).to_contain_text("about 10 times too many patients")
    expect(root.locator(".fact-link").first).to_have_text("5 of 6")
    press(page, "Next guess")
    second(page, 0)
    expect(root).to_contain_text("You said: “Larotrectinib”. Its 69% is the highest here.")
    expect(root).to_contain_text("It cannot be told.")
    expect(root.locator(".ntrk-axis-whisker")).to_have_count(6)
    press(page, "Next guess")
    page.get_by_role("slider", name="Lowest of the five").focus()
    page.keyboard.press("Home")
    press(page, "Commit, and show the five")
    expect(root).to_contain_text("From 27% to 84%. You said from 0% to 75%.")
    expect(root).to_contain_text("Their intervals do not overlap.")
    press(page, "Now explore all rows")
    expect(root.locator(".ntrk-primary")).to_have_count(0)
    expect(root).to_contain_text("Rows of one trial share patients: never add them.")
    expect(page.get_by_role("heading", name="Warning: over-expression")).to_be_visible()


def test_the_filters(open_widget: OpenWidget) -> None:
    page = open_widget(trial_explorer())
    all_three(page)
    root = page.locator('[data-widget="trial-explorer"]')
    page.get_by_role("combobox", name="Tumour").select_option("breast")
    expect(root).to_contain_text("1 of 27 rows.")
    page.get_by_role("combobox", name="Drug").select_option("entrectinib")
    expect(root).to_contain_text("An empty place is a finding too.")
    page.get_by_role("combobox", name="Drug").select_option("repotrectinib")
    page.get_by_role("combobox", name="Tumour").select_option("all")
    page.get_by_role("combobox", name="Earlier TRK inhibitor").select_option("after")
    expect(root).to_contain_text("3 of 27 rows.")
    page.get_by_role("slider", name="Data cut or report, up to").focus()
    page.keyboard.press("ArrowLeft")
    expect(root).to_contain_text("1 of 27 rows.")
    expect(root.locator("[aria-live]").filter(has_text="1 of 27 rows are shown.")).to_have_count(1)
    page.reload()
    expect(root).to_contain_text("1 of 27 rows.")
    expect(page.get_by_role("combobox", name="Drug")).to_have_value("repotrectinib")


def test_an_answer_is_asked_for(open_widget: OpenWidget) -> None:
    page = open_widget(trial_explorer())
    first(page)
    press(page, "Next guess")
    press(page, "Commit, and show the intervals")
    expect(page.get_by_text("Choose an answer first.").first).to_be_visible()
    expect(page.locator(".ntrk-axis-whisker")).to_have_count(0)


def test_answers_survive_a_reload_and_can_be_taken_back(open_widget: OpenWidget) -> None:
    page = open_widget(trial_explorer())
    root = page.locator('[data-widget="trial-explorer"]')
    first(page)
    page.reload()
    expect(root).to_contain_text("You said 60 and 25 points.")
    press(page, "Start again")
    expect(root).not_to_contain_text("5 of 6")
    expect(page.get_by_role("button", name="Start again")).to_be_hidden()
    page.reload()
    expect(page.get_by_role("button", name="Commit, and show the breast row")).to_be_visible()


@pytest.mark.parametrize(
    "stored",
    [
        "{",
        "null",
        "7",
        '{"at": 3}',
        '{"at": 3, "better": "none", "sites": [5, 10]}',
        '{"at": 1.5, "breast": [7, 7]}',
        '{"filter": {"drug": 4, "year": "x"}}',
    ],
)
def test_corrupt_storage_asks_again(
    open_widget: OpenWidget, stored: str, remember: Callable[..., None]
) -> None:
    page = open_widget(trial_explorer())
    remember(page, KEY, stored)
    expect(page.get_by_role("button", name="Commit, and show the breast row")).to_be_visible()


def test_it_fits_a_narrow_phone(open_widget: OpenWidget) -> None:
    page = open_widget(trial_explorer(), width=320)
    all_three(page)
    page.get_by_role("combobox", name="Tumour").select_option("any")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    clipped = page.locator("[data-widget] svg text").evaluate_all("""texts => texts.filter(one => {
        const [box, svg] = [one, one.ownerSVGElement].map(element => element.getBoundingClientRect());
        return box.left < svg.left - 1 || box.right > svg.right + 1;
    }).length""")
    assert clipped == 0
