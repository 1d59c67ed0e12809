"""The assay chooser's Python side: every combination is worked out, every reason is there."""

from itertools import product

from ntrkcourse import assay_chooser
from ntrkcourse.content import load_facts
from ntrkcourse.content.inline import parse_inline
from ntrkcourse.widgets.assay_chooser import AssayChooser
from ntrkcourse.widgets.assay_chooser.records import load

DATA = assay_chooser().data
GUIDE = load()


def test_every_combination_is_the_guides() -> None:
    rules = [*DATA["fit"], *DATA["limit"]]
    for sample, question, constraint in product(GUIDE.sample, GUIDE.question, GUIDE.constraint):
        judged = GUIDE.judge(sample.id, question.id, constraint.id)
        shown = DATA["judged"][sample.id][question.id][constraint.id]
        assert [(one["assay"], one["rating"]) for one in shown] == [
            (one.assay.id, one.rating) for one in judged
        ]
        for one, told in zip(judged, shown, strict=True):
            reasons = [(rules[place]["basis"], rules[place]["reason"]) for place in told["why"]]
            assert reasons == [(rule.basis, parse_inline(rule.reason)) for rule in one.reasons]


def test_facts_exist_and_india_is_among_them() -> None:
    facts = AssayChooser.fact_ids(DATA)
    assert "guideline.india.none_found" in facts
    assert set(facts) <= set(load_facts())
    assert len(facts) == len(set(facts)) > 20


def test_equivalent_carries_the_substance() -> None:
    html = AssayChooser.equivalent(DATA)
    for assay in GUIDE.assay:
        assert assay.name in html
    for told in (
        GUIDE.words["good"],
        GUIDE.words["possible"],
        GUIDE.words["poor"],
        "58 of 66",
        "Our reading: ",
    ):
        assert told in html
    assert html.count("<table>") == len(GUIDE.question)
    for name in AssayChooser.fact_ids(DATA):
        assert f'data-fact="{name}"' in html
