"""Response rates of some drugs: three guesses, then a forest that can be filtered."""

import re
from typing import Any

from ...content import load_facts
from ...content.inline import parse_inline
from ...content.records import Words
from ...content.walk import as_data, facts_of
from ..base import CourseWidget, data_of
from ..shares import share_of
from .records import Row, load

_BOUNDS = {
    "printed": "bounds_exact",
    "worked out": "bounds_exact",
    "published": "bounds_published",
    "bare": "bounds_bare",
}


class TrialExplorer(CourseWidget):
    """``state`` holds ``at`` (the task, 0 to 3), the answers ``breast`` (patients, width), ``better`` (a drug or
    "none") and ``sites`` (lowest, highest per cent) once committed, and the ``filter``.
    """

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        return 4

    @staticmethod
    def answers(data: dict[str, Any]) -> list[str]:
        """The breast row."""
        rows = {row["fact"]: row for family in data["family"] for row in family["row"]}
        return [f"breast: {rows[data['breast']['fact']]['figure']}"]

    @staticmethod
    def printed(data: dict[str, Any]) -> dict[str, Any]:
        """The guesses in order, and what is shown of each value that rows are filtered by."""
        names = {
            one["key"]: {choice["value"]: choice["text"] for choice in one["option"]}
            for one in data["filter"]
        }
        return {"tasks": [data["breast"], data["better"], data["sites"]], "names": names}


def trial_explorer(instance: str = "07") -> TrialExplorer:
    """Response rates of some drugs, with exact 95% intervals.

    Three guesses come first: how many with breast cancer were studied, which drug is better, and whether all
    tumours respond alike. Then all rows can be filtered by drug, data cut, who read the scans, tumour and what
    came before. Counts that a source does not print are worked out only where one count alone fits.

    Parameters
    ----------
    instance
        Under this name the browser remembers the answers and the filter.

    Raises
    ------
    ValueError
        When ``instance`` is empty.
    """
    trials = load()
    rows = {fact: _row(row, trials.words) for fact, row in trials.rows.items()}
    breast, better, sites = trials.breast, trials.better, trials.sites
    behind = rows[breast.fact]
    low, high = behind["interval"]
    width = round(100 * high) - round(100 * low)
    rates = {rows[fact]["drug"]: rows[fact]["percent"] for fact in better.shown}
    shares = [round(100 * rows[fact]["point"]) for fact in sites.shown]
    ends = {"low": min(shares), "high": max(shares)}
    options = [
        {**as_data(one), "feedback": parse_inline(one.feedback.format(**rates))} for one in better.option
    ]
    return TrialExplorer(
        data={
            **data_of(trials, instance),
            "breast": {
                **as_data(breast),
                "total": behind["total"],
                "width": width,
                "told": _filled(breast.told, range=_range(low, high), width=width),
            },
            "better": {**as_data(better), "shown": better.shown, "option": options},
            "sites": {**as_data(sites), **ends, "told": _filled(sites.told, **ends)},
            "family": [
                {**as_data(family), "row": [rows[row.fact] for row in family.row]} for family in trials.family
            ],
            "years": sorted({row["year"] for row in rows.values()}),
            "axis": {"from": 0, "to": 1, "ticks": [[step / 4, f"{25 * step}%"] for step in range(5)]},
            "facts": list(dict.fromkeys([*rows, *facts_of(trials)])),
        }
    )


def _filled(texts: tuple[str, ...], **values: object) -> list[Any]:
    return [parse_inline(text.format(**values)) for text in texts]


def _row(row: Row, words: Words) -> dict[str, Any]:
    fact = load_facts()[row.fact]
    share = share_of(fact)
    bounds = words[_BOUNDS[share.basis]].format(range=_range(*share.interval) if share.interval else "")
    return {
        **as_data(row),
        "year": int(re.findall(r"\b20\d\d", fact.as_of)[-1]),
        "figure": share.figure,
        "worked": words["worked"].format(counts=share.worked()) if share.worked() else "",
        "total": share.total or fact.total,
        "point": round(share.point, 4),
        "percent": f"{share.percent:g}%",
        "interval": [round(bound, 4) for bound in share.interval] if share.interval else None,
        "bounds": bounds,
        "shared": row.shared.format(total=fact.total),
        "second": fact.status == "secondary",
    }


def _range(low: float, high: float) -> str:
    return f"{100 * low:.0f}% to {100 * high:.0f}%"
