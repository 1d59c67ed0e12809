"""Pictures as a reader meets them: every one of them, on the smallest phone, in the dark, on paper, by keyboard."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from ntrkcourse.content.questions import load_questions
from ntrkcourse.figures import figure_html, find, load_figures, style

NAMES = sorted(load_figures())
# What the sheet and the markup do for every picture alike is tried on every seventh; on all of them with --thorough.
SAMPLED = [
    name if at % 7 == 0 else pytest.param(name, marks=pytest.mark.thorough) for at, name in enumerate(NAMES)
]
SEQUENCES = [name for name in NAMES if find(name).frame]
SMALLEST = 11
"""Pixels that a label has at least on a phone of 320."""

# Of each drawing: the size in which each label is shown, those that leave the drawing, and pairs that lie on each other.
MEASURE = """() => [...document.querySelectorAll("svg.ntrk-picture")].map((svg) => {
  for (const frame of document.querySelectorAll(".ntrk-frame")) frame.style.display = frame.contains(svg) ? "block" : "none";
  const box = svg.getBoundingClientRect();
  const labels = [...svg.querySelectorAll("text")].flatMap((text) => {
    const size = parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a;
    const lines = text.querySelector("tspan") ? [...text.querySelectorAll("tspan")] : [text];
    return lines.map((line) => ({ text, words: line.textContent, size, box: line.getBoundingClientRect() }));
  });
  const inside = ({ box: b }) => b.left >= box.left - 1 && b.right <= box.right + 1 && b.top >= box.top - 2 && b.bottom <= box.bottom + 2;
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
  return {
    width: box.width,
    small: labels.filter(({ size }) => size < SMALLEST).map(({ words, size }) => `${words}: ${size}`),
    outside: labels.filter((label) => !inside(label)).map(({ words }) => words),
    overlapping: labels.flatMap((a, at) => labels.slice(at + 1)
      .filter((b) => a.text !== b.text && over(a.box, b.box)).map((b) => `${a.words} / ${b.words}`)),
  };
})""".replace("SMALLEST", str(SMALLEST))


def write_figure(folder: Path, name: str) -> str:
    """Address of a page with the picture alone, with as much room as a chapter leaves it."""
    file = folder / f"{name}.html"
    file.write_text(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Picture</title><style>{style()}'
        "body { margin: 0 16px; font: 16px/1.5 sans-serif; background: var(--ntrk-raised); color: var(--ntrk-text); }"
        f"</style><main><h1>Picture</h1>{figure_html(name)}</main></html>",
        encoding="utf-8",
    )
    return file.as_uri()


@pytest.fixture(scope="module")
def smallest_phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 780})
    yield context.new_page()
    context.close()


@pytest.fixture
def open_figure(browser: Browser, tmp_path: Path) -> Any:
    """``open_figure(name, width, **options)``: its page, in a browser of its own."""
    opened = []

    def make(name: str, width: int = 320, **options: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 780}, **options)
        opened.append(context)
        page = context.new_page()
        page.goto(write_figure(tmp_path, name))
        return page

    yield make
    for context in opened:
        context.close()


@pytest.mark.parametrize("name", NAMES)
def test_labels_can_be_read_on_the_smallest_phone(name: str, smallest_phone: Page, tmp_path: Path) -> None:
    smallest_phone.goto(write_figure(tmp_path, name))
    for drawing in smallest_phone.evaluate(MEASURE):
        assert drawing["width"] > 200
        assert (drawing["small"], drawing["outside"], drawing["overlapping"]) == ([], [], [])


@pytest.mark.parametrize("name", SAMPLED)
def test_axe_finds_nothing_in_either_theme(name: str, open_figure: Callable[..., Page]) -> None:
    page = open_figure(name)
    # What else axe looks for does not change with the colours.
    for theme, options in (("light", None), ("dark", {"runOnly": ["color-contrast"]})):
        page.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme)
        found = Axe().run(page, options=options).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], theme


@pytest.mark.parametrize("name", SAMPLED)
def test_it_opens_large_and_closes_by_keyboard_without_a_script(
    name: str, open_figure: Callable[..., Page]
) -> None:
    page = open_figure(name, 1280, java_script_enabled=False)
    small = page.locator("svg.ntrk-picture:visible").bounding_box()
    page.get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(page.locator("figure:popover-open")).to_be_visible()
    large = page.locator("svg.ntrk-picture:visible").bounding_box()
    assert small and large and large["height"] >= min(small["height"], 780 * 0.6)
    page.keyboard.press("Escape")
    expect(page.locator("figure:popover-open")).to_have_count(0)


@pytest.mark.parametrize(
    "name", [*SEQUENCES[:3], *(pytest.param(one, marks=pytest.mark.thorough) for one in SEQUENCES[3:])]
)
def test_a_sequence_is_walked_by_keyboard_and_printed_whole(
    name: str, open_figure: Callable[..., Page]
) -> None:
    page = open_figure(name, 800, java_script_enabled=False)
    frames = page.locator(".ntrk-frame")
    page.get_by_role("radio").first.focus()
    for at, frame in enumerate(find(name).frame):
        expect(frames.nth(at)).to_be_visible()
        expect(page.locator(".ntrk-frame:visible")).to_have_count(1)
        expect(page.get_by_role("radio", name=f"{at + 1}. {frame.title}")).to_be_checked()
        page.keyboard.press("ArrowRight")
    page.emulate_media(media="print")
    expect(page.locator(".ntrk-frame:visible")).to_have_count(len(find(name).frame))


@pytest.mark.parametrize("name", ["language"])
def test_where_the_readers_colours_are_forced_a_picture_lies_on_white_paper(
    name: str, open_figure: Callable[..., Page]
) -> None:
    page = open_figure(name, forced_colors="active", color_scheme="dark")
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    drawn = page.locator("svg.ntrk-picture").first
    assert drawn.evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(255, 255, 255)"
    assert drawn.evaluate("one => getComputedStyle(one.querySelector('text')).fill") == "rgb(29, 35, 43)"


def test_a_page_holds_the_picture_of_a_question_once_and_shows_it(
    book: Path, strict: Callable[..., Any]
) -> None:
    asked = load_questions()["04.q-seen-cysts"]
    file = book / "notebooks/04_microscope.html"
    _, _, models = file.read_text(encoding="utf-8").partition('id="ntrk-models">')
    assert "picture:0" in models and "<svg" not in models
    page = strict(book.as_uri()).context.new_page()
    page.goto(f"{file.as_uri()}#question-{asked.id}")
    card = page.locator(f'[data-question="{asked.id}"]')
    expect(card.get_by_role("img", name=find(asked.picture).title)).to_be_visible()
