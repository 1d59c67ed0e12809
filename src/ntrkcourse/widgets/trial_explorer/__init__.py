"""Response rates of the TRK inhibitors: three guesses, then a forest that can be filtered."""

import re
from html import escape
from itertools import combinations
from typing import Any

from ...content import load_facts
from ...content.inline import fact_ids, fact_link, parse_inline, spans_html
from ..base import CourseWidget, require_instance
from ..shares import share_of
from .rows import BEFORE, DRUGS, FAMILIES, READERS, ROWS, SITES, Row

TITLE = "How many responded, and to which drug?"
INTRO = (
    "Three guesses about the drug trials. After each you see the counts; at the end you may search them all."
)
BREAST = "therapy.larotrectinib.breast.orr.navigate2021"
HEADLINES = (
    "therapy.larotrectinib.orr.asco2022_n244",
    "therapy.entrectinib.orr.demetri2022",
    "therapy.repotrectinib.orr_naive.fda2024",
)
ITSELF = ("therapy.larotrectinib.orr.drilon2018", HEADLINES[0], "therapy.larotrectinib.orr.fda2025_n339")
SALIVARY = "therapy.larotrectinib.salivary.orr2022"
BRAIN = "therapy.larotrectinib.cns_primary.orr2023"
TUMOURS = (
    SALIVARY,
    BREAST,
    "therapy.larotrectinib.thyroid.orr.waguespack2022",
    "therapy.larotrectinib.gi.orr.qi2025",
    BRAIN,
)
STUDIED = (1, 3, 6, 10, 20, 40, 60, 80, 100, 150, 200)
WIDTHS = tuple(range(5, 96, 5))


class TrialExplorer(CourseWidget):
    """``state`` holds ``at`` (the task, 0 to 3), the answers ``breast`` (patients, width), ``better`` (a drug or
    "none") and ``sites`` (lowest, highest per cent) once committed, and the ``filter``.
    """

    @staticmethod
    def equivalent(data: dict[str, Any]) -> str:
        asked = "".join(
            f"<p><strong>{escape(task['question'])}</strong></p><details><summary>Answer</summary>"
            + "".join(f"<p>{spans_html(text)}</p>" for text in task["told"])
            + "</details>"
            for task in data["tasks"]
        )
        head = "".join(
            f'<th scope="col">{text}</th>' for text in ("Patients", "Responded", "95% interval", "Read by")
        )
        families = "".join(
            f"<h4>{escape(family['name'])}</h4><p>{escape(family['note'])}</p><table><thead><tr>{head}</tr>"
            f"</thead><tbody>{_table_rows(data, family['id'])}</tbody></table>"
            for family in data["families"]
        )
        return (
            f"<h3>{escape(data['title'])}</h3><p>{escape(data['intro'])}</p>{asked}"
            f"<details><summary>All response rates</summary>{families}</details>"
        )


def trial_explorer(instance: str = "07") -> TrialExplorer:
    """Response rates of larotrectinib, entrectinib, repotrectinib and zurletrectinib, with exact 95% intervals.

    Three guesses come first: how many with breast cancer were studied, which drug is better, and whether all
    tumours respond alike. Then all rows can be filtered by drug, data cut, who read the scans, tumour and earlier
    TRK inhibitor. Counts that a source does not print are worked out only where one count alone fits.

    Parameters
    ----------
    instance
        Under this name the browser remembers the answers and the filter.

    Raises
    ------
    ValueError
        When ``instance`` is empty.
    """
    require_instance(instance)
    rows = {row.fact: _row(row) for row in ROWS}
    tasks = [_breast(rows[BREAST]), _better(rows), _tumours(rows)]
    linked = [span[2] for task in tasks for text in task["told"] for span in text if span[0] == "fact"]
    return TrialExplorer(
        data={
            "id": instance,
            "title": TITLE,
            "intro": INTRO,
            "rows": list(rows.values()),
            "families": [{"id": key, "name": name, "note": note} for key, (name, note) in FAMILIES.items()],
            "filters": [
                _filter("drug", "Drug", "all four", DRUGS),
                _filter("site", "Tumour", "any", SITES),
                _filter("reader", "Scans read by", "anybody", READERS),
                _filter("before", "Earlier TRK inhibitor", "any", BEFORE),
            ],
            "years": sorted({row["year"] for row in rows.values()}),
            "axis": {"from": 0, "to": 1, "ticks": [[step / 4, f"{25 * step}%"] for step in range(5)]},
            "tasks": tasks,
            "facts": list(dict.fromkeys([*rows, *linked])),
        }
    )


