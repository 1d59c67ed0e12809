"""What a class is on the disk: one folder, with its code, its keys and its store; who deletes it deletes all."""

import base64
import hashlib
import hmac
import json
import os
import re
import secrets
import shutil
import tomllib
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import bcrypt
from filelock import FileLock, Timeout

from ..content.location import ROOT
from .statements import agent

CLASSES = ROOT / "_build" / "class"
MOST_LEARNERS = 1000
# No vowels, so that no code is a word, and none of what is read as a digit.
_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
# A learner's key is 128 random bits: nobody guesses it, so its hash need not be slow.
_HASH_ROUNDS = 4


class FullError(Exception):
    """No more learners can join."""


class BusyError(Exception):
    """The class is being served."""


@dataclass(frozen=True)
class Class:
    """One class.

    Attributes
    ----------
    code
        What learners type to join, ``ABC-DEF``.
    key
        The trainer's.
    registration
        UUID that its statements carry.
    begun
        When it was made, in UTC, and then when the trainer has started its clock.
    schedule, session
        By what its pace is measured, the session counted from 1; empty where by nothing.
    """

    name: str
    code: str
    key: str
    registration: str
    begun: str
    schedule: str = ""
    session: int = 1

    @property
    def folder(self) -> Path:
        """All that is kept of the class."""
        return _folder(self.name)

    @property
    def store(self) -> Path:
        """The statements."""
        return self.folder / "statements.sqlite"

    @property
    def credentials(self) -> Path:
        """The learners' keys, as Ralph reads them."""
        return self.folder / "auth.json"

    def has_code(self, typed: str) -> bool:
        """Whether somebody typed the class's code, in small letters or without its hyphen too."""
        return _same(re.sub("[^A-Z]", "", typed.upper()), self.code.replace("-", ""))

    def has_key(self, given: str) -> bool:
        """Whether it is the trainer's key."""
        return _same(given, self.key)


def begin(name: str, schedule: str = "", session: int = 1) -> Class:
    """The class of this name, made where there is none; raises ValueError for a name that no folder can bear."""
    file = _folder(name) / "class.json"
    if file.exists():
        return Class(**json.loads(file.read_text(encoding="utf-8")))
    letters = "".join(secrets.choice(_LETTERS) for _ in range(6))
    made = Class(
        name=name,
        code=f"{letters[:3]}-{letters[3:]}",
        key=secrets.token_urlsafe(24),
        registration=str(uuid.uuid4()),
        begun=datetime.now(UTC).isoformat(timespec="seconds"),
        schedule=schedule,
        session=session,
    )
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write(file, asdict(made))
    return made


def start_clock(chosen: Class) -> Class:
    """The class as it is when its session begins now."""
    started = replace(chosen, begun=datetime.now(UTC).isoformat(timespec="seconds"))
    write(chosen.folder / "class.json", asdict(started))
    return started


def delete(name: str) -> bool:
    """Delete all that is kept of a class; False where there is none. Raises :class:`BusyError` while it is served."""
    folder = _folder(name)
    if not folder.exists():
        return False
    with alone(folder):
        shutil.rmtree(folder)
    lock = _lock(folder)
    lock.unlink(missing_ok=True)
    return True


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """One server of a class at a time."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(_lock(folder))
    try:
        lock.acquire(blocking=False)
    except Timeout as error:
        raise BusyError(folder.name) from error
    try:
        yield
    finally:
        lock.release()


class Learners:
    """Who has joined, by the keys in ``auth.json``."""

    def __init__(self, file: Path) -> None:
        self._file = file
        if not file.exists():
            write(file, [])
        entries: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))
        self._entries = {entry["username"]: entry for entry in entries}
        self._seen: dict[bytes, str] = {}

    @property
    def names(self) -> list[str]:
        """Pseudonyms in the order in which their learners joined."""
        return list(self._entries)

    def join(self) -> tuple[str, str]:
        """A new learner's pseudonym and key, the key as HTTP's Basic wants it."""
        if len(self._entries) >= MOST_LEARNERS:
            raise FullError
        name = secrets.choice([one for one in _pseudonyms() if one not in self._entries])
        secret = secrets.token_urlsafe(16)
        entry = {
            "username": name,
            "hash": bcrypt.hashpw(secret.encode(), bcrypt.gensalt(_HASH_ROUNDS)).decode(),
            "scopes": ["statements/write"],
            "agent": agent(name),
        }
        self._keep({**self._entries, name: entry})
        return name, base64.b64encode(f"{name}:{secret}".encode()).decode()

    def leave(self, name: str) -> None:
        """The key is good no more."""
        self._keep({one: entry for one, entry in self._entries.items() if one != name})
        self._seen = {digest: one for digest, one in self._seen.items() if one != name}

    def name_of(self, key: str) -> str | None:
        """Whose key it is; None where nobody's."""
        digest = hashlib.sha256(key.encode()).digest()
        if digest in self._seen:
            return self._seen[digest]
        try:
            name, _, secret = base64.b64decode(key, validate=True).decode().partition(":")
        except ValueError:
            return None
        entry = self._entries.get(name)
        # bcrypt refuses what is too long, or holds a null.
        if not entry or not re.fullmatch(r"[\w-]{22}", secret, re.ASCII):
            return None
        if not bcrypt.checkpw(secret.encode(), entry["hash"].encode()):
            return None
        self._seen[digest] = name
        return name

    def _keep(self, entries: dict[str, dict[str, Any]]) -> None:
        write(self._file, list(entries.values()))
        self._entries = entries


def write(file: Path, value: Any) -> None:
    """The file anew, whole or not at all, to be read by its owner alone."""
    new = file.with_suffix(".new")
    with open(new, "w", encoding="utf-8", opener=lambda path, flags: os.open(path, flags, 0o600)) as out:
        json.dump(value, out)
        out.flush()
        os.fsync(out.fileno())
    new.replace(file)


@cache
def _pseudonyms() -> list[str]:
    words = tomllib.loads(Path(__file__).with_name("names.toml").read_text(encoding="utf-8"))
    return [f"{adjective} {creature}" for adjective in words["adjectives"] for creature in words["creatures"]]


def _folder(name: str) -> Path:
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,60}", name):
        raise ValueError(f"{name!r} is no name for a class: small letters, digits and hyphens")
    return CLASSES / name


def _lock(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.lock")


def _same(a: str, b: str) -> bool:
    """Compared in the same time, however many letters agree."""
    return hmac.compare_digest(a.encode(), b.encode())
