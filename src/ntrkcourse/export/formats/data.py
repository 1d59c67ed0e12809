"""Facts and questions as data: JSON with its JSON Schema, and tables for a spreadsheet."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ...content.course import load_course
from ...content.facts import Fact, load_facts
from ...content.questions import Question, load_questions
from ...publish.citation import load_citation
from ..order import Order
from ..places import fact_address, question_address, section_address
from ..schema import schema_of, value_of
from ..text import licence

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ADDRESS = {"type": "string", "description": "in the published book; empty where it is not published"}


def make(order: Order) -> Iterator[Path]:
    """``facts`` and ``questions``, each as ``json``, ``schema.json`` and ``csv``."""
    facts, questions = [*load_facts().values()], [*load_questions().values()]
    for name, kind, records, rows in (
        ("facts", Fact, map(fact, facts), fact_rows(facts)),
        ("questions", Question, map(question, questions), question_rows(questions)),
    ):
        yield order.write(f"-{name}.json", _json({**about(name), name: [*records]}))
        yield order.write(f"-{name}.schema.json", _json(schema(name, kind)))
        yield order.write(f"-{name}.csv", table(rows))


def about(name: str) -> dict[str, Any]:
    """What a file says of itself."""
    citation = load_citation()
    return {
        "$schema": f"{load_course().name}-{name}.schema.json",
        "course": load_course().title,
        "authors": [*citation.authors],
        "version": citation.version,
        "date": citation.date,
        "licence": licence(),
    }


def schema(name: str, kind: type) -> dict[str, Any]:
    """The schema of a file with records of this kind."""
    record = schema_of(kind)
    extra = ["address"] if kind is Fact else ["address", "lesson_address"]
    record["properties"] |= dict.fromkeys(extra, _ADDRESS)
    record["required"] += extra
    known = about(name)
    properties = {key: {"const": value} for key, value in known.items() if key != "$schema"}
    return {
        "$schema": _DIALECT,
        "$id": f"urn:{load_course().name}:{name}:{known['version']}",
        "type": "object",
        "properties": {
            "$schema": {"type": "string"},
            **properties,
            name: {"type": "array", "items": record},
        },
        "required": [*known, name],
        "additionalProperties": False,
    }


def fact(record: Fact) -> dict[str, Any]:
    """A fact, with its place in the book."""
    return {**value_of(record), "address": fact_address(record.id)}


def question(record: Question) -> dict[str, Any]:
    """A question, with its place in the book and that of its lesson."""
    addresses = {"address": question_address(record), "lesson_address": section_address(record)}
    return {**value_of(record), **addresses}


def fact_rows(facts: Iterable[Fact]) -> Iterator[dict[str, Any]]:
    """One row a fact; the bounds of its interval, and of a value that is a range, in columns of their own."""
    for one in facts:
        row = fact(one)
        interval = row.pop("interval") or (None, None)
        value = row.pop("value")
        low, high = (value[0], value[-1]) if isinstance(value, list) else (value, None)
        yield {
            "id": row.pop("id"),
            "claim": row.pop("claim"),
            "value": low,
            "value_to": high,
            "interval_low": interval[0],
            "interval_high": interval[1],
            **row,
        }


def question_rows(questions: Iterable[Question]) -> Iterator[dict[str, Any]]:
    """One row an answer: an option, a step, a row of a match, the right number, or the bounds of a wrong one."""
    for one in questions:
        row = question(one)
        parts = {key: row.pop(key) for key in ("option", "item", "pair", "diagnosis")}
        common = {**row, "facts": " ".join(row["facts"])}
        number = [{"low": one.answer, "high": one.answer, "correct": True}] if one.kind == "numeric" else []
        answers = [*number, *(dict(part) for listed in parts.values() for part in listed)]
        for place, part in enumerate(answers, start=1):
            yield {
                **common,
                "part": place,
                "part_text": part.get("text", part.get("left", "")),
                "part_partner": part.get("right", ""),
                "part_low": part.get("low"),
                "part_high": part.get("high"),
                "part_correct": part.get("correct", not (one.option or one.diagnosis)),
                "part_trap": part.get("trap", ""),
                "part_feedback": part.get("feedback", ""),
            }


def table(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Rows as CSV with version and licence in each, and a byte order mark, by which spreadsheets know UTF-8."""
    marks = {"course_version": load_citation().version, "licence": licence()}
    marked = [{**row, **marks} for row in rows]
    out = io.StringIO()
    written = csv.DictWriter(out, [*marked[0]])
    written.writeheader()
    written.writerows(marked)
    return out.getvalue().encode("utf-8-sig")


def _json(content: Mapping[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False).encode()
