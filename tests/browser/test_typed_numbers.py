"""Numbers as people type them, read by the page's own script; a notebook must read the same."""

import random
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from ntrkcourse.content.questions import load_questions
from ntrkcourse.content.typed_numbers import read_number
from ntrkcourse.widgets import join

Case = tuple[str, str, float | None, str]
READ = """cases => cases.map(([typed, unit]) => ntrk.shared.readNumber(typed, unit))
  .map(({ value, reason }) => [value ?? null, reason ?? ""])"""
PIECES = [
    *(
        [
            "0",
            "1",
            "2",
            "5",
            "9",
            "12",
            "100",
            "854",
            "000",
            "1,20,000",
            "4,854",
            "300",
            "0,54",
            ".5",
            ",",
            ".",
            "/",
            "-",
            "+",
            "−",
            "–",
            "e",
            "E",
            "^",
            "×",
            "x",
            "*",
            "·",
            "10",
            "10^",
            "⁵",
            "⁻",
            "²",
            "१",
        ]
    ),
    *(
        " ",
        "\u00a0",
        "\u202f",
        "\u200b",
        "lakh",
        "crores",
        "million",
        "thousand",
        "Rs ",
        "Rs.",
        "₹",
        "inr",
        "/-",
        "rupees",
    ),
    *(
        "%",
        " per cent",
        "pct",
        " of ",
        " in ",
        "out of",
        " every ",
        "among",
        "about ",
        "~",
        "minus ",
        "patients",
        "times",
        "ſ",
        "İ",
    ),
]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.add_script_tag(content=join.shared_page_script())
    yield page
    page.close()


def read(page: Page, cases: list[tuple[str, str]]) -> list[list[object]]:
    found: list[list[object]] = page.evaluate(READ, cases)
    return found


def test_every_form_in_the_table_is_read(page: Page, typed_answers: list[Case]) -> None:
    found = read(page, [(typed, unit) for typed, unit, _, _ in typed_answers])
    pairs = zip(typed_answers, found, strict=True)
    assert [(typed, unit, *got) for (typed, unit, _, _), got in pairs] == typed_answers


def test_the_page_and_a_notebook_agree_on_random_texts(page: Page) -> None:
    rng = random.Random(26)
    units = sorted({question.unit for question in load_questions().values() if question.unit})
    cases = [("".join(rng.choices(PIECES, k=rng.randint(1, 6))), rng.choice(units)) for _ in range(8_000)]
    readings = [read_number(typed, unit) for typed, unit in cases]
    assert sum(reading.value is not None for reading in readings) > 600
    told = [
        [typed, reading.value, reading.reason] for (typed, _), reading in zip(cases, readings, strict=True)
    ]
    found = [[typed, *got] for (typed, _), got in zip(cases, read(page, cases), strict=True)]
    assert [pair for pair in zip(told, found, strict=True) if pair[0] != pair[1]] == []
