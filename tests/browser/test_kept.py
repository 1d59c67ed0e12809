"""What a reader has done, on the built book: two tabs, storage that is forbidden or full, files, and older versions."""

import json
import re

import pytest
from browsing import FORBIDDEN
from playwright.sync_api import expect

from ntrkcourse.content.cases import best_way, load_cases
from ntrkcourse.content.inline import plain
from ntrkcourse.content.questions import load_questions
from ntrkcourse.widgets.grading import graded

BANK = load_questions()
SINGLE = BANK["03.read-interval"]
CHAPTER = "notebooks/03_how_rare"
LINE = "This browser keeps nothing of this page"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"


@pytest.fixture
def address(server):
    # Chapters with all their lessons open.
    return lambda name: f"{server}/{name}.html?whole"


@pytest.fixture
def context(server, strict):
    return strict(server).context


def card_of(page, question):
    card = page.locator(f'[data-question="{question.id}"]')
    card.wait_for()
    return card


def press(card, question, right: bool):
    names, key = graded(question)["names"], graded(question)["key"]
    card.locator(f'input[value="{next(name for name in names if (name in key) == right)}"]').check()
    card.get_by_role("button", name="Check answer").click()


def test_a_second_tab_follows_an_answer_and_cannot_change_the_first(context, address):
    one, other = context.new_page(), context.new_page()
    for page in (one, other):
        page.goto(address(CHAPTER))
    press(card_of(one, SINGLE), SINGLE, right=False)
    there = card_of(other, SINGLE)
    expect(there.locator(".ntrk-verdict")).to_contain_text("Not right.")
    there.get_by_role("button", name="Try again").click()
    press(there, SINGLE, right=True)
    expect(card_of(one, SINGLE).locator(".ntrk-verdict")).to_contain_text("Right.")
    other.goto(address("book/progress"))
    row = other.get_by_role("row").filter(has_text="03")
    assert row.get_by_role("cell").all_inner_texts()[1] == "0", "the first answer was wrong"


def test_a_second_tab_cannot_erase_a_finished_case(context, address):
    one, other = context.new_page(), context.new_page()
    for page in (one, other):
        page.goto(address("notebooks/12_tumour_board"))
    case = load_cases()["A"]
    player = one.locator("[data-widget=case]").first
    for choice in best_way(case).choices:
        player.get_by_role("radio", name=plain(choice.text), exact=True).check()
        player.get_by_role("button", name="Decide").click()
    there = other.locator("[data-widget=case]").first
    expect(there.get_by_role("heading", name="What each decision was worth")).to_be_visible()
    there.get_by_role("button", name="Begin the case again").click()
    there.get_by_role("radio").first.check()
    there.get_by_role("button", name="Decide").click()
    other.goto(address("notebooks/13_changed"))
    record = other.locator("[data-widget=course-record]")
    other.evaluate("window.print = () => {}")
    record.get_by_role("button", name="Print the record").click()
    assert "1 of 6 cases ended" in other.locator(".ntrk-record-sheet").inner_text()


def test_a_wipe_is_a_wipe_in_every_tab(context, address):
    one, other = context.new_page(), context.new_page()
    one.goto(address(CHAPTER))
    press(card_of(one, SINGLE), SINGLE, right=True)
    other.goto(address("book/progress"))
    other.get_by_role("button", name="Wipe everything").click()
    other.get_by_role("button", name="Yes, wipe it").click()
    expect(other.get_by_text("Everything was wiped.")).to_be_visible()
    expect(card_of(one, SINGLE).locator(".ntrk-verdict")).to_have_count(0)
    expect(card_of(one, SINGLE).get_by_role("button", name="Check answer")).to_be_visible()


def by_widgets(pages):
    """(page, kinds of its widgets), the page with most kinds first."""
    kinds = {
        file: set(re.findall(r'data-ntrk-name="([^"]+)"', file.read_text(encoding="utf-8"))) for file in pages
    }
    return sorted(kinds.items(), key=lambda one: -len(one[1]))


@pytest.mark.parametrize("trouble", [FORBIDDEN, FULL], ids=["forbidden", "full"])
class TestStorageThatKeepsNothing:
    def test_search_and_theme_work(self, context, address, trouble):
        page = context.new_page()
        page.add_init_script(trouble)
        page.goto(address("index"))
        before = page.evaluate("document.documentElement.dataset.mode")
        page.locator(".theme-switch-button:visible").first.click()
        assert page.evaluate("document.documentElement.dataset.mode") != before
        page.locator(".search-button__button:visible, .search-button:visible").first.click()
        page.get_by_role("searchbox").locator("visible=true").fill("registrar")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search.html?q=registrar**")
        page.locator("#search-results li a").first.wait_for()

    def test_an_answer_is_graded_and_can_be_taken_along(self, context, address, trouble):
        page = context.new_page()
        page.add_init_script(trouble)
        page.goto(address(CHAPTER))
        card = card_of(page, SINGLE)
        press(card, SINGLE, right=True)
        expect(card.locator(".ntrk-verdict")).to_contain_text("Right.")

    def test_the_progress_page_claims_nothing(self, context, address, trouble):
        page = context.new_page()
        page.add_init_script(trouble)
        page.goto(address("book/progress"))
        expect(page.get_by_text("This browser keeps nothing of these pages")).to_be_visible()
        page.get_by_role("button", name="Save to a file").click()
        expect(page.get_by_text("There is nothing to save yet.")).to_be_visible()


