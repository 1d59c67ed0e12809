"""Wheels as Pyodide's lock names them: what each needs, and what can be imported from it."""

import email.parser
import hashlib
import importlib.metadata
import re
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

# Asked for by packages that a kernel needs, and used by a server or in a terminal alone.
_SERVERS_ALONE = {"jupyterlab-widgets", "widgetsnbextension", "ipython-pygments-lexers"}


def inside(python: str) -> dict[str, str]:
    """What markers of requirements ask, as Pyodide with this version of Python answers."""
    return {
        "python_version": python.rpartition(".")[0],
        "python_full_version": python,
        "sys_platform": "emscripten",
        "platform_system": "Emscripten",
        "platform_machine": "wasm32",
        "os_name": "posix",
        "extra": "",
    }


def needs(requirements: Iterable[str], python: str) -> set[str]:
    """Names of packages that these requirements come to in Pyodide."""
    parsed = [Requirement(one) for one in requirements]
    names = {
        str(canonicalize_name(one.name))
        for one in parsed
        if not one.marker or one.marker.evaluate(inside(python))
    }
    return names - _SERVERS_ALONE


def missing(wheels: Iterable[Path], beside: Iterable[str], python: str) -> set[str]:
    """What must join these wheels and the packages ``beside`` them, with all that it needs in turn.

    What a package needs is read where it is installed: the lock has one version of each.
    """
    wheels = list(wheels)
    waiting = set(beside).union(*(needs(requirements(one), python) for one in wheels))
    found = {name_of(one) for one in wheels}
    own = set(found)
    while waiting := waiting - found:
        found |= waiting
        waiting = set().union(*(needs(importlib.metadata.requires(one) or [], python) for one in waiting))
    return found - own


def requirements(wheel: Path) -> list[str]:
    """What the wheel says that it requires."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (one for one in archive.namelist() if one.endswith(".dist-info/METADATA"))
        about = email.parser.Parser().parsestr(archive.read(name).decode())
    return about.get_all("Requires-Dist") or []


def name_of(wheel: Path) -> str:
    """The package that the wheel holds."""
    return str(parse_wheel_filename(wheel.name)[0])


def entry(wheel: Path, python: str) -> dict[str, Any]:
    """The wheel in Pyodide's lock. Because it says what can be imported, a cell's ``import`` is all that a reader writes."""
    name, version, _, _ = parse_wheel_filename(wheel.name)
    with zipfile.ZipFile(wheel) as archive:
        modules = {re.split(r"[/.]", one)[0] for one in archive.namelist() if one.endswith((".py", ".pyc"))}
    return {
        "name": name,
        "version": str(version),
        "file_name": wheel.name,
        "install_dir": "site",
        "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
        "package_type": "package",
        "imports": sorted(modules),
        "depends": sorted(needs(requirements(wheel), python)),
        "unvendored_tests": False,
    }
