"""The estimate forest in Chromium, worked by keyboard as a reader would."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from ntrkcourse import estimate_forest
from ntrkcourse.content.interface import interface_words
from ntrkcourse.widgets.estimate_forest.records import load

FOREST = load()
WORDS = FOREST.words
CHANCE, DIFFER, ERROR = FOREST.choice
POOLED, BARE = FOREST.estimate[3].name, FOREST.estimate[4].name
EVEN, TIMES_TEN = (interface_words()[name] for name in ("linear", "log"))
OpenWidget = Callable[..., Page]


def answer(page: Page, steps: int) -> None:
    page.get_by_role("radio", name=CHANCE.text).focus()
    page.keyboard.press("Space")
    for _ in range(steps):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def test_only_points_before_the_verdict(open_widget: OpenWidget) -> None:
    page = open_widget(estimate_forest())
    root = page.locator('[data-widget="estimate-forest"]')
    labels = [image.get_attribute("aria-label") for image in root.get_by_role("img").all()]
    assert labels == [
        f"{one.name}: {rate}."
        for one, rate in zip(FOREST.estimate, ("0.082%", "0.21%", "0.42%", "0.60%", "0.63%"), strict=True)
    ]
    expect(root.locator(".ntrk-axis-whisker")).to_have_count(0)
    for text in ("0.022%", "95% interval", "Best", "best", "overlap", "Kettering"):
        expect(root).not_to_contain_text(text)
    expect(root).to_contain_text(FOREST.question.format(times=8))
    per = WORDS["per"].format(n=8)
    expect(root).to_contain_text(f"{FOREST.estimate[0].name}: 4 of 4,854 = 0.082% ({per})")


def test_the_best_reading_by_keyboard(open_widget: OpenWidget) -> None:
    page = open_widget(estimate_forest())
    answer(page, 1)
    root = page.locator('[data-widget="estimate-forest"]')
    expect(page.get_by_role("heading", name=f"✓ {WORDS['best']}")).to_be_focused()
    drawn = WORDS["drawn"].format(verdict=WORDS["best"])
    expect(root.locator("[aria-live]").filter(has_text=drawn)).to_have_count(1)
    expect(root.locator(".ntrk-axis-whisker")).to_have_count(4)
    told = estimate_forest().data
    for spans in (told["choice"][1]["feedback"], *(part["text"] for part in told["reading"])):
        expect(root).to_contain_text("".join(span[1] for span in spans))
    interval = WORDS["interval"].format(bounds=told["estimate"][3]["bounds"])
    image = root.get_by_role("img", name=POOLED)
    expect(image).to_have_attribute("aria-label", f"{POOLED}: 0.60%. {interval}")
    expect(root.get_by_role("img", name=BARE).get_by_text(WORDS["no_interval"])).to_be_visible()


def test_a_wrong_verdict_is_told_why(open_widget: OpenWidget) -> None:
    page = open_widget(estimate_forest())
    answer(page, 2)
    root = page.locator('[data-widget="estimate-forest"]')
    expect(page.get_by_role("heading", name=WORDS["not_best"])).to_be_focused()
    said = WORDS["you_said"].format(choice=ERROR.text)
    expect(root).to_contain_text(f"{said} {ERROR.feedback}")
    expect(root).to_contain_text(WORDS["better"].format(choice=DIFFER.text))
    expect(root).to_contain_text(f"{WORDS['other'].format(choice=CHANCE.text)} ")


def test_an_interval_to_zero_is_an_arrow_on_the_log_scale_only(open_widget: OpenWidget) -> None:
    page = open_widget(estimate_forest())
    answer(page, 1)
    root = page.locator('[data-widget="estimate-forest"]')
    pooled = root.get_by_role("img", name=POOLED)
    start = pooled.locator(".ntrk-axis-whisker").evaluate("path => path.getBBox().x")
    assert start == pooled.locator(".ntrk-axis-zero").evaluate("line => line.getBBox().x")
    expect(root.locator(".ntrk-axis-arrow")).to_have_count(0)
    page.get_by_role("radio", name=EVEN).focus()
    page.keyboard.press("ArrowDown")
    expect(root.locator(".ntrk-axis-arrow")).to_have_count(1)
    expect(pooled.locator(".ntrk-axis-arrow")).to_be_visible()
    expect(root.locator("[aria-live]").filter(has_text=WORDS["axis_log"])).to_have_count(1)


def test_no_text_of_a_drawing_is_cut_on_a_narrow_phone(open_widget: OpenWidget) -> None:
    page = open_widget(estimate_forest(), width=320)
    page.get_by_role("radio", name=TIMES_TEN).check()
    answer(page, 1)
    clipped = page.locator("[data-widget] svg text").evaluate_all("""texts => texts.filter(one => {
        const [box, svg] = [one, one.ownerSVGElement].map(element => element.getBoundingClientRect());
        return box.left < svg.left - 1 || box.right > svg.right + 1;
    }).length""")
    assert clipped == 0
