"""Constructed calls of a fusion caller: the reader judges each one and names the reason, then sees ours."""

from collections.abc import Sequence
from html import escape
from typing import Any

from ...content.facts import load_facts
from ...content.inline import fact_ids, parse_inline, spans_html
from ..base import CourseWidget, require_instance
from ..wording import count, percent
from .records import VERDICTS, Call, Pileups, Side, load

_RULES = "bio.balance.arriba"
_SHOWN = {"report": "Report it", "no": "Do not report it", "repeat": "Repeat on better material"}
_COLUMNS = (
    ("split_reads1", "split reads with the longer part in the 5′ gene."),
    ("split_reads2", "split reads with the longer part in the 3′ gene."),
    ("discordant_mates", "spanning pairs."),
    ("Coverage", "all fragments near the junction, fused or not."),
    ("(+) or (−)", "the strand on which the gene lies."),
    ("In-frame", "the 3′ gene is still read in its own threes, its codons."),
    ("Normal samples", "healthy tissue in which the laboratory looked for the same junction."),
)


class ReadPileup(CourseWidget):
    """``state`` holds ``at``, the call looked at, and ``answers``: for each call verdict and reason, or None."""

    @staticmethod
    def equivalent(data: dict[str, Any]) -> str:
        calls = "".join(_call_html(data, place) for place in range(len(data["calls"])))
        columns = "".join(
            f"<li><strong>{escape(name)}</strong>: {escape(text)}</li>" for name, text in data["columns"]
        )
        return f"<h3>{escape(data['title'])}</h3><p>{escape(data['intro'])}</p><ul>{columns}</ul>{calls}"


def read_pileup(calls: Sequence[str] = (), instance: str = "05") -> ReadPileup:
    """Judge constructed fusion calls one by one: verdict and reason first, then the lesson.

    Parameters
    ----------
    calls
        Ids from ``content/widgets/read_pileup.toml`` in the order in which they are asked; by default all.
    instance
        Under this name the browser remembers what the reader said.

    Raises
    ------
    ValueError
        When an id is unknown or given twice, ``instance`` is empty, or a call links to no fact of the registry.
    """
    pileups = load()
    known = {call.id: call for call in pileups.call}
    chosen = list(calls) or list(known)
    for name in chosen:
        if name not in known:
            raise ValueError(f"calls: {name!r} is none of {', '.join(known)}")
        if chosen.count(name) > 1:
            raise ValueError(f"calls: {name!r} is given twice")
    require_instance(instance)
    shown = [known[name] for name in chosen]
    linked = [fact for call in shown for text in call.texts() for fact in fact_ids(text)]
    missing = [fact for fact in linked if fact not in load_facts()]
    if missing:
        raise ValueError(f"calls: content/widgets/read_pileup.toml links to {missing[0]!r}, which is no fact")
    numbers = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight")
    amount = numbers[len(shown)] if len(shown) < len(numbers) else str(len(shown))
    return ReadPileup(
        data={
            "id": instance,
            "title": f"{amount} call{'s' * (len(shown) > 1)}: what belongs in the report?",
            "intro": "You sign the report. “Report it” means: as an NTRK fusion that a TRK inhibitor could "
            "target. Choose a verdict and the reason that weighs most. Calls and counts are constructed, and "
            "genes A to E are made up.",
            "columns": [list(column) for column in _COLUMNS],
            "verdicts": [_SHOWN[verdict] for verdict in VERDICTS],
            "follows": [[pileups.follows(given, right) for right in VERDICTS] for given in VERDICTS],
            "calls": [_call_data(call, pileups) for call in shown],
            "facts": [*dict.fromkeys([*linked, _RULES])],
        }
    )


