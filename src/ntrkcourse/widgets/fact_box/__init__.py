"""A drug's benefits and harms of 100 treated, guessed first, then shown with what is not known."""

import math
from html import escape
from itertools import pairwise
from typing import Any

from ...content import Fact, load_facts
from ...content.dates import speak_dates
from ...content.inline import fact_link, parse_inline, spans_html
from ..base import CourseWidget, require_instance
from ..shares import Share, share_of
from .records import SECTIONS, BoxRow, FactBox, load

CONTROL = "Not known: no randomised comparison"
COUNTED = ("benefit", "harm", "breast")
NAMES = {"benefit": "Benefits", "harm": "Harms", "time": "How long", "approval": "Approvals"}


class FactBoxWidget(CourseWidget):
    """``state`` holds ``guess``, the two guesses (benefit, harm) of 100, once committed."""

    @staticmethod
    def equivalent(data: dict[str, Any]) -> str:
        benefit, harm = data["guessed"]
        head = "".join(
            f'<th scope="col">{text}</th>' for text in ("What, and in whom", "Of 100 treated", "No drug")
        )
        table = "".join(
            f'<tr><th scope="row">{escape(row["text"])}. {escape(row["who"])}</th>'
            f"<td>{escape(row['of100'])} ({_figure(row)})</td><td>{escape(data['control'])}</td></tr>"
            for section in ("benefit", "harm")
            for row in data["rows"][section]
        )
        breast = "".join(
            f"<li>{escape(row['text'])}: {_figure(row)}. {escape(row['who'])}</li>"
            for row in data["rows"]["breast"]
        )
        lists = "".join(
            f"<h4>{NAMES[section]}</h4><ul>"
            + "".join(
                f"<li>{escape(row['text'])}: {_figure(row)}. {escape(row['who'])}</li>"
                for row in data["rows"][section]
            )
            + "</ul>"
            for section in ("time", "approval")
        )
        unknown = "".join(f"<li>{spans_html(text)}</li>" for text in data["unknown"])
        missing = "".join(f"<li>{escape(text)}</li>" for text in data["missing"])
        return (
            f"<h3>{escape(data['title'])}</h3><p>Guess first, of 100 treated: {escape(benefit['text'])}; "
            f"{escape(harm['text'])}.</p><details><summary>The fact box</summary>"
            f"<table><thead><tr>{head}</tr></thead><tbody>{table}</tbody></table>"
            f"<h4>Breast cancer</h4><ul>{breast or '<li>Not found in what we read.</li>'}</ul>{lists}"
            f"<h4>What is unknown</h4><ul>{unknown}</ul><h4>Not found in what we read</h4><ul>{missing}</ul></details>"
        )


def fact_box(drug: str = "larotrectinib", instance: str = "07") -> FactBoxWidget:
    """The fact box of a drug: guess one benefit and one harm of 100 treated, then see all that was counted.

    Parameters
    ----------
    drug
        ``"larotrectinib"``, ``"entrectinib"`` or ``"repotrectinib"``: one in ``content/widgets/fact_box.toml``.
    instance
        Under this name, and the drug's, the browser remembers the guesses.

    Raises
    ------
    ValueError
        When there is no box for ``drug``, or ``instance`` is empty.
    """
    boxes = load()
    if drug not in boxes:
        raise ValueError(f"drug must be one of {', '.join(boxes)}, got {drug!r}")
    require_instance(instance)
    box = boxes[drug]
    rows = {section: [_row(row, section) for row in box.rows(section)] for section in SECTIONS}
    for section in SECTIONS:
        for before, after in reversed(list(pairwise(rows[section]))):
            if after["who"] == before["who"]:
                after["who"] = "The same patients"
    return FactBoxWidget(
        data={
            "id": f"{instance}-{drug}",
            "title": f"{drug.capitalize()}: what happens to 100 who take it?",
            "control": CONTROL,
            "rows": rows,
            "guessed": [
                next(row for row in rows[section] if row["guess"]) for section in ("benefit", "harm")
            ],
            "unknown": [[list(span) for span in parse_inline(text)] for text in box.unknown],
            "missing": list(box.missing),
            "studied": _studied(box),
            "facts": box.fact_ids(),
        }
    )


def _row(row: BoxRow, section: str) -> dict[str, Any]:
    fact = load_facts()[row.fact]
    shown: dict[str, Any] = {
        "text": row.text,
        "fact": row.fact,
        "who": _who(fact),
        "second": fact.status == "secondary",
        "guess": row.guess,
    }
    if section in COUNTED:
        share = share_of(fact, row.part)
        return shown | {
            "figure": share.figure,
            "count": math.floor(share.percent + 0.5),
            "of100": f"{math.floor(share.percent + 0.5)} of 100",
            "bounds": _bounds(share),
        }
    return shown | {"figure": _value(fact)}


def _who(fact: Fact) -> str:
    return "; ".join(part for part in (fact.population, fact.as_of) if part)


def _bounds(share: Share) -> str:
    if share.interval is None:
        return ""
    low, high = (f"{100 * bound:.0f}" for bound in share.interval)
    return f"95% interval {low} to {high}" + {
        "published": ", as published",
        "worked out": ", count worked out here",
    }.get(share.basis, "")


def _value(fact: Fact) -> str:
    """The record's value as it is read aloud: "20 months (13 to 38.2)", "26 November 2018"."""
    if not isinstance(fact.value, float):
        return speak_dates(str(fact.value))
    if fact.unit == "percent":
        return f"{fact.value:g}%"
    high = "not reached" if fact.interval and math.isinf(fact.interval[1]) else ""
    bounds = (
        f" (95% interval {fact.interval[0]:g} to {high or f'{fact.interval[1]:g}'})" if fact.interval else ""
    )
    return f"{fact.value:g} {fact.unit}{bounds}"


def _studied(box: FactBox) -> list[str]:
    """How many were studied for each guessed row, and with breast cancer."""
    lines = []
    for row in (*box.benefit, *box.harm):
        if row.guess:
            fact = load_facts()[row.fact]
            lines.append(f"{row.text}: {_who(fact)}")
    breast = [f"Breast cancer: {share_of(load_facts()[row.fact]).total} patients" for row in box.breast]
    return lines + (breast or ["Breast cancer: not found in what we read"])


def _figure(row: dict[str, Any]) -> str:
    more = "; ".join(part for part in (row.get("bounds", ""), "second-hand" if row["second"] else "") if part)
    return fact_link(row["figure"], row["fact"]) + (f", {escape(more)}" if more else "")
