"""The static server: compressed, asked again and not sent again, and nothing outside its folder."""

import gzip
import http.client

import pytest

from ntrkcourse.publish.server import BookServer

PAGE = "<!doctype html><title>Page</title>" + "<p>Text.</p>" * 500


@pytest.fixture
def ask(tmp_path):
    (tmp_path / "book").mkdir()
    (tmp_path / "book/index.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "book/module.js").write_text("const a = 1;" * 200, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("Nobody's business.", encoding="utf-8")
    with BookServer(tmp_path / "book") as server:

        def ask(path, **headers):
            connection = http.client.HTTPConnection(server.address.removeprefix("http://"), timeout=10)
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            body = answer.read()
            connection.close()
            return answer, body

        yield ask


def test_text_is_compressed_for_who_can_read_that(ask):
    plain, body = ask("/")
    assert (plain.status, body.decode()) == (200, PAGE)
    packed, body = ask("/index.html", **{"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip" and gzip.decompress(body).decode() == PAGE
    assert len(body) < len(PAGE) / 10
    assert packed.headers["Content-Type"].startswith("text/html")
    assert ask("/module.js")[0].headers["Content-Type"].startswith("text/javascript")


def test_what_has_not_changed_is_not_sent_again(ask, tmp_path):
    first, _ = ask("/")
    assert first.headers["Cache-Control"] == "no-cache"
    again, body = ask("/", **{"If-None-Match": first.headers["Etag"]})
    assert (again.status, body) == (304, b"")
    (tmp_path / "book/index.html").write_text(PAGE.replace("Text", "More"), encoding="utf-8")
    changed, body = ask("/", **{"If-None-Match": first.headers["Etag"]})
    assert changed.status == 200 and b"More" in body


@pytest.mark.parametrize("path", ["/nothing.html", "/../secret.txt", "/%2e%2e/secret.txt", "//etc/passwd"])
def test_nothing_else_is_served(ask, path):
    answer, body = ask(path)
    assert answer.status in (301, 403, 404) and b"business" not in body and b"root:" not in body
