"""A drug's benefits and harms of 100 treated, guessed first, then shown with what is not known."""

import math
from itertools import pairwise
from typing import Any

from ...content import Fact, load_facts
from ...content.dates import speak_dates
from ...content.records import Words
from ...content.walk import as_data, facts_of
from ..base import CourseWidget, require_instance, require_known
from ..shares import Share, share_of
from .records import COUNTED, GUESSED, SECTIONS, BoxRow, FactBox, load


class FactBoxWidget(CourseWidget):
    """``state`` holds ``guess``, the two guesses (benefit, harm) of 100, once committed."""

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        return 0.7

    @staticmethod
    def answers(data: dict[str, Any]) -> list[str]:
        """The benefit and the harm that are guessed, of 100 people."""
        return [
            f"{data['drug']}: {row['of100']}" for section in GUESSED for row in data[section] if row["guess"]
        ]

    @staticmethod
    def printed(data: dict[str, Any]) -> dict[str, Any]:
        """Texts of the two rows that are guessed."""
        return {
            "guessed": [row["text"] for section in GUESSED for row in data[section] if row["guess"]],
        }


def fact_box(drug: str, instance: str = "07") -> FactBoxWidget:
    """The fact box of a drug: guess one benefit and one harm of 100 treated, then see all that was counted.

    Parameters
    ----------
    drug
        One in ``content/widgets/fact_box.toml``.
    instance
        Under this name, and the drug's, the browser remembers the guesses.

    Raises
    ------
    ValueError
        When there is no box for ``drug``, or ``instance`` is empty.
    """
    words = load().words
    boxes = {box.drug: box for box in load().box}
    require_known(boxes, drug, "drug")
    require_instance(instance)
    box = boxes[drug]
    rows = {section: [_row(row, section, words) for row in box.rows(section)] for section in SECTIONS}
    for section in SECTIONS:
        for before, after in reversed(list(pairwise(rows[section]))):
            if after["who"] == before["who"]:
                after["who"] = words["same_patients"]
    held = [row.fact for section in SECTIONS for row in box.rows(section)]
    return FactBoxWidget(
        data={
            "id": f"{instance}-{drug}",
            "title": words["title"].format(drug=drug.capitalize()),
            **as_data(box),
            **rows,
            "studied": _studied(box, words),
            "words": words,
            "facts": list(dict.fromkeys(held + facts_of(box))),
        }
    )


def _row(row: BoxRow, section: str, words: Words) -> dict[str, Any]:
    fact = load_facts()[row.fact]
    second = words["second_hand"] if fact.status == "secondary" else ""
    shown = {**as_data(row), "who": _who(fact)}
    if section not in COUNTED:
        return shown | {"figure": _value(fact, words), "note": second}
    share = share_of(fact, row.part)
    number = math.floor(share.percent + 0.5)
    return shown | {
        "figure": share.figure,
        "note": "; ".join(part for part in (_bounds(share, words), second) if part),
        "count": number,
        "of100": words["of_100"].format(n=number),
    }


def _who(fact: Fact) -> str:
    return "; ".join(part for part in (fact.population, fact.as_of) if part)


def _bounds(share: Share, words: Words) -> str:
    if share.interval is None:
        return ""
    low, high = (f"{100 * bound:.0f}" for bound in share.interval)
    name = {"published": "interval_published", "worked out": "interval_worked"}.get(share.basis, "interval")
    return words[name].format(low=low, high=high)


def _value(fact: Fact, words: Words) -> str:
    """The record's value as it is read aloud: "20 months (13 to 38.2)", "26 November 2018"."""
    if not isinstance(fact.value, float):
        return speak_dates(str(fact.value))
    if fact.unit == "percent":
        return f"{fact.value:g}%"
    value = f"{fact.value:g} {fact.unit}"
    if not fact.interval:
        return value
    low, high = fact.interval
    reached = words["not_reached"] if math.isinf(high) else f"{high:g}"
    return f"{value} ({words['interval'].format(low=f'{low:g}', high=reached)})"


def _studied(box: FactBox, words: Words) -> list[str]:
    """How many were studied for each guessed row, and with breast cancer."""
    known = load_facts()
    lines = [f"{row.text}: {_who(known[row.fact])}" for row in (*box.benefit, *box.harm) if row.guess]
    breast = [words["studied_breast"].format(n=share_of(known[row.fact]).total) for row in box.breast]
    return lines + (breast or [words["studied_none"]])