def _row(row: Row) -> dict[str, Any]:
    fact = load_facts()[row.fact]
    share = share_of(fact)
    years = [int(year) for year in re.findall(r"\b20\d\d", fact.as_of)]
    how = {
        "printed": "exact",
        "worked out": "exact",
        "published": "as published, no count",
        "bare": "no interval: its denominator is not given",
    }[share.basis]
    bounds = f"{_span(share.interval)} ({how})" if share.interval else how
    return {
        "fact": row.fact,
        "name": row.name,
        "drug": row.drug,
        "reader": row.reader,
        "family": row.family,
        "site": row.site,
        "before": row.before,
        "year": years[-1],
        "figure": share.figure,
        "worked": share.worked(),
        "total": share.total or fact.total,
        "point": round(share.point, 4),
        "percent": f"{share.percent:g}%",
        "interval": [round(bound, 4) for bound in share.interval] if share.interval else None,
        "bounds": bounds,
        "shared": row.shared.format(total=fact.total),
        "second": fact.status == "secondary",
    }


def _filter(key: str, label: str, everything: str, names: dict[str, str]) -> dict[str, Any]:
    options = [{"value": "any", "text": everything}]
    return {
        "key": key,
        "label": label,
        "options": options + [{"value": value, "text": text} for value, text in names.items()],
    }


def _breast(row: dict[str, Any]) -> dict[str, Any]:
    low, high = row["interval"]
    width = round(100 * high) - round(100 * low)
    return {
        "question": "How many patients with breast cancer, and how sure are we?",
        "studied": list(STUDIED),
        "widths": list(WIDTHS),
        "total": row["total"],
        "width": width,
        "shown": [BREAST],
        "told": _spans(
            f"[{row['figure']}](fact:{BREAST}) patients with breast cancer responded to larotrectinib, as the "
            f"treating investigators read the scans. The exact interval runs from {_span(row['interval'])}: "
            f"{width} points wide.",
            "Of the first larotrectinib patients, "
            "[1 of 55](fact:therapy.larotrectinib.breast_n.drilon2018) had breast cancer (second-hand). For "
            "entrectinib we read that breast cancers were "
            "[among the patients](fact:therapy.entrectinib.orr.ema_n74) (second-hand), but not how many. For "
            "[repotrectinib](fact:therapy.repotrectinib.tumour_mix_naive.nccn) we found no number either.",
            "So the drug works in some breast cancers: that is shown. How often it works is not.",
        ),
    }


