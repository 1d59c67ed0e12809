"""What lets a page be found: with an address in ``course.toml`` all of it is there, without one nothing that needs it."""

import json
import re
import shutil
import struct
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from small_book import ROOT, SmallBook

from ntrkcourse.content.chapters import load_chapters
from ntrkcourse.content.location import book_folder
from ntrkcourse.publish.description import LONGEST, SHORTEST, fitting

ADDRESS = "https://example.org/families/"
CHAPTER = "notebooks/01_inherited.html"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
# The properties of marginality "minimum", and for a course that of its instances, without which the profile asks not to
# use it: https://bioschemas.org/profiles/ Course, CourseInstance and TrainingMaterial, each 1.0-RELEASE (June and
# September 2022).
_ALWAYS = {"@context", "@type", "@id", "http://purl.org/dc/terms/conformsTo"}
REQUIRED = {
    "Course": _ALWAYS | {"description", "keywords", "name", "hasCourseInstance"},
    "CourseInstance": _ALWAYS - {"@context"} | {"courseMode", "location"},
    "TrainingMaterial": _ALWAYS | {"description", "keywords", "name"},
}
# What search engines ask of a course beyond that: https://developers.google.com/search/docs/appearance/structured-data/course-info
ASKED_OF_A_COURSE = {"name", "description", "provider"}


def with_citation(folder: Path, named: str) -> SmallBook:
    """A small book with a citation, and with these lines in its ``course.toml``."""
    book = SmallBook(folder)
    told = (book.folder / "course.toml").read_text(encoding="utf-8")
    (book.folder / "course.toml").write_text(named + told, encoding="utf-8")
    shutil.copy(ROOT / "CITATION.cff", book.folder)
    code, _, errors = book.build()
    assert code == 0, errors
    return book


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> SmallBook:
    """A book with an address, where faults are reported by mail."""
    folder = tmp_path_factory.mktemp("published")
    cards = folder / "book" / "cards"
    cards.mkdir(parents=True)
    for name in ("01", "course"):
        (cards / f"{name}.png").write_bytes(b"a picture")
    return with_citation(folder, f'address = "{ADDRESS}"\nreport = "mailto:faults@example.org"\n')


@pytest.fixture(scope="module")
def unpublished(tmp_path_factory: pytest.TempPathFactory) -> SmallBook:
    return with_citation(tmp_path_factory.mktemp("unpublished"), "")


def page(book: SmallBook, name: str = CHAPTER) -> str:
    return (book.html / name).read_text(encoding="utf-8")


def told(text: str, name: str) -> str:
    """What a ``meta`` element of this name or property says; it stands there once."""
    found = re.findall(rf'<meta (?:name|property)="{name}" content="([^"]*)"', text)
    assert len(found) == 1, name
    return unescape(found[0])


def learning(text: str) -> dict[str, Any]:
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    data: dict[str, Any] = json.loads(found)
    return data


@pytest.mark.parametrize(("name", "address"), [("index.html", ADDRESS), (CHAPTER, ADDRESS + CHAPTER)])
def test_a_published_page_names_its_address_and_its_card(
    published: SmallBook, name: str, address: str
) -> None:
    text = page(published, name)
    assert re.findall(r'<link rel="canonical" href="([^"]+)"', text) == [address]
    assert told(text, "og:url") == address
    assert told(text, "og:description") == told(text, "description")
    picture = told(text, "og:image")
    assert picture.startswith(ADDRESS) and (published.html / picture.removeprefix(ADDRESS)).is_file()


def test_the_list_of_pages_has_every_page_once(published: SmallBook) -> None:
    listed = [one.text for one in ElementTree.parse(published.html / "sitemap.xml").iter(f"{SITEMAP}loc")]
    assert sorted(listed) == sorted([ADDRESS, ADDRESS + CHAPTER])
    assert f"Sitemap: {ADDRESS}sitemap.xml" in page(published, "robots.txt")


def test_the_page_for_what_is_not_found_works_at_any_depth(published: SmallBook) -> None:
    places = re.findall(r'\s(?:href|src|action)="([^"]*)"', page(published, "404.html"))
    within = [one for one in places if not one.startswith(("https:", "mailto:", "#", "data:"))]
    assert len(within) > 5 and all(one.startswith("/families/") for one in within)
    assert all((published.html / urlsplit(one).path.removeprefix("/families/")).exists() for one in within)


