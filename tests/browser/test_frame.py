"""The frame of every page, which is all beside its article: each control that one sees does what its name says.

The controls are found on the built pages. One of which EFFECTS knows nothing fails the tests by its name.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page

WIDTHS = [360, 768, 1280]
# From where on the theme shows the menu, and the contents, beside the article.
MENU_STANDS, CONTENTS_STAND = 960, 1200
SEARCH = "search.html?q=registrar"

# In the order of the page, each marked for `find`. A kind is the control's name, or of a link the place it stands in.
FOUND = """(within) => {
  const places = {"#pst-skip-link": "skip", "#search-results": "results",
    ".headerlink": "heading", ".left-prev": "previous", ".right-next": "next", "#page-menu": "menu of the page"};
  const named = (element) => (element.getAttribute("aria-label") ?? (element.textContent.trim() || element.title)).trim();
  const place = (link) => {
    const known = Object.keys(places).find((selector) => link.closest(selector));
    const nav = link.closest("nav");
    return known ? places[known] : nav
      ? named(document.getElementById(nav.getAttribute("aria-labelledby")) ?? nav).trim() : named(link);
  };
  window.marks ??= 0;
  return [...document.querySelectorAll(`${within} :is(a, button, input, select, textarea, summary, label, [tabindex])`)]
    .filter((element) => element.matches(".headerlink") || !element.closest("article.bd-article"))
    .filter((element) => element.matches("a, button, input, select, textarea, summary, label") || element.tabIndex >= 0)
    .map((element) => {
      element.dataset.found ??= String((window.marks += 1));
      const address = element.matches("a[href]:not([href^='javascript:'], [download])") ? element.href : "";
      const kind = address ? `link: ${place(element)}` : `${element.localName}: ${named(element)}`;
      const seen = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      return [element.dataset.found, kind, address, seen];
    });
}"""


def window(width: int) -> dict[str, object]:
    """A window of this width, with touch."""
    return {"viewport": {"width": width, "height": 800}, "has_touch": True}


class Control(NamedTuple):
    """A control of a page's frame: its mark, what kind it is of, where it leads if it is a link, whether one sees it."""

    mark: str
    kind: str
    address: str
    seen: bool


def controls(page: Page, within: str = "body") -> list[Control]:
    """Those that one sees."""
    return [control for control in all_controls(page, within) if control.seen]


def all_controls(page: Page, within: str = "body") -> list[Control]:
    return [Control(*found) for found in page.evaluate(FOUND, within)]


def find(page: Page, kind: str, within: str = "body") -> Locator:
    marks = [control.mark for control in controls(page, within) if control.kind == kind]
    assert marks, f"no {kind!r} in {page.url}"
    return page.locator(f"[data-found='{marks[0]}']")


def kinds(page: Page, within: str = "body") -> list[str]:
    return list(dict.fromkeys(control.kind for control in controls(page, within)))


def in_view(locator: Locator) -> None:
    """Waits until a part stands whole in the window; what comes in from the side takes a moment."""
    locator.wait_for()
    locator.page.wait_for_function(
        """(element) => {
          const { left, top, right, height } = element.getBoundingClientRect();
          return height > 0 && left >= 0 && top >= 0 && top < innerHeight && right <= innerWidth + 1;
        }""",
        arg=locator.element_handle(),
    )


# How a control is pressed


def tap(control: Locator) -> None:
    control.tap()


def keyboard(control: Locator) -> None:
    control.focus()
    assert control.evaluate("control => control === document.activeElement"), "it cannot be focused"
    control.page.keyboard.press("Enter")


USUAL = [(360, tap), (1280, keyboard)]


class Reader(NamedTuple):
    """A page, how its controls are pressed, and what was tried within the parts that open."""

    page: Page
    press: Callable[[Locator], None]
    tried: set[tuple[str, str]]

    def visit(self, address: str) -> None:
        self.page.goto(address, wait_until="domcontentloaded")
        if address.endswith(SEARCH):
            self.page.locator("#search-results li a").first.wait_for()

    def try_out(self, kind: str, within: str = "body") -> None:
        address = self.page.url
        try:
            effect_of(kind)(self, find(self.page, kind, within))
        except Exception as error:
            error.add_note(f"{kind}, in {address}, {self.page.viewport_size}, by {self.press.__name__}")
            raise