def _better(rows: dict[str, dict[str, Any]]) -> dict[str, Any]:
    top, *others = (rows[fact] for fact in HEADLINES)
    pairs = list(combinations([rows[fact] for fact in HEADLINES], 2))
    shared = [_overlap(a, b) for a, b in pairs]
    latest = rows[ITSELF[-1]]
    own = ", then ".join(f"[{rows[fact]['percent']}](fact:{fact})" for fact in ITSELF)
    feedback = {
        "larotrectinib": f"Its {top['percent']} is the highest here. But its own later figure, "
        f"[{latest['percent']}](fact:{latest['fact']}) (second-hand), is below entrectinib's "
        f"{others[0]['percent']}. The order turns with the data cut that you choose.",
        "entrectinib": "Its number lies between the other two, and its interval overlaps both. Nothing here puts it "
        "first or last.",
        "repotrectinib": "Its number is the lowest here, from the fewest patients. You may value its use after other "
        "TRK inhibitors; that is another question, and this chart does not answer it.",
        "none": "The trials cannot tell, and saying so is the finding.",
    }
    return {
        "question": "Which drug is better?",
        "options": [{"value": row["drug"], "text": DRUGS[row["drug"]]} for row in (top, *others)]
        + [{"value": "none", "text": "It cannot be told from these numbers"}],
        "feedback": {key: _spans(text)[0] for key, text in feedback.items()},
        "shown": list(HEADLINES),
        "again": list(ITSELF),
        "told": _spans(
            "**It cannot be told.** No trial that we read put patients to one drug or the other by chance. Each had "
            "a single arm.",
            f"**The intervals overlap:** {'all' if all(shared) else sum(shared)} {len(pairs)} pairs. Overlap does not "
            "prove the drugs equal. And even intervals apart would not rank them, because the patients differ.",
            "**The patients differ.** Larotrectinib's were [adults and children](fact:therapy.larotrectinib."
            f"orr.drilon2018), here [without primary brain tumours](fact:{HEADLINES[0]}); entrectinib's were "
            "[adults](fact:therapy.entrectinib.orr.demetri2022); of repotrectinib's, "
            "[21 of 40](fact:therapy.repotrectinib.tumour_mix_naive.nccn) had lung cancer.",
            f"**One drug against itself.** Larotrectinib's own rate has been {own} (the last second-hand). "
            "The distance within one drug is as large as that between the three.",
        ),
    }


def _tumours(rows: dict[str, dict[str, Any]]) -> dict[str, Any]:
    chosen = [rows[fact] for fact in TUMOURS]
    salivary, brain = rows[SALIVARY], rows[BRAIN]
    apart = "do not overlap" if not _overlap(salivary, brain) else "overlap"
    return {
        "question": "Tumour-agnostic: the same everywhere?",
        "shown": list(TUMOURS),
        "low": min(round(100 * row["point"]) for row in chosen),
        "high": max(round(100 * row["point"]) for row in chosen),
        "told": _spans(
            f"**No.** Salivary gland: [{salivary['figure']}](fact:{SALIVARY}), {salivary['percent']}. "
            f"Primary brain tumours: [{brain['figure']}](fact:{BRAIN}), {brain['percent']}. Their intervals {apart}.",
            "Tumour-agnostic says how a drug may be prescribed. It does not say that every tumour responds alike.",
            "**Compare with care.** These are small groups, chosen to be looked at. Brain tumours are measured by "
            f"other rules, and [16](fact:{BRAIN}) of those patients had nothing that could be measured. Readers differ "
            "as well. The breast row is too wide to place.",
        ),
    }


def _overlap(a: dict[str, Any], b: dict[str, Any]) -> bool:
    return bool(max(a["interval"][0], b["interval"][0]) <= min(a["interval"][1], b["interval"][1]))


def _span(interval: Any) -> str:
    return f"{100 * interval[0]:.0f}% to {100 * interval[1]:.0f}%"


def _spans(*texts: str) -> list[list[list[str]]]:
    known = load_facts()
    for text in texts:
        for fact in fact_ids(text):
            if fact not in known:
                raise ValueError(f"no fact has the id {fact!r}")
    return [[list(span) for span in parse_inline(text)] for text in texts]


def _table_rows(data: dict[str, Any], family: str) -> str:
    return "".join(
        f'<tr><th scope="row">{escape(DRUGS[row["drug"]])}, {escape(row["name"])}, {row["year"]}</th>'
        f"<td>{fact_link(row['figure'], row['fact'])}, "
        f"{row['worked'] + ', worked out here' if row['worked'] else row['percent']}"
        f"{' (second-hand)' if row['second'] else ''}. {escape(row['shared'])}</td>"
        f"<td>{escape(row['bounds'])}</td><td>{escape(READERS[row['reader']])}</td></tr>"
        for row in data["rows"]
        if row["family"] == family
    )
