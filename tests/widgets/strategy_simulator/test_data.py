"""The strategy simulator's inputs and its readable equivalent."""

import re

import pytest

from ntrkcourse import Assay, Step, Strategy, exact_interval, load_facts, run_strategy, strategy_simulator
from ntrkcourse.widgets.strategy_simulator import StrategySimulator


def test_figures_come_from_the_facts() -> None:
    data, facts = strategy_simulator().data, load_facts()
    for stain in data["stain"]:
        linked = [facts[span[2]] for span in stain["figures"] if span[0] == "fact"]
        for figure, fact in zip(("sensitivity", "specificity"), linked, strict=True):
            assert stain[figure] == [fact.events / fact.total, *exact_interval(fact.events, fact.total)]
    success = facts["methods.rnangs.success.luthra2021"]
    assert data["published"] == (success.total - success.events) / success.total
    assert [data["published"], *exact_interval(70, 767)] in data["failures"]["rna"]
    for figure, value in data["panel"].items():
        assert value == [facts[f"methods.dnangs.{figure}.solomon2020"].value / 100] * 3


def test_the_equivalent_tells_what_run_strategy_says() -> None:
    widget = strategy_simulator()
    text = StrategySimulator.equivalent(widget.data)
    rna = Assay("rna", 1, 1, 70 / 767, 10)
    two_step = Strategy("", (Step(Assay("stain", 4 / 5, 23 / 28, 0, 1)), Step(rna)))
    outcome = run_strategy(two_step, 100_000, 0.001)
    row = re.search(r"<tr><th>Stain, then RNA for positives</th>(.*?)</tr>", text)
    assert row
    assert f"{outcome.found:.1f} (" in row[1] and f"{outcome.cost_per_found:,.0f} (" in row[1]
    assert "constructed" in text and widget.data["words"]["nothing"] in text


def test_the_stain_that_is_chosen_is_the_printed_table_s() -> None:
    for name in ("solomon", "koopman"):
        data = strategy_simulator(stain=name).data
        stains = StrategySimulator.printed(data)["stains"]
        assert stains[0]["id"] == data["start"]["stain"] == name
        assert len(stains) == 2


def test_an_unknown_stain_is_named() -> None:
    with pytest.raises(ValueError, match="stain"):
        strategy_simulator(stain="harrison")