# What each does

Effect = Callable[[Reader, Locator], None]


def leads(reader: Reader, link: Locator) -> None:
    """To a page of the book, and to the place there that its address names; nothing lies over it."""
    address = link.evaluate("link => link.href")
    reader.press(link)
    reader.page.wait_for_url(address, wait_until="domcontentloaded")
    reader.page.wait_for_function(
        """(id) => {
          if (document.querySelector("dialog[open]")) return false;
          const top = (id ? document.getElementById(id) : document.body)?.getBoundingClientRect().top;
          return id ? top >= 0 && top < innerHeight : top === 0;
        }""",
        arg=unquote(urlsplit(address).fragment),
    )


def skips(reader: Reader, link: Locator) -> None:
    """Past the menu and the bar."""
    keyboard(link)
    reader.page.keyboard.press("Tab")
    assert reader.page.evaluate("!document.activeElement.closest('.bd-sidebar, .bd-header-article')")


def opens(part: str) -> Effect:
    """A part of the page, in view, whose own controls do what their names say."""

    def effect(reader: Reader, button: Locator) -> None:
        page, press, tried = reader
        address = page.url
        kind = next(one.kind for one in controls(page) if one.mark == button.get_attribute("data-found"))
        assert not page.locator(part).is_visible()
        press(button)
        in_view(page.locator(part))
        inner = kinds(page, part)
        assert inner, f"{kind} opens nothing that one could use"
        for each in inner:
            if (part, each) in tried:
                continue
            tried.add((part, each))
            if page.url != address or not page.locator(part).is_visible():
                reader.visit(address)
                press(find(page, kind))
                in_view(page.locator(part))
            reader.try_out(each, part)

    return effect


def opens_or_folds_the_menu(reader: Reader, button: Locator) -> None:
    page, press, _ = reader
    if page.viewport_size["width"] < MENU_STANDS:
        opens("dialog.bd-sidebar-primary[open]")(reader, button)
        return
    links, text = page.locator("#pst-primary-sidebar nav"), page.locator("main")
    before = text.bounding_box()["width"]
    assert links.is_visible() and button.get_attribute("aria-expanded") == "true"
    press(button)
    links.wait_for(state="hidden")
    assert button.get_attribute("aria-expanded") == "false"
    assert text.bounding_box()["width"] > before
    assert "button: Search" in kinds(page), "with the menu folded there is no search"
    press(button)
    links.wait_for()
    assert button.get_attribute("aria-expanded") == "true"


def opens_the_search(reader: Reader, button: Locator) -> None:
    """The dialog; on the search page, which has a field of its own, that field."""
    field = reader.page.locator("main form.bd-search input")
    if field.count():
        reader.press(button)
        assert field.evaluate("field => field === document.activeElement")
    else:
        opens("#pst-search-dialog[open]")(reader, button)


def searches(reader: Reader, field: Locator) -> None:
    field.fill("laboratory")
    field.press("Enter")
    reader.page.wait_for_url(re.compile(r"/search\.html\?q=laboratory#?$"), wait_until="domcontentloaded")
    reader.page.locator("#search-results li a").first.wait_for()


def closes(reader: Reader, button: Locator) -> None:
    reader.press(button)
    reader.page.wait_for_function("!document.querySelector('dialog[open]')")


def changes_the_colours(reader: Reader, button: Locator) -> None:
    """From the system's light theme to dark, to light for good, and back to the system's, each with an icon."""
    seen = []
    for _ in range(3):
        reader.press(button)
        seen.append(reader.page.evaluate("() => ({ ...document.documentElement.dataset })"))
        assert button.locator("i:visible").count() == 1
    assert [one["mode"] for one in seen] == ["dark", "light", "auto"]
    assert [one["theme"] for one in seen] == ["dark", "light", "light"]


def fills_the_screen(reader: Reader, button: Locator) -> None:
    reader.press(button)
    reader.page.wait_for_function("document.fullscreenElement === document.documentElement")
    reader.press(button)
    reader.page.wait_for_function("document.fullscreenElement === null")


