"""N06: a prompt whose key stands in open text: of the same lesson or of the chapter's front before it, or right after.

A prompt is a checkpoint, or a widget that names what it tells (:meth:`CourseWidget.answers`). What is folded away in a
``{dropdown}`` is not open. Found by likeness, so what it says is a suspicion:

- numeric: the answer within its tolerance, in any way of writing it;
- one or several right options: before the prompt the words of the right option in one sentence or two; after it, the
  question's own case taken up again, with the words of the right option and of what is said of it;
- order and match: the steps in their order, the pairs side by side;
- widgets: what they tell.

Where a text teaches a thing on purpose and the prompt has it applied, the prompt's cell says so in its metadata,
``"ntrkcourse": {"taught": "why"}``, and an exemption that excuses nothing is refused.

The thresholds were set on the chapters of November 2026, of which a reader had marked 28 prompts.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ..content.chapters import Chapter
from ..content.inline import plain
from ..content.location import ROOT
from ..content.questions import Question
from ..widgets import CourseWidget
from .likeness import Rarity, words_of
from .numerals import PAIR
from .open_text import sentences, to_next_heading
from .problem import Problem
from .told_figures import tells_answer, tells_figure
from .widgets import made_in

# Where a right option is told, before the prompt and after it.
BEFORE, AFTER = 0.62, 0.57
# Of which a part must be the question's own case, or the words of the right option.
_TAKEN_UP, _TOLD = 0.25, 0.3
# Less than this of the right option could be anywhere.
_LEAST = 0.75
# The first so many sentences after a prompt answer it, if any do.
_REPLIES = (4, 6)
_PAIR_LEFT, _PAIR_RIGHT = 0.5, 0.4
_STEP = 0.5
_SAID = 0.57
_LEAST_WORDS = 3
_REPLY = "the text after it"
_QUIZ = re.compile(r"\bquiz\(")
_QUESTION = re.compile(r'"(\d\d\.[\w-]+)"')


@dataclass(frozen=True)
class Prompt:
    """A code cell that asks something, and the open sentences round it."""

    cell: int
    code: str
    taught: str
    front: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]

    def places(self) -> Iterator[tuple[str, Sequence[str]]]:
        """The texts that may give the key away, by name."""
        yield "the chapter's front", self.front
        yield "the lesson before it", self.before
        yield _REPLY, self.after


def check_open_answers(chapters: Mapping[str, Chapter], bank: Mapping[str, Question]) -> Iterator[Problem]:
    """N06 for every prompt of every chapter."""
    rarity = Rarity(
        sentence for chapter in chapters.values() for _, text in chapter.prose for sentence in sentences(text)
    )
    for chapter in chapters.values():
        for prompt in prompts(chapter):
            found = [*_given_away(prompt, bank, rarity)]
            if prompt.taught and not found:
                advice = "no key stands in the open text: take 'taught' out of the cell's metadata"
                yield Problem(chapter.file, f"cell {prompt.cell}", "N06", advice)
            for name, place, sentence in () if prompt.taught else found:
                yield Problem(
                    chapter.file,
                    f"cell {prompt.cell}, {name}",
                    "N06",
                    f"{place} may tell the answer: {sentence[:120]!r}; put it into the {{dropdown}} after the prompt,"
                    ' or say in the cell\'s metadata why it stands there: "ntrkcourse": {"taught": "…"}',
                )


def prompts(chapter: Chapter) -> Iterator[Prompt]:
    """The cells of a chapter that ask, in order."""
    cells = json.loads((ROOT / chapter.file).read_text(encoding="utf-8"))["cells"]
    first = min((lesson.cells[0][0] for lesson in chapter.lessons), default=0)
    front: list[str] = []
    before = front
    for number, cell in enumerate(cells, start=1):
        text = "".join(cell["source"])
        if "objectives" in cell["metadata"].get("tags", []):
            continue
        if cell["cell_type"] == "markdown":
            for part in re.split(r"^(?=## )", text, flags=re.MULTILINE):
                if part.startswith("## ") and number >= first:
                    before = []
                before += sentences(part)
        elif cell["cell_type"] == "code":
            taught = cell["metadata"].get("ntrkcourse", {}).get("taught", "")
            lesson = () if before is front else tuple(before)
            yield Prompt(number, text, taught, tuple(front), lesson, tuple(_reply(cells[number:])))


def _reply(cells: Sequence[Mapping[str, Any]]) -> list[str]:
    """The open sentences of the Markdown cell that follows, up to its next heading; other prompts may lie between."""
    for cell in cells:
        if cell["cell_type"] == "markdown":
            return sentences(to_next_heading("".join(cell["source"])))
    return []


def _asked(prompt: Prompt, bank: Mapping[str, Question]) -> list[tuple[str, Question | list[str]]]:
    """The checkpoints and widgets of a cell, by name, each with its question or its keys."""
    if _QUIZ.search(prompt.code):
        named = [bank[name] for name in _QUESTION.findall(prompt.code) if name in bank]
        return [(question.id, question) for question in named if question.use == "checkpoint"]
    widgets: list[tuple[str, CourseWidget]] = [*made_in(prompt.code)] if "ntrkcourse" in prompt.code else []
    return [(name, keys) for name, widget in widgets if (keys := widget.answers(widget.data))]


def _given_away(
    prompt: Prompt, bank: Mapping[str, Question], rarity: Rarity
) -> Iterator[tuple[str, str, str]]:
    """(name, place, sentence) of each thing that a cell asks, for each place that tells it."""
    for name, asked in _asked(prompt, bank):
        for place, text in prompt.places():
            if isinstance(asked, Question):
                told = _of_question(asked, text, rarity, replies=place == _REPLY)
            else:
                told = _of_widget(asked, text, rarity)
            if told:
                yield name, place, told


def _of_question(question: Question, text: Sequence[str], rarity: Rarity, replies: bool) -> str:
    """The sentence that tells the answer; empty where none does."""
    if question.kind == "numeric":
        known = f"{plain(question.vignette)} {plain(question.stem)}"
        answer, tolerance = question.answer or 0, question.tolerance or 0
        return next((one for one in text if tells_answer(one, answer, tolerance, question.unit, known)), "")
    if question.kind == "order":
        return _in_order([plain(item.text) for item in question.item], text, rarity)
    if question.kind == "match":
        return _in_pairs(question, text, rarity)
    return _replied(question, text, rarity) if replies else _optioned(question, text, rarity)


def _optioned(question: Question, text: Sequence[str], rarity: Rarity) -> str:
    """A sentence, or two, in which the right option stands, and no other as well."""
    asked = words_of(f"{plain(question.vignette)} {plain(question.stem)}")
    wrong = [words_of(plain(option.text)) for option in question.option if not option.correct]
    for option in (one for one in question.option if one.correct):
        key = words_of(plain(option.text))
        why = words_of(plain(option.feedback)) - asked - key
        # What other options say too, or the question itself, tells little.
        weights = {
            word: rarity.weight(word)
            * (1 - 0.9 * sum(word in other for other in wrong) / len(wrong))
            * (0.5 if word in asked else 1)
            for word in key
        }
        whole = sum(weights.values())
        if whole < _LEAST:
            continue
        for window in _windows(text):
            said = words_of(window)
            score = sum(weight for word, weight in weights.items() if word in said) / whole
            others = [rarity.size(other - key & said) / (rarity.size(other) or 1) for other in wrong]
            score += 0.6 * rarity.share(why, said) + 0.4 * rarity.share(asked, said) - 0.5 * max(others)
            if score >= BEFORE:
                return window
    return ""


def _replied(question: Question, text: Sequence[str], rarity: Rarity) -> str:
    """The first sentences after a prompt, where they take up its case and say what is said of the right option."""
    asked = words_of(f"{plain(question.vignette)} {plain(question.stem)}")
    right = [option for option in question.option if option.correct]
    key = words_of(" ".join(plain(option.text) for option in right)) - asked
    why = words_of(" ".join(plain(option.feedback) for option in right)) - asked - key
    feedback = words_of(" ".join(plain(option.feedback) for option in right))
    for number in _REPLIES:
        said = words_of(" ".join(text[:number]))
        taken_up, told = rarity.share(asked, said), rarity.share(key, said)
        likeness = 0.8 * taken_up + 0.6 * told + rarity.share(why, said)
        likeness += rarity.share(said, asked | key | feedback)
        if likeness >= AFTER and (taken_up >= _TAKEN_UP or told >= _TOLD):
            return max(text[:number], key=lambda one: rarity.size((key | why | asked) & words_of(one)))
    return ""


def _in_order(steps: Sequence[str], text: Sequence[str], rarity: Rarity) -> str:
    """Where all steps stand one behind the other, in as many parts of the text as they are and a few more."""
    parts = [(part, words_of(part)) for one in text for part in re.split(r"[,;:.] | then ", one)]
    for start in range(len(parts)):
        left = [words_of(step) for step in steps]
        for _, said in parts[start : start + len(steps) + 3]:
            if left and rarity.share(left[0], said) >= _STEP:
                left.pop(0)
        if not left:
            return parts[start][0]
    return ""


def _in_pairs(question: Question, text: Sequence[str], rarity: Rarity) -> str:
    """Where half of the pairs, and two at least, stand side by side."""
    found = []
    for pair in question.pair:
        left = words_of(plain(pair.left))
        right, why = (words_of(plain(one)) - left for one in (pair.right, pair.feedback))
        for one in text:
            said = words_of(one)
            if rarity.share(left, said) >= _PAIR_LEFT and (
                max(rarity.share(right, said), rarity.share(why, said)) >= _PAIR_RIGHT
            ):
                found.append(one)
                break
    return found[0] if len(found) >= max(2, len(question.pair) / 2) else ""


def _of_widget(keys: Sequence[str], text: Sequence[str], rarity: Rarity) -> str:
    """A sentence that says what a widget tells: a figure, with the words before its colon, or a text."""
    for key in keys:
        words, _, figure = key.rpartition(": ")
        if PAIR.fullmatch(figure) or re.fullmatch(r"[\d.,]+%?", figure):
            for one in text:
                if tells_figure(one, figure) and (
                    not words or rarity.share(words_of(words), words_of(one)) >= _SAID
                ):
                    return one
            continue
        wanted = [stems for one in sentences(key) if len(stems := words_of(one)) >= _LEAST_WORDS]
        for window in _windows(text):
            if any(rarity.share(one, words_of(window)) >= _SAID for one in wanted):
                return window
    return ""


def _windows(text: Sequence[str]) -> Iterator[str]:
    """Each sentence, and each two that follow one another."""
    yield from text
    for one, other in pairwise(text):
        yield f"{one} {other}"
