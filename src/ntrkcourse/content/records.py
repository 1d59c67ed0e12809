"""Tables of a TOML file as typed dataclasses: unknown keys refused, types checked, ids unique.

Three rules hold for every record, and have codes as those of ``checks`` have:

R01  a number is finite: neither JSON nor a reader knows what to do with inf and nan;
R02  of records that stand side by side, no two look alike to a reader, who chooses among them by what they show;
R03  a link to a fact stands where it is drawn: in :data:`Markdown` and :data:`Paragraphs`.

A field's type says what it holds: a ``Literal`` one of a few names, :data:`Markdown` a text that is drawn and may
link to facts, :data:`Paragraphs` several of them, :data:`Picture` the name of one, :data:`Words` the
words of a widget by name. ``walk`` reads the
same types.
"""

import math
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import MISSING, fields
from pathlib import Path
from string import Formatter
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from .errors import ContentError
from .inline import look
from .location import content_folder, short_name

Record = TypeVar("Record")

UpperBound = Annotated[float, "may be inf"]
"""The upper end of an interval; ``inf`` where it was not reached."""

Markdown = Annotated[str, "Markdown"]
"""A text with inline Markdown, fact links among it."""

Paragraphs = Annotated[str, "Markdown in paragraphs"]
"""Inline Markdown in paragraphs, which blank lines part."""

Picture = Annotated[str, "the name of a picture"]
"""The name of a picture (see ``figures``), or empty."""

Words = dict[str, str]
"""What a widget says, by name; ``{n}`` in a text is filled in where it is shown."""

# The largest whole number up to which JavaScript holds every one.
_LARGEST = 2**53
# The fields by which a reader tells records apart that stand side by side.
SHOWN = ("text", "name", "label")


def read_toml(file: Path) -> dict[str, Any]:
    """The parsed file; raises :class:`ContentError` where it is missing, unreadable or not TOML."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ContentError(short_name(file), "", "", f"cannot be read: {error}") from error


def read_widget(room: str, file: Path | None) -> tuple[dict[str, Any], str]:
    """The parsed content of the widget in the folder ``room``, by default the course's, and how errors call its file."""
    path = file or content_folder() / f"widgets/{room}.toml"
    return read_toml(path), short_name(path)


def refuse_unknown(table: Mapping[str, Any], known: Iterable[str], file: str, record: str) -> None:
    """Raise :class:`ContentError` for the first key of ``table`` that is not in ``known``."""
    names = sorted(known)
    for key in table:
        if key not in names:
            raise ContentError(file, record, key, f"unknown key; known are {', '.join(names)}")


def build(kind: type[Record], table: Mapping[str, Any], file: str, record: str) -> Record:
    """A ``kind`` (a dataclass) from ``table``; nested dataclasses in tuples are built too."""
    types = get_type_hints(kind, include_extras=True)
    described = {field.name: field for field in fields(kind)}  # type: ignore[arg-type]
    refuse_unknown(table, described, file, record)
    values = {}
    for name, field in described.items():
        if name in table:
            values[name] = _convert(table[name], types[name], file, record, name)
        elif field.default is MISSING and field.default_factory is MISSING:
            raise ContentError(file, record, name, "missing")
    return kind(**values)


def _convert(value: Any, kind: Any, file: str, record: str, key: str, marked: bool = False) -> Any:
    if isinstance(value, float) and not math.isfinite(value) and (kind, value) != (UpperBound, math.inf):
        raise ContentError(file, record, key, f"R01: must be a finite number, found {value}")
    if isinstance(value, int) and abs(value) > _LARGEST:
        raise ContentError(file, record, key, f"R01: must be at most {_LARGEST:,}, or a page rounds it")
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated and kind != UpperBound:
        return _convert(value, parts[0], file, record, key, marked=kind != Picture)
    if origin is Literal:
        require_one_of(value, parts, file, record, key)
        return value
    if kind == Words:
        return _words(value, file, record, key)
    if origin in (Union, UnionType):
        kinds = [part for part in parts if part is not NoneType]
        fitting = [part for part in kinds if isinstance(value, list) == (get_origin(part) is tuple)]
        if len(fitting) == 1:
            return _convert(value, fitting[0], file, record, key)
        for part in fitting:
            try:
                return _convert(value, part, file, record, key)
            except ContentError:
                continue
        names = " or ".join(getattr(part, "__name__", str(part)) for part in kinds)
        raise ContentError(file, record, key, f"expected {names}, found {value!r}")
    if origin is tuple:
        if not isinstance(value, list):
            raise ContentError(file, record, key, f"expected a list, found {value!r}")
        if parts[-1] is not Ellipsis and len(value) != len(parts):
            raise ContentError(file, record, key, f"expected {len(parts)} values, found {len(value)}")
        inner = [parts[0]] * len(value) if parts[-1] is Ellipsis else parts
        converted = tuple(
            _convert(part, kind, file, record, f"{key}[{number}]")
            for number, (part, kind) in enumerate(zip(value, inner, strict=True), start=1)
        )
        require_unlike(converted, file, record, key)
        return converted
    if hasattr(kind, "__dataclass_fields__"):
        if not isinstance(value, Mapping):
            raise ContentError(file, record, key, f"expected a table, found {value!r}")
        return build(kind, value, file, f"{record}.{key}")
    if kind == UpperBound:
        kind = float
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise ContentError(file, record, key, f"expected {kind.__name__}, found {value!r}")
    if kind is str and not marked:
        _require_no_link(value, file, record, key)
    return value


