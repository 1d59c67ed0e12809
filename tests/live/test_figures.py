"""The board's figures, on small rooms that can be counted by hand."""

import itertools
import uuid
from dataclasses import replace

import pytest

from ntrkcourse.content.marks import names_of
from ntrkcourse.content.questions import Diagnosis, Item, Option, Pair, Question
from ntrkcourse.live import figures
from ntrkcourse.live.figures import Stop
from ntrkcourse.live.statements import Answer

COMMON = {"objective": "03.1", "use": "chapter", "level": "apply", "see": ""}
SINGLE = Question(
    id="03.single",
    kind="single",
    stem="Which of **these**?",
    option=(
        Option("Right", "Yes.", correct=True),
        Option("Near", "Not *quite*.", trap="near is right"),
        Option("Far", "No.", trap="far is near"),
    ),
    **COMMON,
)
MULTIPLE = Question(
    id="03.multiple",
    kind="multiple",
    stem="Which?",
    option=(
        Option("One", "Yes.", correct=True),
        Option("Two", "Yes.", correct=True),
        Option("Three", "No.", trap="three belongs"),
    ),
    **COMMON,
)
NUMERIC = Question(
    id="03.numeric",
    kind="numeric",
    stem="How many?",
    answer=50,
    tolerance=5,
    unit="per cent",
    diagnosis=(
        Diagnosis(40, 60, "Half of it.", "half"),
        Diagnosis(0, 1, "A fraction.", "fraction for per cent"),
    ),
    **COMMON,
)
ORDER = Question(
    id="04.order", kind="order", stem="First?", item=(Item("A", ""), Item("B", ""), Item("C", "")), **COMMON
)
MATCH = Question(
    id="04.match", kind="match", stem="Whose?", pair=(Pair("a", "x", ""), Pair("b", "y", "")), **COMMON
)
BANK = {one.id: one for one in (SINGLE, MULTIPLE, NUMERIC, ORDER, MATCH)}
NAMES = {one.id: names_of(option.text for option in one.option) for one in (SINGLE, MULTIPLE)}
COUNT = itertools.count()


def said(name, question, response, right, certainty=None, round=1, attempt=1):
    number = next(COUNT)
    return Answer(
        id=str(uuid.UUID(int=number)),
        name=name,
        registration="",
        question=question.id,
        response=response,
        right=right,
        certainty=certainty,
        attempt=attempt,
        round=round,
        timestamp="2001-01-01T00:00:00Z",
        stored=f"2026-11-30T10:00:{number % 60:02}+00:00",
    )


def chose(name, at, certainty=None, round=1, attempt=1):
    return said(name, SINGLE, NAMES["03.single"][at], at == 0, certainty, round, attempt)


def test_first_answers_of_a_round_count_and_each_once():
    first, second, again = chose("a", 1), chose("a", 0, attempt=2), chose("a", 2, round=2, attempt=3)
    board = figures.board([first, first, second, again, second], ["a"], BANK)
    rounds = board["items"]["03.single"]["rounds"]
    assert [(one["answers"], one["right"]) for one in rounds.values()] == [(1, 0), (1, 0)]
    assert [one["count"] for one in rounds[1]["spread"]] == [0, 1, 0]
    assert [one["count"] for one in rounds[2]["spread"]] == [0, 0, 1]
    # A phone that was away may send the second before the first.
    assert figures.board([second, first], ["a"], BANK)["items"]["03.single"]["rounds"][1]["right"] == 0


def test_spread_and_certainty_of_a_choice():
    board = figures.board(
        [chose("a", 0, 3), chose("b", 1, 3), chose("c", 1), chose("d", 0, 1)], list("abcd"), BANK
    )
    shown = board["items"]["03.single"]
    assert shown["stem"] == "Which of these?"
    assert [(one["label"], one["count"], one["right"]) for one in shown["rounds"][1]["spread"]] == [
        ("Right", 2, True),
        ("Near", 2, False),
        ("Far", 0, False),
    ]
    certainty = [(one["certainty"], one["count"], one["right"]) for one in shown["rounds"][1]["certainty"]]
    assert certainty == [(1, 1, 1), (2, 0, 0), (3, 2, 1), (None, 1, 0)]


