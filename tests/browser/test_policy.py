"""The policy under which every page runs: it is there, it is kept to, and it stops what it is for."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ntrkcourse.publish import LITE
from ntrkcourse.publish.policy import policy, policy_of_notes

KEEPS = """addEventListener("securitypolicyviolation",
  ({ effectiveDirective, blockedURI, sample }) => { (window.violations ??= []).push([effectiveDirective, blockedURI, sample]); });"""
META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)" ?/?>')
# Of a script element, what says that it is data.
DATA = re.compile(r'type="application/(?:ld\+)?json"')


@pytest.fixture(params=["http", "file"])
def visit(
    request: pytest.FixtureRequest, browser: Browser, book: Path, server: str
) -> Iterator[Callable[[str], Page]]:
    """``visit(address in the book)``, under the policy; at the end no page may have offended against it."""
    root = server if request.param == "http" else book.as_uri()
    context = browser.new_context(viewport={"width": 360, "height": 780})
    context.add_init_script(KEEPS)
    visited = []

    def one(address: str) -> Page:
        page = context.new_page()
        page.goto(f"{root}/{address}")
        visited.append(page)
        return page

    yield one
    for page in visited:
        assert page.evaluate("window.violations ?? []") == [], page.url
    context.close()


def test_every_page_has_the_policy_and_no_script_of_its_own(book: Path) -> None:
    for file in (one for one in book.rglob("*.html") if not one.is_relative_to(book / LITE)):
        text = file.read_text(encoding="utf-8")
        found = META.findall(text)
        assert len(found) == 1 and "script-src 'self'" in found[0], f"{file}: no policy, or two"
        assert text.index("Content-Security-Policy") < text.index("<script"), (
            f"{file}: a script stands before the policy"
        )
        for tag in re.findall(r"<script\b[^>]*>", text):
            assert "src=" in tag or DATA.search(tag), f"{file}: {tag} stands in the page"
        assert not re.findall(r"<[a-z][^>]*\son[a-z]+=", text), f"{file}: an attribute that is a script"
        assert "javascript:" not in text


def test_pages_keep_to_it_while_their_lessons_are_opened(
    visit: Callable[[str], Page], book: Path, some_pages: list[Path]
) -> None:
    for file in some_pages:
        page = visit(f"{file.relative_to(book).as_posix()}?whole")
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    page = visit("search.html?q=registrar")
    expect(page.locator("#search-results li a").first).to_be_visible()
    page = visit("notebooks/00_start.html")
    page.locator(".theme-switch-button").click()
    page.get_by_role("button", name="Menu").click()


def test_the_speakers_window_runs_under_the_policy_of_its_deck(
    visit: Callable[[str], Page], book: Path
) -> None:
    deck = min((book / "slides").glob("05-*.html"))
    page = visit(f"slides/{deck.name}")
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    window = opened.value
    expect(window.locator(".speaker-controls-notes, #speaker-controls")).not_to_have_count(0)
    # What tells the window its first notes is the script in it.
    expect(window.locator(".clock-value, .clock")).not_to_have_count(0)


@pytest.mark.parametrize(
    ("attempt", "directive"),
    [
        (
            "const s = document.createElement('script'); s.textContent = 'window.ran = true'; document.head.append(s);",
            "script-src-elem",
        ),
        (
            "document.body.insertAdjacentHTML('beforeend', '<img src=\"data:,\" onerror=\"window.ran = true\">');",
            "script-src-attr",
        ),
        ("setTimeout('window.ran = true');", "script-src"),
        (
            "const s = document.createElement('script'); s.src = 'http://127.0.0.2/x.js'; document.head.append(s);",
            "script-src-elem",
        ),
        ("fetch('http://127.0.0.2/x').catch(() => {});", "connect-src"),
        ("new Image().src = 'http://127.0.0.2/x.png';", "img-src"),
        (
            "const f = document.createElement('iframe'); f.src = 'http://127.0.0.2/'; document.body.append(f);",
            "frame-src",
        ),
        (
            "const s = document.createElement('style'); s.textContent = 'p { color: red }'; document.head.append(s);",
            "style-src-elem",
        ),
    ],
)
def test_it_stops_what_it_is_for(browser: Browser, server: str, attempt: str, directive: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{server}/book/about.html")
    stopped = page.evaluate(
        f"""() => new Promise((resolve) => {{
          addEventListener("securitypolicyviolation", ({{ effectiveDirective }}) => resolve(effectiveDirective));
          {attempt}
          setTimeout(() => resolve("nothing was stopped"), 5000);
        }})"""
    )
    assert stopped == directive and page.evaluate("window.ran") is None
    context.close()


def test_a_script_without_a_page_in_it_is_named() -> None:
    with pytest.raises(ValueError, match="holds no page"):
        policy_of_notes("var notes = 1;")
    assert policy(scripts=["a"]) != policy(scripts=["b"]) != policy()
