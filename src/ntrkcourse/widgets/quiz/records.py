"""What a page is told of a question: what it shows of it, and by what it grades. Which options are right is in the
key, by names, and cannot be read at a glance.
"""

from dataclasses import dataclass
from typing import Literal

from ...content.questions import Item, Pair
from ...content.records import Markdown


@dataclass(frozen=True)
class ToldOption:
    """One answer to choose from; ``see`` is another section that teaches it than the question's, or empty."""

    text: Markdown
    feedback: Markdown
    see: str


@dataclass(frozen=True)
class ToldDiagnosis:
    """What is said to a wrong number from ``low`` to ``high``."""

    low: float
    high: float
    feedback: Markdown


@dataclass(frozen=True)
class ToldQuestion:
    """A question of the bank (``content.questions``), with what ``outcome.js`` grades it by.

    Attributes
    ----------
    picture
        An SVG element, or empty.
    shown
        A start order of steps or partners that is not the right one, for paper.
    fixed
        Whether the options keep the order in which they were written, as sizes do.
    sister
        Id of another question on the same objective that this quiz does not ask; empty where there is none.
    """

    id: str
    kind: Literal["single", "multiple", "numeric", "order", "match"]
    vignette: Markdown
    picture: str
    stem: Markdown
    see: str
    right: Markdown
    wrong: Markdown
    option: tuple[ToldOption, ...]
    unit: str
    precision: str
    diagnosis: tuple[ToldDiagnosis, ...]
    item: tuple[Item, ...]
    pair: tuple[Pair, ...]
    shown: tuple[int, ...]
    fixed: bool
    sister: str
    asked: str
    names: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    answer: float | None = None
    tolerance: float | None = None
    old: bool = False
