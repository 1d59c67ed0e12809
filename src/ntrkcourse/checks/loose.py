"""F07: figures of questions that rest on nothing that is shown.

A statistic in a right option, a diagnosis or a feedback is a link, or it is one of a record that the question names or
links to, or the question says that its figures are made up.
"""

from collections.abc import Iterable, Iterator, Mapping

from ..content.facts import Fact
from ..content.inline import plain
from ..content.questions import Question
from .figures import foreign_figures
from .items import MADE_UP
from .problem import Problem
from .prose import statistics

# It may fall and not rise: lower it when you have linked some. `start.py check --due` lists them.
MOST_LOOSE = 27


def check_loose(questions: Iterable[Question], facts: Mapping[str, Fact]) -> list[Problem]:
    """F07 for each such figure, where there are more than there have been."""
    found = [problem for question in questions for problem in loose_figures(question, facts)]
    return found if len(found) > MOST_LOOSE else []


def loose_figures(question: Question, facts: Mapping[str, Fact]) -> Iterator[Problem]:
    """F07 for one question."""
    if MADE_UP.search(f"{plain(question.vignette)} {plain(question.stem)}"):
        return
    named = [facts[name] for name in question.fact_ids() if name in facts]
    for text in _explanations(question):
        for figure, _ in statistics(text):
            if all(foreign_figures(figure, fact) for fact in named):
                yield Problem(
                    f"content/questions/{question.chapter}.toml",
                    question.id,
                    "F07",
                    f"{figure!r} in {plain(text)[:70]!r} rests on no link: link it, name its fact, or say it is made up",
                )


def _explanations(question: Question) -> list[str]:
    told = [option.text for option in question.option if option.correct] + [question.right, question.wrong]
    told += [option.feedback for option in question.option] + [one.feedback for one in question.diagnosis]
    return told + [item.feedback for item in question.item] + [pair.feedback for pair in question.pair]
