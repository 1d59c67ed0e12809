"""The pictures of chapter 08: what they draw to scale or count is what the records say."""

import re
from pathlib import Path

import pytest

from ntrkcourse import exact_interval, load_facts
from ntrkcourse.figures.drawings import pocket_places, residue_ruler, second_drug, trk_felt
from ntrkcourse.figures.records import find, frames


def words(name: str, frame: int = 0) -> str:
    """All that is written in a drawing."""
    return " ".join(re.sub(r"<[^>]+>", " ", frames(name)[frame].body).split())


def test_the_places_of_the_pocket_have_the_numbers_of_the_record() -> None:
    claim = load_facts()[pocket_places.NUMBERS].claim
    for receptor, columns in (("TRKA", 0), ("TRKB", 1), ("TRKC", 2)):
        for place, residue in pocket_places.places()[receptor].items():
            label = {"gatekeeper": "gatekeeper", "solvent_front": "solvent front", "xdfg": "xDFG"}[place]
            told = re.search(rf"{label} \(([^)]+)\)", claim)
            assert told and told[1].split(", ")[columns] == residue
    assert "TRKA G595, TRKC G623" in words("pocket_places")


def test_the_ruler_is_to_scale_and_the_long_form_is_shifted_as_recorded() -> None:
    record = load_facts()[residue_ruler.SHIFT]
    long = residue_ruler.rows()["TRKB_long"]
    assert all(residue in record.claim for residue in long.values())
    for residues in residue_ruler.rows().values():
        numbers = [int(residue[1:]) for residue in residues.values()]
        assert all(residue in words("residue_ruler") for residue in residues.values())
        places = [x for _, _, x in residue_ruler.marks(residues)]
        assert places[2] - places[0] == pytest.approx(residue_ruler.UNITS * (numbers[2] - numbers[0]))


def test_what_is_felt_has_the_shares_of_its_records() -> None:
    facts = load_facts()
    assert trk_felt.share("therapy.safety.dizziness.liu2020") == {"share": "41%", "n": None, "total": 96}
    for fact in ("weight_gain", "dizziness"):
        assert f"{facts[f'therapy.safety.{fact}.liu2020'].value:g}% of 96" in words("trk_felt")
    assert "failure in 12 of 355" in words("trk_felt", 1)
    assert "6.2% of 504" in words("trk_felt", 1)


def test_each_bar_of_a_second_drug_ends_where_its_interval_does() -> None:
    body = frames("second_drug")[0].body
    facts = load_facts()
    for name in second_drug.ROWS.values():
        fact = facts[name]
        low, high = fact.interval or [100 * end for end in exact_interval(fact.events, fact.total)]
        x1, x2 = (f"{round(second_drug.at(end), 1):g}" for end in (low, high))
        assert re.search(rf'<line x1="{x1}" y1="\S+" x2="{x2}"', body)
        assert f'cx="{round(second_drug.at(fact.value), 1):g}"' in body


@pytest.mark.parametrize("name", ["pocket_seen", "road_seen"])
def test_a_picture_that_is_asked_about_does_not_name_the_answer(name: str) -> None:
    told = f"{find(name).title} {find(name).description} {words(name)}".lower()
    assert not any(word in told for word in ("solvent", "gatekeeper", "bypass", "g595", "mapk"))


def test_the_roads_are_drawn_after_the_question_that_they_answer() -> None:
    notebook = (Path(__file__).parents[2] / "notebooks/08_resistance.ipynb").read_text(encoding="utf-8")
    assert notebook.index("08.q-road-seen") < notebook.index("escape_roads")