def test_spread_of_several_choices_counts_each():
    one, two, three = NAMES["03.multiple"]
    answers = [said("a", MULTIPLE, f"{one}[,]{two}", True), said("b", MULTIPLE, f"{two}[,]{three}", False)]
    shown = figures.board(answers, list("ab"), BANK)["items"]["03.multiple"]
    assert [each["count"] for each in shown["rounds"][1]["spread"]] == [1, 2, 1]
    assert [(each["trap"], each["count"]) for each in shown["traps"]] == [("three belongs", 1)]


def test_spread_of_numbers_by_size_and_of_orders_in_words():
    a, b, c = names_of("ABC")
    rows, partners = names_of("ab"), names_of("xy")
    answers = [
        said("a", NUMERIC, "9", False),
        said("b", NUMERIC, "50", True),
        said("c", NUMERIC, "0.5", False),
        said("a", ORDER, f"{b}[,]{a}[,]{c}", False),
        said("a", MATCH, f"{rows[0]}[.]{partners[1]}[,]{rows[1]}[.]{partners[0]}", False),
    ]
    items = figures.board(answers, list("abc"), BANK)["items"]
    labels = {name: [one["label"] for one in item["rounds"][1]["spread"]] for name, item in items.items()}
    assert labels == {
        "03.numeric": ["0.5 per cent", "9 per cent", "50 per cent"],
        "04.order": ["B; A; C"],
        "04.match": ["a: y; b: x"],
    }


def test_wrong_ideas_are_ranked_with_what_to_say():
    answers = [chose("a", 1), chose("b", 1), chose("c", 2), chose("d", 0)]
    answers += [chose("d", 2, round=2), chose("d", 2, attempt=2)]
    answers += [said(name, NUMERIC, "0.5", False) for name in "abc"] + [said("d", NUMERIC, "50", True)]
    ranked = figures.board(answers, list("abcd"), BANK)["traps"]
    assert [(one["item"], one["trap"], one["say"], one["count"]) for one in ranked] == [
        ("03.numeric", "fraction for per cent", "A fraction.", 3),
        ("03.single", "near is right", "Not quite.", 2),
        ("03.single", "far is near", "No.", 1),
    ]


def test_the_shift_between_two_votes():
    first = [chose(name, at) for name, at in zip("abcdef", (1, 1, 1, 0, 0, 2), strict=True)]
    second = [chose(name, at, round=2, attempt=2) for name, at in zip("abcde", (0, 0, 0, 0, 1), strict=True)]
    shift = figures.board([*first, *second], list("abcdef"), BANK)["items"]["03.single"]["shift"]
    assert (shift["both"], shift["gained"], shift["lost"]) == (5, 3, 1)
    assert (shift["right_twice"], shift["wrong_twice"]) == (1, 0)
    assert shift["share"] == 0.75 and shift["p"] == pytest.approx(0.625)
    # Clopper and Pearson, 3 of 4.
    assert shift["interval"] == pytest.approx((0.1941, 0.9937), abs=1e-4)
    assert figures.board(first, list("abcdef"), BANK)["items"]["03.single"]["shift"] is None


def test_where_everybody_is():
    answers = [chose("a", 0), said("a", NUMERIC, "50", True), chose("b", 1), chose("b", 0, attempt=2)]
    learners = figures.board(answers, ["a", "b", "c"], BANK)["learners"]
    assert [(one["name"], one["item"], one["answered"]) for one in learners] == [
        ("a", "03.numeric", 2),
        ("b", "03.single", 1),
        ("c", None, 0),
    ]
    # What comes again later is no later answer.
    assert figures.board([*answers, answers[0]], ["a"], BANK)["learners"][0]["item"] == "03.numeric"
    # By the laptop's clock, not the phone's.
    assert learners[0]["at"] == answers[1].stored and learners[2]["at"] is None


