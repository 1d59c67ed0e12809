"""The built book in Chromium, over http and from ``file://``, with every other host blocked."""

import json
import re
from itertools import product
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import press_choice
from playwright.sync_api import expect

from ntrkcourse.content.chapters import load_chapters
from ntrkcourse.content.glossary import load_glossary
from ntrkcourse.content.inline import plain
from ntrkcourse.content.questions import load_questions

# Without this, axe fetches the style sheets a second time, some from wrong addresses.
AXE_OPTIONS = {"preload": False}
# What else axe looks for does not change with the colours.
CONTRAST_ALONE = AXE_OPTIONS | {"runOnly": ["color-contrast"]}
CHAPTERS = [Path(chapter.file).stem for chapter in load_chapters().values()]
# Walks that take long, by keyboard or with axe at every stage, go through one chapter, which asks questions of every kind;
# under --thorough through all. Each widget's own tests work it by keyboard too.
ONE_CHAPTER = [
    pytest.param(name, marks=[] if place == 3 else [pytest.mark.thorough])
    for place, name in enumerate(CHAPTERS)
]
# From a folder more can go wrong than over http.
FROM_A_FOLDER = ["file", pytest.param("http", marks=pytest.mark.thorough)]
ROOT = Path(__file__).parents[2]
_CONTENTS = re.findall(r"(?:root|file): (\S+)", (ROOT / "_toc.yml").read_text(encoding="utf-8"))
PAGES = [*_CONTENTS, "search", "genindex", "404"]
# Chapters are made by one template, and guides by another: the eleventh of each is looked at each time, and all of them
# under --thorough, as are the two pages that are made of hundreds of records.
ALIKE = [name for name in PAGES if name.startswith(("notebooks/", "book/guides/"))]
LEFT_OUT = {"book/evidence", "book/tumour_board_paper", *ALIKE} - {*ALIKE[10::14]}
LOOKED_AT = [pytest.param(name, marks=[pytest.mark.thorough] if name in LEFT_OUT else []) for name in PAGES]
CUT_TABLES = """[...document.querySelectorAll(".pst-scrollable-table-container")]
  .filter((holder) => holder.scrollWidth > holder.clientWidth + 1).length"""


@pytest.fixture(params=FROM_A_FOLDER)
def root(request, book):
    """Where the book is read from: a server, or a folder such as a USB stick."""
    return request.getfixturevalue("server") if request.param == "http" else book.as_uri()


@pytest.fixture
def visit(root, strict):
    """``visit("notebooks/03…", **context options)``: the page, a chapter as a whole, its widgets alive."""

    def open_page(name: str, **options):
        page = strict(root, **options).context.new_page()
        page.goto(f"{root}/{name}.html?whole")
        for place in page.locator("[data-ntrk-model]").all():
            place.locator("> [data-widget]:not(.ntrk-equivalent)").first.wait_for()
        return page

    return open_page


# Every chapter is walked lesson by lesson, over http, in test_lessons.
def test_every_page_is_quiet_its_widgets_are_alive_and_it_fits_a_phone(root, some_pages, book, strict):
    page = strict(root, viewport={"width": 320, "height": 800}).context.new_page()
    for file in some_pages:
        page.goto(f"{root}/{file.relative_to(book).as_posix()}?whole")
        page.wait_for_function("document.readyState === 'complete'")
        assert page.locator(".ntrk-equivalent").count() == 0, f"{file.name} has a widget that did not start"
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, f"{file.name} scrolls sideways"
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, f"{file.name}, unfolded"
        page.set_viewport_size({"width": 360, "height": 800})
        assert page.evaluate(CUT_TABLES) == 0, f"a table of {file.name} is cut off"
        page.set_viewport_size({"width": 320, "height": 800})


def test_no_page_names_another_host_in_what_it_loads(pages):

    for file in pages:
        text = file.read_text(encoding="utf-8")
        loads = re.findall(r"<(?:script|img|iframe|source)[^>]+src=\"(https?:[^\"]+)", text)
        loads += re.findall(r"<link[^>]+href=\"(https?:[^\"]+)", text)
        assert loads == [], file.name


