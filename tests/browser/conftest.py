"""Chromium for the tests: a widget alone on the static host, or a page of the built book."""

import functools
import http.server
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, sync_playwright

from ntrkcourse.browser import FLAGS, find_chromium
from ntrkcourse.publish.places import models_json, place_html
from ntrkcourse.widgets import CourseWidget, assets

HOST = Path(__file__).parents[2] / "src/ntrkcourse/publish/static/host.js"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        yield browser
        browser.close()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture(scope="session")
def server(book: Path) -> Iterator[str]:
    """Address of the book over http."""
    handler = functools.partial(Quiet, directory=str(book))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()


class Strict:
    """A context whose pages may ask no other host, and whose every error and refused request is kept."""

    def __init__(self, context: BrowserContext, own: str, console: tuple[str, ...]) -> None:
        self.errors: list[str] = []
        self.levels = console
        self.context = context
        context.route("**/*", lambda route: self._decide(route, own))
        context.on("page", self._listen)

    def _decide(self, route: Route, own: str) -> None:
        if route.request.url.startswith((own, "blob:", "data:")):
            route.continue_()
        else:
            self.errors.append(f"asked another host: {route.request.url}")
            route.abort()

    def _listen(self, page: Page) -> None:
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
        opened.append(Strict(browser.new_context(**options), own, console))
        return opened[-1]

    yield make
    for one in opened:
        one.context.close()
        assert one.errors == []


@pytest.fixture
def open_widget(strict: Callable[..., Strict], tmp_path: Path) -> Callable[..., Page]:
    """``open_widget(widget, width=800)``: a page from ``file://`` with this widget alone, alive."""

    def open_one(widget: CourseWidget, width: int = 800) -> Page:
        file = tmp_path / "page.html"
        style = assets.style_source(widget.name)
        script = assets.shared_page_script() + HOST.read_text() + assets.page_script(widget.name)
        file.write_text(
            '<!doctype html><html lang="en"><meta charset="utf-8"><title>Widget</title>'
            f"<style>{style}</style><main><h1>Widget</h1>{place_html(widget.name, 'one', widget.data)}</main>"
            f'<script type="application/json" id="ntrk-models">{models_json({"one": widget.data})}</script>'
            f"<script>{script}</script></html>",
            encoding="utf-8",
        )
        context = strict(file.as_uri(), viewport={"width": width, "height": 900}).context
        page = context.new_page()
        page.goto(file.as_uri())
        page.locator(f'[data-widget="{widget.name}"]').wait_for()
        return page

    return open_one


@pytest.fixture
def remember() -> Callable[[Page, str, str], None]:
    """``remember(page, key, text)``: opens the page again in a browser that remembers ``text`` under ``key``."""

    def remember_one(page: Page, key: str, text: str) -> None:
        # Set before the widget reads it: what the page itself stores just before a reload can get lost.
        page.add_init_script(f"localStorage.setItem({json.dumps(key)}, {json.dumps(text)})")
        page.reload()
        page.locator("[data-widget]").first.wait_for()
        assert page.evaluate("key => localStorage.getItem(key)", key) == text

    return remember_one
