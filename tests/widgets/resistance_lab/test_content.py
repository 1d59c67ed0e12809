"""The constructed tumours: what the loader refuses, and what the course's own file says."""

from pathlib import Path

import pytest
from contract import Refuses

from ntrkcourse.content import ContentError, load_facts
from ntrkcourse.content.location import content_folder
from ntrkcourse.widgets.resistance_lab.records import load

LAB = load()
SOURCE = (content_folder() / "widgets/resistance_lab.toml").read_text(encoding="utf-8")


def test_each_tumour_hides_another_kind_of_resistance():
    hidden = [{clone.mechanism for clone in tumour.clone[1:]} for tumour in LAB.tumour]
    assert hidden == [{"solvent_front"}, {"xdfg"}, {"bypass"}, {"solvent_front", "xdfg"}]
    for tumour in LAB.tumour:
        assert sum(clone.start for clone in tumour.clone) == pytest.approx(100)


def test_the_hidden_changes_are_those_that_were_read_in_sources():
    facts = load_facts()
    read = " ".join(
        str(facts[f"therapy.resistance.{name}"].value)
        for name in ("g595r_g667c.russo2016", "residues.esmo2019", "sequence_case.pdac")
    )
    for tumour in LAB.tumour:
        for clone in tumour.clone[1:]:
            gene, change = clone.name.split()
            assert change in read
            if gene != "BRAF":
                assert tumour.setting.split("::")[1].startswith(gene)


def test_nothing_is_given_away_before_the_choice():
    open_texts = [one.note for one in LAB.choice] + [one.setting for one in LAB.tumour]
    for tumour in LAB.tumour:
        for clone in tumour.clone[1:]:
            assert not any(clone.name.split()[1] in text for text in open_texts)
    for word in ("solvent", "xDFG", "bypass", "V600E", "type II"):
        assert not any(word in text for text in open_texts)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('mechanism = "sensitive"', 'mechanism = "bypass"', "the first must be sensitive"),
        ("wait = 1", "wait = 0", "must be above 0"),
        ("after = 0 }", "after = 1 }", "must begin with after = 0"),
        ("after = 2.5", "after = 0", "go on in order of time"),
        ('id = "b"', 'id = "a"', "used twice"),
        ('id = "test"', 'id = "wait"', "'wait' is none of next, test, continue, bypass"),
        ('id = "test"', 'id = "next"', "must be next, test, continue, bypass"),
        ('id = "rises"', 'id = "falls"', "must be falls, stays, rises"),
        ('id = "xdfg"', 'id = "luck"', "must be sensitive, solvent_front, gatekeeper, xdfg, bypass"),
        ('choice = "test"', 'choice = "next"', "key 'answer': must be next, test, continue, bypass"),
        ('title = "Tumour A"\n', "", "missing"),
        ("[[choice]]", "[[option]]", "unknown key"),
    ],
)
def test_bad_files_are_refused(refuses: Refuses, before: str, after: str, told: str) -> None:
    assert before in SOURCE
    refuses(load, SOURCE.replace(before, after, 1), told)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            'mechanism = "xdfg"',
            'mechanism = "luck"',
            "key 'clone': 'NTRK3 G696A': mechanism must be one of",
        ),
        ("growth = 0.25", "growth = -1", "growth must be from 0 to 5"),
        ('drug = "type_ii"', 'drug = "tea"', "key 'plan': 'tea' is none of first, next"),
    ],
)
def test_what_the_model_does_not_know_is_refused(
    refuses: Refuses, before: str, after: str, told: str
) -> None:
    assert before in SOURCE
    refuses(load, SOURCE.replace(before, after, 1), told)


def test_a_file_without_tumours_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "tumours.toml"
    file.write_text(SOURCE[: SOURCE.index("[[tumour]]")], encoding="utf-8")
    with pytest.raises(ContentError, match="tumour"):
        load(file)
