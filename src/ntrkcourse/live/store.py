"""Ralph's store on SQLite: one file, which survives a power cut, and filters that are SQL.

Ralph finds it by the entry point ``sqlite`` of the group ``ralph.backends.lrs``; ``RALPH_BACKENDS__LRS__SQLITE__FILE``
names the file.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar

from pydantic_settings import SettingsConfigDict
from ralph.backends.data.base import BaseOperationType, DataBackendStatus, Writable
from ralph.backends.lrs.base import (
    RELATED_AGENTS_FIELDS,
    BaseLRSBackend,
    BaseLRSBackendSettings,
    RalphStatementsQuery,
    StatementQueryResult,
)
from ralph.conf import BASE_SETTINGS_CONFIG
from ralph.exceptions import BackendException

from .database import connect

# How an agent is named in a query, and where its name stands in a statement.
_IDENTIFIERS = {
    "account__name": "account.name",
    "account__home_page": "account.homePage",
    "mbox": "mbox",
    "mbox_sha1sum": "mbox_sha1sum",
    "openid": "openid",
}
_RELATED = [field if isinstance(field, str) else ".".join(field) for field in RELATED_AGENTS_FIELDS]
_RELATED_ACTIVITY = (
    "(json_extract(statement, '$.object.id') = ? OR EXISTS (SELECT 1 FROM "
    "json_tree(statement, '$.context.contextActivities') AS node WHERE node.key = 'id' AND node.value = ?))"
)


class SQLiteLRSBackendSettings(BaseLRSBackendSettings):  # type: ignore[misc]  # Ralph has no types
    """Where the file lies."""

    model_config: ClassVar = {
        **BASE_SETTINGS_CONFIG,
        **SettingsConfigDict(env_prefix="RALPH_BACKENDS__LRS__SQLITE__"),
    }

    FILE: Path = Path("statements.sqlite")


class SQLiteLRSBackend(BaseLRSBackend[SQLiteLRSBackendSettings], Writable):  # type: ignore[misc]
    """Statements in one table, each once by its id."""

    name = "sqlite"
    query_class = RalphStatementsQuery
    unsupported_operation_types: ClassVar = {
        BaseOperationType.APPEND,
        BaseOperationType.UPDATE,
        BaseOperationType.DELETE,
    }

    def __init__(self, settings: SQLiteLRSBackendSettings | None = None) -> None:
        super().__init__(settings)
        self._database = connect(self.settings.FILE)

    def status(self) -> DataBackendStatus:
        try:
            self._database.execute("SELECT 1 FROM statements LIMIT 1")
        except sqlite3.Error:
            return DataBackendStatus.ERROR
        return DataBackendStatus.OK

    def query_statements(
        self, params: RalphStatementsQuery, target: str | None = None
    ) -> StatementQueryResult:
        where, values = _filters(params)
        rising = _is_true(params.ascending)
        if params.search_after:
            where.append("rowid > ?" if rising else "rowid < ?")
            values.append(int(params.search_after))
        rows = self._rows(
            f"SELECT rowid, statement FROM statements {_where(where)} "
            f"ORDER BY rowid {'ASC' if rising else 'DESC'} LIMIT ?",
            [*values, params.limit or -1],
        )
        return StatementQueryResult(
            statements=[json.loads(statement) for _, statement in rows],
            search_after=str(rows[-1][0]) if rows else None,
        )

    def query_statements_by_ids(self, ids: list[str], target: str | None = None) -> Iterator[dict[str, Any]]:
        marks = ",".join("?" * len(ids))
        rows = self._rows(f"SELECT statement FROM statements WHERE id IN ({marks})", ids)
        yield from (json.loads(statement) for (statement,) in rows)

    def close(self) -> None:
        self._database.close()

    def _rows(self, query: str, values: list[Any]) -> list[Any]:
        try:
            return self._database.execute(query, values).fetchall()
        except (sqlite3.Error, ValueError) as error:
            raise BackendException(f"The store could not be read: {error}") from error

    def _read_dicts(
        self, query: Any, target: str | None, chunk_size: int, ignore_errors: bool
    ) -> Iterator[dict[str, Any]]:
        yield from self.query_statements(query.model_copy(update={"ascending": True})).statements

    def _write_dicts(
        self,
        data: Iterable[dict[str, Any]],
        target: str | None,
        chunk_size: int,
        ignore_errors: bool,
        operation_type: BaseOperationType,
    ) -> int:
        rows = [(one["id"], one["stored"], json.dumps(one, separators=(",", ":"))) for one in data]
        try:
            with self._database:
                written = self._database.executemany(
                    "INSERT INTO statements VALUES (?, ?, ?) ON CONFLICT DO NOTHING", rows
                )
        except sqlite3.Error as error:
            raise BackendException(f"The store could not be written: {error}") from error
        return written.rowcount

    def _read_bytes(
        self, query: Any, target: str | None, chunk_size: int, ignore_errors: bool
    ) -> Iterator[bytes]:
        yield from super()._read_bytes(query, target, chunk_size, ignore_errors)

    def _write_bytes(
        self,
        data: Iterable[bytes],
        target: str | None,
        chunk_size: int,
        ignore_errors: bool,
        operation_type: BaseOperationType,
    ) -> int:
        written: int = super()._write_bytes(data, target, chunk_size, ignore_errors, operation_type)
        return written


def _filters(params: RalphStatementsQuery) -> tuple[list[str], list[Any]]:
    """Conditions, and the values that they ask for, in the same order."""
    where: list[str] = []
    values: list[Any] = []

    def add(condition: str, *asked: Any) -> None:
        where.append(condition)
        values.extend(asked)

    if params.statement_id:
        add("id = ?", params.statement_id)
    if params.verb:
        add("json_extract(statement, '$.verb.id') = ?", str(params.verb))
    if params.activity and _is_true(params.related_activities):
        add(_RELATED_ACTIVITY, str(params.activity), str(params.activity))
    elif params.activity:
        add("json_extract(statement, '$.object.id') = ?", str(params.activity))
    if params.registration:
        add("json_extract(statement, '$.context.registration') = ?", str(params.registration))
    if params.since:
        add("stored > ?", _in_utc(params.since))
    if params.until:
        add("stored <= ?", _in_utc(params.until))
    if agent := _identity(params.agent):
        add(*_agent_at(_RELATED if _is_true(params.related_agents) else ["actor"], [agent]))
    given = params.authority if isinstance(params.authority, list) else [params.authority]
    if authorities := [one for one in map(_identity, given) if one]:
        add(*_agent_at(["authority"], authorities))
    return where, values


def _where(conditions: list[str]) -> str:
    return f"WHERE {' AND '.join(conditions)}" if conditions else ""


def _identity(agent: Any) -> dict[str, str]:
    """Path within an agent -> what must stand there."""
    known = agent if isinstance(agent, dict) else agent.model_dump() if agent else {}
    return {path: known[name] for name, path in _IDENTIFIERS.items() if known.get(name)}


def _agent_at(places: list[str], agents: list[dict[str, str]]) -> list[Any]:
    """A condition that one of the agents stands in one of the places, and its values."""
    one_of: list[str] = []
    values: list[Any] = []
    for place in places:
        for agent in agents:
            parts = [f"json_extract(statement, '$.{place}.{path}') = ?" for path in agent]
            one_of.append(f"({' AND '.join(parts)})")
            values.extend(agent.values())
    return [f"({' OR '.join(one_of)})", *values]


def _is_true(value: Any) -> bool:
    # Ralph passes what stood in the address.
    return value is True or value in ("true", "1")


def _in_utc(value: str | datetime) -> str:
    try:
        moment = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    except ValueError as error:
        raise BackendException(f"{value!r} is no time") from error
    return moment.astimezone(UTC).isoformat()
