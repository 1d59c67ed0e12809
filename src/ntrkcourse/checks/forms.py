"""Q13, Q14 and Q19 for the two test forms: pair by pair the same is asked, in other words, of all that was taught."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from ..content.chapters import Chapter
from ..content.inline import plain
from ..content.questions import FORMS, Question
from ..widgets.sitting import form
from .problem import Problem

LEAST_ITEMS_PER_CHAPTER = 2
MOST_OVERLAP = 0.4
MOST_CLEAR_HEADED = 1 / 3
_WORD = re.compile(r"[a-z0-9]+")


def check_forms(questions: Iterable[Question], chapters: Mapping[str, Chapter]) -> Iterator[Problem]:
    """Problems of the forms, where the bank has them."""
    bank = list(questions)
    first, second = forms_of(bank).values()
    if len(first) != len(second):
        advice = f"{len(first)} items in form A and {len(second)} in form B; each needs its pair"
        yield Problem("content/questions", "forms", "Q13", advice)
    for one, other in zip(first, second, strict=False):
        yield from _check_pair(one, other)
        others = [question for question in bank if question.id not in (one.id, other.id)]
        yield from _check_twins((one, other), others)
    for items in filter(None, (first, second)):
        yield from _check_chapters(items, chapters)
        yield from _check_clear_heads(items)


def forms_of(questions: Iterable[Question]) -> dict[str, list[Question]]:
    """The questions of each form by its name, pair by pair in the same order."""
    bank = {question.id: question for question in questions}
    return {f"form {name}": form(name, bank) for name in FORMS}


def overlap(one: Question, other: Question) -> float:
    """Share of the words of two questions, vignette and stem, that stand in both."""
    words, others = (_words(f"{question.vignette} {question.stem}") for question in (one, other))
    return len(words & others) / len(words | others)


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(plain(text).lower()))


def _check_pair(one: Question, other: Question) -> Iterator[Problem]:
    measures = [(question.objective, question.level, question.kind) for question in (one, other)]
    if measures[0] != measures[1]:
        told = " and ".join(", ".join(measure) for measure in measures)
        yield _problem(one, "Q13", f"its pair {other.id} measures something else: {told}")
    yield from _check_words(one, other, "Q13")


def _check_twins(items: Sequence[Question], others: Sequence[Question]) -> Iterator[Problem]:
    """Q14: what a chapter asks in nearly the same words teaches the test, or the test teaches it."""
    for one in items:
        for other in others:
            yield from _check_words(one, other, "Q14")


def _check_words(one: Question, other: Question, code: str) -> Iterator[Problem]:
    if (shared := overlap(one, other)) >= MOST_OVERLAP:
        advice = f"it shares {shared:.0%} of its words with {other.id}; under {MOST_OVERLAP:.0%} is asked"
        yield _problem(one, code, advice)


def _check_chapters(items: Sequence[Question], chapters: Mapping[str, Chapter]) -> Iterator[Problem]:
    """Q13: each chapter between the two tests has as many items as any other, and at least two."""
    tests = [number for number, chapter in chapters.items() if chapter.forms]
    if not tests:
        return
    per_chapter = Counter(question.chapter for question in items)
    most = max(LEAST_ITEMS_PER_CHAPTER, *per_chapter.values())
    for number in chapters:
        if min(tests) < number < max(tests) and per_chapter[number] != most:
            advice = (
                f"{per_chapter[number]} items in the form of {items[0].id}, and {most} for another chapter"
            )
            yield Problem(f"content/questions/{number}.toml", "forms", "Q13", advice)


def _check_clear_heads(items: Sequence[Question]) -> Iterator[Problem]:
    clear = [question.id for question in items if question.clear_head]
    if len(clear) > MOST_CLEAR_HEADED * len(items):
        advice = f"{len(clear)} of {len(items)} need nothing that the course teaches; at most a third"
        yield Problem("content/questions", f"forms, {', '.join(clear)}", "Q19", advice)


def _problem(question: Question, code: str, advice: str) -> Problem:
    return Problem(f"content/questions/{question.chapter}.toml", question.id, code, advice)
