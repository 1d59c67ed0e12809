"""The assay chooser's Python side: every combination is worked out, every reason is there."""

from itertools import product

import pytest

from ntrkcourse import assay_chooser
from ntrkcourse.content import load_facts
from ntrkcourse.content.inline import parse_inline
from ntrkcourse.widgets import WIDGETS
from ntrkcourse.widgets.assay_chooser import AssayChooser
from ntrkcourse.widgets.assay_chooser.records import RATINGS, load

DATA = assay_chooser().data
GUIDE = load()


def test_every_combination_is_the_guides() -> None:
    for (s, sample), (q, question), (c, constraint) in product(
        enumerate(GUIDE.samples), enumerate(GUIDE.questions), enumerate(GUIDE.constraints)
    ):
        judged = GUIDE.judge(sample.id, question.id, constraint.id)
        shown = DATA["judged"][s][q][c]
        assert [GUIDE.assays[one[0]] for one in shown] == [one.assay for one in judged]
        assert [RATINGS[one[1]] for one in shown] == [one.rating for one in judged]
        for one, told in zip(judged, shown, strict=True):
            texts = [DATA["reasons"][place]["text"] for place in told[2:]]
            assert texts == [parse_inline(rule.reason) for rule in one.reasons]
            ours = [DATA["reasons"][place]["ours"] for place in told[2:]]
            assert ours == [rule.basis == "ours" for rule in one.reasons]


def test_facts_exist_and_india_is_among_them() -> None:
    facts = AssayChooser.fact_ids(DATA)
    assert "guideline.india.none_found" in facts
    assert set(facts) <= set(load_facts())
    assert len(facts) == len(set(facts)) > 20


def test_start_is_a_case_or_a_situation() -> None:
    assert DATA["start"] == {"case": 0, "at": DATA["cases"][0]["at"]}
    assert assay_chooser(case="liver").data["start"]["at"] == [3, 2, 0]
    own = assay_chooser(case="own", sample="tiny", question="unselected", constraint="days")
    assert own.data["start"] == {"case": -1, "at": [2, 1, 1]}


@pytest.mark.parametrize("argument", ["case", "sample", "question", "constraint"])
def test_unknown_ids_are_named(argument: str) -> None:
    with pytest.raises(ValueError, match=argument):
        assay_chooser(**{argument: "other"})


def test_empty_instance_is_refused() -> None:
    with pytest.raises(ValueError, match="instance"):
        assay_chooser(instance="")


def test_equivalent_carries_the_substance() -> None:
    html = AssayChooser.equivalent(DATA)
    for assay in GUIDE.assays:
        assert assay.name in html
    for told in ("Good choice", "Possible", "Poor", "58 of 66", "697 of 767", "Our reading: "):
        assert told in html
    assert html.count("<table>") == len(GUIDE.questions)
    for name in AssayChooser.fact_ids(DATA):
        assert f'data-fact="{name}"' in html


def test_is_registered() -> None:
    assert WIDGETS["assay-chooser"] is AssayChooser
