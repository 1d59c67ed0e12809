"""What a campus would run, held to the programs that read it."""

import json
import os
import re
import sys
from pathlib import Path

import bcrypt
import httpx
import pytest
from compose_spec import PyOptions
from hub_class import free_port
from live_class import Learner, asked, served
from ralph.backends.lrs.clickhouse import ClickHouseLRSBackendSettings
from ralph.backends.lrs.es import ESLRSBackendSettings
from ralph.backends.lrs.es_key_validation import find_invalid_elasticsearch_keys
from ralph.conf import Settings
from running import apart, once_it_says

from ntrkcourse.content.location import ROOT
from ntrkcourse.live.database import statements

CAMPUS = ROOT / "deploy/campus"
STORES = {"elasticsearch": ESLRSBackendSettings, "clickhouse": ClickHouseLRSBackendSettings}


@pytest.fixture(scope="module")
def services():
    composed = PyOptions(apply_merge=True).from_yaml((CAMPUS / "compose.yaml").read_text())
    composed.validate()
    return composed.to_dict()["services"]


def variables(file: Path):
    lines = [line for line in file.read_text().splitlines() if line and not line.startswith("#")]
    return dict(line.split("=", 1) for line in lines)


@pytest.fixture
def settings_of(services, monkeypatch):
    """(variables, Ralph's settings) of a store, as its container has them."""

    def read(store):
        service = services[f"ralph-{store}"]
        found = {}
        for file in service["env_file"]:
            found |= variables(CAMPUS / file)
        found |= {
            key: value.replace("${STORE_PASSWORD:?}", "secret")
            for key, value in service["environment"].items()
        }
        for key, value in found.items():
            monkeypatch.setenv(key, value)
        return found, Settings(), STORES[store]()

    return read


@pytest.mark.parametrize("store", STORES)
def test_ralph_knows_every_variable_and_takes_its_value(store, settings_of):
    found, *settings = settings_of(store)
    # Ralph passes over what it does not know: a slip of the pen would be silent.
    known = {
        f"{one.model_config['env_prefix']}{name}": str(getattr(one, name))
        for one in settings
        for name in type(one).model_fields
    }
    assert found.keys() <= known.keys()
    for key, value in found.items():
        assert value.lower() in known[key].lower(), key


@pytest.mark.parametrize("store", STORES)
def test_ralph_asks_for_keys_and_is_reached_from_this_machine_alone(store, services, settings_of):
    _, settings, _ = settings_of(store)
    assert settings.LRS_RESTRICT_BY_AUTHORITY and settings.LRS_RESTRICT_BY_SCOPES
    assert "ports" not in services[store]
    for port in services[f"ralph-{store}"]["ports"]:
        assert str(port).startswith("127.0.0.1:")


def test_images_have_a_version_and_no_secret_stands_in_a_file(services):
    for service in services.values():
        assert "build" in service or re.search(r":\d+\.\d+\.\d+", service["image"])
        for key, value in service.get("environment", {}).items():
            assert "PASSWORD" not in key or value == "${STORE_PASSWORD:?}"
    for file in CAMPUS.glob("*.env"):
        assert not any(re.search("PASSWORD|SECRET|TOKEN", key) for key in variables(file))


@pytest.fixture
def campus(tmp_path):
    """(address, store) of a Ralph with the campus's own settings, on a store that needs no server of its own."""
    laptop = {
        "username": "laptop",
        "hash": bcrypt.hashpw(b"key of the laptop", bcrypt.gensalt(4)).decode(),
        "scopes": ["statements/write", "statements/read/mine"],
        "agent": {"account": {"homePage": "urn:campus", "name": "laptop"}},
    }
    store, keys = tmp_path / "campus.sqlite", tmp_path / "auth.json"
    keys.write_text(json.dumps([laptop]))
    own = {
        "RALPH_AUTH_FILE": str(keys),
        "RALPH_RUNSERVER_BACKEND": "sqlite",
        "RALPH_BACKENDS__LRS__SQLITE__FILE": str(store),
    }
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", "ralph.api:app", "--port", str(port), "--no-access-log"]
    environment = {**os.environ, **variables(CAMPUS / "ralph.env"), **own}
    with once_it_says("Uvicorn running", command, environment, tmp_path):
        yield f"http://127.0.0.1:{port}/xAPI/statements", store


def hold_a_class(folder, address, monkeypatch):
    """Statements that a class keeps while it hands them on to ``address``."""
    forwarding = {
        "url": address,
        "is_active": True,
        "basic_username": "laptop",
        "basic_password": "key of the laptop",
        "max_retries": 1,
        "timeout": 5,
    }
    monkeypatch.setenv("RALPH_XAPI_FORWARDINGS", json.dumps([forwarding]))

    async def answer(server):
        async with httpx.AsyncClient(base_url=server.address, timeout=60) as client:
            learner = Learner(client, seed=1)
            await learner.join(server.chosen.code)
            for question in asked(5):
                learner.answer(question)
            await learner.send()

    with served(folder, folder) as server:
        apart(answer(server))
        server.stop()
        return statements(server.store)


def test_a_class_hands_its_answers_on_to_a_campus(tmp_path, campus, monkeypatch):
    address, store = campus
    kept = hold_a_class(tmp_path, address, monkeypatch)
    there = statements(store)
    assert len(kept) == 5
    assert {one["id"]: one["result"] for one in there} == {one["id"]: one["result"] for one in kept}
    assert {one["authority"]["account"]["name"] for one in there} == {"laptop"}
    assert not any(find_invalid_elasticsearch_keys(one) for one in there)


def test_a_campus_that_is_away_stops_no_class(tmp_path, monkeypatch):
    assert len(hold_a_class(tmp_path, f"http://127.0.0.1:{free_port()}/xAPI/statements", monkeypatch)) == 5
