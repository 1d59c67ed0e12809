"""The populations and the published table: what the loader refuses, and what the course's own file says."""

import pytest
from contract import Refuses

from ntrkcourse.content import load_facts
from ntrkcourse.content.location import content_folder
from ntrkcourse.content.walk import facts_of
from ntrkcourse.widgets.natural_frequency_tree.records import load
from ntrkcourse.widgets.stain_field.records import load as load_stains

SOURCE = (content_folder() / "widgets/natural_frequency_tree.toml").read_text(encoding="utf-8")


def test_the_published_table_is_of_the_population_that_its_counts_say():
    published = load().published
    where, stain = load_stains().populations[published.population], load_stains().stains[published.stain]
    ppv, npv = (load_facts()[name] for name in facts_of(published))
    assert ppv.total + npv.total == load().sizes[0] == load_facts()[where.fact].total
    assert (ppv.events, npv.events) == (stain.sensitivity.events, stain.specificity.events)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('id = "dutch"', 'id = "danish"', "key 'population': must be unselected, dutch, secretory"),
        (
            'population = "dutch"',
            'population = "secretory"',
            "key 'population': 'secretory' is none of dutch",
        ),
        (
            'stain = "koopman"',
            'stain = "other"',
            "record 'published', key 'stain': 'other' is none of solomon",
        ),
        ("size = 274", "size = 275", "record 'population dutch', key 'size': 275 is none of 274, 1000"),
        ('intro = "', 'opening = "', "key 'opening': unknown key"),
    ],
)
def test_bad_files_are_refused(refuses: Refuses, before: str, after: str, told: str) -> None:
    assert before in SOURCE
    refuses(load, SOURCE.replace(before, after, 1), told)
