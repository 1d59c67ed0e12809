"""The browsers for tests, benchmarks and what is printed or drawn: found, got, or opened."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# Debian's shell without a window is Chromium all the same, and draws a page in less than half the time.
_NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
)
# No background traffic: where the network is closed, every refused connection costs time.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
]


def find_chromium() -> str | None:
    """Path of a Chromium or Chrome on this machine, or None.

    The variable ``NTRKCOURSE_CHROMIUM`` names one, before all others.
    """
    named = os.environ.get("NTRKCOURSE_CHROMIUM")
    if named:
        return named
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    return found or next((place for place in _PLACES if Path(place).exists()), None) or _playwrights_own()


def find_firefox() -> str | None:
    """Path of a Firefox on this machine, or None."""
    return shutil.which("firefox-esr") or shutil.which("firefox")


def get_browsers() -> str | None:
    """A Chromium, installed where there is none: Debian's as root, else Playwright's own; on Debian a Firefox too."""
    debian = bool(shutil.which("apt-get")) and hasattr(os, "geteuid") and os.geteuid() == 0
    missing = [
        name
        for name, path in (("chromium-headless-shell", find_chromium()), ("firefox-esr", find_firefox()))
        if not path
    ]
    if debian and missing:
        print(f"Getting {' and '.join(missing)} for the tests.", flush=True)
        subprocess.run(["apt-get", "update", "-qq"])
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing])
    elif missing and not find_chromium():
        print("No Chromium or Chrome found; getting one for the tests.", flush=True)
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"])
    return find_chromium()


def need_chromium(what: str) -> str:
    """Path of a Chromium or Chrome, got where there is none; raises FileNotFoundError, which says ``what`` needs it."""
    chromium = find_chromium() or get_browsers()
    if chromium is None:
        raise FileNotFoundError(
            f"{what} needs Chromium or Chrome. Install one, or name it in NTRKCOURSE_CHROMIUM."
        )
    return chromium


@contextmanager
def launched(chromium: str) -> Iterator["Browser"]:
    """This Chromium, open until the end of ``with``."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None
