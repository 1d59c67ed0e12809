"""Awaits what tests start, in a thread of its own: Playwright holds an event loop in that of the tests."""

import asyncio
import subprocess
from collections import deque
from collections.abc import Coroutine, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
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


@contextmanager
def once_it_says(
    words: str, command: Sequence[str], environment: Mapping[str, str], folder: Path
) -> Iterator[None]:
    """A server of another process, from when it says that it is ready to the end of ``with``."""
    with subprocess.Popen(
        command, env=environment, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout is not None
        said = deque[str](maxlen=50)
        for line in process.stdout:
            said.append(line)
            if words in line:
                break
        else:
            raise AssertionError(f"it never said {words!r}:\n{''.join(said)}")
        with ThreadPoolExecutor(1) as pool:
            # Somebody has to read on, or it would wait for a reader.
            pool.submit(deque, process.stdout, 0)
            try:
                yield
            finally:
                process.terminate()