def asked_in(chapter: str) -> set[str]:
    """Ids of the questions that a chapter asks, from its own calls."""
    bank, about = load_questions(), load_chapters()[chapter[:2]]
    ids = {name for call in about.quizzes for name in bank if f'"{name}"' in call}
    if any("chapter=" in call for call in about.quizzes):
        ids |= {q.id for q in bank.values() if q.chapter == about.number and q.use == "chapter"}
    return ids


@pytest.mark.parametrize("root", ["file"], indirect=True)
@pytest.mark.parametrize("chapter", ONE_CHAPTER)
def test_every_question_can_be_answered_by_keyboard(visit, chapter):
    page = visit(f"notebooks/{chapter}")
    bank = load_questions()
    cards = page.locator("[data-widget=quiz] .ntrk-card").all()
    assert {card.get_attribute("data-question") for card in cards} == asked_in(chapter)
    for card in cards:
        question = bank[card.get_attribute("data-question")]
        # Tags and attributes alone: a stem may well speak of a correct report.
        tags = card.evaluate(
            "card => [...card.querySelectorAll('*')].map(e => e.cloneNode(false).outerHTML).join()"
        )
        for secret in ("correct", "ntrk-is-right", "ntrk-is-wrong"):
            assert secret not in tags, f"{question.id} gives itself away"
        press_choice(card, question, right=False)
        assert card.locator(".ntrk-verdict").inner_text().endswith("Not right.")
        card.get_by_role("button", name="Try again").press("Enter")
        if question.kind == "numeric":
            card.get_by_role("textbox").fill("")
        if question.kind == "multiple":
            checked = card.locator(".ntrk-option input:checked")
            while checked.count():
                checked.first.press("Space")
        press_choice(card, question, right=True)
        assert card.locator(".ntrk-verdict").inner_text().endswith("Right."), question.id
        for folded in card.locator("details").all():
            folded.locator("summary").press("Enter")
        told = card.inner_text()
        for option in question.option:
            assert plain(option.feedback)[:40] in told, f"{question.id}: an option is not explained"
        lead = "Read again:" if question.chapter == chapter[:2] else "Taught in chapter"
        assert card.get_by_text(lead).count() == 1, f"{question.id} does not lead to its section"
    page.reload()
    page.locator(".ntrk-verdict").first.wait_for()
    assert page.locator(".ntrk-verdict").count() == len(cards)
    assert "0 of " in page.locator(".ntrk-quiz-summary").last.inner_text()


def move_every_control(widget):
    """Work a widget by keyboard alone: each control once at each stage, then the button that goes on.

    Returns the kinds of control that were moved.
    """
    page, moved = widget.page, set()
    for _ in range(12):
        for slider in each(widget, "input[type=range]:enabled"):
            before = slider.input_value()
            slider.press("ArrowRight" if before != slider.get_attribute("max") else "ArrowLeft")
            assert slider.input_value() != before, "a slider did not move"
            moved.add("slider")
        for select in each(widget, "select:enabled"):
            before = select.evaluate("select => select.selectedIndex")
            last = select.evaluate("select => select.selectedIndex === select.options.length - 1")
            select.press("ArrowUp" if last else "ArrowDown")
            assert select.evaluate("select => select.selectedIndex") != before, "a list did not move"
            moved.add("list")
        radios = widget.locator("[type=radio]:enabled").locator("visible=true")
        for name in set(radios.evaluate_all("all => all.map((radio) => radio.name)")):
            group = widget.locator(f"[type=radio][name='{name}']:enabled")
            if group.count():
                group.last.press("Space")
                moved.add("radio")
        for box in each(widget, "[type=checkbox]:enabled"):
            box.press("Space")
            moved.add("checkbox")
        for area in each(widget, "textarea:enabled"):
            area.press_sequentially("Plain words. ")
            moved.add("text")
        closed = widget.locator("details:not([open]) > summary:visible")
        while closed.count():
            closed.first.press("Enter")
        onwards = widget.locator("button.ntrk-primary:enabled").locator("visible=true")
        if not onwards.count():
            return moved
        onwards.first.press("Enter")
        moved.add("button")
        assert page.evaluate("document.activeElement !== document.body"), "the focus was lost"
    return moved


