"""The tests' own browser reaches no other host, and a page that asks one is found out."""

from pathlib import Path

import pytest
from browsing import Strict
from playwright.sync_api import Browser


@pytest.mark.parametrize(
    "asks",
    [
        '<img src="http://example.org/picture.png">',
        '<script src="https://example.org/script.js"></script>',
        "<style>@import 'http://example.org/style.css';</style>",
        "<script>fetch('http://example.org/count')</script>",
    ],
)
def test_a_page_that_asks_another_host_is_found_out(browser: Browser, tmp_path: Path, asks: str) -> None:
    file = tmp_path / "page.html"
    file.write_text(f"<!doctype html><title>Page</title>{asks}", encoding="utf-8")
    strict = Strict(browser.new_context(), tmp_path.as_uri(), ("error",))
    page = strict.context.new_page()
    with page.expect_event("requestfailed"):
        page.goto(file.as_uri())
    strict.context.close()
    assert any(error.startswith("asked another host: http") for error in strict.errors)
    assert any("ERR_NAME_NOT_RESOLVED" in error for error in strict.errors)