def test_gain_from_each_learners_first_sitting_to_the_second():
    tests = {
        f"{use}{number}": Question(
            id=f"0{number}.{use}",
            kind="single",
            stem="?",
            option=SINGLE.option,
            **{**COMMON, "use": use, "objective": f"0{number}.1"},
        )
        for use in ("B", "A")
        for number in (1, 2)
    }
    bank = {one.id: one for one in tests.values()}
    right, wrong = NAMES["03.single"][:2]

    def answered(name, **given):
        return [said(name, tests[key], right if ok else wrong, ok) for key, ok in given.items()]

    answers = [
        *answered("a", A1=False, A2=False, B1=True, B2=True),
        # The coin put form B first.
        *answered("b", B1=True, B2=False, A1=True, A2=False),
        *answered("c", B1=False, A1=True),
        # Who was not there afterwards says nothing of the gain.
        *answered("d", A1=True),
    ]
    gain = figures.board(answers, list("abcd"), bank)["gain"]
    assert (gain["before"], gain["after"]) == (0.2, 0.8)
    assert gain["normalised"] == pytest.approx(0.75)
    assert gain["first"] == {"A": 1, "B": 2}
    assert [(one["A"], one["B"], one["both"], one["gained"], one["lost"]) for one in gain["pairs"]] == [
        ("01.A", "01.B", 3, 2, 0),
        ("02.A", "02.B", 2, 1, 0),
    ]


def test_a_second_attempt_a_month_later_is_no_part_of_the_gain():
    one, other = (
        Question(id=f"01.{use}", kind="single", stem="?", option=SINGLE.option, **{**COMMON, "use": use})
        for use in "AB"
    )
    right = NAMES["03.single"][0]
    answers = [said("a", other, right, True), replace(said("a", one, right, True), attempt=2)]
    assert figures.board(answers, ["a"], {one.id: one, other.id: other})["gain"]["pairs"] == []


def test_item_analysis_of_who_answered_everything():
    bank = {
        f"03.q{number}": Question(id=f"03.q{number}", kind="single", stem="?", option=SINGLE.option, **COMMON)
        for number in range(3)
    }
    right, wrong = NAMES["03.single"][:2]
    rows = {"a": (1, 1, 1), "b": (1, 1, 0), "c": (1, 0, 0), "d": (0, 0, 0)}
    answers = [
        said(name, bank[f"03.q{at}"], right if ok else wrong, bool(ok))
        for name, row in rows.items()
        for at, ok in enumerate(row)
    ]
    answers.append(said("e", bank["03.q0"], right, True))
    analysis = figures.board(answers, list("abcde"), bank)["analysis"]["03"]
    assert analysis["complete"] == 4
    # A perfect scale of three items: variance of the scores 1.25, of the items 0.1875 + 0.25 + 0.1875.
    assert analysis["kr20"] == pytest.approx(3 / 2 * (1 - 0.625 / 1.25))
    assert [one["difficulty"] for one in analysis["items"]] == [0.8, 0.5, 0.25]
    assert [one["answers"] for one in analysis["items"]] == [5, 4, 4]
    assert all(one["discrimination"] > 0.5 for one in analysis["items"])


def test_pace_by_the_clock_and_by_the_room():
    stops = [
        Stop("Talk", 0, 10),
        Stop("One", 10, 20, ("03.single",)),
        Stop("Two", 30, 20, ("03.numeric", "04.order")),
    ]
    answers = [chose("a", 0), chose("b", 0), said("a", NUMERIC, "50", True)]
    pace = figures.board(answers, list("abcd"), BANK, stops, 35)["pace"]
    assert (pace["clock"], pace["room"]) == (2, 1)
    assert [one["begun"] for one in pace["parts"]] == [0, 2, 1]
    empty = figures.board([], [], BANK, stops, 0)["pace"]
    assert (empty["clock"], empty["room"]) == (0, None)
    assert figures.board(answers, list("abcd"), BANK)["pace"] is None


def test_an_empty_room():
    assert figures.board([], [], BANK) == {
        "learners": [],
        "items": {},
        "traps": [],
        "gain": {"before": None, "after": None, "normalised": None, "first": {"A": 0, "B": 0}, "pairs": []},
        "analysis": {},
        "pace": None,
    }
