"""Chromium for the tests: a widget alone on the static host, or a page of the built book."""

import contextlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request, sync_playwright

from ntrkcourse.browser import FLAGS, find_chromium
from ntrkcourse.content.inline import plain
from ntrkcourse.content.questions import Question, load_questions
from ntrkcourse.publish.places import models_json, place_html
from ntrkcourse.publish.server import BookServer
from ntrkcourse.widgets import CourseWidget, join
from ntrkcourse.widgets.grading import graded

STATIC = Path(__file__).parents[1] / "src/ntrkcourse/publish/static"
# By the browser itself: a page that the tests would answer for request by request keeps nothing in its cache.
NO_OTHER_HOST = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
# A browser that lets no page keep anything.
FORBIDDEN = """for (const name of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(window, name, { get() { throw new DOMException("no", "SecurityError"); }, configurable: true });
}"""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=[*FLAGS, NO_OTHER_HOST])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """``serve(folder)``: its address over http."""
    with contextlib.ExitStack() as running:
        yield lambda folder: running.enter_context(BookServer(folder)).address


@pytest.fixture(scope="session")
def server(book: Path, serve: Callable[[Path], str]) -> str:
    """Address of the book over http."""
    return serve(book)


class Strict:
    """A context whose pages may ask no other host, and whose every error and refused request is kept.

    ``console`` are the levels of messages that count as errors; with none, the pages are another program's.
    """

    def __init__(self, context: BrowserContext, own: str, console: tuple[str, ...]) -> None:
        self.errors: list[str] = []
        self.levels = console
        self.context = context
        context.on("request", lambda request: self._own_alone(request, own))
        context.on("page", self._listen)
        if own.startswith("file:"):
            context.on("page", reload_keeping)

    def _own_alone(self, request: Request, own: str) -> None:
        if not request.url.startswith((own, "blob:", "data:")):
            self.errors.append(f"asked another host: {request.url}")

    def _listen(self, page: Page) -> None:
        if not self.levels:
            # Another program's page: what it says, throws and fails to fetch is its own affair. The course's modules are
            # read from blobs there.
            page.on(
                "pageerror", lambda e: "blob:" in (e.stack or "") and self.errors.append(f"{e}\n{e.stack}")
            )
            return
        page.on("console", lambda m: m.type in self.levels and self.errors.append(m.text))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("requestfailed", self._failed)
        page.on("response", lambda r: r.status >= 400 and self.errors.append(f"{r.status}: {r.url}"))

    def _failed(self, request: Request) -> None:
        # A request that the next page cut short has not failed.
        if request.failure != "net::ERR_ABORTED":
            self.errors.append(f"{request.failure}: {request.url}")


@pytest.fixture
def strict(browser: Browser) -> Iterator[Callable[..., Strict]]:
    """``strict(own, **context options)``; after the test no page may have logged an error."""
    opened: list[Strict] = []

    def make(own: str, console: tuple[str, ...] = ("error", "warning"), **options: object) -> Strict:
        # Playwright waits for an expression by evaluating it in the page, which the pages' policy forbids; tests of the
        # policy itself leave it in force.
        opened.append(Strict(browser.new_context(**{"bypass_csp": True, **options}), own, console))
        return opened[-1]

    yield make
    for one in opened:
        one.context.close()
        assert one.errors == [], one.errors


def reload_keeping(page: Page) -> None:
    """From a folder Chromium can lose what was stored just before a reload: the page then stores it again."""
    load = page.reload

    def reload(**options: Any) -> Any:
        kept = page.evaluate("({ ...localStorage })")
        load(**options)
        if page.evaluate("({ ...localStorage })") != kept:
            page.evaluate(
                "kept => { for (const [key, text] of Object.entries(kept)) localStorage.setItem(key, text); }",
                kept,
            )
            load(**options)

    page.reload = reload  # type: ignore[method-assign]


def write_page(file: Path, widget: CourseWidget) -> None:
    """A page with this widget alone."""
    own = "".join((STATIC / f"{name}.js").read_text(encoding="utf-8") for name in ("host", "lessons"))
    script = join.shared_page_script() + own + join.page_script(widget.name)
    file.write_text(
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Widget</title>'
        f"<style>{join.style_source(widget.name)}</style>"
        f"<main><h1>Widget</h1>{place_html(widget.name, 'one', widget.data)}</main>"
        f'<script type="application/json" id="ntrk-models">{models_json({"one": widget.data})}</script>'
        f"<script>{script}</script></html>",
        encoding="utf-8",
    )


@pytest.fixture(scope="session")
def made_pages(
    tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]
) -> Callable[[Path], str]:
    """``made_pages(file)``: address over http of a page that a test has made."""
    folder = tmp_path_factory.getbasetemp()
    address = serve(folder)
    return lambda file: f"{address}/{file.relative_to(folder).as_posix()}"


@pytest.fixture
def open_widget(
    strict: Callable[..., Strict], tmp_path: Path, made_pages: Callable[[Path], str]
) -> Callable[..., Page]:
    """``open_widget(widget, width=800)``: a page with this widget alone, alive; ``folder=True`` opens it from ``file://``.

    From a folder Chromium can lose, on its way to other tabs and to the next load, what a page has stored.
    """

    def open_one(widget: CourseWidget, width: int = 800, folder: bool = False) -> Page:
        file = tmp_path / "page.html"
        write_page(file, widget)
        address = file.as_uri() if folder else made_pages(file)
        page = strict(address, viewport={"width": width, "height": 900}).context.new_page()
        page.goto(address)
        page.locator(f'[data-widget="{widget.name}"]').wait_for()
        return page

    return open_one


