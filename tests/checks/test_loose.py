"""F07: what a question says of a figure rests on a link, on a fact that it names, or is said to be made up."""

from dataclasses import replace

import pytest

from ntrkcourse.checks import loose
from ntrkcourse.checks.loose import check_loose, loose_figures
from ntrkcourse.content.facts import load_facts
from ntrkcourse.content.questions import Diagnosis, Item, Option, Pair, Question, load_questions

FACTS = load_facts()
ROSS = "epi.ntrk.breast.rossds2020"
SAID = "It was 5 of 4,854 there."
PLAIN = Question("03.x", "03.1", "single", "chapter", "apply", "How many women?", "Section")


def figures(question):
    return [problem.advice for problem in loose_figures(question, FACTS)]


@pytest.mark.parametrize(
    "said",
    [
        {"option": (Option(SAID, "f", True),)},
        {"option": (Option("t", SAID),)},
        {"diagnosis": (Diagnosis(0, 1, SAID, "t"),)},
        {"item": (Item("t", SAID),)},
        {"pair": (Pair("l", "r", SAID),)},
        {"right": SAID},
        {"wrong": SAID},
    ],
    ids=lambda said: next(iter(said)),
)
def test_a_figure_that_rests_on_nothing_is_found_in_every_field(said):
    (advice,) = figures(replace(PLAIN, **said))
    assert "5 of 4,854" in advice
    assert figures(replace(PLAIN, facts=(ROSS,), **said)), "it is no figure of the named fact"
    assert figures(replace(PLAIN, stem="Suppose a series. How many?", **said)) == []


def test_a_figure_that_is_linked_or_of_a_named_fact_rests_on_it():
    assert figures(replace(PLAIN, right=f"It was [4 of 4,854](fact:{ROSS}).")) == []
    assert figures(replace(PLAIN, right="It was 4 of 4,854.", facts=(ROSS,))) == []
    assert (
        figures(replace(PLAIN, right="It was 4 of 4,854.", stem=f"Of [4,854](fact:{ROSS}) how many?")) == []
    )


def test_a_wrong_option_may_say_what_it_likes():
    assert figures(replace(PLAIN, option=(Option(SAID, "No."),))) == []


def test_the_bank_may_not_hold_more_of_them_than_it_did(monkeypatch):
    now = sum(len(figures(question)) for question in load_questions().values())
    assert now <= loose.MOST_LOOSE <= 27, "the ceiling falls, and never rises"
    assert check_loose(load_questions().values(), FACTS) == []
    monkeypatch.setattr(loose, "MOST_LOOSE", now)
    found = check_loose([*load_questions().values(), replace(PLAIN, right=SAID)], FACTS)
    assert len(found) == now + 1 and found[-1].code == "F07"
