"""What the loader refuses, and that the series are those of the science functions at the rate of the fact."""

import pytest
from contract import Refuses

from ntrkcourse import exact_interval, load_facts, repeated_samples
from ntrkcourse.content.location import content_folder
from ntrkcourse.science.proportions import draw_counts, share_that_miss
from ntrkcourse.widgets.repeated_samples.records import load

SOURCE = (content_folder() / "widgets/repeated_samples.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('fact = "epi.ntrk.breast.rossds2020"', 'fact = "none"', "key 'fact': no fact 'none'"),
        (
            'fact = "epi.ntrk.breast.rossds2020"',
            'fact = "bayes.prevalence.breast_high.rnahybrid2024"',
            "key 'fact': 'bayes.prevalence.breast_high.rnahybrid2024' has no counts",
        ),
        ("series = 100", "series = 0", "key 'series': must be 1 or more"),
        ("times = [1, 10]", "times = [0]", "key 'times': must be whole numbers from 1"),
    ],
)
def test_what_makes_no_sense_is_refused(refuses: Refuses, before: str, after: str, told: str) -> None:
    assert before in SOURCE
    refuses(load, SOURCE.replace(before, after, 1), told)


def test_the_series_are_drawn_at_the_rate_of_the_fact() -> None:
    data = repeated_samples().data
    fact = load_facts()[data["fact"]]
    assert data["rate"] == fact.events / fact.total
    assert [one["women"] for one in data["size"]] == [fact.total, 10 * fact.total]
    for one in data["size"]:
        women = one["women"]
        assert one["counts"] == draw_counts(data["rate"], women, data["series"], f"03/{women}")
        assert one["miss"] == pytest.approx(share_that_miss(data["rate"], women), abs=1e-4)
        assert 10_000 * exact_interval(max(one["counts"]), women)[1] <= data["ticks"][-1]


def test_another_name_has_other_series() -> None:
    assert repeated_samples("03").data["size"] == repeated_samples("03").data["size"]
    assert repeated_samples("03").data["size"] != repeated_samples("class").data["size"]
