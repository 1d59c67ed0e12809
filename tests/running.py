"""Awaits what tests start, in a thread of its own: Playwright holds an event loop in that of the tests."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from ntrkcourse.publish.execution import execute

Result = TypeVar("Result")


def run(path: Path) -> Any:
    """The notebook, executed as a build does it."""
    return apart(execute(path))


def apart(work: Coroutine[Any, Any, Result]) -> Result:
    """What ``work`` returns."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(work)).result()