def each(widget, selector):
    """The visible ones, found anew after each has moved: moving one may redraw the others."""
    found, place = widget.locator(selector).locator("visible=true"), 0
    while place < found.count():
        yield found.nth(place)
        place += 1


@pytest.mark.parametrize("root", ["file"], indirect=True)
@pytest.mark.parametrize("chapter", ONE_CHAPTER)
def test_every_control_moves_by_keyboard(visit, chapter):
    page = visit(f"notebooks/{chapter}")
    widgets = page.locator("main [data-widget]:not([data-widget=quiz], [data-widget=sitting])").all()
    assert widgets or chapter.startswith("00")
    for widget in widgets:
        before = widget.inner_text()
        moved = move_every_control(widget)
        assert "button" in moved and moved & {"slider", "radio", "list", "checkbox"}, widget.get_attribute(
            "data-widget"
        )
        assert widget.inner_text() != before
    axe_finds_nothing(page, f"{chapter}, every widget worked through")


def test_certainty_lists_what_was_sure_and_wrong(visit):
    page = visit(f"notebooks/{CHAPTERS[0]}")
    quiz = page.locator("[data-widget=quiz]", has=page.locator(".ntrk-quiz-summary")).last
    card = quiz.locator(".ntrk-card").first
    question = load_questions()[card.get_attribute("data-question")]
    card.get_by_label("Certain", exact=True).press("Space")
    press_choice(card, question, right=False)
    assert "Certainty mark: −6." in card.inner_text()
    for other in quiz.locator(".ntrk-card").all()[1:]:
        press_choice(other, load_questions()[other.get_attribute("data-question")], right=True)
    listed = quiz.locator(".ntrk-quiz-summary li").all_inner_texts()
    assert len(listed) == 1 and "Question 1" in listed[0] and "You were certain here." in listed[0]


def test_a_corrupt_store_never_breaks_a_page(visit):
    page = visit(f"notebooks/{CHAPTERS[0]}")
    ids = [
        card.get_attribute("data-question") for card in page.locator("[data-widget=quiz] .ntrk-card").all()
    ]
    damages = list(
        product(("v1", "v2"), ("{not json", '{"answer": 99, "correct": true}', "null", '"x"', "[]"))
    )
    damaged = {
        f"ntrk:{version}:question/{name}": damage
        for name, (version, damage) in zip(ids, damages, strict=False)
    }
    assert len(damaged) == len(damages), "each kind of damage needs a question of its own"
    page.evaluate(
        "kept => Object.entries(kept).forEach(([key, text]) => localStorage.setItem(key, text))", damaged
    )
    page.reload()
    page.locator("[data-widget=quiz] .ntrk-card").first.wait_for()
    assert page.evaluate("keys => keys.map((key) => localStorage.getItem(key))", [*damaged]) == [
        *damaged.values()
    ]
    assert page.locator(".ntrk-verdict").count() == 0
    for name in ids[: len(damages)]:
        card = page.locator(f'[data-question="{name}"]')
        assert card.get_by_role("button", name="Check answer").is_enabled()


def test_a_full_store_says_so_and_goes_on(visit):
    page = visit(f"notebooks/{CHAPTERS[0]}")
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error(); }; }")
    card = page.locator("[data-widget=quiz] .ntrk-card").first
    press_choice(card, load_questions()[card.get_attribute("data-question")], right=True)
    assert "Right." in card.locator(".ntrk-verdict").inner_text()
    quiz = page.locator("[data-widget=quiz]").first
    assert "This browser keeps nothing of this page" in quiz.inner_text()


def test_a_fact_card_opens_on_focus_and_closes_on_escape(visit):
    page = visit(f"notebooks/{CHAPTERS[0]}")
    link = page.locator("main a.fact-link:visible").first
    link.focus()
    card = page.get_by_role("tooltip")
    card.wait_for()
    assert "checked" in card.inner_text() and link.get_attribute("aria-describedby") == card.get_attribute(
        "id"
    )
    page.keyboard.press("Escape")
    assert card.is_hidden()
    link.hover()
    card.wait_for()


