"""What the loader refuses, and what stands on paper."""

from contract import Refuses

from ntrkcourse import calculator
from ntrkcourse.content.location import content_folder
from ntrkcourse.widgets.calculator.records import load

SOURCE = (content_folder() / "widgets/calculator.toml").read_text(encoding="utf-8")


def test_a_form_that_is_there_twice_is_refused(refuses: Refuses) -> None:
    assert 'id = "one"' in SOURCE
    refuses(load, SOURCE.replace('id = "one"', 'id = "result"'), "must be interval, result, one, each once")


def test_a_rule_that_asks_for_what_nobody_fills_in_is_refused(refuses: Refuses) -> None:
    assert "{tail}" in SOURCE
    refuses(load, SOURCE.replace("{tail}", "{tails}", 1), "tails")


def test_paper_has_the_rules_with_their_numbers() -> None:
    widget = calculator()
    paper = widget.equivalent(widget.data)
    for form in load().form:
        assert form.name in paper
    assert "95% interval" in paper and "2.5% of such studies" in paper and "Take 10,000 people" in paper
