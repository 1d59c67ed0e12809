"""A quiz and a simulator in a real JupyterLab, opened as ``start.py lab`` opens it."""

import re
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from ntrkcourse import lab
from ntrkcourse.content.cases import load_cases
from ntrkcourse.content.questions import load_questions


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """Address of a JupyterLab with the course's settings, and its token."""
    folder = tmp_path_factory.mktemp("lab")
    patch = pytest.MonkeyPatch()
    patch.setattr(lab, "COPIES", folder)
    patch.setattr(lab, "MADE", folder / ".made.json")
    patch.setattr(lab, "CONFIG", folder / ".config")
    patch.setattr(lab, "SETTINGS", folder / ".config" / "settings")
    assert lab.refresh() == ""
    command = [*lab.command(browser=False), "--allow-root", "--port=0", "--IdentityProvider.token=course"]
    process = subprocess.Popen(
        command, cwd=folder, env=lab.environment(), stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )
    for line in process.stderr:
        found = re.search(r"(http://127\.0\.0\.1:\d+)/lab", line)
        if found:
            yield found[1]
            break
    process.terminate()
    process.communicate(timeout=20)
    patch.undo()
    assert found, f"JupyterLab did not start: {sys.executable}"


@pytest.fixture
def open_chapter(server, strict):
    def open_one(name):
        # JupyterLab's extensions log their own affairs, some of them as errors.
        page = strict(server, console=(), viewport={"width": 1200, "height": 1000}).context.new_page()
        page.goto(f"{server}/lab/tree/{name}?token=course")
        # Attached and not yet in view: a chapter may begin with long text.
        page.locator("[data-widget]").first.wait_for(state="attached", timeout=60_000)
        return page

    return open_one


def scroll_to(page, locator):
    """JupyterLab draws cells as they come into view: scroll until this one is there."""
    panel = page.locator(".jp-WindowedPanel-outer").first
    for _ in range(60):
        if locator.count() and locator.first.is_visible():
            locator.first.scroll_into_view_if_needed()
            return locator.first
        panel.evaluate("panel => panel.scrollBy(0, 600)")
        page.wait_for_function("() => new Promise(done => requestAnimationFrame(() => done(true)))")
    raise AssertionError("the widget was not found in the chapter")


def test_a_quiz_is_answered_with_no_cell_run(open_chapter):
    page = open_chapter("03_how_rare.ipynb")
    question = load_questions()["03.read-interval"]
    card = scroll_to(page, page.locator(f'[data-question="{question.id}"]'))
    right = next(number for number, option in enumerate(question.option) if option.correct)
    card.locator(".ntrk-option input").nth(right).focus()
    page.keyboard.press("Space")
    card.get_by_role("button", name="Check answer").focus()
    page.keyboard.press("Enter")
    assert card.locator(".ntrk-verdict").inner_text().endswith("Right.")


def test_a_simulator_works(open_chapter):
    page = open_chapter("06_positive_test.ipynb")
    widget = scroll_to(page, page.locator('[data-widget="strategy-simulator"]'))
    for legend in widget.locator("fieldset").all():
        legend.locator("[type=radio]").first.focus()
        page.keyboard.press("Space")
    widget.get_by_role("button", name=re.compile("^Commit")).press("Enter")
    widget.locator("[data-value]").first.wait_for()
    before = widget.locator("[data-value]").first.get_attribute("data-value")
    slider = widget.locator("input[type=range]").first
    slider.focus()
    page.keyboard.press("ArrowRight")
    expect(widget.locator("[data-value]").first).not_to_have_attribute("data-value", before)


def test_code_is_folded_and_myst_is_rendered(open_chapter):
    page = open_chapter("03_how_rare.ipynb")
    assert page.locator(".jp-Cell.jp-CodeCell .jp-InputPlaceholder, .jp-Placeholder-content").count() > 0
    expect(page.locator("text=:::{admonition} >> visible=true")).to_have_count(0)
    expect(page.get_by_text("If you have a patient now").filter(visible=True).first).to_be_visible()


def test_a_case_is_decided(open_chapter):
    one = load_cases()["A"]
    page = open_chapter("12_tumour_board.ipynb")
    widget = scroll_to(page, page.locator('[data-widget="case"]'))
    choice = one.scene[0].choice[0]
    widget.get_by_role("radio", name=choice.text, exact=True).press("Space")
    widget.get_by_role("button", name="Decide").press("Enter")
    expect(widget.get_by_role("heading", name=one.scene[one.at(choice.to)].title, exact=True)).to_be_focused()
    assert f"day {choice.days}" in widget.inner_text()


def test_what_is_typed_stays_in_the_widget(open_chapter):
    # Letters such as b, d and x are commands of JupyterLab.
    page = open_chapter("10_talking.ipynb")
    area = scroll_to(page, page.locator('[data-widget="say-it-plainly"]')).locator("textarea")
    text = "bad dd xx aa: we looked, and found no change."
    area.press_sequentially(text)
    assert area.input_value() == text