def prints(reader: Reader, button: Locator) -> None:
    before = reader.page.evaluate("window.prints")
    reader.press(button)
    assert reader.page.evaluate("window.prints") == before + 1


def downloads_the_notebook(reader: Reader, link: Locator) -> None:
    with reader.page.expect_download() as download:
        reader.press(link)
    assert download.value.suggested_filename.endswith(".ipynb")
    assert json.loads(download.value.path().read_text(encoding="utf-8"))["cells"]


EFFECTS: dict[str, Effect] = {
    "link: skip": skips,
    "button: Menu": opens_or_folds_the_menu,
    "button: Contents of this page": opens("dialog.bd-sidebar-secondary[open]"),
    "button: Search": opens_the_search,
    "button: Close": closes,
    "button: Colours: light, dark or as the system": changes_the_colours,
    "button: Full screen": fills_the_screen,
    "button: Download or print": opens("#page-menu"),
    "button: Print": prints,
    "button: Print with answers": prints,
    "a: Notebook (.ipynb)": downloads_the_notebook,
    "input: Search this book...": searches,
}


def effect_of(kind: str) -> Effect:
    assert kind in EFFECTS or kind.startswith("link: "), f"nobody has said what {kind!r} does"
    return EFFECTS.get(kind, leads)


# The pages


class Surveyed(NamedTuple):
    """What one page's frame has at one width."""

    address: str
    width: int
    found: list[Control]
    home: bool


FOCUSED = """() => {
  for (const one of document.getAnimations()) one.finish();
  const focused = document.activeElement;
  if (focused === document.body) return ["", "body", true];
  const { left, top, right, bottom } = focused.getBoundingClientRect();
  const x = (left + right) / 2, y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
  const on = document.elementFromPoint(x, y);
  return [focused.dataset.found ?? "", focused.outerHTML.slice(0, 120),
    x >= 0 && x <= innerWidth && Boolean(on) && (focused.contains(on) || on.contains(focused))];
}"""

HOME_IN_VIEW = """() => [...document.querySelectorAll("a")].some((link) => {
  const { left, top, right, bottom } = link.getBoundingClientRect();
  const inside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && right > left;
  const seen = inside && link.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
  return seen && new URL(link.href).pathname === new URL(`${document.documentElement.dataset.content_root}index.html`,
    location.href).pathname;
})"""


Strict = Callable[..., object]


def open_window(strict: Strict, server: str, width: int, script: str = "") -> Page:
    """A page that counts what is sent to the printer, in place of the browser's own dialogue."""
    context = strict(server, **window(width)).context
    context.add_init_script(f"window.prints = 0; window.print = () => {{ window.prints += 1; }};{script}")
    context.set_default_timeout(5000)
    return context.new_page()


@pytest.fixture(scope="module")
def width_page(browser: Browser, book: Path) -> Iterator[Page]:
    context = browser.new_context(**window(WIDTHS[0]), bypass_csp=True)
    page = context.new_page()
    page.goto((book / "book/about.html").as_uri())
    yield page
    context.close()


@pytest.fixture(scope="module")
def survey(browser: Browser, book: Path, some_pages: list[Path]) -> list[Surveyed]:
    """Every page at every width, at rest and scrolled to its middle; also a search, and a page reached from its hit."""
    addresses = [file.relative_to(book).as_posix() for file in some_pages]
    context = browser.new_context(**window(WIDTHS[0]), bypass_csp=True)
    page = context.new_page()
    result = []
    # The longest pages first, so that of pages with the same controls the shortest is met last.
    for address in [*sorted(addresses, key=lambda one: -(book / one).stat().st_size), SEARCH]:
        page.goto(f"{book.as_uri()}/{address}")
        if address == SEARCH:
            page.locator("#search-results li a").first.wait_for()
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            page.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
            page.evaluate("for (const one of document.getAnimations()) one.finish()")
            result.append(Surveyed(address, width, all_controls(page), page.evaluate(HOME_IN_VIEW)))
    context.close()
    return result


def test_a_way_home_is_in_view_on_every_page_at_every_width(survey: list[Surveyed]) -> None:
    assert [(one.address, one.width) for one in survey if not one.home] == []


