"""A page of a class's book, and what a learner does on it."""

from pathlib import Path

from browsing import STATIC, answer_to
from playwright.sync_api import Locator, Page, expect

from ntrkcourse.content.interface import interface_words
from ntrkcourse.content.questions import load_questions
from ntrkcourse.publish.places import models_json, place_html
from ntrkcourse.widgets import join
from ntrkcourse.widgets.quiz import quiz

WORDS = interface_words()["class"]
QUIZ = interface_words()["quiz"]
IDS = [one.id for one in load_questions().values() if one.kind == "single" and one.use == "chapter"][:3]


def write_page(file: Path) -> None:
    """A page of the book with a quiz, a class's script, and a text that the commitment opens."""
    data = quiz(*IDS).data
    scripts = [
        join.shared_page_script(),
        *((STATIC / f"{name}.js").read_text("utf-8") for name in ("host", "class", "lessons")),
        join.page_script("quiz"),
    ]
    styles = join.style_source("quiz") + (STATIC / "class.css").read_text("utf-8")
    reveal = '<details class="reveal"><summary class="sd-summary-text">Why</summary><p>The text that answers.</p></details>'
    file.write_text(
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{styles}</style><main><h1>Page</h1>{place_html('quiz', 'one', data)}{reveal}</main>"
        f'<script type="application/json" id="ntrk-models">{models_json({"one": data})}</script>'
        f"<script>{''.join(scripts)}</script></html>",
        encoding="utf-8",
    )


def bar(page: Page) -> Locator:
    return page.locator(".class-bar")


def press(page: Page, name: str) -> None:
    bar(page).get_by_role("button", name=WORDS[name], exact=True).click()


def card(page: Page, at: int) -> Locator:
    return page.locator(f'[data-question="{IDS[at]}"]')


def choice(at: int, right: bool) -> str:
    return str(answer_to(load_questions()[IDS[at]], right))


def answer(page: Page, at: int, right: bool = True, sure: str = "") -> None:
    one = card(page, at)
    one.locator(f'input[value="{choice(at, right)}"]').check()
    if sure:
        one.get_by_label(QUIZ[sure], exact=True).check()
    one.get_by_role("button", name=QUIZ["check"], exact=True).click()


def verdict(page: Page, at: int) -> Locator:
    return card(page, at).locator(".ntrk-verdict")


def waits(page: Page, n: int) -> None:
    text = WORDS["waiting_one"] if n == 1 else WORDS["waiting_many"].replace("{n}", str(n))
    expect(bar(page)).to_contain_text(text)


def nothing_waits(page: Page) -> None:
    expect(bar(page)).not_to_contain_text("to be sent")
