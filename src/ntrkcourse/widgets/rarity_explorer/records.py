"""The published counts among which the rarity explorer switches."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...content.errors import ContentError
from ...content.facts import load_facts
from ...content.records import Words, build, read_widget, require_ids


@dataclass(frozen=True)
class Cohort:
    """One published count, and the words that say what was counted.

    Attributes
    ----------
    fact
        Id of a fact with ``events`` and ``total``.
    name
        As it stands in the list of cohorts.
    lead
        Begins the sentence "... found about 8 in 10,000".
    people, cases
        Who was counted and what was found, plural: "patients with advanced cancer", "tumours with the
        fusion".
    caution
        What the interval does not know about this cohort.
    """

    fact: str
    name: str
    lead: str
    people: str
    cases: str
    caution: str

    @property
    def counts(self) -> tuple[int, int]:
        """Events and total of the fact, which must have both."""
        counts = load_facts()[self.fact].counts
        if counts is None:
            raise ValueError(f"{self.fact!r} has no events and total to count with")
        return counts


@dataclass(frozen=True)
class Rarity:
    """What is asked, and the cohorts, the first shown first."""

    title: str
    caveat: str
    words: Words
    cohort: tuple[Cohort, ...]


@cache
def load(file: Path | None = None) -> Rarity:
    """What stands in ``file``, by default the course's.

    Raises
    ------
    ContentError
        For an unknown key, no cohort, a fact that is named twice or is not in the registry, or one that has no
        counts or no event.
    """
    document, name = read_widget("rarity_explorer", file)
    rarity = build(Rarity, document, name, "explorer")
    require_ids([one.fact for one in rarity.cohort], name, "cohort", "fact")
    for one in rarity.cohort:
        if problem := _problem(one):
            raise ContentError(name, f"cohort {one.name}", "fact", problem)
    return rarity


def _problem(cohort: Cohort) -> str:
    if cohort.fact not in load_facts():
        return f"no fact has the id {cohort.fact!r}; ids are in content/facts/"
    try:
        events, _ = cohort.counts
    except ValueError as error:
        return str(error)
    return "" if events else f"{cohort.fact!r} has no event, so nothing can be found"
