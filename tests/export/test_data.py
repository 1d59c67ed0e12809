"""Facts and questions as data: what the schema promises holds, and nothing of a record is lost."""

import csv
import io
import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError
from made_questions import MADE

from ntrkcourse.content.facts import Fact, load_facts
from ntrkcourse.content.questions import Question, load_questions
from ntrkcourse.content.records import build
from ntrkcourse.export import Order
from ntrkcourse.export.formats import data
from ntrkcourse.export.schema import value_of


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("data")
    return {
        file.name.removeprefix("reading-the-rare-"): file.read_bytes() for file in data.make(Order(folder))
    }


def rows(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(files[name].decode("utf-8-sig")))]


@pytest.mark.parametrize(("name", "bank"), [("facts", load_facts), ("questions", load_questions)])
def test_every_record_is_there_as_its_schema_says(files: dict[str, bytes], name: str, bank: Any) -> None:
    schema = json.loads(files[f"{name}.schema.json"])
    Draft202012Validator.check_schema(schema)
    content = json.loads(files[f"{name}.json"])
    Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(content)
    assert [one["id"] for one in content[name]] == [*bank()]
    assert content["licence"] == "CC-BY-4.0" and content["version"] and content["date"]
    assert {one["id"] for one in rows(files, f"{name}.csv")} == {*bank()}
    assert {one["licence"] for one in rows(files, f"{name}.csv")} == {"CC-BY-4.0"}


@pytest.mark.parametrize(
    "spoilt", [{"kind": "essay"}, {"answer": "ten"}, {"option": [{"text": "half of one"}]}, {"unknown": 1}]
)
def test_the_schema_refuses_what_is_no_question(spoilt: dict[str, Any]) -> None:
    content = {**data.about("questions"), "questions": [{**data.question(MADE["single"]), **spoilt}]}
    with pytest.raises(ValidationError):
        Draft202012Validator(data.schema("questions", Question)).validate(content)


@pytest.mark.parametrize("kind", MADE)
def test_a_question_comes_back_as_it_was(kind: str) -> None:
    written = json.loads(json.dumps(value_of(MADE[kind])))
    given = {key: value for key, value in written.items() if value is not None}
    assert build(Question, given, "made", "made") == MADE[kind]


def test_a_fact_says_what_its_fields_mean(files: dict[str, bytes]) -> None:
    fields = json.loads(files["facts.schema.json"])["properties"]["facts"]["items"]["properties"]
    assert fields["claim"]["description"] == "What the source shows, in our words."
    assert "verified" in fields["status"]["description"]


def test_a_bound_that_was_not_reached_is_null() -> None:
    fact = next(one for one in load_facts().values() if one.interval and one.interval[1] == float("inf"))
    assert data.fact(fact)["interval"][1] is None
    Draft202012Validator(data.schema("facts", Fact)).validate(
        {**data.about("facts"), "facts": [data.fact(fact)]}
    )


def test_the_table_of_questions_has_a_row_for_every_answer(files: dict[str, bytes]) -> None:
    found = rows(files, "questions.csv")
    for question in load_questions().values():
        mine = [one for one in found if one["id"] == question.id]
        said = [one["part_feedback"] for one in mine]
        parts = (*question.option, *question.item, *question.pair, *question.diagnosis)
        assert [one.feedback for one in parts] == said[len(said) - len(parts) :]
        assert sum(one["part_correct"] == "True" for one in mine) == (
            sum(one.correct for one in question.option) or len(question.item) or len(question.pair) or 1
        )


def test_where_the_book_is_published_a_record_has_its_address(published: str) -> None:
    question = load_questions()["03.read-interval"]
    told = data.question(question)
    assert told["address"] == f"{published}notebooks/03_how_rare.html#question-03.read-interval"
    assert told["lesson_address"].startswith(f"{published}notebooks/03_how_rare.html#")
    assert (
        data.fact(load_facts()[question.facts[0]])["address"]
        == f"{published}book/evidence.html#{question.facts[0]}"
    )


def test_without_an_address_none_is_guessed(files: dict[str, bytes]) -> None:
    assert {one["address"] for one in json.loads(files["questions.json"])["questions"]} == {""}
