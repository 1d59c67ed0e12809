"""What a first visit to each page costs: bytes as gzip sends them, requests, and other hosts asked.

Run by ``python3 start.py bench``. The book is served with gzip on this machine and opened in Chromium with an
empty cache, every widget on the page alive. Prints a Markdown table.
"""

from playwright.sync_api import Page, sync_playwright

from ntrkcourse.browser import FLAGS, find_chromium
from ntrkcourse.commands.book import build
from ntrkcourse.content.location import OUTPUT
from ntrkcourse.publish.server import BookServer


def visit(page: Page, address: str) -> tuple[int, int, int]:
    """(bytes received, requests, other hosts) of a first visit, all widgets drawn."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    received: list[float] = []
    hosts = set()
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    page.goto(address, wait_until="networkidle")
    page.wait_for_function("document.querySelectorAll('.ntrk-equivalent').length === 0")
    own = address.split("/")[2]
    return round(sum(received)), len(received), len(hosts - {own})


def main() -> int:
    code = build()
    if code:
        return code
    pages = [
        "index.html",
        *sorted(f"notebooks/{file.name}" for file in (OUTPUT / "notebooks").glob("*.html")),
    ]
    pages += ["book/evidence.html", "book/review.html"]
    print("\n| page | bytes, gzip | requests | other hosts |\n|---|---|---|---|")
    with (
        BookServer(OUTPUT) as server,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        for name in pages:
            page = browser.new_context().new_page()
            size, requests, hosts = visit(page, f"{server.address}/{name}?whole")
            print(f"| {name} | {size:,} | {requests} | {hosts} |")
            page.context.close()
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
