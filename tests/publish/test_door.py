"""The first page: the report, the button, and the lists that are made from the chapters."""

import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from small_book import CHAPTER, SmallBook

from ntrkcourse.content.chapters import Lesson, load_chapters
from ntrkcourse.publish.door import chapter_questions, spoken, whole

INDEX = """# A small book

:::{report-card} A report
Something

**BRCA1, a variant**
:::

```{door-begin} notebooks/01_inherited
Begin
```

## How long

```{course-time}
```

:::{short-way} In a hurry
Read *these*.
:::

## Chapters

```{course-chapters}
01: What may she be told?
```
"""
LESSONS = [
    {"heading": "She signs before she is tested", "short": True, "unpictured": "A small book."},
    {"heading": "A record is not a promise", "short": True, "unpictured": "A small book."},
    {"heading": "Chapter quiz", "unpictured": "A small book."},
    {"heading": "Key points", "optional": True, "unpictured": "A small book."},
]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> SmallBook:
    small = SmallBook(tmp_path_factory.mktemp("door"))
    small.write("index.md", INDEX)
    return small


def cut(book: SmallBook, lessons: list[dict[str, object]]) -> None:
    notebook = json.loads((book.folder / CHAPTER).read_text("utf-8"))
    notebook["metadata"]["ntrkcourse"]["lessons"] = lessons
    book.write(CHAPTER, json.dumps(notebook))


def built(book: SmallBook) -> str:
    """The article of the first page."""
    code, _, errors = book.build()
    assert (code, errors) == (0, "")
    html = (book.html / "index.html").read_text("utf-8")
    return html[html.index("<article") : html.index("</article>")]


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_before_there_are_lessons_no_time_is_told(book: SmallBook) -> None:
    page = built(book)
    assert (
        '<p class="door-begin"><a class="door-button" data-continue href="notebooks/01_inherited.html">'
        in (page)
    )
    assert re.search(r'class="report-card[^>]*>\s*<p class="report-title">A report</p>', page)
    assert "<strong>BRCA1, a variant</strong>" in page
    assert "What may she be told?" in page
    for untold in ("minute", "lesson", "In a hurry"):
        assert untold not in page


def test_lessons_are_counted_and_the_short_way_leads_to_them(book: SmallBook) -> None:
    cut(book, LESSONS)
    page = built(book)
    total = re.search(r"The whole course: (3 lessons, \d+ minutes?)\.", page)
    assert total, words(page)
    assert words(page).count(total[1]) == 3, "of the course, of its one chapter, and at the foot of the list"
    assert "<em>these</em>" in page
    way = page[page.index("In a hurry") : page.index(">Chapters<")]
    links = re.findall(r'href="(notebooks/01_inherited\.html)\?short#([\w-]+)"[^>]*>(.*?)</a>', way)
    assert [words(text) for *_, text in links] == [
        lesson["heading"] for lesson in LESSONS if "short" in lesson
    ]
    chapter = (book.html / CHAPTER).with_suffix(".html").read_text("utf-8")
    for _, anchor, text in links:
        section = chapter[chapter.index(f'id="{anchor}"') :]
        assert words(section[section.index("<h2") : section.index("<a class")]) == words(text)
    minutes = [int(number) for number in re.findall(r"01, (\d+) minutes?<", way)]
    assert len(minutes) == 2 and f"In all: {spoken(sum(minutes))}." in way


def test_a_lesson_that_shares_its_address_with_another_heading_is_named(book: SmallBook) -> None:
    cut(book, [{"heading": "One word, two genes", "unpictured": "A small book."}, *LESSONS])
    code, _, errors = book.build()
    cut(book, LESSONS)
    assert code == 1 and "the lesson 'One word, two genes' shares its address with another heading" in errors


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("01: What may she be told?", "", "no question for 01"),
        ("notebooks/01_inherited\n", "notebooks/01_elsewhere\n", "no page of the book is called"),
    ],
)
def test_what_does_not_fit_the_book_is_refused(book: SmallBook, old: str, new: str, said: str) -> None:
    assert old in INDEX
    book.write("index.md", INDEX.replace(old, new))
    code, _, errors = book.build()
    book.write("index.md", INDEX)
    assert code == 1 and said in errors, errors


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["1: A?"], "has not the form"),
        (["01: A?", "01: B?"], "stands twice"),
        (["01: A?", "99: B?"], "no chapter 99"),
        ([], "no question for"),
    ],
)
def test_each_chapter_has_its_question_once(lines: list[str], said: str) -> None:
    one = {"01": load_chapters()["01"]}
    with pytest.raises(ValueError, match=said):
        chapter_questions(lines, one)
    assert chapter_questions(["", "01: What: A?"], one) == {"01": "What: A?"}


def test_the_index_asks_a_question_of_every_chapter() -> None:
    index = (Path(__file__).parents[2] / "index.md").read_text("utf-8")
    (lines,) = re.findall(r"```\{course-chapters\}\n(.*?)```", index, re.DOTALL)
    assert list(chapter_questions(lines.splitlines(), load_chapters())) == list(load_chapters())


def test_a_time_is_told_when_all_are_cut_and_not_before() -> None:
    lesson = Lesson("A", False, False, ((1, "markdown", "## A\n\n" + "word " * 1800),))
    some, none = (replace(load_chapters()["01"], lessons=lessons) for lessons in ((lesson,), ()))
    assert whole([some]) == "1 lesson, 10 minutes"
    assert whole([some, some]) == "2 lessons, 20 minutes"
    assert whole([some, none]) == whole([none]) == ""
    assert whole([replace(some, lessons=(lesson, replace(lesson, optional=True)))]) == "1 lesson, 10 minutes"


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (1, "1 minute"),
        (59, "59 minutes"),
        (60, "about 1 hour"),
        (70, "about 1 hour 15 minutes"),
        (118, "about 2 hours"),
        (826, "about 13 hours 45 minutes"),
    ],
)
def test_a_time_is_said_as_people_plan_with_it(minutes: int, said: str) -> None:
    assert spoken(minutes) == said
