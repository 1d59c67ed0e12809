"""Q01 to Q15, Q18 and Q20: the rules for questions. Each problem says what to change.

Q08 (feedback on every option) and the form of the kinds are the loader's; here are the rules that need
judgement or the whole bank. Q01, Q10 and Q14 can only be caught in part by a program.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from ..content.chapters import Chapter
from ..content.facts import Fact
from ..content.inline import plain
from ..content.questions import LEVELS, Question
from ..science.readability import reading_grade
from .problem import Problem
from .prose import bare_prose, check_statistics

_ALL_OF = re.compile(r"\b(all|none) of (the above|these)\b|\bboth A and\b|\b[A-E] and [A-E]\b", re.IGNORECASE)
_NEGATIVE = re.compile(r"\b(which|what)\b[^.?]*\b(not|except|least likely)\b", re.IGNORECASE)
_ABSOLUTE = re.compile(r"\b(always|never|only|invariably)\b", re.IGNORECASE)
MADE_UP = re.compile(r"\b(made-up|suppose|imagine|constructed)\b", re.IGNORECASE)
# The verdict stands above the feedback, so that this would say it twice, or the opposite of it.
_VERDICT = re.compile(r"(?:right|wrong|correct|incorrect)\b(?!-)|(?:yes|no|not right)[.,:;]", re.IGNORECASE)
_AGE = re.compile(r"\b\d{1,2}[- ]year[- ]old\b|\baged? \d{1,2}\b|\b(at|is) \d{2}\b|\bof \d{2}\b")
_PERSON = re.compile(r"\b(woman|man|patient|girl|boy|she|he)\b", re.IGNORECASE)

# Makes a problem of a rule's code and an advice.
_Report = Callable[[str, str], Problem]

MOST_WORDS = 120
HIGHEST_GRADE = 12
HIGHER_LEVELS = LEVELS[LEVELS.index("apply") :]
LEAST_HIGHER_SHARE = 0.6
LEAST_ITEMS_PER_OBJECTIVE = 3
# Decimal places of an answer by the words in which a question asks for them.
_PLACES = {"whole": 0, "one decimal": 1, "two decimals": 2, "three decimals": 3, "nearest thousand": -3}


def check_question(question: Question, facts: Mapping[str, Fact]) -> Iterator[Problem]:
    """Problems of one question by itself."""

    def problem(code: str, advice: str) -> Problem:
        return Problem(f"content/questions/{question.chapter}.toml", question.id, code, advice)

    stem = plain(question.stem)
    whole = f"{plain(question.vignette)} {stem}".strip()
    if "?" not in stem and question.kind in ("single", "numeric"):
        yield problem(
            "Q01", "the stem asks no question; write one that can be answered with the options covered"
        )
    if _NEGATIVE.search(stem) and not re.search(r"\b(NOT|EXCEPT|LEAST)\b", stem):
        yield problem("Q05", "the stem is negative; turn it round, or put the word in capitals")
    if question.kind == "single":
        yield from _check_options(question, problem)
    for option in question.option:
        text = plain(option.text)
        if _ALL_OF.search(text):
            yield problem("Q04", f"option {text!r} points at other options; say what it means")
        if not option.correct and _ABSOLUTE.search(text):
            yield problem("Q06", f"distractor {text!r} gives itself away with an absolute word")
        if not option.correct and not option.trap:
            yield problem("Q09", f"distractor {text!r} names no wrong idea; fill in its trap")
        if len(plain(option.feedback).split()) < 5:
            yield problem("Q08", f"the feedback on {text!r} says too little to teach")
    for feedback in _feedback(question):
        if verdict := _VERDICT.match(plain(feedback).strip()):
            yield problem(
                "Q20", f"a feedback begins with {verdict[0]!r}, which the verdict says; begin with the reason"
            )
    if _PERSON.search(plain(question.vignette)) and not _AGE.search(plain(question.vignette)):
        yield problem("Q10", "the vignette has a person without an age")
    if not (MADE_UP.search(whole) or question.facts):
        for found in check_statistics(whole, "", ""):
            yield problem(
                "Q11",
                f"{found.advice.partition(' stands in ')[0]} decides the answer: link it, or say it is made up",
            )
    if question.kind == "numeric":
        yield from _check_numeric(question, problem)
    words = len(whole.split())
    if words > MOST_WORDS:
        yield problem("Q15", f"{words} words in vignette and stem; at most {MOST_WORDS}")
    grade = reading_grade(whole)
    if grade > HIGHEST_GRADE and words >= 20:
        yield problem(
            "Q15", f"reading grade {grade:.0f}; at most {HIGHEST_GRADE}: shorter sentences, plainer words"
        )
    for fact in question.facts:
        if fact not in facts or facts[fact].status == "recalled":
            yield problem("F02", f"fact {fact!r} does not exist or is only recalled")


def _feedback(question: Question) -> Iterator[str]:
    """All that may be said to an answer."""
    yield from (question.right, question.wrong)
    for parts in (question.option, question.diagnosis, question.item, question.pair):
        yield from (part.feedback for part in parts)


def _check_options(question: Question, problem: _Report) -> Iterator[Problem]:
    if not 3 <= len(question.option) <= 5:
        yield problem("Q03", f"{len(question.option)} options; three to five")
    right = next(len(plain(option.text)) for option in question.option if option.correct)
    longest = max((len(plain(option.text)) for option in question.option if not option.correct), default=0)
    if right > longest * 4 / 3 and right - longest > 6:
        yield problem(
            "Q03", f"the right option is the longest by more than a third ({right} against {longest})"
        )


def _check_numeric(question: Question, problem: _Report) -> Iterator[Problem]:
    answer, tolerance = question.answer or 0, question.tolerance or 0
    places = next((n for words, n in _PLACES.items() if words in question.precision), None)
    if places is None:
        yield problem("Q12", f"precision {question.precision!r} names none of {', '.join(_PLACES)}")
    elif abs(round(answer, places) - answer) > tolerance:
        yield problem(
            "Q12",
            f"tolerance {tolerance:g} refuses {round(answer, places):g}, the answer {answer:g} in its own precision",
        )
    if question.unit.startswith(("%", "percent")):
        yield problem(
            "Q12", f"unit {question.unit!r}: write 'per cent', which is what the box reads shares by"
        )
    if len(question.diagnosis) < 2:
        yield problem("Q12", "diagnose at least two near misses by range")
    ranges = [(d.low, d.high) for d in question.diagnosis]
    for first, second in combinations([*ranges, (answer - tolerance, answer + tolerance)], 2):
        if first[0] <= second[1] and second[0] <= first[1]:
            yield problem("Q12", f"the ranges {first} and {second} overlap")


def check_bank(questions: Sequence[Question], chapters: Mapping[str, Chapter]) -> Iterator[Problem]:
    """Problems of the bank as a whole, and of its ties to the chapters."""
    higher = sum(question.level in HIGHER_LEVELS for question in questions)
    if questions and higher < LEAST_HIGHER_SHARE * len(questions):
        yield Problem(
            "content/questions",
            "bank",
            "Q02",
            f"{higher} of {len(questions)} at apply or above; at least 60%",
        )
    yield from _check_places(questions)
    per_objective = Counter(question.objective for question in questions)
    for chapter in chapters.values():
        file = f"content/questions/{chapter.number}.toml"
        for code in chapter.objectives:
            if per_objective[code] < LEAST_ITEMS_PER_OBJECTIVE:
                yield Problem(
                    file, code, "Q13", f"{per_objective[code]} items; at least three for each objective"
                )
        pictured = any(question.chapter == chapter.number and question.picture for question in questions)
        if chapter.seeing and not pictured:
            yield Problem(file, "bank", "Q18", "the chapter teaches to see; ask about a picture")
    for question in questions:
        if question.chapter not in chapters:
            continue
        chapter, file = chapters[question.chapter], f"content/questions/{question.chapter}.toml"
        if question.objective not in chapter.objectives:
            yield Problem(file, question.id, "Q13", f"{question.objective} is no objective of {chapter.file}")
        for see in {question.see, *(option.see for option in question.option if option.see)}:
            if see not in chapter.headings:
                yield Problem(file, question.id, "Q09", f"{see!r} is no heading of {chapter.file}")
        if question.use == "checkpoint" and not any(f'"{question.id}"' in call for call in chapter.quizzes):
            yield Problem(file, question.id, "Q13", f"this checkpoint is asked nowhere in {chapter.file}")


def _check_places(questions: Sequence[Question]) -> Iterator[Problem]:
    """Q07: no place holds the right answer in far more or fewer cases than its share of the options."""
    singles = [question for question in questions if question.kind == "single"]
    if len(singles) < 12:
        return
    places = Counter(next(i for i, o in enumerate(q.option) if o.correct) for q in singles)
    for place in range(4):
        expected = sum(1 / len(q.option) for q in singles if len(q.option) > place)
        if not 0.5 * expected <= places[place] <= 1.6 * expected:
            yield Problem(
                "content/questions",
                "bank",
                "Q07",
                f"the right answer stands at {'ABCD'[place]} in {places[place]} of {len(singles)};"
                f" about {expected:.0f} would be even",
            )


def check_page(questions: Sequence[Question]) -> Iterator[Problem]:
    """Q14: a stem on the page must not print another question's right option."""
    for asked, other in ((a, b) for a in questions for b in questions if a is not b):
        for option in other.option:
            text = plain(option.text)
            if option.correct and len(text) > 15 and text.lower() in bare_prose(asked.stem).lower():
                yield Problem(
                    f"content/questions/{asked.chapter}.toml",
                    asked.id,
                    "Q14",
                    f"its stem tells the answer of {other.id}",
                )
