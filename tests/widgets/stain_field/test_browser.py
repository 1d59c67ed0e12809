"""The stain field in Chromium, by keyboard, from the first field to the published counts."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ntrkcourse import stain_field
from ntrkcourse.widgets.template import fill

KEY = "ntrk:v1:widget/stain-field/04"
DATA = stain_field().data
WORDS = DATA["words"]
FIELDS = DATA["field"]
ANSWERS = [
    ("Nucleus", "Strong", "Over 50%"),
    ("None",),
    ("Cytoplasm", "Strong", "Over 50%"),
    ("Cytoplasm", "Weak", "5 to 50%"),
    ("None",),
]


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=WORDS[name]).focus()
    page.keyboard.press("Enter")


def choose(page: Page, group: str, name: str) -> None:
    page.get_by_role("group", name=WORDS[group]).get_by_role("radio", name=name, exact=True).focus()
    page.keyboard.press("Space")


def score(page: Page, answer: tuple[str, ...]) -> None:
    for group, name in zip(("ask_place", "ask_intensity", "ask_share"), answer, strict=False):
        choose(page, group, name)
    press(page, "commit_score")


def to_the_rules(page: Page) -> None:
    for number, answer in enumerate(ANSWERS, start=1):
        expect(page.get_by_role("heading", name=fill(WORDS["field"], n=number))).to_be_visible()
        score(page, answer)
        press(page, "to_rules" if number == len(ANSWERS) else "next")


def predict(page: Page, sensitivity: str, specificity: str) -> None:
    choose(page, "ask_sensitivity", WORDS[sensitivity])
    choose(page, "ask_specificity", WORDS[specificity])
    press(page, "commit_guess")


def told(at: int, name: str = "as_drawn") -> str:
    return fill(WORDS[name], counts=FIELDS[at]["counts"])


@pytest.fixture
def page(open_widget: Callable[..., Page]) -> Page:
    return open_widget(stain_field())


def test_whole_path_by_keyboard(page: Page) -> None:
    widget = page.get_by_role("group", name=DATA["title"])
    drawn = fill(WORDS["drawn"], n=40, counts=FIELDS[0]["counts"])
    expect(widget.get_by_role("img", name=drawn)).to_be_visible()
    expect(widget.get_by_role("img", name=WORDS["key_drawn"])).to_be_visible()

    score(page, ANSWERS[0])
    expect(widget).to_contain_text(told(0))
    expect(widget).to_contain_text(FIELDS[0]["truth"])
    expect(widget.locator("[aria-live]")).to_have_text(
        f"{told(0)} {DATA['rules'][0]}: {WORDS['positive']}. {DATA['rules'][1]}: {WORDS['positive']}."
    )
    expect(page.get_by_role("button", name=WORDS["next"])).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=fill(WORDS["field"], n=2))).to_be_focused()

    score(page, ANSWERS[1])
    for name in ("saw_nothing", "alarm", "ringed"):
        expect(widget).to_contain_text(WORDS[name])
    expect(widget.locator(".stain-ring")).to_have_count(1)
    press(page, "next")

    score(page, ANSWERS[2])
    wrong = fill(WORDS["part_wrong"], part=WORDS["intensity"], truth="moderate", said="strong")
    for text in (wrong, fill(WORDS["part_right"], part=WORDS["place"], truth="cytoplasm"), WORDS["missed"]):
        expect(widget).to_contain_text(text)
    expect(widget.locator(".stain-ring")).to_have_count(0)
    press(page, "next")

    score(page, ANSWERS[3])
    expect(widget).to_contain_text(told(3))
    expect(widget.locator(".stain-ring")).to_have_count(3)
    press(page, "next")

    drawn = fill(WORDS["drawn_stroma"], n=12, counts=FIELDS[4]["counts"])
    expect(widget.get_by_role("img", name=drawn)).to_be_visible()
    score(page, ANSWERS[4])
    expect(widget).to_contain_text(told(4))
    expect(widget.get_by_text(WORDS["missed"])).to_have_count(2)
    press(page, "to_rules")

    predict(page, "falls", "either")
    answers = [
        fill(WORDS["guess_right"], answer=WORDS["sensitivity_answer"], why=WORDS["sensitivity_why"]),
        fill(
            WORDS["guess_wrong"],
            answer=WORDS["specificity_answer"],
            said=WORDS["either"],
            why=WORDS["specificity_why"],
        ),
    ]
    expect(widget.locator("p:focus")).to_have_text(answers[0])
    expect(widget.locator("[aria-live]")).to_have_text(" ".join(answers))
    for rule, found, alarms in zip(DATA["rules"], (2, 1), (2, 0), strict=True):
        tally = fill(WORDS["tally"], rule=rule, found=found, fused=3, alarms=alarms, others=2)
        expect(widget).to_contain_text(tally)
    sensitivity = widget.get_by_role("img", name="Sensitivity.")
    expect(sensitivity).to_have_accessible_name(
        "Sensitivity. Harrison 2019: any staining 23 of 24, 96%; diffuse or focally strong nucleus "
        "17 to 23 of 24. Ye 2024: any staining 8 of 8, 100%; nucleus, at any intensity 8 of 8, 100%. "
        f"Solomon 2020: any staining 4 of 5, 80%; a nuclear rule {WORDS['mark_unread']}."
    )
    expect(sensitivity.locator(".stain-open")).to_have_count(1)
    widget.get_by_text(WORDS["table"]).click()
    expect(widget.get_by_role("cell", name="181 of 203, 89% (84% to 93%)")).to_be_visible()
    possible = fill(WORDS["mark_possible"], mark="17 to 23 of 24")
    expect(widget.get_by_role("cell", name=possible)).to_be_visible()


def test_nothing_is_given_away_before_each_commitment(page: Page) -> None:
    widget = page.locator('[data-widget="stain-field"]')
    for hidden in (".stain-ring", ".stain-call", ".stain-range"):
        expect(widget.locator(hidden)).to_have_count(0)
    choose(page, "ask_place", "Nucleus")
    press(page, "commit_score")
    expect(widget).to_contain_text(WORDS["score_missing"])
    expect(widget).not_to_contain_text(FIELDS[0]["truth"])
    choose(page, "ask_intensity", "Strong")
    choose(page, "ask_share", "Over 50%")
    press(page, "commit_score")
    press(page, "next")
    for number, answer in enumerate(ANSWERS[1:], start=2):
        score(page, answer)
        press(page, "to_rules" if number == len(ANSWERS) else "next")
    press(page, "commit_guess")
    expect(widget).to_contain_text(WORDS["guess_missing"])
    expect(widget).not_to_contain_text("203")
    expect(widget.locator(".stain-range")).to_have_count(0)


def test_no_stain_needs_neither_intensity_nor_share(page: Page) -> None:
    choose(page, "ask_place", "None")
    expect(page.get_by_role("group", name=WORDS["ask_intensity"])).to_be_hidden()
    choose(page, "ask_place", "Membrane")
    expect(page.get_by_role("group", name=WORDS["ask_intensity"])).to_be_visible()


def test_the_prediction_survives_a_reload_and_start_again_asks_the_first_field(page: Page) -> None:
    to_the_rules(page)
    predict(page, "rises", "rises")
    page.reload()
    widget = page.locator('[data-widget="stain-field"]')
    expect(widget).to_contain_text(f"✗ {WORDS['sensitivity_answer']}")
    expect(widget).to_contain_text(f"✓ {WORDS['specificity_answer']}")
    page.get_by_role("button", name="Start again").press("Enter")
    expect(page.get_by_role("heading", name=fill(WORDS["field"], n=1))).to_be_focused()
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)


def test_a_corrupt_prediction_is_forgotten(page: Page, remember: Callable[..., None]) -> None:
    stored = '{"stage":5,"scores":[[1,3,3],[0,0,0],[2,2,3],[2,1,2],[0,0,0]],"guess":["toString","falls"]}'
    remember(page, KEY, stored)
    expect(page.get_by_role("button", name=WORDS["commit_guess"])).to_be_visible()


@pytest.mark.parametrize("width", [320, 360, 800])
def test_the_drawn_text_can_be_read(open_widget: Callable[..., Page], width: int) -> None:
    page = open_widget(stain_field(), width=width)
    to_the_rules(page)
    predict(page, "falls", "rises")
    texts = page.locator("svg text")
    sizes = texts.evaluate_all("all => all.map(one => parseFloat(getComputedStyle(one).fontSize))")
    assert min(sizes) >= 13
    inside = """all => all.every(one => {
        const box = one.getBBox(), view = one.ownerSVGElement.viewBox.baseVal;
        return one.getBoundingClientRect().width === 0 || (box.x >= -1 && box.x + box.width <= view.width + 1);
    })"""
    assert texts.evaluate_all(inside)