def test_a_term_shows_its_definition(visit):
    page = visit(f"notebooks/{CHAPTERS[-1]}")
    term = page.locator("main a.term:visible").first
    term.focus()
    card = page.get_by_role("tooltip")
    card.wait_for()
    name = term.get_attribute("data-card").removeprefix("term-card-")
    assert plain(load_glossary()[name].definition) in card.inner_text()


def test_a_first_tap_shows_the_card_and_a_second_follows_the_link(visit):
    page = visit(f"notebooks/{CHAPTERS[0]}", has_touch=True, viewport={"width": 390, "height": 800})
    link = page.locator("main a.fact-link:visible").first
    fact = link.get_attribute("data-fact")
    link.tap()
    page.get_by_role("tooltip").wait_for()
    assert CHAPTERS[0] in page.url
    link.tap()
    page.wait_for_url(f"**/book/evidence.html#{fact}")


def test_the_evidence_page_searches_and_filters(visit):
    page = visit("book/evidence")
    facts = page.locator("article.fact")
    total = facts.count()
    assert page.get_by_text(f"{total} facts").is_visible()
    page.get_by_label("Search the facts").press_sequentially("4,854 NTRK1")
    assert page.locator('[id="epi.ntrk.breast.rossds2020"]').is_visible()
    few = page.locator("article.fact:visible").count()
    assert 0 < few < 10
    page.get_by_label("Search the facts").fill("")
    page.get_by_label("Status").select_option("secondary")
    shown = page.locator("article.fact:visible")
    assert 0 < shown.count() < total
    assert all("Secondary:" in text for text in shown.all_inner_texts())
    page.get_by_label("Theme").select_option(index=1)
    assert 0 < page.locator("article.fact:visible").count() < shown.count() + 1


BOTH_WAYS = pytest.mark.parametrize("root", ["http", "file"], indirect=True)


@BOTH_WAYS
def test_the_search_finds_a_chapter_and_what_a_widget_asks(visit, root):
    page = visit("index")
    page.get_by_role("button", name="Search").locator("visible=true").first.click()
    page.get_by_role("dialog").get_by_role("searchbox").press_sequentially("registrar")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=registrar**")
    page.locator("#search-results li a", has_text="What a positive test means").first.wait_for()


def test_who_is_in_a_class_is_told_before_a_wipe(visit):
    page = visit("book/progress")
    warned = page.get_by_text("Leave it first", exact=False)
    page.get_by_role("button", name="Wipe everything").click()
    expect(warned).to_be_hidden()
    page.get_by_role("button", name="Keep it").click()
    page.evaluate(
        "ntrk.shared.store.set('class/now', { member: { name: 'otter', key: 'k', class: 'c', code: 'A' } })"
    )
    page.get_by_role("button", name="Wipe everything").click()
    expect(warned).to_be_visible()


@BOTH_WAYS
def test_progress_is_shown_saved_loaded_and_wiped(visit, root, tmp_path):
    page = visit(f"notebooks/{CHAPTERS[0]}")
    card = page.locator("[data-widget=quiz] .ntrk-card").first
    press_choice(card, load_questions()[card.get_attribute("data-question")], right=True)
    page.goto(f"{root}/book/progress.html")
    row = page.get_by_role("row").nth(1)
    assert "1 of " in row.inner_text()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save to a file").press("Enter")
    saved = tmp_path / "progress.json"
    download.value.save_as(saved)
    assert sum(key.startswith("question/") for key in json.loads(saved.read_text())["values"]) == 1
    page.get_by_role("button", name="Wipe everything").press("Enter")
    page.get_by_role("button", name="Yes, wipe it").press("Enter")
    assert "0 of " in row.inner_text()
    page.get_by_label("Load from a file").set_input_files(saved)
    page.get_by_text("Loaded progress.json: it added to 1 question.").wait_for()
    assert "1 of " in row.inner_text()
    wrong = tmp_path / "other.json"
    wrong.write_text("{}")
    page.get_by_label("Load from a file").set_input_files(wrong)
    told = "other.json was not loaded: it is no progress file of this course. Nothing was changed."
    page.get_by_text(told).wait_for()
    assert "1 of " in row.inner_text()


