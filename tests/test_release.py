"""What a release holds: a wheel with the content in it, and the book as a zip that opens wherever it is unpacked."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import expect

from ntrkcourse.commands.release import build_wheel, zip_book
from ntrkcourse.content.course import load_course


def test_the_wheel_holds_package_and_content_and_is_the_same_each_time(tmp_path: Path) -> None:
    wheels = []
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        wheels.append(build_wheel(tmp_path / name))
    assert wheels[0].read_bytes() == wheels[1].read_bytes()
    names = set(zipfile.ZipFile(wheels[0]).namelist())
    assert {"ntrkcourse/widgets/quiz/widget.js", "ntrkcourse/data/course.toml"} <= names
    assert "ntrkcourse/data/content/questions/03.toml" in names


def test_the_zip_works_from_a_folder_of_any_name(
    book: Path, tmp_path: Path, strict: Callable[..., Any]
) -> None:
    file = tmp_path / "book.zip"
    zip_book(book, file, load_course().title)
    stick = tmp_path / "my stick दुर्लभ"
    with zipfile.ZipFile(file) as archive:
        archive.extractall(stick)
    unpacked = stick / load_course().title
    here = {path.relative_to(book).as_posix() for path in book.rglob("*") if path.is_file()}
    assert {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if path.is_file()} == here
    page = strict(unpacked.as_uri()).context.new_page()
    page.goto(f"{unpacked.as_uri()}/index.html")
    page.locator("a", has_text="03 How rare is rare?").locator("visible=true").first.click()
    page.goto(f"{page.url.partition('#')[0]}?whole")
    expect(page.locator("[data-ntrk-model] > [data-widget]")).to_have_count(
        page.locator("[data-ntrk-model]").count()
    )
