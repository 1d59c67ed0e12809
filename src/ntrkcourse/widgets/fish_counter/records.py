"""The study whose counts the constructed tumours give, its two rules, and what is said of them."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...content.errors import ContentError
from ...content.facts import load_facts
from ...content.records import Markdown, Words, build, read_widget
from ...science.fish import (
    CUTOFF_PERCENT,
    LOOSE_DIAMETERS,
    STRICT_DIAMETERS,
    apply_rule,
    constructed_tumours,
)

DIAMETERS = (LOOSE_DIAMETERS, STRICT_DIAMETERS)


@dataclass(frozen=True)
class Rule:
    """How wide a gap counts, and the ``fact`` that counts the tumours which are then positive."""

    name: str
    short: str
    fact: str
    told: Markdown


@dataclass(frozen=True)
class Counter:
    """The whole file; the rules are those of ``DIAMETERS``, ``stained`` and ``fused`` are ids of facts."""

    title: str
    intro: Markdown
    stained: str
    fused: str
    closing: tuple[Markdown, ...]
    words: Words
    rule: tuple[Rule, Rule]


@cache
def load(file: Path | None = None) -> Counter:
    """The counter's content from ``file``, by default the course's.

    Raises
    ------
    ContentError
        For an unknown key, or a fact that is unknown or whose count the constructed nuclei do not give.
    """
    document, name = read_widget("fish_counter", file)
    counter = build(Counter, document, name, "counter")
    series = constructed_tumours()
    _agree(counter.stained, len(series), name, "counter", "stained")
    _agree(counter.fused, sum(tumour.fused for tumour in series), name, "counter", "fused")
    for rule, diameters in zip(counter.rule, DIAMETERS, strict=True):
        called = apply_rule(series, diameters, CUTOFF_PERCENT).called
        _agree(rule.fact, len(called), name, f"rule {rule.name}", "fact", total=len(series))
    return counter


def _agree(fact_id: str, found: int, file: str, record: str, key: str, total: int | None = None) -> None:
    fact = load_facts().get(fact_id)
    if fact is None:
        raise ContentError(file, record, key, f"no fact has the id {fact_id!r}")
    if fact.events != found or (total and fact.total != total):
        counted = f"{fact.events} of {fact.total}"
        raise ContentError(file, record, key, f"fact {fact_id!r} counts {counted}, the nuclei give {found}")
