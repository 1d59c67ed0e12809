"""Constructed calls of a fusion caller: the reader judges each one and names the reason, then sees ours."""

from dataclasses import replace
from typing import Any

from ...content.walk import as_data
from ..base import CourseWidget, data_of
from ..wording import count, percent
from .records import Call, Pileups, load


class ReadPileup(CourseWidget):
    """``state`` holds ``at``, the call looked at, and ``answers``: for each call verdict and reason, or None."""

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        return 0.75 * len(data["call"])

    @staticmethod
    def printed(data: dict[str, Any]) -> dict[str, Any]:
        return {"shown": {one["id"]: one["text"] for one in data["verdict"]}}


def read_pileup(first: int | None = None, instance: str = "05") -> ReadPileup:
    """Judge constructed fusion calls one by one: verdict and reason first, then the lesson.

    Parameters
    ----------
    first
        How many of the calls, from the first on; by default all.
    instance
        Under this name the browser remembers what the reader said.

    Raises
    ------
    ValueError
        When there are not so many calls, or ``instance`` is empty.
    """
    pileups = load()
    if first is not None:
        if not 1 <= first <= len(pileups.call):
            raise ValueError(f"first must be from 1 to {len(pileups.call)}, got {first}")
        pileups = replace(pileups, call=pileups.call[:first])
    calls = [{**as_data(call), **_worked_out(call, pileups)} for call in pileups.call]
    return ReadPileup(data={**data_of(pileups, instance), "call": calls})


def _worked_out(call: Call, pileups: Pileups) -> dict[str, Any]:
    words = pileups.words
    return {
        "name": words["name"].format(five=call.five.gene, three=call.three.gene),
        "distance": _distance(call, pileups),
        "rows": [list(row) for row in _rows(call, pileups)],
        "counted": _counted(call, pileups),
    }


def _distance(call: Call, pileups: Pileups) -> str:
    if not call.distance_kb:
        return pileups.words["other_chromosome"]
    return pileups.words["apart"].format(n=count(call.distance_kb))


def _rows(call: Call, pileups: Pileups) -> list[tuple[str, str]]:
    """The caller's row in words: what the drawing shows, and what it cannot show."""
    words, five, three = pileups.words, call.five, call.three
    return [
        (words["row_reads_1"], str(call.split_reads1)),
        (words["row_reads_2"], str(call.split_reads2)),
        (words["row_reads_3"], str(call.discordant_mates)),
        (words["row_coverage"], words["both"].format(five=count(five.coverage), three=count(three.coverage))),
        (words["row_distance"], _distance(call, pileups)),
        (words["row_strands"], words["both"].format(five=five.strand, three=three.strand)),
        (words["row_frame"], call.frame),
        (words["row_junction"], words["sites"].format(five=five.site, three=three.site)),
        (words["row_domains"], words["domains"].format(five=five.domain, three=three.domain)),
        (words["row_elsewhere"], words["of_all"].format(n=call.elsewhere, all=call.reads)),
        (words["row_normals"], words["of_all"].format(n=call.normals, all=pileups.normals)),
    ]


def _counted(call: Call, pileups: Pileups) -> str:
    """What this call makes of the guide's rules of thumb about counts."""
    words, filled = pileups.words, sum(column > 0 for column in call.columns)
    checks = (
        (filled >= 2, words["rule_columns"].format(n=filled)),
        (call.reads > 10, words["rule_reads"].format(n=call.reads)),
        (call.coverage_share >= 0.01, words["rule_share"].format(n=percent(call.coverage_share))),
    )
    told = "; ".join(f"{'✓' if kept else '✗'} {text}" for kept, text in checks)
    return words["rules_kept" if all(kept for kept, _ in checks) else "rules_broken"].format(rules=told)
