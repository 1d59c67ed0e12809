"""What comes out of the printer: dark on white from either theme, questions without their answers unless asked for."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from ntrkcourse.content.inline import plain
from ntrkcourse.content.questions import load_questions
from ntrkcourse.widgets.quiz import quiz

CHAPTER = "notebooks/03_how_rare.html"

# Each text that can be read must stand out from white and from what lies behind it, and nothing behind it may be dark:
# a reader prints with backgrounds or without.
PALE = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const known = new Map();
  const onWhite = (colour) => {
    if (!known.has(colour)) {
      canvas.fillStyle = "white"; canvas.fillRect(0, 0, 1, 1);
      canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
      const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      known.set(colour, 0.2126 * red + 0.7152 * green + 0.0722 * blue);
    }
    return known.get(colour);
  };
  const clear = (colour) => colour === "rgba(0, 0, 0, 0)";
  const found = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !element.checkVisibility({ visibilityProperty: true })) continue;
    const style = getComputedStyle(element);
    const ink = onWhite(element instanceof SVGElement ? style.fill : style.color);
    let behind = element;
    while (behind && clear(getComputedStyle(behind).backgroundColor)) behind = behind.parentElement;
    const ground = behind ? onWhite(getComputedStyle(behind).backgroundColor) : 1;
    const contrast = (ground + 0.05) / (ink + 0.05);
    if (1.05 / (ink + 0.05) < 4.5 || contrast < 4.5) {
      found.add(`${element.localName}.${element.className} ${style.color} on ${ground.toFixed(2)}: ` +
        walk.currentNode.data.trim().slice(0, 40));
    }
  }
  return [...found];
}"""
DATES = re.compile(rb"/(CreationDate|ModDate) \([^)]*\)")
QUESTIONS = "[...document.querySelectorAll('[data-question]')].map((card) => card.dataset.question)"
# Stands for the printer: what is on the paper is kept when the page asks for it.
KEEP_PAPER = """
window.papers = [];
window.print = () => {
  dispatchEvent(new Event("beforeprint"));
  papers.push(document.body.innerText);
  dispatchEvent(new Event("afterprint"));
};
"""


@pytest.fixture(scope="module")
def dark(browser: Browser) -> Iterator[Page]:
    """A page that shows the dark theme, and is looked at as it would be printed."""
    context = browser.new_context(color_scheme="dark")
    context.add_init_script(KEEP_PAPER)
    page = context.new_page()
    page.emulate_media(media="print")
    yield page
    context.close()


def paper_is_asked_for(page: Page, answers: bool = False) -> str:
    """Text of the paper that the page's own entry sends to the printer."""
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Download or print").click()
    page.emulate_media(media="print")
    # By its own click: on paper there is no bar to press it in.
    name = "Print with answers" if answers else "Print"
    page.locator("#page-menu button", has_text=name).first.dispatch_event("click")
    return str(page.evaluate("papers.at(-1)"))


def test_paper_is_dark_on_white_from_the_dark_theme(book: Path, some_pages: list[Path], dark: Page) -> None:
    for file in some_pages:
        dark.goto(file.as_uri())
        assert dark.evaluate("document.documentElement.dataset.theme") == "dark"
        dark.evaluate("dispatchEvent(new Event('beforeprint'))")
        dark.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
        assert dark.evaluate(PALE) == [], file.relative_to(book)
        dark.evaluate("dispatchEvent(new Event('afterprint'))")
        assert dark.evaluate("document.documentElement.dataset.theme") == "dark"


@pytest.mark.thorough
@pytest.mark.parametrize("background", [True, False])
def test_both_themes_make_the_same_paper(browser: Browser, pages: list[Path], background: bool) -> None:
    """One chapter, and every page that is no chapter."""
    chapters = [file for file in pages if file.parent.name == "notebooks"]
    papers: dict[str, list[bytes]] = {}
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        for file in [chapters[-1], *(set(pages) - set(chapters))]:
            page.goto(file.as_uri())
            pdf = page.pdf(print_background=background)
            papers.setdefault(file.name, []).append(DATES.sub(b"", pdf))
        context.close()
    for name, (light, other) in papers.items():
        assert light == other, name


