"""What a first visit to each page costs: bytes as gzip sends them, requests, and other hosts asked.

Run by ``python3 start.py bench``. The book is served with gzip on this machine and opened in Chromium with an
empty cache, every widget on the page alive. Prints a Markdown table.
"""

import functools
import gzip
import http.server
import threading
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from ntrkcourse.browser import FLAGS, get_chromium
from ntrkcourse.publish.command import OUTPUT, build

TEXT = {".html", ".css", ".js", ".svg", ".json"}


class Gzip(http.server.SimpleHTTPRequestHandler):
    """Sends text as a common web server does: gzip at its usual level."""

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        body = file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if file.suffix in TEXT:
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        pass


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
    handler = functools.partial(Gzip, directory=str(OUTPUT))
    pages = [
        "index.html",
        *sorted(f"notebooks/{file.name}" for file in (OUTPUT / "notebooks").glob("*.html")),
    ]
    pages += ["book/evidence.html"]
    print("\n| page | bytes, gzip | requests | other hosts |\n|---|---|---|---|")
    with (
        http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server,
        sync_playwright() as playwright,
    ):
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=get_chromium(), args=FLAGS)
        for name in pages:
            page = browser.new_context().new_page()
            size, requests, hosts = visit(page, f"http://127.0.0.1:{server.server_address[1]}/{name}")
            print(f"| {name} | {size:,} | {requests} | {hosts} |")
            page.context.close()
        browser.close()
        server.shutdown()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