def _require_no_link(text: str, file: str, record: str, key: str) -> None:
    if "](fact:" in text:
        raise ContentError(
            file, record, key, "R03: a link in a text that is shown as typed; make it Markdown"
        )


def _words(value: Any, file: str, record: str, key: str) -> Words:
    if not isinstance(value, Mapping):
        raise ContentError(file, record, key, f"expected a table of texts, found {value!r}")
    for name, text in value.items():
        if not isinstance(text, str) or not text.strip():
            raise ContentError(file, record, f"{key}.{name}", f"expected a text, found {text!r}")
        _require_no_link(text, file, record, f"{key}.{name}")
    return dict(value)


def build_by_id(
    kind: type[Record], tables: Iterable[Mapping[str, Any]], file: str, name: str, key: str = "id"
) -> dict[str, Record]:
    """Tables as records by their ``key``, in order; a record is called ``name`` and its id in an error.

    Raises
    ------
    ContentError
        For what :func:`build` refuses, an id used twice, or no table at all.
    """
    records = [
        build(kind, table, file, f"{name} {table.get(key, number)}")
        for number, table in enumerate(tables, start=1)
    ]
    ids = [str(getattr(record, key)) for record in records]
    require_ids(ids, file, name, key)
    require_unlike(records, file, "", name)
    return dict(zip(ids, records, strict=True))


def require_ids(ids: Sequence[str], file: str, name: str, key: str = "id") -> None:
    """Raise :class:`ContentError` for an id used twice, or for none."""
    if not ids:
        raise ContentError(file, "", name, "missing: the file has none")
    for one in ids:
        if ids.count(one) > 1:
            raise ContentError(file, f"{name} {one}", key, "used twice")


def require_unlike(
    records: Sequence[object], file: str, record: str, key: str, shown_by: Sequence[str] = SHOWN
) -> None:
    """Raise :class:`ContentError` where two of the records under ``key`` look alike in one of these fields (R02)."""
    for field in shown_by:
        seen: dict[str, int] = {}
        for number, one in enumerate(records, start=1):
            shown = getattr(one, field, "")
            if not isinstance(shown, str) or not shown:
                continue
            first = seen.setdefault(look(shown), number)
            if first != number:
                raise ContentError(
                    file,
                    record,
                    f"{key}[{number}].{field}",
                    f"R02: {shown!r} looks like that of {key}[{first}]",
                )


def require_one_of(value: object, known: Iterable[object], file: str, record: str, key: str) -> None:
    """Raise :class:`ContentError` for a value that is none of the known ones."""
    if value not in (names := list(known)):
        raise ContentError(file, record, key, f"{value!r} is none of {', '.join(map(str, names))}")


def require_places(text: str, known: Iterable[str], file: str, record: str, key: str) -> None:
    """Raise :class:`ContentError` where the text asks, as ``{name}``, for what is none of the known ones."""
    try:
        asked = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    except ValueError as error:
        raise ContentError(file, record, key, f"{error}, in {text!r}") from error
    for name in asked:
        require_one_of(name, known, file, record, key)


def load_tables(
    folder: Path, table_name: str, kind: type[Record], header: Iterable[str] = ()
) -> dict[str, tuple[Record, dict[str, Any]]]:
    """Every ``[[table_name]]`` of every TOML file in ``folder``, by id, with its file's header.

    Returns
    -------
    dict
        id -> (record, header), where header holds the file's other top-level keys (only those named in
        ``header`` are allowed) and ``"file"``.
    """
    found: dict[str, tuple[Record, dict[str, Any]]] = {}
    for path in sorted(folder.glob("*.toml")):
        file = short_name(path)
        document = read_toml(path)
        refuse_unknown(document, {table_name, *header}, file, "")
        top = {key: document[key] for key in header if key in document} | {"file": file}
        for number, table in enumerate(document.get(table_name, []), start=1):
            name = str(table.get("id", f"number {number}"))
            record = build(kind, table, file, name)
            if name in found:
                raise ContentError(file, name, "id", f"already used in {found[name][1]['file']}")
            found[name] = (record, top)
    return found