def test_paper_has_the_questions_and_the_answers_if_asked_for(some_pages: list[Path], dark: Page) -> None:
    for file in some_pages:
        dark.goto(file.as_uri())
        dark.evaluate("print()")
        worksheet = dark.evaluate("papers.at(-1)")
        assert "Answer and why" not in worksheet, file.name
        folded = "details:not(.fact-list *, .reveal, .clinic-card, .sources, .guide-traps)"
        offered = dark.locator("#page-menu button", has_text="Print with answers").count() == 1
        assert offered == (dark.locator("[data-ntrk-model]").count() > 0), file.name
        if not offered:
            assert dark.locator(folded).count() == 0, f"{file.name} folds what no paper shows"


def test_paper_has_what_the_reader_has_done(
    book: Path, dark: Page, keep_answers: Callable[..., None]
) -> None:
    dark.goto(f"{(book / CHAPTER).as_uri()}?whole")
    before = dark.evaluate("(print(), papers.at(-1))")
    names = dark.evaluate(QUESTIONS)
    right, wrong = names[0], names[1]
    keep_answers(dark, {right: True, wrong: False})
    dark.evaluate("ntrk.shared.store.set('widget/rarity-explorer/03', { guess: 8 })")
    paper = dark.evaluate("(print(), papers.at(-1))")
    assert "our answer:" not in before and "As you left it" not in before
    bank = load_questions()
    for name, verdict in ((right, "Right."), (wrong, "Not right.")):
        [line] = [one for one in paper.splitlines() if "our answer:" in one and one.endswith(f". {verdict}")]
        chosen = [o.text for o in bank[name].option if o.correct == (name == right)]
        assert not chosen or any(plain(text) in line for text in chosen)
    begun = dark.locator("[data-widget=rarity-explorer]")
    assert begun.is_visible() and not begun.get_by_role("button").first.is_visible()
    dark.evaluate("ntrk.shared.store.wipe()")
    assert dark.evaluate("(print(), papers.at(-1))") == before


def test_print_with_answers_opens_all_that_is_folded_once(book: Path, dark: Page) -> None:
    dark.goto(f"{(book / CHAPTER).as_uri()}?whole")
    worksheet = paper_is_asked_for(dark)
    answers = paper_is_asked_for(dark, answers=True)
    assert answers.count("Answer and why") == len(set(dark.evaluate(QUESTIONS)))
    assert "Hint" in answers
    assert dark.locator("details[open]").count() == 0
    assert dark.evaluate("(print(), papers.at(-1))") == worksheet
    assert dark.locator(".ntrk-equivalent").count() == 0


def test_what_a_reader_unfolded_is_printed(book: Path, dark: Page) -> None:
    dark.goto(f"{(book / CHAPTER).as_uri()}?whole")
    dark.emulate_media(media="screen")
    dark.get_by_text("Hint", exact=True).click()
    dark.emulate_media(media="print")
    assert "Hint" in dark.evaluate("(print(), papers.at(-1))")


def test_without_javascript_paper_has_the_text_alone(browser: Browser, book: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{(book / CHAPTER).as_uri()}?whole")
    page.emulate_media(media="print")
    assert page.locator(".ntrk-equivalent:visible").count() == page.locator("[data-ntrk-model]").count() > 0
    for part in (
        "details:not(.reveal) > summary",
        ".bd-header-article",
        ".bd-sidebar-primary",
        ".bd-sidebar-secondary",
        "footer",
    ):
        assert page.locator(part).locator("visible=true").count() == 0, part
    context.close()


def test_a_widget_in_a_dark_notebook_prints_dark_on_white(open_widget: Callable[..., Page]) -> None:
    page = open_widget(quiz("03.chance-of-one"))
    page.evaluate("document.body.dataset.jpThemeLight = 'false'")
    assert page.evaluate(PALE) != [], "on the screen it is not dark"
    page.emulate_media(media="print")
    assert page.evaluate(PALE) == []
