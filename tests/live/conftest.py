"""A class's server that can be made to fail, and the browsers that meet it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from live.room import Room
from playwright.sync_api import Browser, BrowserContext


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """A class that serves ``tmp_path``."""
    with Room(tmp_path) as serving:
        yield serving


@pytest.fixture
def phone(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """``phone(**options)``: a browser of its own, 360 px wide, whose pages may throw nothing."""
    opened: list[BrowserContext] = []
    thrown: list[str] = []

    def one(**options: Any) -> BrowserContext:
        context = browser.new_context(**{"viewport": {"width": 360, "height": 780}, **options})
        context.set_default_timeout(15_000)
        context.on("page", lambda page: page.on("pageerror", lambda error: thrown.append(str(error))))
        opened.append(context)
        return context

    yield one
    for context in opened:
        context.close()
    assert thrown == []