def test_every_control_of_every_page_is_known(survey: list[Surveyed]) -> None:
    for kind in {control.kind for one in survey for control in one.found}:
        effect_of(kind)


def test_every_link_of_every_frame_leads_to_a_place_of_the_book(survey: list[Surveyed], book: Path) -> None:
    @cache
    def ids(file: Path) -> set[str]:
        return set(re.findall(r'\bid="([^"]+)"', file.read_text(encoding="utf-8")))

    for address in {control.address for one in survey for control in one.found if control.address}:
        assert address.startswith(book.as_uri()), address
        parts = urlsplit(address)
        file = Path(unquote(parts.path))
        assert file.is_file(), address
        assert not parts.fragment or unquote(parts.fragment) in ids(file), address


# A phone by touch and a desk by key, each kind of control on two pages; under --thorough in every window by both, and
# a phone's and a desk's buttons on every page of a set of its own.
@pytest.mark.parametrize(
    ("width", "press", "most"),
    [
        *((width, press, 2) for width, press in USUAL),
        *(
            pytest.param(width, press, 1000 if (width, press) in USUAL else 2, marks=pytest.mark.thorough)
            for width in WIDTHS
            for press in (tap, keyboard)
        ),
    ],
)
def test_every_control_does_what_its_name_says(
    survey: list[Surveyed],
    strict: Strict,
    server: str,
    width: int,
    press: Callable[[Locator], None],
    most: int,
) -> None:
    """On one page, the shortest, of each set of controls that pages have at this width, until a kind was pressed often.

    Links, whose addresses are all looked up above, are followed on two pages.
    """
    sets = {
        frozenset((control.kind, control.seen) for control in one.found): one.address
        for one in survey
        if one.width == width
    }
    reader = Reader(open_window(strict, server, width), press, set())
    pressed: Counter[str] = Counter()
    for found, address in sets.items():
        for kind in sorted(kind for kind, seen in found if seen):
            if pressed[kind] < (2 if kind.startswith("link: ") else most):
                pressed[kind] += 1
                reader.visit(f"{server}/{address}")
                reader.try_out(kind)


def test_no_mark_of_a_search_stays_on_the_page_of_its_hit(strict: Strict, server: str) -> None:
    page = open_window(strict, server, WIDTHS[0])
    page.goto(f"{server}/{SEARCH}")
    page.locator("#search-results li a").first.press("Enter")
    page.wait_for_url(lambda address: "search.html" not in address)
    for _ in range(2):
        assert page.locator("span.highlighted").count() == 0
        page.goto(f"{server}/book/about.html")


@pytest.mark.parametrize("leave", ["Escape", "Close", "outside"])
@pytest.mark.parametrize("press", [tap, keyboard])
def test_what_opens_takes_the_focus_and_gives_it_back(
    strict: Strict, server: str, press: Callable[[Locator], None], leave: str
) -> None:
    page = open_window(strict, server, WIDTHS[0])
    page.goto(f"{server}/book/about.html")
    openers = [
        kind
        for kind in kinds(page)
        if kind in ("button: Menu", "button: Contents of this page", "button: Search")
    ]
    assert len(openers) == 3
    for kind in openers:
        button = find(page, kind)
        press(button)
        dialog = page.locator("dialog[open]")
        in_view(dialog)
        assert dialog.get_attribute("aria-label"), f"{kind} opens a dialog without a name"
        assert page.evaluate("document.activeElement.closest('dialog[open]') !== null")
        # Round the dialog, by way of the browser's own controls, and never behind it.
        for _ in range(3):
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.matches('body, dialog[open] *')")
        if leave == "Escape":
            page.keyboard.press("Escape")
        elif leave == "Close":
            press(find(page, "button: Close", "dialog[open]"))
        else:
            box = dialog.bounding_box()
            page.touchscreen.tap(355 if box["x"] == 0 else 5, 780)
        dialog.wait_for(state="detached")
        assert button.evaluate("button => button === document.activeElement"), f"{kind} loses the focus"


