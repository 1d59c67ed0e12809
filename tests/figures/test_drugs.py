"""Pictures of chapter 07: lengths, dots and classes are those of the records."""

import re

from ntrkcourse import load_facts
from ntrkcourse.content.questions import load_questions
from ntrkcourse.figures import find, frames
from ntrkcourse.figures.drawings import basket, breast_six, recist_callipers, recist_scans, recist_three_scans
from ntrkcourse.widgets.recist_calculator.records import load as load_recist


def measured(body: str, scale: float) -> list[float]:
    """Millimetres between the feet of each pair of callipers, in the order of drawing."""
    lines = re.findall(
        r'<g><line x1="([\d.]+)" y1="([\d.]+)" x2="([\d.]+)" y2="([\d.]+)" class="line thin"/>', body
    )
    return [
        ((float(x2) - float(x1)) ** 2 + (float(y2) - float(y1)) ** 2) ** 0.5 / scale
        for x1, y1, x2, y2 in lines
    ]


def same_lengths(found: list[float], told: list[float]) -> bool:
    return len(found) == len(told) and all(abs(a - b) < 0.4 for a, b in zip(found, told, strict=True))


def test_callipers_are_as_long_as_the_calculators_millimetres() -> None:
    liver, lung = recist_scans.patient().lesion
    assert (liver.name, lung.name) == ("Liver", "Lung")
    for scan, drawing in enumerate(frames("recist_scans")):
        told = [lung.mm[scan], liver.mm[scan]]
        assert same_lengths(measured(drawing.body, recist_scans.SCALE), [float(mm) for mm in told])
        assert f"{liver.mm[scan]} + {lung.mm[scan]} = {sum(told)} mm" in drawing.body
        assert f"{sum(told)} mm" in find("recist_scans").frame[scan].description


def test_the_text_names_the_patient_of_the_calculator() -> None:
    """The lesson calls it the fourth."""
    assert load_recist().patient[3] == recist_scans.patient()


def test_the_three_scans_are_classed_by_the_rule() -> None:
    assert recist_scans.verdicts() == ["PR", "PD"]
    words = {label.name: label.text for label in find("recist_scans").labels}
    for verdict, drawing in zip(recist_scans.verdicts(), frames("recist_scans")[1:], strict=True):
        assert words[verdict] in drawing.body
    new = recist_scans.patient().new
    assert new and f"{new.mm} mm" in find("recist_scans").frame[new.scan].description


def test_five_centimetres_are_five_centimetres() -> None:
    bar = re.search(r'<line x1="2" y1="324" x2="([\d.]+)" y2="324"', frames("recist_scans")[0].body)
    assert bar and float(bar[1]) - 2 == 50 * recist_scans.SCALE


def test_the_sum_that_is_asked_for_is_that_of_the_drawn_diameters() -> None:
    told = [float(mm) for both in recist_callipers.LESIONS.values() for mm in both]
    assert same_lengths(
        sorted(measured(frames("recist_callipers")[0].body, recist_callipers.SCALE)), sorted(told)
    )
    question = load_questions()["07.sum-seen"]
    assert question.answer == recist_callipers.target_sum()
    for longest, shortest in recist_callipers.LESIONS.values():
        assert f"{longest} by {shortest} mm" in find("recist_callipers").description


def test_one_of_three_scans_is_progression_and_it_is_the_keyed_one() -> None:
    verdicts = {scan: recist_three_scans.verdict(scan) for scan in recist_three_scans.LATER}
    assert verdicts == {"a": "SD", "b": "PD", "c": "PR"}
    (keyed,) = (one.text for one in load_questions()["07.q-three-scans"].option if one.correct)
    assert keyed.startswith("Scan B")
    told = [float(recist_three_scans.BASELINE_MM), *map(float, recist_three_scans.LATER.values())]
    assert same_lengths(measured(frames("recist_three_scans")[0].body, recist_three_scans.SCALE), told)
    assert f"{recist_three_scans.NEW_MM} mm" in find("recist_three_scans").description


def test_the_new_lesion_lies_on_the_side_that_is_told() -> None:
    """The patient's right is on the reader's left; the lesson's own new lesion is in the other gland."""
    rightwards, _ = recist_three_scans.ADRENAL
    assert rightwards < 0
    assert "on the right one" in find("recist_three_scans").description
    assert "left adrenal gland" in find("recist_scans").frame[2].description


def test_six_bars_are_the_six_of_the_abstract() -> None:
    facts = load_facts()
    responded, all_six = facts["therapy.larotrectinib.breast.orr.navigate2021"].counts or (0, 0)
    assert len(breast_six.PATIENTS) == all_six
    assert sum(shrank for _, _, shrank in breast_six.PATIENTS) == responded
    mix = str(facts["therapy.larotrectinib.breast.mix.navigate2021"].value)
    for fusion, name in (("etv6", "ETV6::NTRK3"), ("lmna", "LMNA::NTRK1"), ("tpm3", "TPM3::NTRK1")):
        assert f"{name} {sum(one == fusion for _, one, _ in breast_six.PATIENTS)}" in mix
    population = facts["therapy.larotrectinib.breast.orr.navigate2021"].population
    for kind, name in (("secretory", "secretory"), ("triple", "triple-negative"), ("er", "ER-positive")):
        assert f"{sum(one == kind for one, _, _ in breast_six.PATIENTS)} {name}" in population


def test_a_partial_bar_ends_where_the_rule_begins() -> None:
    bars = re.findall(r'<rect x="150" y="[\d.]+" width="([\d.]+)"', frames("breast_six")[0].body)
    fall = load_facts()["therapy.recist11.pr"].value
    assert isinstance(fall, float)
    assert {float(width) / breast_six.UNIT for width in bars} == {100 - fall}


def test_a_dot_is_a_patient_and_a_filled_one_responded() -> None:
    body = frames("basket")[0].body
    grids = [
        group for group in re.findall(r"<g>((?:<circle [^>]*/>)+)</g>", body) if group.count("circle") > 2
    ]
    for name, grid in zip(basket.FACTS, grids, strict=True):
        fact = load_facts()[basket.FACTS[name]]
        shrank = grid.count("drug solid")
        assert grid.count("<circle") == fact.total
        assert shrank == fact.events if fact.events else round(100 * shrank / (fact.total or 1)) == fact.value
