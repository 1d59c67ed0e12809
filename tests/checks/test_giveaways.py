"""A bank whose options give their key away by tone or by an echo is named."""

from dataclasses import replace

import pytest

from ntrkcourse.checks.giveaways import LEAST_SINGLES, check_giveaways, scores
from ntrkcourse.commands import check as command
from ntrkcourse.content.questions import Option, Question

KEY = "It could still be there"
WRONG = ("It is gone because of age", "It has left the sample", "It was read in error")


def bank(count: int = LEAST_SINGLES, key: str = KEY, use: str = "chapter") -> list[Question]:
    """So many single questions, each with the key in another place than the one before."""
    questions = []
    for number in range(count):
        options = [Option(text, "It is not so.", trap="t") for text in WRONG]
        options.insert(number % 4, Option(key, "It is so.", True))
        stem = f"What follows from reading {number}?"
        questions.append(
            Question(f"01.q{number}", "01.1", "single", use, "apply", stem, "S", option=tuple(options))  # type: ignore[arg-type]
        )
    return questions


def codes(questions: list[Question]) -> list[tuple[str, str]]:
    return [(problem.code, problem.record) for problem in check_giveaways(questions)]


def test_a_modest_key_among_arguing_distractors_is_named() -> None:
    assert scores(tuple(bank()))["by tone", "bank"] == 1.0
    assert set(codes(bank())) == {("Q16", "bank")}


def test_each_form_is_held_by_itself() -> None:
    told = [replace(one, use="A" if number % 2 else "B") for number, one in enumerate(bank())]
    assert {("Q16", "form A"), ("Q16", "form B")} <= set(codes(told))
    assert ("by tone", "form A") not in scores(tuple(bank()))


def test_a_key_that_argues_as_the_others_do_scores_little() -> None:
    assert scores(tuple(bank(key="It is here because it was")))["by tone", "bank"] == 0.0


def test_a_small_bank_is_left_to_luck() -> None:
    small = bank(LEAST_SINGLES - 1)
    assert scores(tuple(small)) == {} and codes(small) == []


def test_check_ends_with_the_scores(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "check_everything", list)
    monkeypatch.setattr(command, "load_questions", lambda: {question.id: question for question in bank()})
    assert command.check() == 0
    *said, last = capsys.readouterr().out.splitlines()
    assert "guesser by tone, bank: 100%" in said and last.endswith("no problem found")


def echo(key: str, distractor: str, *others: str) -> list[tuple[str, str]]:
    options = (Option(key, "It is so.", True), Option(distractor, "It is not so.", trap="t"))
    asked = Question(
        "01.echo", "01.1", "single", "chapter", "apply", "Whose kinase is lost?", "S", option=options
    )
    rest = [replace(asked, id=f"01.{place}", stem=stem, kind="multiple") for place, stem in enumerate(others)]
    # So many others, of which none says anything of a kinase, that a word can be rare.
    others_too = bank(LEAST_SINGLES, key="It is here because it was")
    return [one for one in codes([asked, *rest, *others_too]) if one[0] == "Q17"]


def test_a_key_that_alone_takes_up_a_rare_word_of_the_stem_is_named() -> None:
    assert echo("The one without a kinase", "The one out of frame") == [("Q17", "01.echo")]


def test_a_word_that_others_have_too_gives_nothing_away() -> None:
    assert echo("The one without a kinase", "The one whose kinase is short") == []
    assert echo("The one without a kinase", "The one out of frame", *["Is it a kinase?"] * 5) == []
    assert echo("The one that is lost", "The one out of frame") == [], "a short word rings no bell"
