"""The answers of a class as a table, for a spreadsheet and for programs that reckon."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow
import pyarrow.parquet

from .statements import Answer

_COLUMNS = pyarrow.schema(
    [
        ("id", pyarrow.string()),
        ("name", pyarrow.string()),
        ("question", pyarrow.string()),
        ("round", pyarrow.int8()),
        ("attempt", pyarrow.int32()),
        ("response", pyarrow.string()),
        ("right", pyarrow.bool_()),
        ("certainty", pyarrow.int8()),
        ("stored", pyarrow.string()),
        ("timestamp", pyarrow.string()),
    ]
)


def as_csv(answers: Iterable[Answer]) -> bytes:
    """One row an answer, with a byte order mark, by which spreadsheets know UTF-8."""
    out = io.StringIO()
    table = csv.DictWriter(out, _COLUMNS.names)
    table.writeheader()
    table.writerows(_rows(answers))
    return out.getvalue().encode("utf-8-sig")


def as_parquet(answers: Iterable[Answer]) -> bytes:
    """One row an answer."""
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(list(_rows(answers)), _COLUMNS), out)
    return out.getvalue()


def _rows(answers: Iterable[Answer]) -> Iterator[dict[str, Any]]:
    return ({name: getattr(one, name) for name in _COLUMNS.names} for one in answers)
