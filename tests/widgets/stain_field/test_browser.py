"""The stain field in Chromium, by keyboard, from the first field to the published counts."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ntrkcourse import stain_field

KEY = "ntrk:v1:widget/stain-field/04"
SCORE = "Commit to this score"
ANSWERS = [
    ("Nucleus", "Strong", "Over 50%"),
    ("None",),
    ("Cytoplasm", "Strong", "Over 50%"),
    ("Cytoplasm", "Weak", "5 to 50%"),
    ("None",),
]
FITS = "document.documentElement.scrollWidth <= window.innerWidth"


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")


def choose(page: Page, group: str, name: str) -> None:
    page.get_by_role("group", name=group).get_by_role("radio", name=name, exact=True).focus()
    page.keyboard.press("Space")


def score(page: Page, answer: tuple[str, ...]) -> None:
    groups = ("Where is the stain?", "How strong is most of it?", "In what share of cells?")
    for group, name in zip(groups, answer, strict=False):
        choose(page, group, name)
    press(page, SCORE)


def to_the_rules(page: Page) -> None:
    for number, answer in enumerate(ANSWERS, start=1):
        expect(page.get_by_role("heading", name=f"Field {number}")).to_be_visible()
        score(page, answer)
        press(page, "On to the rules" if number == len(ANSWERS) else "Next field")


def predict(page: Page, sensitivity: str, specificity: str) -> None:
    choose(page, "The sensitivity", sensitivity)
    choose(page, "The specificity", specificity)
    press(page, "Commit to this prediction")


@pytest.fixture
def page(open_widget: Callable[..., Page]) -> Page:
    return open_widget(stain_field())


def test_whole_path_by_keyboard(page: Page) -> None:
    widget = page.get_by_role("group", name="Is this stain positive?")
    expect(widget.get_by_role("img", name="40 tumour cells: 38 of 40 nuclei strong, 2 weak")).to_be_visible()
    expect(widget.get_by_role("img", name="Nine sample cells")).to_be_visible()

    score(page, ANSWERS[0])
    expect(widget).to_contain_text("✓ Scored as drawn: 38 of 40 nuclei strong")
    expect(widget).to_contain_text("a secretory carcinoma with ETV6::NTRK3")
    expect(widget.locator("[aria-live]")).to_contain_text("Any staining in at least 1% of cells: positive.")
    expect(page.get_by_role("button", name="Next field")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Field 2")).to_be_focused()

    score(page, ANSWERS[1])
    expect(widget).to_contain_text("You saw no stain")
    expect(widget).to_contain_text("✗ A false alarm.")
    expect(widget.locator(".stain-ring")).to_have_count(1)
    press(page, "Next field")

    score(page, ANSWERS[2])
    expect(widget).to_contain_text("✗ Intensity: moderate. You said strong.")
    expect(widget).to_contain_text("✓ Place: cytoplasm.")
    expect(widget).to_contain_text("✗ The fusion is missed.")
    expect(widget.locator(".stain-ring")).to_have_count(0)
    press(page, "Next field")

    score(page, ANSWERS[3])
    expect(widget).to_contain_text("✓ Scored as drawn: cytoplasm of 3 of 40 cells weak")
    expect(widget.locator(".stain-ring")).to_have_count(3)
    press(page, "Next field")

    expect(widget.get_by_role("img", name="12 tumour cells, with much stroma")).to_be_visible()
    score(page, ANSWERS[4])
    expect(widget).to_contain_text("✓ Scored as drawn: none of 12 cells stained.")
    expect(widget.get_by_text("The fusion is missed.")).to_have_count(2)
    press(page, "On to the rules")

    predict(page, "stays or falls", "may go either way")
    expect(widget).to_contain_text("✓ Sensitivity stays or falls.")
    expect(widget).to_contain_text("✗ Specificity stays or rises; you said it may go either way.")
    expect(widget).to_contain_text(
        "Any staining in at least 1% of cells: 2 of 3 fusions found, 2 of 2 others"
    )
    expect(widget).to_contain_text("in the nucleus: 1 of 3 fusions found, 0 of 2 others falsely called")
    sensitivity = widget.get_by_role("img", name="Sensitivity.")
    expect(sensitivity).to_have_accessible_name(
        "Sensitivity. Harrison 2019: any staining 23 of 24, 96%; diffuse or focally strong nucleus "
        "17 to 23 of 24. Ye 2024: any staining 8 of 8, 100%; nucleus, at any intensity 8 of 8, 100%. "
        "Solomon 2020: any staining 4 of 5, 80%; a nuclear rule not read."
    )
    expect(sensitivity.locator(".stain-open")).to_have_count(1)
    widget.get_by_text("These counts as a table").click()
    expect(widget.get_by_role("cell", name="181 of 203, 89% (84% to 93%)")).to_be_visible()
    expect(widget.get_by_role("cell", name="17 to 23 of 24 possible; no count printed")).to_be_visible()


def test_nothing_is_given_away_before_a_commitment(page: Page) -> None:
    widget = page.locator('[data-widget="stain-field"]')
    for hidden in (".stain-ring", ".stain-call", ".stain-range"):
        expect(widget.locator(hidden)).to_have_count(0)
    expect(widget).not_to_contain_text("Constructed truth")
    expect(widget).not_to_contain_text("ETV6")
    to_the_rules(page)
    expect(widget).not_to_contain_text("203")
    expect(widget).not_to_contain_text("falsely called")
    expect(widget.locator(".stain-range")).to_have_count(0)


def test_a_commitment_needs_a_choice(page: Page) -> None:
    widget = page.locator('[data-widget="stain-field"]')
    press(page, SCORE)
    expect(widget).to_contain_text("Choose place, intensity and share first.")
    choose(page, "Where is the stain?", "Nucleus")
    press(page, SCORE)
    expect(widget).not_to_contain_text("Constructed truth")


def test_no_stain_needs_neither_intensity_nor_share(page: Page) -> None:
    choose(page, "Where is the stain?", "None")
    expect(page.get_by_role("group", name="How strong is most of it?")).to_be_hidden()
    choose(page, "Where is the stain?", "Membrane")
    expect(page.get_by_role("group", name="How strong is most of it?")).to_be_visible()


def test_state_survives_a_reload_and_start_again_wipes_it(page: Page) -> None:
    widget = page.locator('[data-widget="stain-field"]')
    score(page, ("Membrane", "Weak", "Under 5%"))
    page.reload()
    expect(widget).to_contain_text("✗ Place: nucleus. You said membrane.")
    press(page, "Next field")
    page.reload()
    expect(page.get_by_role("heading", name="Field 2")).to_be_visible()
    press(page, "Start again")
    expect(page.get_by_role("heading", name="Field 1")).to_be_focused()
    page.reload()
    expect(page.get_by_role("heading", name="Field 1")).to_be_visible()
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)


def test_the_prediction_survives_a_reload(page: Page) -> None:
    to_the_rules(page)
    predict(page, "stays or rises", "stays or rises")
    page.reload()
    widget = page.locator('[data-widget="stain-field"]')
    expect(widget).to_contain_text("✗ Sensitivity stays or falls; you said it stays or rises.")
    expect(widget).to_contain_text("✓ Specificity stays or rises.")


@pytest.mark.parametrize(
    "stored",
    [
        "{",
        "null",
        '"x"',
        '{"scores":7}',
        '{"stage":9,"scores":[[1,3]]}',
        '{"stage":5,"scores":[[0,2,1]],"guess":["toString","falls"]}',
        '{"stage":1,"scores":[[9,1,1]]}',
    ],
)
def test_corrupt_storage_breaks_nothing(page: Page, stored: str, remember: Callable[..., None]) -> None:
    remember(page, KEY, stored)
    expect(page.get_by_role("heading", name="Field 1")).to_be_visible()
    score(page, ANSWERS[0])
    expect(page.locator('[data-widget="stain-field"]')).to_contain_text("Scored as drawn")


def test_a_corrupt_prediction_is_forgotten(page: Page, remember: Callable[..., None]) -> None:
    stored = '{"stage":5,"scores":[[1,3,3],[0,0,0],[2,2,3],[2,1,2],[0,0,0]],"guess":["toString","falls"]}'
    remember(page, KEY, stored)
    expect(page.get_by_role("button", name="Commit to this prediction")).to_be_visible()


@pytest.mark.parametrize("width", [320, 360, 800])
def test_fits_the_screen_with_readable_text(open_widget: Callable[..., Page], width: int) -> None:
    page = open_widget(stain_field(), width=width)
    assert page.evaluate(FITS)
    to_the_rules(page)
    predict(page, "stays or falls", "stays or rises")
    assert page.evaluate(FITS)
    texts = page.locator("svg text")
    sizes = texts.evaluate_all("all => all.map(one => parseFloat(getComputedStyle(one).fontSize))")
    assert min(sizes) >= 13
    inside = """all => all.every(one => {
        const box = one.getBBox(), view = one.ownerSVGElement.viewBox.baseVal;
        return one.getBoundingClientRect().width === 0 || (box.x >= -1 && box.x + box.width <= view.width + 1);
    })"""
    assert texts.evaluate_all(inside)
