"""What a widget's folder of tests tells about it, so that what is asked of every widget is asked of it too.

``tests/widgets/NAME/contract.py`` holds ``CONTRACT``. ``tests/every_widget`` asks the rest: that answers are kept, by
what they were given to, over a reload, a new edition and another tab; that nothing is given away before the
commitment; that it fits a narrow screen, starts again, and survives whatever stands in the browser's store.
"""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Page, expect

from ntrkcourse.widgets import CourseWidget

Data = dict[str, Any]
# `refuses(load, text, told)`: a file with this text is refused, and the error says so much and names the file.
Refuses = Callable[[Callable[[Path], object], str, str], None]
_WIDGETS = Path(__file__).parent / "widgets"


class Contract(NamedTuple):
    """A widget, what a reader does in it, and what must then show."""

    make: Callable[[], CourseWidget]
    act: Callable[[Page], None]
    """Goes from the first stage through a commitment; what it leaves shows ``told`` and can be started again."""
    move: Callable[[Data], None]
    """Puts the lists of the page into another order."""
    same: Callable[[Page], None]
    """After ``act`` and ``move`` the answers stand with their cards."""
    change: Callable[[Data], None]
    """Makes something that was answered another thing."""
    asked: Callable[[Page], None]
    """After ``act`` and ``change`` that is asked again, and the rest stays."""
    told: tuple[str, ...]
    """Texts that are there after ``act``, and nowhere in the page before."""
    commit: str = ""
    """The button that commits, where it can be pressed with nothing chosen; then ``missing`` is said."""
    missing: str = ""
    finish: Callable[[Page], None] | None = None
    """Goes on from ``act`` through the last commitment of the widget's main way; none where ``act`` comes so far."""
    version_1: tuple[str, Any] | None = None
    """The instance, and what version 1 kept, by positions, once ``act`` was done; none for what came later."""
    again: str = "Start again"


def contracts() -> dict[str, Contract]:
    """Every widget's contract, by the widget's name."""
    found = {}
    for file in sorted(_WIDGETS.glob("*/contract.py")):
        spec = importlib.util.spec_from_file_location(f"contract_{file.parent.name}", file)
        assert spec and spec.loader
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        found[file.parent.name.replace("_", "-")] = module.CONTRACT
    return found


def root(page: Page) -> Any:
    """The widget on a page of its own."""
    return page.locator("[data-widget]")


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def choose(page: Page, *names: str) -> None:
    for name in names:
        page.get_by_role("radio", name=name, exact=True).check()


def see(page: Page, *texts: str) -> None:
    for text in texts:
        expect(root(page)).to_contain_text(text)


def open_to_answer(page: Page, button: str) -> None:
    expect(page.get_by_role("button", name=button)).to_be_visible()
