"""Bad content gives an error that names file, record and key."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from ntrkcourse.content.errors import ContentError
from ntrkcourse.content.facts import bibliography_keys, load_facts
from ntrkcourse.content.glossary import load_glossary
from ntrkcourse.content.questions import load_questions
from ntrkcourse.content.records import Markdown, Words, build

FACT = """
title = "Theme"
[[fact]]
id = "a.b"
claim = "Four of 4,854 had a fusion."
value = 0.082
unit = "percent"
events = 4
total = 4854
source = "known2020"
locator = "abstract"
status = "verified"
checked = 2026-11-22
"""
QUESTION = """
[[question]]
id = "03.a"
objective = "03.1"
kind = "single"
use = "chapter"
level = "apply"
stem = "Which?"
see = "Section"
option = [
  { text = "one", feedback = "Right because of this.", correct = true },
  { text = "two", feedback = "Not this, because.", trap = "t" },
]
"""


@pytest.fixture
def facts_from(tmp_path):
    bibliography = tmp_path / "references.bib"
    bibliography.write_text("@article{known2020,\n  title = {T}\n}\n")

    def load(text: str):
        folder = tmp_path / "facts"
        folder.mkdir(exist_ok=True)
        (folder / "theme.toml").write_text(text, encoding="utf-8")
        return load_facts.__wrapped__(folder, bibliography)

    return load


@pytest.fixture
def questions_from(tmp_path):
    def load(text: str):
        (tmp_path / "03.toml").write_text(text, encoding="utf-8")
        return load_questions.__wrapped__(tmp_path)

    return load


def test_a_good_fact_loads(facts_from):
    fact = facts_from(FACT)["a.b"]
    assert (fact.value, fact.events, fact.total) == (0.082, 4, 4854)


@pytest.mark.parametrize(
    ("old", "new", "key", "problem"),
    [
        ("locator =", "locater =", "locater", "unknown key"),
        ('locator = "abstract"\n', "", "locator", "missing"),
        ("value = 0.082", "value = 0.82", "value", "0.82% does not agree with 4/4854 = 0.08241%"),
        ("events = 4", 'events = "4"', "events", "expected int"),
        ("events = 4\n", "events = 4855\n", "events", "4855 of 4854 is no share"),
        ('source = "known2020"', 'source = "known2021"', "source", "'known2021' is not a key"),
        ('status = "verified"', 'status = "sure"', "status", "'sure' is none of verified"),
        ("checked = 2026-11-22", 'checked = "today"', "checked", "expected date"),
        ("events = 4", "interval = [0.1, 0.2]\nevents = 4", "interval", "does not hold the value"),
        ("events = 4", "interval = [0.2, 0.02]\nevents = 4", "interval", "0.2 is above 0.02"),
        ("events = 4", "interval = [0.2]\nevents = 4", "interval", "expected"),
        ('id = "a.b"', 'id = "A b"', "id", "lower-case words"),
    ],
)
def test_bad_facts(facts_from, old, new, key, problem):
    assert old in FACT
    with pytest.raises(ContentError) as caught:
        facts_from(FACT.replace(old, new))
    message = str(caught.value)
    assert message.startswith(str(Path(caught.value.file))) and "theme.toml" in message
    assert caught.value.record in ("a.b", "A b") and caught.value.key == key
    assert problem in message


def test_a_repeated_id_names_both_files(facts_from, tmp_path):
    folder = tmp_path / "facts"
    folder.mkdir()
    (folder / "other.toml").write_text(FACT)
    with pytest.raises(
        ContentError, match=r"theme\.toml, record 'a\.b', key 'id': already used in .*other\.toml"
    ):
        facts_from(FACT)


def test_broken_toml_names_the_file(facts_from):
    with pytest.raises(ContentError, match=r"theme\.toml: cannot be read: .*line"):
        facts_from("[[fact]\n")


def test_a_repeated_citation_key(tmp_path):
    file = tmp_path / "references.bib"
    file.write_text("@misc{a,\n}\n@misc{a,\n}\n")
    with pytest.raises(ContentError, match=r"record 'a': this citation key stands twice"):
        bibliography_keys(file)


def test_markup_in_a_question_stays_text(questions_from):
    stem = "It's <script>alert('क्या')</script> & \\\"more\\\"?"
    question = questions_from(QUESTION.replace("Which?", stem))["03.a"]
    assert question.stem == "It's <script>alert('क्या')</script> & \"more\"?"


@pytest.mark.parametrize(
    ("old", "new", "key", "problem"),
    [
        ("correct = true", "correct = false", "option", "one option must be correct, found 0"),
        ('trap = "t"', "correct = true", "option", "one option must be correct, found 2"),
        ('trap = "t"', 'tarp = "t"', "tarp", "unknown key"),
        ('kind = "single"', 'kind = "essay"', "kind", "'essay' is none of single"),
        ('kind = "single"', 'kind = "numeric"', "answer", "missing; a 'numeric' question needs it"),
        (
            'stem = "Which?"',
            'stem = "Which?"\nanswer = 1',
            "answer",
            "does not belong to a 'single' question",
        ),
        ('use = "chapter"', 'use = "exam"', "use", "'exam' is none of"),
        ('feedback = "Right because of this.", ', "", "feedback", "missing"),
    ],
)
def test_bad_questions(questions_from, old, new, key, problem):
    assert old in QUESTION
    with pytest.raises(ContentError) as caught:
        questions_from(QUESTION.replace(old, new))
    assert caught.value.key == key and caught.value.record.startswith("03.a")
    assert "03.toml" in caught.value.file and problem in str(caught.value)


def test_the_real_content_loads():
    assert len(load_facts()) > 400
    assert all(fact.status in ("verified", "secondary") for fact in load_facts().values())
    assert len(load_questions()) > 40
    assert len(load_glossary()) > 20


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('text = "two"', 'text = " **One** "', "03.toml, record '03.a', key 'option[2].text': R02"),
        (
            "option = [",
            'item = [{ text = "Wash", feedback = "f" }, { text = "wash.", feedback = "f" }]\noption = [',
            "key 'item[2].text': R02: 'wash.' looks like that of item[1]",
        ),
    ],
)
def test_options_that_look_alike(questions_from, old, new, told):
    with pytest.raises(ContentError) as error:
        questions_from(QUESTION.replace(old, new))
    assert told in str(error.value)


NUMERIC = """
[[question]]
id = "03.n"
objective = "03.1"
kind = "numeric"
use = "chapter"
level = "apply"
stem = "How many?"
see = "Section"
answer = 3
tolerance = 0.5
unit = "patients"
precision = "whole number"
right = "So."
wrong = "Not so."
diagnosis = [{ low = 5, high = 6, feedback = "f", trap = "t" }]
"""
MATCH = """
[[question]]
id = "03.m"
objective = "03.1"
kind = "match"
use = "chapter"
level = "apply"
stem = "Which goes with which?"
see = "Section"
right = "So."
wrong = "Not so."
pair = [{ left = "a", right = "Assay", feedback = "f" }, { left = "b", right = "Stain", feedback = "f" }]
"""


@pytest.mark.parametrize(
    ("text", "old", "new", "told"),
    [
        (NUMERIC, "tolerance = 0.5", "tolerance = -2", "key 'tolerance': must be 0 or more, found -2"),
        (NUMERIC, "answer = 3", "answer = nan", "key 'answer': R01: must be a finite number, found nan"),
        (NUMERIC, "high = 6", "high = inf", "record '03.n.diagnosis[1]', key 'high': R01"),
        (NUMERIC, "low = 5", "low = 7", "key 'diagnosis': 7.0 is above 6.0"),
        (MATCH, '"Stain"', '"**assay**"', "key 'pair[2].right': R02: '**assay**' looks like that of pair[1]"),
        (MATCH, 'left = "b"', 'left = "A"', "key 'pair[2].left': R02"),
    ],
)
def test_what_cannot_be_answered(questions_from, text, old, new, told):
    questions_from(text)
    assert old in text
    with pytest.raises(ContentError) as error:
        questions_from(text.replace(old, new))
    assert told in str(error.value) and "03.toml" in error.value.file


@pytest.mark.parametrize("key", ["title", "words.commit"])
def test_a_link_that_would_be_shown_as_typed_is_named(key):
    @dataclass
    class Widget:
        title: str
        why: Markdown
        words: Words

    link = "[4 of 4,854](fact:a.b)"
    texts = {"title": "T", "why": link, "words": {"commit": "Go"}}
    assert build(Widget, texts, "w.toml", "widget").why == link
    broken = {**texts, "title": link} if key == "title" else {**texts, "words": {"commit": link}}
    with pytest.raises(ContentError, match=rf"w\.toml, record 'widget', key '{key}': R03"):
        build(Widget, broken, "w.toml", "widget")


def test_a_range_runs_upwards(facts_from):
    with pytest.raises(ContentError, match=r"'a.b', key 'value': 9 to 2 does not run from low to high"):
        facts_from(FACT.replace("value = 0.082", "value = [9.0, 2.0]"))


def test_an_entry_without_its_last_brace_is_named(tmp_path):
    file = tmp_path / "references.bib"
    file.write_text(
        "@misc{one,\n  title = {{One} of two},\n\n@misc{two,\n  title = {Two},\n}\n", encoding="utf-8"
    )
    with pytest.raises(ContentError, match=r"record 'one': its braces are not balanced"):
        bibliography_keys(file)
