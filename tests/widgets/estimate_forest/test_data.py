"""The estimate forest's rows, axes and words agree with the facts and the science functions."""

from pathlib import Path

import pytest

from ntrkcourse import estimate_forest, exact_interval, load_facts
from ntrkcourse.content.location import content_folder
from ntrkcourse.science.spread import exact_spread
from ntrkcourse.widgets import estimate_forest as room
from ntrkcourse.widgets.estimate_forest.records import load

FOREST = load()
ROSS, CHINA, TAO, FORSYTHE, RNA = (one.fact for one in FOREST.estimate)


def row(fact: str) -> dict:
    return next(row for row in estimate_forest().data["estimate"] if row["fact"] == fact)


def text(spans: list) -> str:
    return "".join(span[1] for span in spans)


def test_counts_give_exact_intervals() -> None:
    exact = [row for row in estimate_forest().data["estimate"] if row["kind"] == "exact"]
    assert len(exact) == 3
    for one in exact:
        fact = load_facts()[one["fact"]]
        assert one["counted"] == [fact.events, fact.total]
        assert one["point"] == pytest.approx(fact.events / fact.total, rel=1e-5)
        assert one["interval"] == pytest.approx(exact_interval(fact.events, fact.total), rel=1e-5)


def test_a_pooled_estimate_keeps_its_published_interval() -> None:
    fact = load_facts()[FORSYTHE]
    assert fact.interval is not None
    pooled = row(FORSYTHE)
    assert pooled["kind"] == "published"
    assert pooled["interval"] == [bound / 100 for bound in fact.interval] == [0, 0.015]
    assert pooled["bounds"] == "0% to 1.5% (0 to 150 in 10,000), as published"


def test_without_counts_there_is_no_interval() -> None:
    bare = row(RNA)
    assert (bare["kind"], bare["interval"], bare["percent"]) == ("bare", None, "0.63%")
    assert bare["bounds"].startswith("none")


def test_the_question_states_the_spread() -> None:
    data = estimate_forest().data
    points = [row["point"] for row in data["estimate"]]
    assert points == sorted(points)
    assert f"about {round(points[-1] / points[0])} times the smallest" in data["question"]


def test_words_are_worked_out() -> None:
    data = estimate_forest().data
    chance = exact_spread([(4, 4854), (4, 1894), (6, 1440)])
    best = next(choice for choice in data["choice"] if choice["best"])
    assert f"14 cases would fall as unevenly as this only about {100 * chance:.0f} times in 100" in text(
        best["feedback"]
    )
    overlap = text(data["reading"][0]["text"])
    assert overlap.startswith("All 6 pairs of intervals overlap.")
    assert "Ross 2020 and Tao 2021: both allow a rate of 0.15% to 0.21%" in overlap
    assert len(data["pairs"]) == 6


def test_intervals_that_do_not_overlap_are_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = (content_folder() / "widgets/estimate_forest.toml").read_text(encoding="utf-8")
    file = tmp_path / "forest.toml"
    file.write_text(source.replace(TAO, "epi.breast.pik3ca.martinezsaez2020"), encoding="utf-8")
    monkeypatch.setattr(room, "load", lambda: load(file))
    monkeypatch.setattr(room, "exact_spread", lambda groups: 0.001)
    data = estimate_forest().data
    assert text(data["reading"][0]["text"]).startswith(FOREST.words["overlapping_some"].format(n=3, all=6))
    names = {"a": FOREST.estimate[0].name, "b": FOREST.estimate[2].name}
    assert [FOREST.words["pair"].format(**names), FOREST.words["no_overlap"]] in data["pairs"]


def test_axes_hold_everything() -> None:
    data = estimate_forest().data
    top = max(max(row["interval"] or [row["point"]]) for row in data["estimate"])
    for axis in data["axes"].values():
        assert axis["to"] >= top
        assert axis["ticks"][0][0] == axis["from"]
        assert all(axis["from"] <= value <= axis["to"] for value, *_ in axis["ticks"])
    lowest = min(bound for row in data["estimate"] for bound in (row["interval"] or []) if bound > 0)
    assert 0 < data["axes"]["log"]["from"] <= lowest
    assert data["axes"]["linear"]["ticks"][1] == [0.005, "0.5%", "50"]


def test_linked_facts_are_listed_and_exist() -> None:
    widget = estimate_forest()
    listed = widget.fact_ids(widget.data)
    assert {"methods.dnangs.false_negative_cause.solomon2020", ROSS, FORSYTHE, RNA} <= set(listed)
    assert all(fact in load_facts() for fact in listed)


def test_the_equivalent_carries_the_substance() -> None:
    widget = estimate_forest()
    html = widget.equivalent(widget.data)
    assert f'data-fact="{ROSS}">4 of 4,854</a>' in html
    assert "0.022% to 0.21% (2 to 21 in 10,000), exact, from the counts" in html
    assert "0% to 1.5%" in html
    assert all(part.heading in html for part in FOREST.reading)
    assert html.index("<summary>") < html.index("0.022%"), "intervals stand behind the question"
