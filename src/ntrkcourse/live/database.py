"""The file of a class's statements. The order of arrival is that of ``rowid``, whatever the clocks say."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

_SCHEMA = """
CREATE TABLE IF NOT EXISTS statements (id TEXT PRIMARY KEY, stored TEXT NOT NULL, statement TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS by_stored ON statements (stored);
CREATE INDEX IF NOT EXISTS by_actor ON statements (json_extract(statement, '$.actor.account.name'));
CREATE INDEX IF NOT EXISTS by_authority ON statements (json_extract(statement, '$.authority.account.name'));
CREATE INDEX IF NOT EXISTS by_activity ON statements (json_extract(statement, '$.object.id'));
"""


def connect(file: Path) -> sqlite3.Connection:
    """The file, made where there is none: what is written is on the disk, and what is deleted is gone from it."""
    database = sqlite3.connect(file, timeout=10, check_same_thread=False)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.execute("PRAGMA secure_delete = ON")
    database.executescript(_SCHEMA)
    return database


def statements(file: Path) -> list[dict[str, Any]]:
    """All statements in the order in which they came."""
    with closing(connect(file)) as database:
        return [
            json.loads(statement)
            for (statement,) in database.execute("SELECT statement FROM statements ORDER BY rowid")
        ]


def forget(file: Path, name: str) -> None:
    """Delete every statement of the account ``name``, from the log too."""
    with closing(connect(file)) as database:
        with database:
            database.execute(
                "DELETE FROM statements WHERE json_extract(statement, '$.authority.account.name') = ?", [name]
            )
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
