"""Ralph's store on SQLite: each statement once, filters that agree with a plain reading, and a disk that fills up."""

import json
import random
import sqlite3
import subprocess
import sys
import uuid
from datetime import UTC, datetime, timedelta

import pytest
from ralph.backends.data.base import DataBackendStatus
from ralph.backends.loader import get_lrs_backends
from ralph.backends.lrs.base import RalphStatementsQuery
from ralph.exceptions import BackendException

from ntrkcourse.live import database
from ntrkcourse.live.store import SQLiteLRSBackend, SQLiteLRSBackendSettings

BEGUN = datetime(2026, 11, 30, 10, tzinfo=UTC)


@pytest.fixture
def store(tmp_path):
    backend = SQLiteLRSBackend(SQLiteLRSBackendSettings(FILE=tmp_path / "statements.sqlite"))
    yield backend
    backend.close()


def statement(number, **parts):
    chance = random.Random(number)
    name = chance.choice(["Quiet Heron", "Keen Oak", 'O"Brien; DROP TABLE statements'])
    who = {"account": {"homePage": "urn:c", "name": name}}
    return {
        "id": str(uuid.UUID(int=number, version=4)),
        "actor": chance.choice([who, {"mbox": "mailto:a@example.org"}]),
        "verb": {"id": f"urn:verb:{chance.randrange(2)}"},
        "object": {"id": f"urn:activity:{chance.randrange(3)}"},
        "context": {
            "registration": str(uuid.UUID(int=chance.randrange(2), version=4)),
            "instructor": {"mbox": f"mailto:{chance.choice('ab')}@example.org"},
            "contextActivities": {"parent": [{"id": f"urn:activity:{chance.randrange(3)}"}]},
        },
        "authority": who,
        "stored": (BEGUN + timedelta(seconds=number)).isoformat(),
        **parts,
    }


ALL = [statement(number) for number in range(60)]
MINE = {"account__name": "Quiet Heron", "account__home_page": "urn:c"}
MOMENT = BEGUN + timedelta(seconds=20)


def is_mine(agent):
    return agent.get("account") == {"homePage": "urn:c", "name": "Quiet Heron"}


def has_mail(agent):
    return agent.get("mbox") == "mailto:a@example.org"


@pytest.mark.parametrize(
    ("asked", "fits"),
    [
        ({}, lambda one: True),
        ({"statement_id": ALL[3]["id"]}, lambda one: one is ALL[3]),
        ({"verb": "urn:verb:1"}, lambda one: one["verb"]["id"] == "urn:verb:1"),
        ({"activity": "urn:activity:2"}, lambda one: one["object"]["id"] == "urn:activity:2"),
        (
            {"activity": "urn:activity:2", "related_activities": "true"},
            lambda one: (
                "urn:activity:2"
                in (one["object"]["id"], one["context"]["contextActivities"]["parent"][0]["id"])
            ),
        ),
        (
            {"registration": str(uuid.UUID(int=1, version=4))},
            lambda one: one["context"]["registration"] == str(uuid.UUID(int=1, version=4)),
        ),
        ({"agent": MINE}, lambda one: is_mine(one["actor"])),
        ({"agent": {"mbox": "mailto:a@example.org"}}, lambda one: has_mail(one["actor"])),
        (
            {"agent": {"mbox": "mailto:a@example.org"}, "related_agents": "true"},
            lambda one: has_mail(one["actor"]) or has_mail(one["context"]["instructor"]),
        ),
        (
            {"agent": {"mbox": "mailto:a@example.org"}, "related_agents": "false"},
            lambda one: has_mail(one["actor"]),
        ),
        ({"authority": MINE}, lambda one: is_mine(one["authority"])),
        ({"authority": [MINE, {"mbox": "mailto:a@example.org"}]}, lambda one: is_mine(one["authority"])),
        ({"since": MOMENT.isoformat()}, lambda one: one["stored"] > MOMENT.isoformat()),
        ({"until": "2026-11-30T15:30:20+05:30"}, lambda one: one["stored"] <= MOMENT.isoformat()),
        (
            {"verb": "urn:verb:0", "authority": MINE, "since": MOMENT.isoformat()},
            lambda one: (
                one["verb"]["id"] == "urn:verb:0"
                and is_mine(one["authority"])
                and one["stored"] > MOMENT.isoformat()
            ),
        ),
        ({"verb": "' OR 1=1 --"}, lambda one: False),
    ],
    ids=lambda part: ",".join(part) or "all" if isinstance(part, dict) else "",
)
@pytest.mark.parametrize("ascending", ["true", "false"])
def test_filters(store, asked, fits, ascending):
    assert store.write(ALL) == len(ALL)
    query = RalphStatementsQuery.model_construct(**asked, ascending=ascending, limit=1000)
    expected = [one for one in ALL if fits(one)]
    found = store.query_statements(query).statements
    assert found == (expected if ascending == "true" else expected[::-1])