def test_without_javascript_everything_can_be_read(root, strict):
    page = strict(root, java_script_enabled=False).context.new_page()
    for chapter in CHAPTERS:
        page.goto(f"{root}/notebooks/{chapter}.html")
        places = page.locator("[data-ntrk-model]")
        assert places.count() > 3
        assert all(len(text) > 60 for text in places.all_inner_texts())
        answers = page.locator('[data-ntrk-name="quiz"] .ntrk-equivalent details', has_text="Answer and why")
        assert answers.count() == len(asked_in(chapter))


def test_a_printed_page_has_the_readable_equivalents(visit):
    page = visit(f"notebooks/{CHAPTERS[0]}")
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    places = page.locator("[data-ntrk-model]").count()
    assert page.locator(".ntrk-equivalent:visible").count() == places
    assert page.locator("[data-ntrk-model] > [data-widget]:visible").count() == 0
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".ntrk-equivalent").count() == 0


@pytest.mark.thorough
@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_scrolls_sideways(book, pages, strict, width):
    page = strict(book.as_uri(), viewport={"width": width, "height": 800}).context.new_page()
    for file in pages:
        page.goto(file.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, file.name


def test_a_wide_table_becomes_a_list_on_a_phone_and_a_table_again(visit):
    page = visit("book/themes", viewport={"width": 360, "height": 800})
    table = page.locator("table.stacked").first
    table.wait_for()
    cells = table.get_by_role("cell").all()
    assert "Taught in" in cells[2].evaluate("cell => getComputedStyle(cell, '::before').content")
    tops = [cell.bounding_box()["y"] for cell in cells[:3]]
    assert tops == sorted(set(tops)), "the cells of a row do not stand one below the other"
    page.set_viewport_size({"width": 1280, "height": 800})
    page.wait_for_function("document.querySelectorAll('table.stacked').length === 0")


# One template makes the hundreds of records of a page, so axe looks at the first of them; at all under --thorough.
THIN = """() => document.querySelectorAll("main *").forEach((list) => {
  if (list.children.length > 60) [...list.children].slice(40).forEach((one) => one.remove());
})"""
ALL_OF_EACH = [False, pytest.param(True, marks=pytest.mark.thorough)]


def axe_finds_nothing(page, name, options=AXE_OPTIONS):
    found = Axe().run(page, options=options)
    assert found.violations_count == 0, f"{name}:\n{found.generate_report()}"


def axe_finds_nothing_in_either_theme(page, name):
    """On a page that shows the light theme; it shows the dark one then."""
    axe_finds_nothing(page, f"{name}, light")
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("document.documentElement.dataset.theme === 'dark'")
    # Colours that are still on their way from light to dark have no contrast to speak of.
    page.wait_for_function("document.getAnimations().length === 0")
    axe_finds_nothing(page, f"{name}, dark", CONTRAST_ALONE)


@pytest.mark.parametrize("whole", ALL_OF_EACH)
@pytest.mark.parametrize("name", LOOKED_AT)
def test_axe_finds_nothing_in_either_theme(server, strict, name, whole):
    page = strict(server, color_scheme="light").context.new_page()
    page.goto(f"{server}/{name}.html?whole")
    page.wait_for_function("document.documentElement.dataset.theme === 'light'")
    if not whole:
        page.evaluate(THIN)
    axe_finds_nothing_in_either_theme(page, name)


def test_no_page_is_left_out_of_these(pages, book):
    assert {file.relative_to(book).with_suffix("").as_posix() for file in pages} == set(PAGES)


@pytest.mark.parametrize("chapter", ONE_CHAPTER)
def test_axe_finds_nothing_after_answers(server, strict, chapter):
    page = strict(server, color_scheme="light").context.new_page()
    page.goto(f"{server}/notebooks/{chapter}.html?whole")
    for card in page.locator("[data-widget=quiz] .ntrk-card").all():
        question = load_questions()[card.get_attribute("data-question")]
        press_choice(card, question, right=question.kind != "single")
    axe_finds_nothing_in_either_theme(page, chapter)
