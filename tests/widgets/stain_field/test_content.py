"""What is said of stains: what the loader refuses, and what the course's own file says."""

import pytest
from contract import Refuses

from ntrkcourse.content import load_facts
from ntrkcourse.content.inline import fact_ids
from ntrkcourse.content.location import content_folder
from ntrkcourse.science.staining import INTENSITIES, PLACES, SHARES, constructed_fields
from ntrkcourse.widgets.stain_field.records import counted, load

SOURCE = (content_folder() / "widgets/stain_field.toml").read_text(encoding="utf-8")


def test_every_constructed_field_is_told_once_and_scored_in_the_models_names():
    exercise = load().exercise
    assert [one.id for one in exercise.field] == [field.id for field in constructed_fields()]
    for names, known in (
        (exercise.places, PLACES),
        (exercise.intensities, INTENSITIES[1:]),
        (exercise.shares, SHARES[1:]),
    ):
        assert [name.lower() for name in names] == list(known)


def test_the_counts_of_a_stain_are_those_of_its_facts():
    facts = load_facts()
    for stain in load().stains.values():
        for share, name in zip((stain.sensitivity, stain.specificity), fact_ids(stain.figures), strict=True):
            assert share == (facts[name].events, facts[name].total)
            assert f"[{share.events} of {share.total}](fact:{name})" in stain.figures
            assert share.ends[0] <= share.share <= share.ends[1]


def test_sliders_stop_at_each_population():
    positions = load().prevalences()
    assert positions == sorted(positions)
    shares = {one.id: one.share for one in load().populations.values()}
    assert shares == {"unselected": 0.001, "dutch": 26 / 274, "secretory": 0.9}
    assert set(shares.values()) <= set(positions)


def test_a_fact_without_counts_is_named():
    with pytest.raises(ValueError, match=r"no\.such"):
        counted("no.such")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('id = "faint-nucleus"', 'id = "faint"', "key 'id': 'faint' is none of secretory"),
        ('id = "faint-nucleus"', 'id = "secretory"', "used twice"),
        ('closing = "', 'close = "', "key 'close': unknown key"),
        ('nuclear = "a nuclear rule"', 'nuclear = "a nuclear rule"\nx = 1', "key 'x': unknown key"),
        (
            '"methods.ihc.breast.sensitivity.solomon2020", ""',
            '"no.such", ""',
            "record 'study Solomon 2020', key 'sensitivity': 'no.such' is no fact with the counts",
        ),
        ("Positive in [4 of 5]", "Positive in (4 of 5)", "record 'stain solomon', key 'figures': must link"),
        ("rounded = 0.001\n", "", "record 'population unselected', key 'fact': '' is no fact"),
        ("rounded = 0.9\n", 'rounded = 0.9\nfact = "no.such"\n', "'no.such' is no fact"),
    ],
)
def test_bad_files_are_refused(refuses: Refuses, before: str, after: str, told: str) -> None:
    assert before in SOURCE
    refuses(load, SOURCE.replace(before, after, 1), told)
