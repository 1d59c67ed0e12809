"""The strategy simulator's inputs and its readable equivalent."""

import re

import pytest

from ntrkcourse import Assay, Step, Strategy, exact_interval, load_facts, run_strategy, strategy_simulator
from ntrkcourse.widgets.strategy_simulator import StrategySimulator


def test_figures_come_from_the_facts() -> None:
    data, facts = strategy_simulator().data, load_facts()
    for stain in data["stains"]:
        for figure, (events, total, fact) in zip(
            ("sensitivity", "specificity"), stain["counts"], strict=True
        ):
            assert (events, total) == (facts[fact].events, facts[fact].total)
            assert stain[figure] == [events / total, *exact_interval(events, total)]
    success = facts["methods.rnangs.success.luthra2021"]
    assert data["published"] == (success.total - success.events) / success.total
    assert [data["published"], *exact_interval(70, 767)] in data["rnaFailures"]
    assert data["dna"]["sensitivity"][0] == facts["methods.dnangs.sensitivity.solomon2020"].value / 100
    assert set(data["facts"]) <= set(facts)


def test_the_equivalent_tells_what_run_strategy_says() -> None:
    widget = strategy_simulator()
    text = StrategySimulator.equivalent(widget.data)
    rna = Assay("rna", 1, 1, 70 / 767, 10)
    two_step = Strategy("", (Step(Assay("stain", 4 / 5, 23 / 28, 0, 1)), Step(rna)))
    outcome = run_strategy(two_step, 100_000, 0.001)
    row = re.search(r"<tr><th>Stain, then RNA for positives</th>(.*?)</tr>", text)
    assert row
    assert f"{outcome.found:.1f} (" in row[1] and f"{outcome.cost_per_found:,.0f} (" in row[1]
    assert "constructed" in text and "none found" in text and "JavaScript" not in text
    assert set(re.findall(r'data-fact="([^"]+)"', text)) <= set(widget.data["facts"])


def test_own_prices_replace_the_constructed_ones() -> None:
    data = strategy_simulator(prices={"rna": 25}).data
    assert data["start"]["prices"] == {"stain": 1, "dna": 10, "rna": 25}


@pytest.mark.parametrize(
    ("argument", "value"),
    [
        ("stain", "harrison"),
        ("tumours", 5),
        ("tumours", 0.5),
        ("prices", {"rna": -1}),
        ("prices", {"rna": float("inf")}),
        ("prices", {"plasma": 3}),
        ("instance", ""),
    ],
)
def test_bad_arguments_are_named(argument: str, value: object) -> None:
    with pytest.raises(ValueError, match=argument):
        strategy_simulator(**{argument: value})  # type: ignore[arg-type]
