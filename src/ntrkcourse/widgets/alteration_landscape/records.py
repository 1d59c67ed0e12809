"""Alterations of a cancer by who was counted, and those that a reader puts in order."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from ...content.errors import ContentError
from ...content.facts import load_facts
from ...content.records import Markdown, Words, build, read_widget, require_ids, require_one_of
from ..shares import rate_of, require_rate

FEWEST_IN_ORDER = 3


@dataclass(frozen=True)
class Alteration:
    """One bar: a fact with a share, its name, where it sits, and who was counted.

    ``part_of`` is the fact of a group that holds it, counted in the same women. ``lesson`` is told to a reader who
    puts it in the wrong place.
    """

    fact: str
    name: str
    kind: Literal["acquired", "inherited", "type"]
    who: str
    fusion: bool = False
    part_of: str = ""
    lesson: str = ""


@dataclass(frozen=True)
class Setting:
    """Women among whom alterations are counted, and what limits a comparison."""

    id: str
    name: str
    caution: Markdown
    alteration: tuple[Alteration, ...]


@dataclass(frozen=True)
class Landscape:
    """All settings; ``order`` are facts of one of them, the commonest first, and ``lengths`` are in millimetres."""

    title: str
    lengths: tuple[float, ...]
    order: tuple[str, ...]
    words: Words
    setting: tuple[Setting, ...]


@cache
def load(file: Path | None = None) -> Landscape:
    """What stands in ``file``, by default the course's.

    Raises
    ------
    ContentError
        For an unknown key; a setting's id used twice, fewer than two settings, one without alterations; a fact that
        stands twice, does not exist, may not be taught or has no share above zero; an ``order`` that is none of one
        setting, or a lesson that is missing there or stands elsewhere.
    """
    document, name = read_widget("alteration_landscape", file)
    landscape = build(Landscape, document, name, "landscape")
    settings = landscape.setting
    require_ids([one.id for one in settings], name, "setting")
    if len(settings) < 2:
        raise ContentError(name, "landscape", "setting", "two or more must be")
    require_ids([bar.fact for one in settings for bar in one.alteration], name, "alteration", "fact")
    for one in settings:
        if not one.alteration:
            raise ContentError(name, f"setting {one.id}", "alteration", "missing")
        for bar in one.alteration:
            _check_bar(bar, one, landscape.order, name)
    _check_order(landscape, name)
    return landscape


def _check_bar(bar: Alteration, setting: Setting, order: tuple[str, ...], file: str) -> None:
    record = f"{setting.id}, {bar.name}"
    require_rate(bar.fact, file, record)
    if bar.part_of:
        require_one_of(bar.part_of, [one.fact for one in setting.alteration], file, record, "part_of")
    if bool(bar.lesson) != (bar.fact in order):
        raise ContentError(
            file, record, "lesson", "a sentence for what is to be put in order, and only there"
        )


def _check_order(landscape: Landscape, file: str) -> None:
    order = landscape.order
    held = [{bar.fact for bar in one.alteration} for one in landscape.setting]
    if not any(set(order) <= facts for facts in held):
        raise ContentError(file, "landscape", "order", "must name alterations of one setting")
    rates = [rate_of(load_facts()[fact]) for fact in order]
    if len(order) < FEWEST_IN_ORDER or rates != sorted(set(rates), reverse=True):
        problem = f"must hold {FEWEST_IN_ORDER} or more, each commoner than the next"
        raise ContentError(file, "landscape", "order", problem)