@pytest.fixture
def open_again(tmp_path: Path) -> Callable[[Page, CourseWidget], None]:
    """``open_again(page, widget)``: the page of ``open_widget`` built anew, in a browser that remembers the old one."""

    def open_one_again(page: Page, widget: CourseWidget) -> None:
        write_page(tmp_path / "page.html", widget)
        page.reload()
        page.locator("[data-widget]").first.wait_for()

    return open_one_again


@pytest.fixture
def remember() -> Callable[[Page, str, str], None]:
    """``remember(page, key, text)``: opens the page again in a browser that remembers ``text`` under ``key``."""

    def remember_one(page: Page, key: str, text: str) -> None:
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
        page.reload()
        page.locator("[data-widget]").first.wait_for()
        assert page.evaluate("key => localStorage.getItem(key)", key) == text

    return remember_one


@pytest.fixture(name="answer_to")
def answer_to_fixture() -> Callable[[Question, bool], object]:
    """``answer_to(question, right)``."""
    return answer_to


def answer_to(question: Question, right: bool) -> object:
    """A right or a wrong answer, as it is kept: the names of what was chosen."""
    about = graded(question)
    if question.kind == "numeric":
        return question.answer if right else question.answer + 10 * question.tolerance + 1
    if question.kind == "match":
        partners = about["key"] if right else about["key"][1:] + about["key"][:1]
        return dict(zip(about["rows"], partners, strict=True))
    if question.kind == "order":
        return about["key"] if right else about["key"][::-1]
    wrong = [name for name in about["names"] if name not in about["key"]]
    if question.kind == "single":
        return about["key"][0] if right else wrong[0]
    return sorted(about["key"]) if right else wrong[:1]


@pytest.fixture
def keep_answers() -> Callable[[Page, Mapping[str, bool]], None]:
    """``keep_answers(page, {"03.x": True})``: the browser holds a first answer to each, right or wrong."""

    def keep(page: Page, answers: Mapping[str, bool]) -> None:
        entries = first_answers(answers)
        assert page.evaluate("entries => ntrk.shared.store.take(entries).stored", entries)

    return keep


SAT = 1_750_000_000_000
"""When the first sitting of the tests ended; each other a day later."""


def sat(sitting: int, form: str, answers: Mapping[str, bool], sure: str | None = None) -> dict[str, Any]:
    """What the browser keeps of a sitting that has ended with these answers, right or wrong."""
    bank = load_questions()
    said = {
        name: {
            "asked": graded(bank[name])["asked"],
            "said": answer_to(bank[name], right),
            **({"sure": sure} if sure else {}),
        }
        for name, right in answers.items()
    }
    act = {"at": SAT + 86_400_000 * sitting, "asked": form, "said": said}
    return {f"widget/sittings/{sitting}": {"log": [act], "now": {}}}


def take(page: Page, entries: Mapping[str, Any]) -> None:
    """The browser holds these entries too, as from a saved file."""
    assert page.evaluate("entries => ntrk.shared.store.take(entries).stored", entries)


def first_answers(answers: Mapping[str, bool]) -> dict[str, object]:
    """What a browser's store takes for a first answer to each question, right or wrong."""
    bank = load_questions()
    entries: dict[str, object] = {}
    for number, (name, right) in enumerate(answers.items()):
        said = answer_to(bank[name], right)
        act = {"at": 1_700_000_000_000 + number, "asked": graded(bank[name])["asked"], "said": said}
        entries[f"question/{name}"] = {"log": [act], "now": {}}
    return entries


def press_choice(card: Locator, question: Question, right: bool) -> None:
    """Answer one question by keyboard alone."""
    page = card.page
    if question.option:
        about = graded(question)
        wanted = [name for name in about["names"] if (name in about["key"]) == right]
        # By name: each attempt has them in another order.
        for name in wanted[:1] if question.kind == "single" else wanted:
            card.locator(f'input[value="{name}"]').focus()
            page.keyboard.press("Space")
    elif question.kind == "numeric":
        card.get_by_role("textbox").focus()
        page.keyboard.type(f"{question.answer:g}" if right else "-987654")
    elif question.kind == "order":
        _order_by_keyboard(card, question, right)
    else:
        for number, select in enumerate(card.locator("select").all()):
            partner = question.pair[number if right else (number + 1) % len(question.pair)].right
            select.focus()
            # Typing chooses in a native list; the driver's shorthand for it.
            select.select_option(label=plain(partner))
    card.get_by_role("button", name="Check answer").focus()
    page.keyboard.press("Enter")


def _order_by_keyboard(card: Locator, question: Question, right: bool) -> None:
    wanted = [plain(item.text) for item in question.item]
    for place, text in enumerate(wanted):
        while card.locator("ol.ntrk-order > li > span:first-child").nth(place).inner_text() != text:
            card.get_by_role("button", name=f"Move up: {text}", exact=True).focus()
            card.page.keyboard.press("Enter")
    if not right:
        card.get_by_role("button", name=f"Move down: {wanted[0]}", exact=True).focus()
        card.page.keyboard.press("Enter")
