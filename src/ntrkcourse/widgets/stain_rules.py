"""Published counts of chapter 06: how often a stain is right, and how common fusions are where it is used."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..content import load_facts
from ..science.proportions import exact_interval

# Rounded for teaching, and said to be so: the records beside them are 4 of 4,854 and a pooled 92.87%.
UNSELECTED, SECRETORY = 0.001, 0.9
DUTCH = "bayes.enriched_vs_unselected.koopman2022"


@dataclass(frozen=True)
class Counted:
    """A share that was counted: ``events`` of ``total``, and the facts that say so."""

    events: int
    total: int
    facts: tuple[str, ...]

    @property
    def share(self) -> float:
        """As a fraction."""
        return self.events / self.total

    @property
    def ends(self) -> tuple[float, float]:
        """Ends of the exact 95% interval, as fractions."""
        return exact_interval(self.events, self.total)

    @property
    def text(self) -> str:
        """The count as inline Markdown with a fact link."""
        return f"[{self.events:,} of {self.total:,}](fact:{self.facts[0]})"


@dataclass(frozen=True)
class StainRule:
    """What counts as a positive stain, how often that is right, and what the counts do not say.

    ``caution`` is inline Markdown.
    """

    id: str
    name: str
    sensitivity: Counted
    specificity: Counted
    caution: str

    @property
    def facts(self) -> tuple[str, ...]:
        return (*self.sensitivity.facts, *self.specificity.facts)


def counted(fact_id: str) -> Counted:
    """The counts of a fact.

    Raises
    ------
    ValueError
        When the registry has no such fact, or the fact has no counts.
    """
    fact = load_facts().get(fact_id)
    if fact is None or fact.events is None or fact.total is None:
        raise ValueError(f"fact_id must name a fact with events and total, got {fact_id!r}")
    return Counted(fact.events, fact.total, (fact_id,))


def complement(share: Counted) -> Counted:
    """Those of the total who had no event."""
    return Counted(share.total - share.events, share.total, share.facts)


def stain_rules() -> dict[str, StainRule]:
    """The rules by id: ``"solomon"``, ``"koopman"`` and ``"ye"``."""
    rules = (
        StainRule(
            id="solomon",
            name="Breast tumours in New York (Solomon 2020)",
            sensitivity=counted("methods.ihc.breast.sensitivity.solomon2020"),
            specificity=counted("methods.ihc.breast.specificity.solomon2020"),
            caution="The sensitivity rests on five tumours.",
        ),
        StainRule(
            id="koopman",
            name="All tumours, routine reports in the Netherlands (Koopman 2022)",
            sensitivity=counted("methods.ihc.realworld.sensitivity.koopman2022"),
            specificity=counted("methods.ihc.realworld.specificity.koopman2022"),
            caution="All kinds of tumours, not breast alone. Positive stains were sent on for molecular "
            f"testing [more often](fact:{DUTCH}) than negative ones, which skews both figures. "
            "[Inconclusive stains](fact:methods.ihc.realworld.inconclusive.koopman2022) are set aside.",
        ),
        StainRule(
            id="ye",
            name="Breast, any stain of the nucleus (Ye 2024)",
            sensitivity=counted("methods.ihc.secretory_breast.nuclear.ye2024"),
            specificity=counted("methods.ihc.nonsecretory_breast.specificity.ye2024"),
            caution="Secretory carcinomas and other breast cancers, taken here for tumours with and "
            "without a fusion. "
            "No error was seen in either group; the ranges say how far that can be trusted. "
            "Fusions that stain only the cytoplasm escape this rule.",
        ),
    )
    return {rule.id: rule for rule in rules}


def prevalences() -> list[float]:
    """Shares of tumours with a fusion at which sliders stop, rising; the three populations are among them."""
    rising = (0.0002, 0.0005, 0.002, 0.003, 0.005, 0.01, 0.02, 0.03, 0.05, 0.15)
    common = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.95, 0.98)
    return sorted({*rising, *common, UNSELECTED, SECRETORY, counted(DUTCH).share})


def chosen(argument: str, value: str, known: Iterable[str]) -> str:
    """``value``, or a ValueError that names the argument and what it may be."""
    if value not in known:
        raise ValueError(f"{argument} must be one of {', '.join(known)}, got {value!r}")
    return value