@pytest.mark.parametrize(
    "trouble",
    [
        pytest.param(FORBIDDEN, id="forbidden"),
        pytest.param(FULL, id="full", marks=pytest.mark.thorough),
    ],
)
def test_every_widget_works_and_says_once_that_nothing_is_kept(context, address, pages, book, trouble):
    """Each kind of widget at least once: on the pages that show most of them."""
    page = context.new_page()
    page.add_init_script(trouble)
    seen = set()
    for file, kinds in by_widgets(pages):
        if kinds <= seen:
            continue
        page.goto(address(file.relative_to(book).with_suffix("").as_posix()))
        for widget in page.locator("[data-ntrk-model] > [data-widget]").all():
            seen.add(widget.get_attribute("data-widget"))
            expect(widget.get_by_text(LINE)).to_have_count(1)
            assert "stay in this browser" not in widget.inner_text()
        assert kinds <= seen
    assert len(seen) > 20


def load(page, tmp_path, content):
    file = tmp_path / "p.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    page.get_by_label("Load from a file").set_input_files(file)


def test_a_file_of_version_1_is_read_and_nothing_that_is_here_gets_worse(
    context, address, keep_answers, tmp_path
):
    page = context.new_page()
    page.goto(address("book/progress"))
    keep_answers(page, {SINGLE.id: True})
    other = BANK["03.chance-of-one"]
    old = {"answer": other.answer, "correct": True, "attempts": 1, "firstCorrect": True, "revealed": False}
    bad = {"answer": 0, "correct": False, "attempts": 1, "firstCorrect": False, "revealed": False}
    load(
        page,
        tmp_path,
        {
            "format": "reading-the-rare-progress",
            "version": 1,
            "values": {
                f"question/{other.id}": old,
                f"question/{SINGLE.id}": bad,
                "widget/case/A": {"taken": [0]},
            },
        },
    )
    expect(page.get_by_text("Loaded p.json: it added to 2 questions and 1 widget or case.")).to_be_visible()
    row = page.get_by_role("row").filter(has_text="03 ")
    assert row.get_by_role("cell").all_inner_texts()[0].startswith("2 of")
    load(
        page,
        tmp_path,
        {"format": "reading-the-rare-progress", "version": 1, "values": {f"question/{other.id}": old}},
    )
    expect(page.get_by_text("All that p.json holds was here already.")).to_be_visible()
    page.goto(address("notebooks/12_tumour_board"))
    expect(page.locator("[data-widget=case]").first).to_contain_text("You decided")


@pytest.mark.parametrize(
    "said",
    ["no-such-option", 0, None, ["x"]],
    ids=["a name it does not have", "a position", "nothing", "a list"],
)
def test_an_answer_that_the_question_does_not_have_is_refused(context, address, keep_answers, tmp_path, said):
    page = context.new_page()
    page.goto(address("book/progress"))
    keep_answers(page, {SINGLE.id: True})
    before = page.evaluate("id => ntrk.shared.store.read(`question/${id}`)", SINGLE.id)
    entry = {"log": [{"at": 3, "asked": graded(SINGLE)["asked"], "said": said}], "now": {}}
    load(
        page,
        tmp_path,
        {"format": "reading-the-rare-progress", "version": 2, "values": {f"question/{SINGLE.id}": entry}},
    )
    told = f"p.json was not loaded: its entry question/{SINGLE.id} holds an answer that the question does not have. Nothing was changed."
    expect(page.get_by_text(told)).to_be_visible()
    assert page.evaluate("id => ntrk.shared.store.read(`question/${id}`)", SINGLE.id) == before


def test_version_1_in_the_browser_is_read_and_carried_on(context, address):
    page = context.new_page()
    old = {
        "answer": graded(SINGLE)["names"].index(graded(SINGLE)["key"][0]),
        "correct": True,
        "attempts": 1,
        "firstCorrect": True,
        "revealed": False,
        "certainty": "3",
        "firstCertainty": "3",
    }
    page.goto(address("index"))
    page.evaluate(
        "([key, text]) => localStorage.setItem(key, text)", [f"ntrk:v1:question/{SINGLE.id}", json.dumps(old)]
    )
    page.goto(address(CHAPTER))
    card = card_of(page, SINGLE)
    expect(card.locator(".ntrk-verdict")).to_contain_text("Right.")
    expect(card).to_contain_text("Certainty mark: +3.")
    card.get_by_role("button", name="Try again").click()
    press(card, SINGLE, right=False)
    page.reload()
    expect(card_of(page, SINGLE).locator(".ntrk-verdict")).to_contain_text("Not right.")
    page.goto(address("book/progress"))
    assert page.get_by_role("row").filter(has_text="03 ").get_by_role("cell").all_inner_texts()[1] == "1"


def test_the_way_back_to_the_section_survives_a_browsers_translation(context, address):
    page = context.new_page()
    page.goto(address(CHAPTER))
    card = card_of(page, SINGLE)
    page.evaluate("""() => {
      const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) if (walker.currentNode.textContent.trim()) texts.push(walker.currentNode);
      for (const text of texts) {
        const font = document.createElement("font");
        const inner = font.appendChild(document.createElement("font"));
        inner.textContent = `[${text.textContent}]`;
        text.replaceWith(font);
      }
    }""")
    press(card, SINGLE, right=True)
    link = card.get_by_role("link", name=SINGLE.see)
    link.click()
    assert "#" in page.url and page.locator(page.url[page.url.index("#") :]).count() == 1
