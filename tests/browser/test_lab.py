"""Chapters in a real JupyterLab, opened as ``start.py lab`` opens them."""

import contextlib
import itertools
import json
import re
import shutil
import socket
import subprocess
import threading
import time
import uuid

import pytest
from browsing import Strict
from playwright.sync_api import Error, TimeoutError, expect

from ntrkcourse.content.cases import load_cases
from ntrkcourse.content.facts import load_facts
from ntrkcourse.content.inline import plain
from ntrkcourse.content.location import notebooks_folder
from ntrkcourse.content.questions import load_questions
from ntrkcourse.lab import launch
from ntrkcourse.lab.models import saved_models, shown
from ntrkcourse.widgets.grading import graded

CHAPTERS = ("03_how_rare", "06_positive_test", "12_tumour_board")
MINE = "6 * 7 * 1000"
OPENED = ".jp-Notebook .jp-MarkdownCell h1"
# JupyterLab draws a cell when it has nothing else to do.
NOTHING_ELSE_TO_DO = """() => new Promise((done) => requestAnimationFrame(() =>
  requestIdleCallback(() => done(true), { timeout: 2000 })))"""


class Lab:
    """JupyterLab on copies of some chapters, which can be stopped and started again."""

    def __init__(self, root):
        self.notebooks, self.copies = root / "notebooks", root / "lab"
        self.notebooks.mkdir()
        for name in CHAPTERS:
            shutil.copy(notebooks_folder() / f"{name}.ipynb", self.notebooks)

    def start(self, refresh=True):
        if refresh:
            launch.refresh(self.copies, self.notebooks)
        line = launch.command(self.copies, self.notebooks, browser=False)
        self.process = subprocess.Popen(
            [*line, "--port=0", "--IdentityProvider.token=course"],
            cwd=self.copies,
            env=launch.environment(self.copies),
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        said = []
        for one in self.process.stderr:
            said.append(one)
            found = re.search(r"(http://127\.0\.0\.1:\d+)/lab", one)
            if found:
                self.address = found[1]
                self.await_listening()
                # Nobody else empties the pipe, and a full one would stop the server.
                self.emptying = threading.Thread(target=self.process.stderr.read, daemon=True)
                self.emptying.start()
                return
        raise AssertionError(f"JupyterLab did not start: {''.join(said)}")

    def await_listening(self):
        """It names its address before it listens there."""
        port = int(self.address.rpartition(":")[2])
        while self.process.poll() is None:
            with (
                contextlib.suppress(ConnectionRefusedError),
                socket.create_connection(("127.0.0.1", port), timeout=60),
            ):
                return
        raise AssertionError("JupyterLab ended")

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=30)
        self.emptying.join()
        self.process.stderr.close()

    def saved(self, name):
        return json.loads((self.copies / f"{name}.ipynb").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    one = Lab(tmp_path_factory.mktemp("lab"))
    one.start()
    yield one
    one.stop()


@pytest.fixture(scope="module")
def open_chapter(lab, browser):
    """``open_chapter(name)``: the chapter in a JupyterLab of its own, which stays open for the tests that come after."""
    # JupyterLab's extensions log their own affairs, some of them as errors.
    context = browser.new_context(viewport={"width": 1200, "height": 1000})
    listening = Strict(context, "http://127.0.0.1:", console=())
    pages = {}

    def open_one(name, ready=OPENED):
        if name not in pages or pages[name].is_closed():
            page = pages[name] = context.new_page()
            # A workspace of its own, else JupyterLab opens what other tests left open.
            workspace = f"{lab.address}/lab/workspaces/{uuid.uuid4().hex}"
            page.goto(f"{workspace}/tree/{name}.ipynb?token=course")
            page.locator(ready).first.wait_for(state="attached", timeout=60_000)
        pages[name].bring_to_front()
        return pages[name]

    yield open_one
    context.close()
    assert listening.errors == [], listening.errors


def scrolled_past(page):
    """Scrolls through the chapter, round and round: JupyterLab draws cells a moment after they come into view.

    A screen at a time, since on a busy machine each takes its seconds to be drawn. JupyterLab's widget manager gives up
    the saved widgets without a word where the kernel, which it asks first, fails it; a reader then loads the page again.
    """
    for again in (True, False):
        panel, end = page.locator(".jp-WindowedPanel-outer").first, time.monotonic() + 120
        for step in itertools.count():
            yield
            if time.monotonic() > end:
                break
            panel.evaluate(
                "(panel, step) => panel.scrollTo(0, (step * panel.clientHeight) % panel.scrollHeight)", step
            )
            page.wait_for_function(NOTHING_ELSE_TO_DO)
        if again:
            page.reload()
            page.locator(OPENED).first.wait_for(state="attached", timeout=60_000)


def scroll_to(page, locator):
    """The first of these, in view."""
    for _ in scrolled_past(page):
        if locator.count():
            try:
                locator.first.scroll_into_view_if_needed(timeout=5000)
                return locator.first
            except Error:
                # Its cell was drawn anew meanwhile.
                continue
    outputs = page.locator(".jp-OutputArea-output").all_inner_texts()
    raise AssertionError(f"the widget was not found in the chapter, which shows {outputs}")


def follow(page, link):
    """Press a link until its page is open: JupyterLab draws a cell's text anew when its links are resolved."""
    for _ in range(6):
        try:
            scroll_to(page, link).click(timeout=5000)
            page.locator(".jp-MarkdownViewer").wait_for(timeout=5000)
            return
        except TimeoutError:
            continue
    raise AssertionError("the link opens nothing")


def views(notebook):
    return [name for cell in notebook["cells"] for name in shown(cell)]


def is_save(response):
    return response.request.method == "PUT" and "/api/contents/" in response.url


def save(page, lab, name, as_wanted):
    """Save the chapter until the file is as wanted; returns it."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        # The server answers when the file is written; JupyterLab hears no key while it is busy with another save.
        try:
            with page.expect_response(is_save, timeout=2000):
                page.keyboard.press("Control+s")
        except TimeoutError:
            continue
        notebook = lab.saved(name)
        if as_wanted(notebook):
            return notebook
    raise AssertionError("the chapter was not saved as wanted")


def choose(page, menu, entry):
    page.get_by_role("menuitem", name=menu, exact=True).click()
    page.get_by_role("menuitem", name=entry, exact=True).click()


def write_cell(page, text):
    """Put a code cell below the first cell."""
    page.locator(".jp-Cell").first.click()
    page.keyboard.press("Escape")
    page.keyboard.press("b")
    page.keyboard.press("Enter")
    page.keyboard.type(text)
    page.keyboard.press("Escape")


def assert_drawn(page, notebook):
    """Every widget of the saved notebook is on the page, alive, once one has scrolled past it."""
    widgets = page.locator("[data-widget]")
    for _ in scrolled_past(page):
        if widgets.count() == len(views(notebook)):
            break
    expect(widgets).to_have_count(len(views(notebook)))
    expect(page.get_by_text("Error displaying widget")).to_have_count(0)


def test_a_quiz_is_answered_with_no_cell_run(open_chapter):
    page = open_chapter("03_how_rare")
    question = load_questions()["03.read-interval"]
    card = scroll_to(page, page.locator(f'[data-question="{question.id}"]'))
    card.locator(f'input[value="{graded(question)["key"][0]}"]').focus()
    page.keyboard.press("Space")
    card.get_by_role("button", name="Check answer").focus()
    page.keyboard.press("Enter")
    assert card.locator(".ntrk-verdict").inner_text().endswith("Right.")


def test_a_simulator_works(open_chapter):
    page = open_chapter("06_positive_test")
    widget = scroll_to(page, page.locator('[data-widget="strategy-simulator"]'))
    for legend in widget.locator("fieldset").all():
        legend.locator("[type=radio]").first.focus()
        page.keyboard.press("Space")
    widget.get_by_role("button", name=re.compile("^Commit")).press("Enter")
    widget.locator("[data-value]").first.wait_for()
    values = "root => [...root.querySelectorAll('[data-value]')].map((one) => one.dataset.value).join()"
    before = widget.evaluate(values)
    slider = widget.locator("input[type=range]:visible").first
    slider.press("ArrowRight")
    page.wait_for_function(
        f"([root, before]) => ({values})(root) !== before", arg=[widget.element_handle(), before]
    )


def test_code_is_folded_and_myst_is_rendered(open_chapter):
    page = open_chapter("03_how_rare")
    folded = page.locator(".jp-Cell.jp-CodeCell .jp-InputPlaceholder, .jp-Placeholder-content")
    expect(folded).not_to_have_count(0)
    expect(page.locator("text=:::{admonition} >> visible=true")).to_have_count(0)
    expect(page.get_by_text("If you have a patient now").filter(visible=True).first).to_be_visible()


def test_a_case_is_decided(open_chapter):
    one = load_cases()["A"]
    page = open_chapter("12_tumour_board")
    widget = scroll_to(page, page.locator('[data-widget="case"]'))
    choice = one.scene[0].choice[0]
    widget.get_by_role("radio", name=choice.text, exact=True).press("Space")
    widget.get_by_role("button", name="Decide").press("Enter")
    expect(widget.get_by_role("heading", name=one.scene[one.at(choice.to)].title, exact=True)).to_be_focused()
    assert f"day {choice.days}" in widget.inner_text()


def test_what_is_typed_stays_in_the_widget(open_chapter):
    # Letters such as b, d and x are commands of JupyterLab.
    page = open_chapter("03_how_rare")
    area = scroll_to(page, page.locator('[data-widget="own-sentence"]')).locator("textarea").first
    text = "bad dd xx aa: we looked, and found no change."
    area.press_sequentially(text)
    assert area.input_value() == text


def record_shown(page, fact):
    """The fact's record is open beside the chapter; then it is closed."""
    expect(page.locator(".jp-MarkdownViewer")).to_contain_text(plain(load_facts()[fact].claim))
    tab = page.locator(".jp-mod-current.lm-TabBar-tab")
    expect(tab).to_contain_text(".md")
    # What leads to another site leaves JupyterLab where it is.
    outside = page.locator('.jp-MarkdownViewer a[href^="http"]')
    assert {one.get_attribute("target") for one in outside.all()} == {"_blank"}
    tab.locator(".lm-TabBar-tabCloseIcon").click()
    expect(page.locator(".jp-MarkdownViewer")).to_have_count(0)


def test_a_figure_in_the_text_leads_to_its_record(open_chapter):
    page = open_chapter("03_how_rare")
    links = page.locator('.jp-MarkdownCell a[href*="/evidence/"] >> visible=true')
    fact = re.search(r"/evidence/(.+)\.md", scroll_to(page, links).get_attribute("href"))[1]
    follow(page, links)
    record_shown(page, fact)


def test_a_figure_in_a_widget_leads_to_its_record(open_chapter):
    page = open_chapter("03_how_rare")
    link = scroll_to(page, page.locator("[data-widget] a.fact-link"))
    link.focus()
    page.keyboard.press("Enter")
    record_shown(page, link.get_attribute("data-fact"))


def test_links_to_sections_and_pages_lead_there(open_chapter):
    page = open_chapter("12_tumour_board")
    # Of the text; a heading's own link leads to itself.
    links = page.locator('.jp-MarkdownCell a[href^="#"]:not(:is(h1, h2, h3, h4) *)')
    scroll_to(page, links)
    for place in {link.get_attribute("href")[1:] for link in links.all()}:
        scroll_to(page, page.locator(f"[id='{place}']"))
    follow(page, page.get_by_role("link", name="The tumour board on paper"))
    expect(page.locator(".jp-MarkdownViewer")).to_contain_text("python3 start.py book")


def test_an_untrusted_chapter_shows_what_can_be_read_and_folds_the_answers(lab, open_chapter):
    notebook = lab.saved("03_how_rare")
    notebook["cells"][0]["source"] = ["# Changed elsewhere"]
    (lab.copies / "untrusted.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    page = open_chapter("untrusted", ready=".jp-OutputArea-output")
    question = load_questions()["03.read-interval"]
    output = page.locator(".jp-OutputArea-output").filter(has_text=plain(question.stem))
    scroll_to(page, output)
    expect(output).to_contain_text(plain(question.option[0].text), use_inner_text=True)
    answer = output.get_by_text(plain(question.option[0].feedback))
    expect(answer).to_be_hidden()
    output.get_by_text("Answer and why").click()
    expect(answer).to_be_visible()
    expect(page.get_by_text("object at 0x")).to_have_count(0)
    expect(page.locator("[data-widget]")).to_have_count(0)


def test_a_second_view_follows_and_cannot_change_the_first_answer(open_chapter):
    page = open_chapter("03_how_rare")
    # Another than the one that is answered above.
    question = load_questions()["03.zero-seen"]
    cards = page.locator(f'[data-question="{question.id}"]')
    first = scroll_to(page, cards)
    first.click(button="right", position={"x": 5, "y": 5})
    page.get_by_role("menuitem", name="Create New View for Cell Output").click()
    expect(cards).to_have_count(2)
    names = dict(zip((option.correct for option in question.option), graded(question)["names"], strict=True))
    views = [cards.nth(number) for number in (0, 1)]
    views[0].locator(f'input[value="{names[False]}"]').check()
    views[0].get_by_role("button", name="Check answer").press("Enter")
    expect(views[1].locator(".ntrk-verdict")).to_have_text("Not right.")
    views[1].get_by_role("button", name="Try again").press("Enter")
    views[1].locator(f'input[value="{names[True]}"]').check()
    views[1].get_by_role("button", name="Check answer").press("Enter")
    expect(views[0].locator(".ntrk-verdict")).to_have_text("Right.")
    kept = page.evaluate("id => JSON.parse(localStorage.getItem(`ntrk:v2:question/${id}`))", question.id)
    assert len(kept["log"]) == 2 and kept["log"][0]["said"] == names[False]


def test_widgets_outlive_run_all_saving_and_a_restart(lab, open_chapter):
    name = "06_positive_test"
    before = lab.saved(name)
    page = open_chapter(name)
    # Saved with nothing run: the widgets are in the file and in no kernel.
    write_cell(page, MINE)
    edited = save(page, lab, name, lambda one: any(MINE in cell["source"] for cell in one["cells"]))
    assert set(views(before)) == set(views(edited)) <= saved_models(edited).keys()
    choose(page, "Run", "Run All Cells")
    ran = save(page, lab, name, lambda one: views(one) and not set(views(one)) & set(views(before)))
    page.close()
    lab.stop()
    lab.start(refresh=False)
    page = open_chapter(name)
    assert_drawn(page, ran)
    expect(page.get_by_text(str(6 * 7 * 1000))).to_be_visible()
    # Cleared, the next start brings them back.
    choose(page, "Edit", "Clear Outputs of All Cells")
    save(page, lab, name, lambda one: not views(one))
    page.close()
    lab.stop()
    lab.start()
    again = lab.saved(name)
    assert any(MINE in cell["source"] for cell in again["cells"])
    assert_drawn(open_chapter(name), again)
