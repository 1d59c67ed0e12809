"""One walk over a record by the types of its fields: its texts, the facts they link to, its pictures, and its data as JSON.

What a field holds is said once, in its type (see ``records``), so that no check and no mapping can forget a field.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from .inline import Span, linked_facts, paragraphs, parse_inline
from .records import Markdown, Paragraphs, Picture


def texts(record: Any) -> Iterator[str]:
    """Every text of the record that may link to a fact, in the order of its fields."""
    return _of_kind(record, (Markdown, Paragraphs))


def pictures(found: Any) -> Iterator[str]:
    """Names of the pictures that a record shows, or those in a tuple or a table of records."""
    if is_dataclass(found):
        yield from filter(None, _of_kind(found, (Picture,)))
    elif isinstance(found, Mapping | tuple):
        for part in found.values() if isinstance(found, Mapping) else found:
            yield from pictures(part)


def facts_of(*records: Any) -> list[str]:
    """Ids of the facts that the records' texts link to, each once, in order."""
    return linked_facts(text for record in records for text in texts(record))


def as_data(record: Any) -> dict[str, Any]:
    """The record as a widget's data: Markdown as spans, tuples as lists, records within it as objects."""
    return {
        field.name: _data(value, kind)
        for field, (value, kind) in zip(fields(record), _fields(record), strict=True)
    }


def _fields(record: Any) -> Iterator[tuple[Any, Any]]:
    types = get_type_hints(type(record), include_extras=True)
    return ((getattr(record, field.name), types[field.name]) for field in fields(record))


def _of_kind(record: Any, wanted: tuple[Any, ...]) -> Iterator[str]:
    for value, kind in _fields(record):
        yield from _within(value, kind, wanted)


def _within(value: Any, kind: Any, wanted: tuple[Any, ...]) -> Iterator[str]:
    if kind in wanted:
        yield value
    elif is_dataclass(value):
        yield from _of_kind(value, wanted)
    elif isinstance(value, tuple):
        for part, inner in zip(value, _parts(kind, len(value)), strict=True):
            yield from _within(part, inner, wanted)


def _data(value: Any, kind: Any) -> Any:
    if kind == Markdown:
        return parse_inline(value)
    if kind == Paragraphs:
        return _spans(value)
    if is_dataclass(value):
        return as_data(value)
    if isinstance(value, tuple):
        return [_data(part, inner) for part, inner in zip(value, _parts(kind, len(value)), strict=True)]
    return value


def _spans(text: str) -> list[list[Span]]:
    return [parse_inline(part) for part in paragraphs(text)]


def _parts(kind: Any, size: int) -> tuple[Any, ...]:
    """The types of a tuple's parts; of a choice of types, those of the tuple among them."""
    if get_origin(kind) in (Union, UnionType):
        kind = next(part for part in get_args(kind) if get_origin(part) is tuple)
    inner = get_args(kind)
    return (inner[0],) * size if inner[-1] is Ellipsis else inner


__all__ = ["as_data", "facts_of", "pictures", "texts"]
