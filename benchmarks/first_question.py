"""How long a reader waits, and scrolls, until the first question or widget of a chapter can be answered.

Run by ``python3 start.py bench``, or with the folder of another book, to compare: ``python benchmarks/first_question.py
FOLDER``. Chromium as a phone, 360 x 780, four times slower than this machine, from a folder; the median of five visits.
A chapter in lessons is opened at its first lesson, another at its top.
"""

import statistics
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from ntrkcourse.browser import FLAGS, find_chromium
from ntrkcourse.content.location import OUTPUT

SLOWER = 4
VISITS = 5
# The first control of a widget that takes room: where it stands, in screens, and how many widgets are drawn.
READY = """() => {
  const widgets = [...document.querySelectorAll("[data-widget]:not(.ntrk-equivalent)")].filter((one) => one.offsetHeight);
  const first = widgets.find((one) => one.querySelector("input, button, select, textarea"));
  if (!first) return null;
  return [performance.now(), (first.getBoundingClientRect().top + scrollY) / innerHeight, widgets.length];
}"""


def visit(browser: Browser, address: str) -> tuple[float, float, int]:
    """(milliseconds, screens above it, widgets drawn) when the first widget of a page can be answered."""
    context = browser.new_context(viewport={"width": 360, "height": 780}, has_touch=True)
    page = context.new_page()
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address, wait_until="commit")
    found = page.wait_for_function(READY, polling=10).json_value()
    context.close()
    return found[0], found[1], found[2]


def main(book: Path = OUTPUT) -> int:
    print("\n| chapter | ms | screens above | widgets drawn |\n|---|---|---|---|")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        page = browser.new_page()
        for file in sorted((book / "notebooks").glob("*.html")):
            page.goto(file.as_uri())
            lesson = page.evaluate("document.querySelector('section.lesson')?.id ?? ''")
            address = f"{file.as_uri()}#{lesson}" if lesson else file.as_uri()
            visits = [visit(browser, address) for _ in range(VISITS)]
            _, screens, widgets = visits[0]
            print(
                f"| {file.stem} | {statistics.median(ms for ms, _, _ in visits):.0f} | {screens:.1f} | {widgets} |"
            )
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*map(Path, sys.argv[1:])))
