"""Estimates of one rate, the answers to whether chance explains their spread, and what is to be read in them."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...content.errors import ContentError
from ...content.facts import load_facts
from ...content.records import Markdown, Words, build, read_widget, require_ids, require_places
from ..shares import require_rate

FEWEST = 3
# What is worked out from the records, and may stand in a text.
PLACES = ("events", "in_100", "overlapping", "narrow_a", "narrow_b", "narrow_low", "narrow_high")


@dataclass(frozen=True)
class Estimate:
    """One estimate of the rate, with how it was tested and who was, which is shown after the verdict.

    Its fact has counts, or a value in per cent and perhaps a published interval.
    """

    fact: str
    name: str
    differs: str


@dataclass(frozen=True)
class Choice:
    """An answer to the question, whether it is the best, and what is said of it."""

    id: str
    text: str
    feedback: Markdown
    best: bool = False


@dataclass(frozen=True)
class Reading:
    """A paragraph that is shown after the verdict."""

    heading: str
    text: Markdown


@dataclass(frozen=True)
class Forest:
    """Everything that the forest asks, tells and shows."""

    title: str
    intro: str
    question: str
    words: Words
    estimate: tuple[Estimate, ...]
    choice: tuple[Choice, ...]
    reading: tuple[Reading, ...]


@cache
def load(file: Path | None = None) -> Forest:
    """What stands in ``file``, by default the course's.

    Raises
    ------
    ContentError
        For an unknown key; fewer than three estimates, or than two with counts; a fact that does not exist, may not
        be taught or has no rate above zero; an answer's id used twice, or not exactly one best of two or more; a
        text that asks for what is not worked out.
    """
    document, name = read_widget("estimate_forest", file)
    forest = build(Forest, document, name, "forest")
    for one in forest.estimate:
        require_rate(one.fact, name, f"estimate {one.name}")
    counted = [one for one in forest.estimate if load_facts()[one.fact].counts]
    if len(forest.estimate) < FEWEST or len(counted) < 2:
        raise ContentError(name, "forest", "estimate", f"{FEWEST} or more must be, two of them with counts")
    require_ids([one.id for one in forest.choice], name, "choice")
    if len(forest.choice) < 2 or sum(one.best for one in forest.choice) != 1:
        raise ContentError(name, "forest", "choice", "two or more must be, one of them the best")
    require_places(forest.question, ["times"], name, "forest", "question")
    for choice in forest.choice:
        require_places(choice.feedback, PLACES, name, f"choice {choice.id}", "feedback")
    for part in forest.reading:
        require_places(part.text, PLACES, name, f"reading {part.heading}", "text")
    return forest
