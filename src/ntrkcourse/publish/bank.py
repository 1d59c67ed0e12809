"""The page on the bank's quality: what is asked, of which objective, and what the wording gives away."""

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape
from statistics import fmean

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from ..checks.forms import forms_of, overlap
from ..checks.giveaways import scores
from ..checks.guessers import HIGHEST_TAUGHT_SCORE, HIGHEST_TONE_SCORE
from ..content.chapters import load_chapters
from ..content.inline import plain
from ..content.interface import interface_words
from ..content.questions import LEVELS, Question, load_questions
from ..widgets.template import fill
from .raw import raw_html, table_html

# Where questions are asked: of the words of this page, and of a question's ``use``.
_PLACES = {"lesson": ("checkpoint",), "quiz": ("chapter",), "test": ("A", "B")}


class Bank(SphinxDirective):
    """``{course-bank} summary``, ``guessers``, ``forms`` or ``objectives``: one table of the bank of questions."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        tables = {
            "summary": _summary,
            "guessers": _guessers,
            "forms": _forms,
            "objectives": _objectives,
        }
        if self.arguments[0] not in tables:
            raise self.error(f"course-bank knows {', '.join(tables)}, and not {self.arguments[0]}")
        return [raw_html(tables[self.arguments[0]](list(load_questions().values())))]


def _summary(questions: Sequence[Question]) -> str:
    words = interface_words()["bank"]
    kinds, levels, uses = (
        Counter(getattr(one, name) for one in questions) for name in ("kind", "level", "use")
    )
    rows = [
        (words["all"], str(len(questions))),
        (
            words["uses"],
            _counted({words[name]: sum(uses[use] for use in some) for name, some in _PLACES.items()}),
        ),
        (words["kinds"], _counted(kinds)),
        (words["levels"], _counted({level: levels[level] for level in LEVELS})),
        (words["pictured"], str(sum(bool(one.picture) for one in questions))),
        (
            words["traps"],
            str(len({option.trap for one in questions for option in one.option if option.trap})),
        ),
    ]
    return _table(words["summary"], (), rows)


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.items())


def _guessers(questions: Sequence[Question]) -> str:
    words = interface_words()["bank"]
    chance = fmean(1 / len(one.option) for one in questions if one.kind == "single")
    named = {
        "by tone": words["by_tone"],
        "taught": words["taught"],
        "bank": words["bank"],
        "form A": words["form_a"],
        "form B": words["form_b"],
    }
    rows = [
        (named[guesser], named[what], f"{score:.0%}", f"{highest:.0%}")
        for (guesser, what), score in scores(tuple(questions)).items()
        for highest in [HIGHEST_TAUGHT_SCORE if guesser == "taught" else HIGHEST_TONE_SCORE]
    ]
    head = (words["guesser"], words["on"], words["scores"], words["highest"])
    return _table(fill(words["guessers"], chance=f"{chance:.0%}"), head, rows)


def _forms(questions: Sequence[Question]) -> str:
    """Pair by pair, and not what is asked: the page must not tell the test."""
    words = interface_words()["bank"]
    pairs = zip(*forms_of(questions).values(), strict=True)
    rows = [
        (
            one.objective,
            one.level,
            one.kind,
            f"{overlap(one, other):.0%}",
            words["clear"] if one.clear_head or other.clear_head else words["needs"],
        )
        for one, other in pairs
    ]
    head = (words["objective"], words["level"], words["kind"], words["shared"], words["who"])
    return _table(words["forms"], head, rows)


def _objectives(questions: Sequence[Question]) -> str:
    words = interface_words()["bank"]
    rows = []
    for chapter in load_chapters().values():
        for code, text in chapter.objectives.items():
            mine = [one for one in questions if one.objective == code]
            by_place = [str(sum(one.use in uses for one in mine)) for uses in _PLACES.values()]
            highest = max((LEVELS.index(one.level) for one in mine), default=0)
            rows.append((f"{code} {plain(text)}", *by_place, LEVELS[highest]))
    head = (words["objective"], *(words[name] for name in _PLACES), words["highest_level"])
    return _table(words["objectives"], head, rows)


def _table(caption: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    body = "".join(
        f'<tr><th scope="row">{escape(first)}</th>{"".join(f"<td>{escape(one)}</td>" for one in others)}</tr>'
        for first, *others in rows
    )
    return table_html(head, body, caption)
