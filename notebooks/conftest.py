"""A kernel that dies is said to have died, in its cell, and is not waited for.

nbval asks a kernel whether it lives only between cells. This can go when computationalmodelling/nbval#40 is mended.
"""

import time
from collections.abc import Iterator
from queue import Empty
from typing import Any

import pytest
from nbval.kernel import RunningKernel
from nbval.plugin import IPyNbCell

_get_message = RunningKernel.get_message


class DeadKernelError(Exception):
    """The kernel ended while it was waited for."""


def get_message(self: RunningKernel, stream: str, timeout: float | None = None) -> Any:
    """nbval's own, in steps of a second, so that a dead kernel is found out."""
    end = time.monotonic() + (float("inf") if timeout is None else timeout)
    while True:
        try:
            return _get_message(self, stream, timeout=max(0, min(1, end - time.monotonic())))
        except Empty:
            if not self.is_alive():
                raise DeadKernelError from None
            if time.monotonic() >= end:
                raise


RunningKernel.get_message = get_message


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A notebook's cells run in one process, in their order, also where tests run in several."""
    for item in items:
        if isinstance(item, IPyNbCell):
            item.add_marker(pytest.mark.xdist_group(str(item.path)))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Name the cell in which the kernel died, and leave out the cells after it."""
    notebook = item.parent
    if getattr(notebook, "died_in", None):
        pytest.skip(f"not run: the kernel died in cell {notebook.died_in}")
    try:
        return (yield)
    except DeadKernelError:
        # Among all cells, as the build counts them; nbval counts code cells, from 0.
        cell = notebook.died_in = notebook.nb.cells.index(item.cell) + 1
        notebook.kernel.kc.stop_channels()
        notebook.kernel.km.cleanup_resources()
        item.raise_cell_error(f"{notebook.name}, cell {cell}: the kernel died while this cell ran")
