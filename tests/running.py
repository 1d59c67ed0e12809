"""Runs a notebook as a build does."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from ntrkcourse.publish.execution import execute


def run(path: Path) -> Any:
    """The executed notebook; in a thread of its own, since a browser's loop may run in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(execute(path))).result()