def test_without_an_address_nothing_that_needs_one_is_there(unpublished: SmallBook) -> None:
    files = {file.relative_to(unpublished.html).as_posix() for file in unpublished.html.rglob("*")}
    assert not files & {"sitemap.xml", "robots.txt", "_static/cards"}
    for name in ("index.html", CHAPTER, "404.html"):
        text = page(unpublished, name)
        assert not re.search(r'rel="canonical"|property="og:|twitter:|class="report-fault', text)
    places = re.findall(r'\s(?:href|src)="([^"#]+)', page(unpublished, "404.html"))
    assert places and all((unpublished.html / urlsplit(one).path).exists() for one in places)
    data = learning(page(unpublished))
    assert data["name"] and not {"@id", "url"} & set(data)


def test_course_and_chapter_have_what_their_profiles_ask(published: SmallBook) -> None:
    course, chapter = learning(page(published, "index.html")), learning(page(published))
    for thing, profile in (
        (course, "Course"),
        (course["hasCourseInstance"], "CourseInstance"),
        (chapter, "TrainingMaterial"),
    ):
        missing = {name for name in REQUIRED[profile] if not thing.get(name)}
        assert not missing, profile
        assert thing["http://purl.org/dc/terms/conformsTo"]["@id"].endswith(f"/{profile}/1.0-RELEASE")
    assert all(course[name] for name in ASKED_OF_A_COURSE)
    assert chapter["@type"] == "LearningResource" and chapter["@id"] == ADDRESS + CHAPTER
    assert chapter["isPartOf"]["@id"] == course["@id"] == ADDRESS
    assert [one["@id"] for one in course["hasPart"]] == [chapter["@id"]]
    assert chapter["teaches"] and re.fullmatch(r"PT\d+M", chapter["timeRequired"])


def test_a_report_of_a_fault_begins_with_page_and_version(published: SmallBook) -> None:
    (link,) = re.findall(r'<p class="report-fault[^>]*><a href="([^"]+)"', page(published))
    mail = urlsplit(unescape(link))
    (body,) = parse_qs(mail.query)["body"]
    assert (mail.scheme, mail.path) == ("mailto", "faults@example.org")
    assert ADDRESS + CHAPTER in body
    version = learning(page(published))["version"]
    assert f"Version: {version}" in body


def test_every_page_of_the_course_says_what_it_is_about(book: Path) -> None:
    said: dict[str, Path] = {}
    titles: dict[str, Path] = {}
    for file in sorted(book.rglob("*.html")):
        if "_static" in file.parts:
            continue
        text = file.read_text(encoding="utf-8")
        assert len(re.findall(r'<meta name="viewport"', text)) == 1, file
        assert re.search(r'<html[^>]* lang="en"', text), file
        about = told(text, "description")
        assert SHORTEST <= len(about) <= LONGEST, f"{file}: {len(about)} characters: {about}"
        (title,) = re.findall(r"<title>(.+?)</title>", text.partition("</head>")[0], re.DOTALL)
        assert about not in said and title not in titles, f"{file} says what {said.get(about)} says"
        said[about], titles[title] = file, file


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Short.", "Short."),
        (f"{'A first sentence. ' * 5}{'Too long ' * 20}.", ("A first sentence. " * 5).strip()),
    ],
)
def test_a_description_is_of_whole_sentences(text: str, fits: str) -> None:
    assert fitting(text) == fits


def test_a_sentence_that_is_too_long_is_cut_between_words() -> None:
    cut = fitting("word " * 60)
    assert len(cut) <= LONGEST and cut.endswith("word…")


def test_the_course_and_every_chapter_have_a_card() -> None:
    for name in ("course", *load_chapters()):
        card = (book_folder() / "cards" / f"{name}.png").read_bytes()
        assert card.startswith(b"\x89PNG") and struct.unpack(">II", card[16:24]) == (1200, 630), name
        assert len(card) < 300_000, name


def test_the_picture_of_the_readme_is_there_and_light() -> None:
    (name,) = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert (ROOT / name).stat().st_size <= 150_000