def test_a_place_of_the_contents_stays_where_tab_goes_on(strict: Strict, server: str) -> None:
    page = open_window(strict, server, WIDTHS[0])
    page.goto(f"{server}/book/about.html")
    find(page, "button: Contents of this page").press("Enter")
    in_view(page.locator("dialog[open]"))
    link = page.locator("dialog[open] nav a").nth(2)
    place = unquote(link.evaluate("link => link.hash"))
    link.press("Enter")
    page.wait_for_url(f"**{place}")
    page.keyboard.press("Tab")
    assert page.evaluate(
        "(place) => document.querySelector(place).compareDocumentPosition(document.activeElement) & (4 | 16)",
        place,
    )


@pytest.mark.parametrize("width", WIDTHS)
def test_what_tab_reaches_is_in_view(survey: list[Surveyed], strict: Strict, server: str, width: int) -> None:
    """All that one sees, and nothing that one does not; within the article other tests look."""
    page = open_window(strict, server, width)
    for address in ("index.html", "book/about.html", "genindex.html"):
        page.goto(f"{server}/{address}")
        expected = {one.mark for one in controls(page)}
        reached = set()
        while True:
            page.keyboard.press("Tab")
            mark, kind, seen = page.evaluate(FOCUSED)
            if kind == "body":
                break
            assert seen, f"{kind} has the focus and is out of view, in {address}"
            reached.add(mark)
        assert expected - reached == set(), [one for one in controls(page) if one.mark in expected - reached]


@pytest.mark.parametrize("width", [*range(320, 1400, 40), 959, 960, 991, 992, 1199, 1200])
def test_menu_contents_and_search_are_there_at_any_width(width_page: Page, width: int) -> None:
    page = width_page
    page.set_viewport_size({"width": width, "height": 800})
    page.evaluate("for (const one of document.getAnimations()) one.finish()")
    seen = set(kinds(page))
    assert "button: Menu" in seen and "button: Search" in seen and "link: Home" in seen
    assert ("link: Main" in seen) == (width >= MENU_STANDS)
    assert ("link: Contents" in seen) == (width >= CONTENTS_STAND)
    assert ("button: Contents of this page" in seen) == (width < CONTENTS_STAND)
    page.evaluate("document.querySelector('.bd-header-article').scrollIntoView()")
    bar = page.locator(".bd-header-article")
    assert bar.bounding_box()["height"] <= 48
    assert bar.evaluate("bar => bar.scrollWidth <= bar.clientWidth"), "the bar's controls do not fit into it"


def test_a_heading_that_is_pointed_at_shows_its_address(strict: Strict, server: str) -> None:
    page = strict(server, viewport={"width": 1280, "height": 800}).context.new_page()
    page.goto(f"{server}/book/about.html")
    page.locator("h2").nth(1).hover()
    assert "link: heading" in kinds(page)
    Reader(page, Locator.click, set()).try_out("link: heading")
    assert urlsplit(page.url).fragment


def test_where_a_screen_cannot_be_filled_nothing_offers_it(strict: Strict, server: str) -> None:
    page = open_window(
        strict, server, 1280, "Object.defineProperty(document, 'fullscreenEnabled', { value: false })"
    )
    page.goto(f"{server}/index.html")
    assert "button: Full screen" not in kinds(page)


def test_no_style_asks_for_a_file_that_is_not_there(book: Path) -> None:
    for style in book.rglob("*.css"):
        for address in re.findall(r"url\(['\"]?([^)'\"]+)", style.read_text(encoding="utf-8")):
            assert address.startswith(("data:", "#", "%23")) or (style.parent / address).is_file(), (
                f"{style}: {address}"
            )


def test_icons_are_seen_where_the_readers_own_colours_are_forced(server, strict):
    page = strict(server, forced_colors="active").context.new_page()
    page.goto(f"{server}/book/about.html")
    unseen = page.evaluate(
        """() => [...document.querySelectorAll(".bd-header-article [class*='fa-']")]
          .filter((icon) => icon.checkVisibility())
          .map((icon) => [icon.className, getComputedStyle(icon).backgroundColor])
          .filter(([, colour]) => colour === getComputedStyle(document.body).backgroundColor)"""
    )
    assert page.locator(".bd-header-article [class*='fa-']:visible").count() > 3 and unseen == []
