"""Records as JSON, and the JSON Schema that says so: both read the types of the records' fields."""

import math
import re
from dataclasses import fields, is_dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from ..content.records import UpperBound

_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    float: {"type": "number"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    NoneType: {"type": "null"},
    # JSON has no infinity.
    UpperBound: {"type": ["number", "null"], "description": "null where it was not reached"},
}
# "name" or "name, name" in a line of its own, and below it, further in, what is said of them.
_ATTRIBUTES = re.compile(r"^    ([\w, ]+)\n((?:        .*\n?)+)", re.MULTILINE)


def schema_of(kind: Any) -> dict[str, Any]:
    """The schema of a type: a record, a part of one, or what a field of one holds."""
    if is_dataclass(kind):
        return _record(kind)
    if kind in _PLAIN:
        return _PLAIN[kind]
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return {**schema_of(parts[0]), "description": kind.__metadata__[0]}
    if origin is Literal:
        return {"enum": [*parts]}
    if origin in (Union, UnionType):
        return {"anyOf": [schema_of(part) for part in parts]}
    if parts[-1] is Ellipsis:
        return {"type": "array", "items": schema_of(parts[0])}
    return {"type": "array", "prefixItems": [schema_of(part) for part in parts], "items": False}


def value_of(value: Any) -> Any:
    """A record, or what a field of one holds, as JSON."""
    if is_dataclass(value):
        return {field.name: value_of(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [value_of(part) for part in value]
    if isinstance(value, date):
        return value.isoformat()
    return None if isinstance(value, float) and math.isinf(value) else value


def _record(kind: Any) -> dict[str, Any]:
    types, said = get_type_hints(kind, include_extras=True), _described(kind)
    properties = {}
    for field in fields(kind):
        schema = schema_of(types[field.name])
        # What the record's own documentation says of the field goes before what its type says.
        properties[field.name] = {**schema, "description": said[field.name]} if field.name in said else schema
    return {
        "type": "object",
        "description": (kind.__doc__ or "").partition("\n")[0],
        "properties": properties,
        "required": [*properties],
        "additionalProperties": False,
    }


def _described(kind: Any) -> dict[str, str]:
    found = _ATTRIBUTES.findall(f"{kind.__doc__}\n")
    return {
        name.strip(): " ".join(text.split())
        for names, text in found
        for name in names.split(",")
        if name.strip() in {field.name for field in fields(kind)}
    }