def _call_data(call: Call, pileups: Pileups) -> dict[str, Any]:
    return {
        "name": f"{call.five.gene}::{call.three.gene}",
        "sample": call.sample,
        "sides": [_side_data(call.five), _side_data(call.three)],
        "columns": list(call.columns),
        "elsewhere": call.elsewhere,
        "distance": _distance(call),
        "frame": call.frame,
        "rows": [list(row) for row in _rows(call, pileups)],
        "reasons": [
            {"text": reason.text, "feedback": parse_inline(reason.feedback)} for reason in call.reason
        ],
        "verdict": VERDICTS.index(call.verdict),
        "reason": [reason.right for reason in call.reason].index(True),
        "lesson": call.lesson,
        "teaching": parse_inline(call.teaching),
        "rules": parse_inline(_rules(call)),
        "see": call.see,
    }


def _side_data(side: Side) -> dict[str, Any]:
    return {
        "gene": side.gene,
        "exons": list(side.exons),
        "domain": side.domain,
        "strand": side.strand,
        "coverage": side.coverage,
    }


def _distance(call: Call) -> str:
    return f"{count(call.distance_kb)} kb apart" if call.distance_kb else "different chromosomes"


def _rows(call: Call, pileups: Pileups) -> list[tuple[str, str]]:
    """The caller's row in words: what the drawing shows, and what it cannot show."""
    return [
        ("split_reads1", str(call.split_reads1)),
        ("split_reads2", str(call.split_reads2)),
        ("discordant_mates", str(call.discordant_mates)),
        ("Coverage", f"{count(call.five.coverage)} and {count(call.three.coverage)}"),
        ("Distance of the genes", _distance(call)),
        ("Strands", f"{call.five.strand} and {call.three.strand}"),
        ("Reading frame", call.frame),
        ("Junction", f"{call.five.site}, {call.three.site}"),
        ("Domains", f"5′: {call.five.domain}; 3′: whole {call.three.domain}"),
        ("Reads that fit whole into another gene", f"{call.elsewhere} of {call.reads}"),
        ("Normal samples with this junction", f"{call.normals} of {pileups.normals}"),
    ]


def _rules(call: Call) -> str:
    """The guide's rules of thumb about counts, and what this call makes of them."""
    filled = sum(column > 0 for column in call.columns)
    checks = (
        (filled >= 2, f"columns filled: {filled} (usually at least 2)"),
        (call.reads > 10, f"reads: {call.reads} (more than 10 usually suffice)"),
        (
            call.coverage_share >= 0.01,
            f"share of the coverage: {percent(call.coverage_share)} (usually at least 1%)",
        ),
    )
    told = "; ".join(f"{'✓' if passed else '✗'} {text}" for passed, text in checks)
    passed = all(one for one, _ in checks)
    verdict = "This call keeps all three" if passed else "This call does not keep all three"
    return f"[Rules of thumb](fact:{_RULES}) about counts: {told}. {verdict}."


def _call_html(data: dict[str, Any], place: int) -> str:
    call = data["calls"][place]
    rows = "".join(
        f"<tr><th>{escape(name)}</th><td>{escape(value)}</td></tr>" for name, value in call["rows"]
    )
    reasons = "".join(f"<li>{escape(reason['text'])}</li>" for reason in call["reasons"])
    wrong = "".join(
        f"<li>“{escape(reason['text'])}” {spans_html(reason['feedback'])}</li>"
        for reason in call["reasons"]
        if reason["feedback"]
    )
    return (
        f"<h4>Constructed call {place + 1}: {escape(call['name'])}</h4><p>{escape(call['sample'])}</p>"
        f"<table><tbody>{rows}</tbody></table><p>{escape(', '.join(data['verdicts']))}? Why?</p>"
        f'<ol type="A">{reasons}</ol><details><summary>Our verdict and why</summary>'
        f"<p><strong>{escape(data['verdicts'][call['verdict']])}.</strong> "
        f"{escape(call['reasons'][call['reason']]['text'])}. <em>{escape(call['lesson'])}.</em> "
        f"{spans_html(call['teaching'])}</p><p>{spans_html(call['rules'])}</p><ul>{wrong}</ul></details>"
    )
