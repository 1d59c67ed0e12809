"""What JavaScript is told of a widget's records: ``data.d.ts`` in its folder, made from the types of ``records.py``.

So a field has one declaration, in Python; where it changes, the type check of ``widget.js`` fails.
"""

import importlib
import inspect
from dataclasses import fields, is_dataclass
from datetime import date
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from ..content.records import Markdown, Paragraphs, Words

_HEAD = """// Made from records.py by `python3 start.py types`, as `as_data` hands the records over; a test holds the two together.
import type { Span } from "../shared/dom.js";
"""
# A day goes to the browser as text.
_PLAIN = {date: "string", str: "string", int: "number", float: "number", bool: "boolean", type(None): "null"}


def declaration(room: str) -> str:
    """The text of ``data.d.ts`` for the folder ``room``, which has records of its own."""
    name = f"{__package__}.{room}.records"
    module = importlib.import_module(name)
    own = [
        kind
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if is_dataclass(kind) and kind.__module__ == name
    ]
    borrowed = {part for kind in own for part in _records_in(kind)} - set(own)
    # Borrowed ones first, and all in the order in which they stand in their module.
    kinds = sorted({*own, *borrowed}, key=lambda one: (one in own, inspect.getsourcelines(one)[1]))
    return _HEAD + "".join(_interface(kind) for kind in kinds)


def _records_in(kind: Any) -> set[Any]:
    """The records that a field's type, or a record's fields, are made of."""
    parts = get_type_hints(kind, include_extras=True).values() if is_dataclass(kind) else get_args(kind)
    return {one for part in parts for one in ({part} if is_dataclass(part) else _records_in(part))}


def _interface(kind: type) -> str:
    types = get_type_hints(kind, include_extras=True)
    lines = "".join(f"  {field.name}: {_type(types[field.name])};\n" for field in fields(kind))
    return f"\nexport interface {kind.__name__} {{\n{lines}}}\n"


def _type(kind: Any) -> str:
    if kind == Markdown:
        return "Span[]"
    if kind == Paragraphs:
        return "Span[][]"
    if kind == Words:
        return "Record<string, string>"
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _type(parts[0])
    if origin is Literal:
        return " | ".join(f'"{part}"' for part in parts)
    if origin in (Union, UnionType):
        return " | ".join(_type(part) for part in parts)
    if origin is tuple:
        if parts[-1] is Ellipsis:
            inner = _type(parts[0])
            return f"({inner})[]" if "|" in inner else f"{inner}[]"
        return f"[{', '.join(map(_type, parts))}]"
    if origin is dict:
        return f"Record<{_type(parts[0])}, {_type(parts[1])}>"
    return _PLAIN.get(kind) or kind.__name__
