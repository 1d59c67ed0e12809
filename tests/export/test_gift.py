"""GIFT, read by the rules of its documentation, and by a parser of others."""

import json
import re
import subprocess
from base64 import b64decode
from pathlib import Path

import pytest
from from_registry import node, packed
from made_questions import HINDI, MADE

from ntrkcourse.content.questions import load_questions
from ntrkcourse.export.formats.gift import quiz
from ntrkcourse.export.text import bare, html

# A sign that no backslash protects.
SIGN = r"(?<!\\)(?:\\\\)*"


def plain(text: str) -> str:
    return re.sub(r"\\([\\~=#{}:])", r"\1", text).strip()


def parts(kind: str) -> tuple[str, list[str], str]:
    """What is asked, the answers as they are written, and the general feedback, of one made-up question."""
    (text,) = [one for one in quiz([MADE[kind]]).split("\n\n") if one.startswith("// [")]
    _, title, rest = re.split(r"::", text, maxsplit=2)
    assert title == MADE[kind].id
    begin = re.search(SIGN + r"\{#?", rest)
    end = [*re.finditer(SIGN + r"\}", rest)]
    assert begin and len(end) == 1 and rest[end[0].end() :].strip() == ""
    answers, _, general = rest[begin.end() : end[0].start()].partition("####")
    return plain(rest[: begin.start()]), answers.strip().split("\n"), plain(general)


@pytest.mark.parametrize("kind", MADE)
def test_what_is_asked_survives_its_signs(kind: str) -> None:
    asked, _, general = parts(kind)
    assert asked.startswith("[html]") and html(MADE[kind].stem) in asked and HINDI in asked
    assert "It rests on" in general and html(MADE[kind].right) in general


@pytest.mark.parametrize("kind", ["single", "multiple"])
def test_options_have_marks_and_feedback(kind: str) -> None:
    for written, option in zip(parts(kind)[1], MADE[kind].option, strict=True):
        text, feedback = re.split(SIGN + "#", written, maxsplit=1)
        assert plain(text).endswith(html(option.text)) and plain(feedback) == html(option.feedback)
        assert option.correct == bool(re.match(r"=|~%\d", text))


def test_numbers_rows_and_steps() -> None:
    answers = parts("numeric")[1]
    assert answers[0] == "=10.2:0.25"
    assert answers[1].startswith("=%0%6.65:0.25#") and answers[2].startswith("=%0%-0.75:1.25#")
    assert plain(answers[-1]) == f"~#{html(MADE['numeric'].wrong)}"
    rows = [plain(one.removeprefix("=")).split(" -> ") for one in parts("match")[1]]
    assert [one[-1] for one in rows] == [bare(one.right) for one in MADE["match"].pair]
    steps = [plain(one.removeprefix("=")).rpartition(" -> ") for one in parts("order")[1]]
    assert [(one[0], one[2]) for one in steps] == [
        (html(one.text), f"Step {at}") for at, one in enumerate(MADE["order"].item, start=1)
    ]


def test_a_picture_stands_in_the_text() -> None:
    source = re.search(r'src="data:image/svg\+xml;base64,([^"]+)"', parts("single")[0])
    assert source and b64decode(source[1]).startswith(b"<svg ")


@pytest.mark.thorough
def test_a_parser_of_others_reads_the_bank_and_what_is_made_up(tmp_path: Path) -> None:
    grammar = packed("gift-pegjs", "1.0.2")
    script = (
        "const { parse } = require(process.argv[1]);"
        "process.stdout.write(JSON.stringify(parse(require('fs').readFileSync(0, 'utf8'))))"
    )
    asked = [*load_questions().values(), *MADE.values()]
    told = subprocess.run(
        [*node(), "-e", script, str(grammar / "lib" / "gift-parser.js")],
        input=quiz(asked),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    found = {one["title"]: one for one in json.loads(told.stdout) if one["type"] != "Category"}
    assert sorted(found) == sorted(one.id for one in asked)
    kinds = {
        "single": "MC",
        "multiple": "MC",
        "numeric": "Numerical",
        "order": "Matching",
        "match": "Matching",
    }
    for one in asked:
        assert found[one.id]["type"] == kinds[one.kind]
        for option, choice in (
            zip(one.option, found[one.id].get("choices", ()), strict=bool(one.option)) if one.option else ()
        ):
            assert choice["text"]["text"] == html(option.text)
            assert choice["feedback"]["text"] == html(option.feedback)
