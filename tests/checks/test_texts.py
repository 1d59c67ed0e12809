"""Markdown that the widgets would show as it was typed is named, with record and key; what they read passes."""

import pytest

from ntrkcourse.checks.texts import check_records


def record(text):
    """Place, code and advice of every problem of a question with this text in an option."""
    document = {"question": [{"id": "03.x", "stem": "Which?", "option": [{"text": "a"}, {"text": text}]}]}
    return [
        f"{one.record}: {one.code}: {one.advice}"
        for one in check_records(document, "content/questions/03.toml")
    ]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("M01", "It costs $100."),
        ("M01", "It is $x^2$."),
        ("M01", "**It costs $100.**"),
        ("M01", "It is \\(x\\)."),
        ("M01", "It is {math}`x`."),
        ("M04", "A role {kbd}`Ctrl`."),
        ("M04", "See [this](http://example.org)."),
        ("M04", "See [this](other.md)."),
        ("M04", "See [that one][ref]."),
        ("M04", "[ref]: https://example.org"),
        ("M04", "**[4 of 4,854](fact:epi.ntrk.breast.rossds2020)**"),
        ("M04", "[**4**](http://example.org)"),
        ("M04", "A footnote[^1]."),
        ("M04", "![a](b.png)"),
        ("M04", "<https://example.org>"),
        ("M04", "It is _so_."),
        ("M04", "It is __so__."),
        ("M04", "_So_ it is."),
        ("M04", "It is ~~struck~~."),
        ("M04", "It is **never closed."),
        ("M04", "It is *never closed."),
        ("M04", "It is ***both***."),
        ("M04", "It is `never closed."),
        ("M04", "H<sub>2</sub>O"),
        ("M04", "a<br>b"),
        ("M04", "<!-- note -->"),
        ("M04", "# Heading"),
        ("M04", "One:\n- a\n- b"),
        ("M04", "1. a\n2. b"),
        ("M04", "> quoted"),
        ("M04", "| a | b |"),
        ("M04", ":::{dropdown} A\nB\n:::"),
        ("M04", "```text\na\n```"),
        ("M04", "5 &lt; 6&nbsp;mm"),
        ("M04", "a \\* b"),
    ],
)
def test_what_a_record_would_show_raw_is_named(code, text):
    assert any(one.startswith(f"record '03.x', key 'option[2].text': {code}: ") for one in record(text)), (
        record(text)
    )


@pytest.mark.parametrize(
    "text",
    [
        "**Strong**, *emphasis*, `code`, [4 of 4,854](fact:epi.ntrk.breast.rossds2020), [a](https://a.org), [b](#b).",
        "84. Here the cheap test beats the dear one.",
        "CYP2D6*4, NM_152263.2:r.-115_775::NM_002609.3:r.1580_*1924 and snake_case_name",
        "`$x$ <b> _c_ ~~d~~`",
        "a < b, > 50%, 2 * 3, [33(1)], R&D, AT&T; https://example.org, {braces} and 3:4",
        "Two paragraphs.\n\nIn a case.",
    ],
)
def test_what_a_record_shows_passes(text):
    assert record(text) == []


def test_a_record_without_id_is_named_by_its_number():
    (problem,) = check_records(
        {"mark": [{"text": "a"}, {"text": "$5"}], "title": "T"}, "content/widgets/say_it_plainly.toml"
    )
    assert str(problem).startswith("content/widgets/say_it_plainly.toml, key 'mark[2].text': M01: ")
