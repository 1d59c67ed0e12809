"""The papers for CIViC items: what the loader refuses, and that the course's own file keeps to the records."""

import re
from pathlib import Path

import pytest
from contract import Refuses

from ntrkcourse.checks.prose import check_links, check_statistics
from ntrkcourse.content import ContentError, load_facts
from ntrkcourse.content.inline import plain
from ntrkcourse.content.location import content_folder
from ntrkcourse.content.walk import texts
from ntrkcourse.widgets.civic_draft.records import load

DRAFTING = load()
SOURCE = (content_folder() / "widgets/civic_draft.toml").read_text(encoding="utf-8")
TEXTS = [*texts(DRAFTING)]
MORALS = [paper.moral for paper in DRAFTING.paper] + [point.why for point in DRAFTING.check]
FACTS = load_facts()


def verdicts(paper: int, label: str) -> dict[str, str]:
    field = next(field for field in DRAFTING.paper[paper].field if field.label == label)
    return {option.text: option.verdict for option in field.option}


def test_both_papers_have_the_same_fields():
    first, second = ([field.label for field in paper.field] for paper in DRAFTING.paper)
    assert first == second
    assert {"Molecular profile", "Disease", "Therapy", "Evidence type", "Level", "Rating"} <= set(first)


def test_the_disease_follows_the_denominator():
    assert verdicts(0, "Disease")["Breast cancer"] == "wrong"
    assert verdicts(1, "Disease")["Breast cancer"] == "best"
    assert FACTS["therapy.larotrectinib.breast_n.drilon2018"].events == 1


def test_the_level_follows_the_number_of_patients():
    for paper, fact in enumerate(
        ("therapy.larotrectinib.orr.drilon2018", "therapy.larotrectinib.breast.orr.navigate2021")
    ):
        patients = FACTS[fact].total
        assert patients is not None and patients > 5
        assert verdicts(paper, "Level")["B, clinical evidence"] == "best"


@pytest.mark.parametrize("paper", DRAFTING.paper, ids=lambda paper: paper.id)
def test_a_model_statement_passes_its_own_list(paper):
    words = plain(paper.model)
    assert re.search(r"\d+ of \d+", words)
    assert "95% interval" in words
    assert "single-arm" in words
    assert "independent review" in words or "investigators" in words
    assert words.count(". ") <= 1


@pytest.mark.parametrize("text", [*TEXTS, *MORALS])
def test_texts_keep_to_the_records(text):
    assert not list(check_links(text, "content/widgets/civic_draft.toml", "why", FACTS))
    assert not list(check_statistics(text, "content/widgets/civic_draft.toml", "why"))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('verdict = "best"', 'verdict = "good"', "'good' is none of best, defensible, wrong"),
        ('verdict = "best"', 'verdict = "wrong"', "3 with 0 best; two or more, exactly one best"),
        ('verdict = "wrong"', 'verdict = "best"', "3 with 2 best"),
        ('basis = "ours"', 'basis = "gossip"', "'gossip' is none of fact, ours"),
        ('basis = "ours"', 'basis = "fact"', "links to a fact where its basis is 'fact', and only there"),
        ('id = "breast"', 'id = "basket"', "used twice"),
        ('label = "Disease"', 'label = "Source"', "looks like that of field["),
        ('moral = "One famous', 'lesson = "One famous', "unknown key"),
        ("[[check]]", "[[point]]", "unknown key"),
    ],
)
def test_bad_files_are_refused(refuses: Refuses, before: str, after: str, told: str) -> None:
    assert before in SOURCE
    refuses(load, SOURCE.replace(before, after, -1 if before.startswith("[[") else 1), told)


@pytest.mark.parametrize("kind", ["paper", "check"])
def test_a_file_without_papers_or_points_is_refused(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "civic.toml"
    head, tables = SOURCE.split("\n[[paper]]", 1)
    kept = (
        "\n[[paper]]" + tables[: tables.index("\n[[check]]")]
        if kind == "check"
        else "\n[[check]]" + tables.split("\n[[check]]", 1)[1]
    )
    file.write_text(f"{kind} = []\n{head}{kept}", encoding="utf-8")
    with pytest.raises(ContentError, match=f"key '{kind}': missing: the file has none"):
        load(file)