@pytest.mark.parametrize("ascending", ["true", "false"])
def test_pages_follow_each_other(store, ascending):
    store.write(ALL)
    found, after = [], None
    while True:
        query = RalphStatementsQuery.model_construct(limit=7, search_after=after, ascending=ascending)
        page = store.query_statements(query)
        found += page.statements
        after = page.search_after
        if len(page.statements) < 7:
            break
    assert found == (ALL if ascending == "true" else ALL[::-1])


def test_what_comes_twice_is_kept_once_as_it_came_first(store):
    other = {**ALL[0], "verb": {"id": "urn:other"}}
    assert store.write([ALL[0], ALL[0]]) == 1
    assert store.write([other, ALL[1]]) == 1
    assert list(store.read()) == ALL[:2]
    assert list(store.query_statements_by_ids([ALL[0]["id"], str(uuid.UUID(int=99))])) == ALL[:1]


def test_statements_go_through_bytes_too(store):
    assert store.write(json.dumps(one).encode() for one in ALL) == len(ALL)
    assert [json.loads(one) for one in store.read(raw_output=True)] == ALL


def test_a_full_disk_is_told_and_harms_nothing(store):
    store.write(ALL[:10])
    pages = store._database.execute("PRAGMA page_count").fetchone()[0]
    store._database.execute(f"PRAGMA max_page_count = {pages}")
    big = [statement(number, result={"response": "x" * 5000}) for number in range(10, 60)]
    with pytest.raises(BackendException, match="full"):
        store.write(big)
    assert list(store.read()) == ALL[:10]
    store._database.execute("PRAGMA max_page_count = 100000")
    assert store.write(big) == 50 and store.status() == DataBackendStatus.OK


def test_what_is_no_page_or_time_is_told(store):
    for asked in ({"search_after": "nonsense"}, {"since": "yesterday"}):
        with pytest.raises((BackendException, ValueError)):
            store.query_statements(RalphStatementsQuery.model_construct(**asked, limit=1))


def test_what_was_answered_for_survives_a_power_cut(tmp_path):
    file = tmp_path / "statements.sqlite"
    code = (
        "import json, os, signal, sys; from pathlib import Path;"
        "from ntrkcourse.live.store import SQLiteLRSBackend, SQLiteLRSBackendSettings;"
        "store = SQLiteLRSBackend(SQLiteLRSBackendSettings(FILE=Path(sys.argv[1])));"
        "store.write(json.loads(sys.argv[2])); os._exit(9)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(file), json.dumps(ALL)])
    assert done.returncode == 9
    assert database.statements(file) == ALL


def test_what_is_forgotten_is_gone_from_the_file(store, tmp_path):
    store.write(ALL)
    database.forget(tmp_path / "statements.sqlite", "Keen Oak")
    assert list(store.read()) == [one for one in ALL if one["authority"]["account"]["name"] != "Keen Oak"]
    assert not any(b"Keen Oak" in file.read_bytes() for file in tmp_path.iterdir())


def test_a_damaged_file_is_told(tmp_path):
    (tmp_path / "statements.sqlite").write_bytes(b"no database" * 1000)
    with pytest.raises(sqlite3.DatabaseError):
        database.connect(tmp_path / "statements.sqlite")


def test_ralph_finds_it_by_its_name():
    assert get_lrs_backends()["sqlite"] is SQLiteLRSBackend
