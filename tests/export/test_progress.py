"""What a reader missed is read from the file that the progress page saves."""

import json
from pathlib import Path
from typing import Any

import pytest
from browsing import answer_to

from ntrkcourse.commands import main
from ntrkcourse.content.errors import ContentError
from ntrkcourse.content.questions import Question, load_questions
from ntrkcourse.export.progress import read_missed
from ntrkcourse.widgets.grading import graded, is_right


def save(folder: Path, values: dict[str, Any], **parts: Any) -> Path:
    file = folder / "progress.json"
    whole = {"format": "reading-the-rare-progress", "version": 2, "values": values, **parts}
    file.write_text(json.dumps(whole), encoding="utf-8")
    return file


def entry(question: Question, *answers: Any) -> dict[str, Any]:
    asked = graded(question)["asked"]
    return {"log": [{"at": at, "asked": asked, "said": said} for at, said in enumerate(answers)], "now": {}}


@pytest.mark.parametrize("kind", ["single", "multiple", "numeric", "order", "match"])
def test_a_question_is_missed_where_any_answer_was_wrong(tmp_path: Path, kind: str) -> None:
    first, second, third = [one for one in load_questions().values() if one.kind == kind][:3]
    values = {
        f"question/{first.id}": entry(first, answer_to(first, False), answer_to(first, True)),
        f"question/{second.id}": entry(second, answer_to(second, True)),
        "widget/place/course": {"log": [], "now": {}},
    }
    assert read_missed(save(tmp_path, values)) == [first]
    assert is_right(third, answer_to(third, True)) and not is_right(third, None)


def test_what_was_said_to_another_wording_does_not_count(tmp_path: Path) -> None:
    question = load_questions()["03.read-interval"]
    old = entry(question, answer_to(question, False))
    old["log"][0]["asked"] = "00000000"
    assert read_missed(save(tmp_path, {f"question/{question.id}": old})) == []


def test_the_first_verdict_of_version_1_counts(tmp_path: Path) -> None:
    kept = {"answer": 1, "attempts": 2, "firstCorrect": False}
    within = {"log": [{"at": 1, "asked": "v1", "said": kept}], "now": {}}
    question = load_questions()["03.read-interval"]
    assert read_missed(save(tmp_path, {f"question/{question.id}": within})) == [question]
    assert read_missed(save(tmp_path, {f"question/{question.id}": kept}, version=1)) == [question]


@pytest.mark.parametrize(
    "parts",
    [
        {"format": "another-progress"},
        {"version": 3},
        {"values": []},
        {"values": {"question/03.read-interval": 7}},
    ],
)
def test_another_file_is_refused_by_its_name(tmp_path: Path, parts: dict[str, Any]) -> None:
    with pytest.raises(ContentError, match=r"progress\.json"):
        read_missed(save(tmp_path, **{"values": {}, **parts}))


def test_the_command_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "anki", "--progress", str(tmp_path / "none.json")]) == 1
    assert "none.json" in capsys.readouterr().err
    assert main(["export", "ankle"]) == 1
    assert "anki" in capsys.readouterr().err
