"""The case player's data and its paper edition."""

import re

import pytest

from ntrkcourse import case, conversation
from ntrkcourse.content.cases import best_way, load_cases
from ntrkcourse.widgets.wording import rupees

CASES = load_cases()


def player(name):
    return case(name) if CASES[name].kind == "case" else conversation(name)


@pytest.mark.parametrize(("make", "name"), [(case, "G"), (case, "hopeful-finding"), (conversation, "A")])
def test_a_name_that_is_none_is_refused(make, name):
    with pytest.raises(ValueError, match="must be one of"):
        make(name)


@pytest.mark.parametrize("name", CASES)
def test_the_strongest_way_is_summed_up(name):
    data = player(name).data
    best = best_way(CASES[name]).choices
    assert data["best"]["days"] == sum(choice.days for choice in best)
    assert data["best"]["money"] == sum(choice.money for choice in best)


@pytest.mark.parametrize("name", CASES)
def test_on_paper_each_slip_is_named_once_and_leads_on(name):
    html = player(name).equivalent(player(name).data)
    scenes, _, rest = html.partition('<section class="paper-slips">')
    slips, _, debrief = rest.partition("</section>")
    named = [int(number) for number in re.findall(r"<strong>Slip (\d+)</strong>", scenes)]
    heads = [int(number) for number in re.findall(r"<strong>Slip (\d+)\.</strong>", slips)]
    assert sorted(named) == heads == list(range(1, len(heads) + 1))
    assert named != heads, "the slips lie in the order of the choices"
    turns = {int(number) for number in re.findall(r"Turn to scene (\d+)", slips)}
    assert turns == set(range(2, len(CASES[name].scene) + 1))
    assert "Strongest" not in scenes + slips
    assert debrief.count("Strongest") == sum(bool(scene.choice) for scene in CASES[name].scene)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0, "₹0"), (900, "₹900"), (3000, "₹3,000"), (120000, "₹1,20,000"), (12345678, "₹1,23,45,678")],
)
def test_rupees_are_grouped_as_in_india(value, shown):
    assert rupees(value) == shown
