"""Notebooks are run before Sphinx reads them, several at a time, into the cache that MyST-NB takes outputs from.

MyST-NB would run them one after the other, say no more of a failure than the error's class, and pass some failures
on as a bare RuntimeError. Here each names the file, the cell and the cause.
"""

import asyncio
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import nbformat
from jupyter_cache import get_cache
from jupyter_cache.base import CacheBundleIn
from jupyter_client.kernelspec import NATIVE_KERNEL_NAME
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from sphinx.application import Sphinx
from sphinx.errors import SphinxError

from ..content.location import short_name
from .kernels import OwnPython

CELL_TIMEOUT = 120
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
# How IPython's traceback names a line of a cell.
_LINE = re.compile(r"Cell In\[\d+\], line (\d+)")


class NotebookError(Exception):
    """A notebook that does not run; the message names file, cell, line where known, and cause.

    Parameters
    ----------
    path
        The notebook.
    cell
        Position among all its cells, from 1; 0 where no cell is at fault.
    cause
        What went wrong there.
    line
        Line of the cell, from 1; 0 where it is not known.
    """

    def __init__(self, path: Path, cell: int, cause: str, line: int = 0) -> None:
        self.path, self.cell, self.cause, self.line = path, cell, cause, line
        place = short_name(path) + (f", cell {cell}" if cell else "") + (f", line {line}" if line else "")
        super().__init__(f"{place}: {cause}")


class NotebooksError(SphinxError):
    """What ends a build in which notebooks do not run."""

    category = "Notebooks that do not run"

    def __init__(self, faults: Sequence[NotebookError]) -> None:
        self.faults = faults
        super().__init__("\n".join(map(str, faults)))


async def execute(path: Path) -> Any:
    """The notebook with the outputs of a run in its own folder; raises :class:`NotebookError`."""
    notebook = nbformat.read(path, as_version=4)
    kernel = notebook.metadata.get("kernelspec", {}).get("name", NATIVE_KERNEL_NAME)
    if kernel != NATIVE_KERNEL_NAME:
        raise NotebookError(
            path, 0, f"metadata.kernelspec.name is {kernel!r}; the course runs on {NATIVE_KERNEL_NAME!r}"
        )
    cell = 0

    def remember(cell_index: int, **_: object) -> None:
        nonlocal cell
        cell = cell_index + 1

    client = NotebookClient(
        notebook,
        timeout=CELL_TIMEOUT,
        kernel_manager_class=OwnPython,
        resources={"metadata": {"path": str(path.parent)}},
        on_cell_start=remember,
        # The cache compares metadata too, and would not know the notebook again.
        record_timing=False,
    )
    try:
        await client.async_execute()
    except CellExecutionError as error:
        line = _LINE.findall(_COLOURS.sub("", error.traceback))
        raise NotebookError(
            path, cell, f"{error.ename}: {error.evalue}", int(line[-1]) if line else 0
        ) from error
    except CellTimeoutError as error:
        raise NotebookError(path, cell, f"not finished after {CELL_TIMEOUT} s") from error
    except DeadKernelError as error:
        raise NotebookError(path, cell, "the kernel died while this cell ran") from error
    except RuntimeError as error:
        raise NotebookError(path, 0, f"the kernel did not start: {error}") from error
    for number, one in enumerate(notebook.cells, start=1):
        for output in one.get("outputs", []):
            if output.get("name") == "stderr":
                raise NotebookError(path, number, f"a warning was printed: {output.text.strip()}")
    return notebook


def execute_changed(app: Sphinx, env: Any, docnames: Sequence[str]) -> None:
    """Run the notebooks among the pages to be read whose outputs are not in the cache.

    Raises
    ------
    NotebooksError
        With the faults of all notebooks that do not run.
    """
    cache = get_cache(app.config.nb_execution_cache_path)
    paths = [Path(env.doc2path(name)) for name in docnames]
    changed = [path for path in paths if path.suffix == ".ipynb" and not _is_known(cache, path)]
    results = asyncio.run(_execute_all(changed))
    for path, result in zip(changed, results, strict=True):
        if not isinstance(result, NotebookError):
            cache.cache_notebook_bundle(
                CacheBundleIn(result, str(path)), check_validity=False, overwrite=True
            )
    faults = [result for result in results if isinstance(result, NotebookError)]
    if faults:
        raise NotebooksError(faults)


async def _execute_all(paths: Sequence[Path]) -> list[Any]:
    """Executed notebook or fault of each path, as many at a time as there are processors."""
    places = asyncio.Semaphore(os.cpu_count() or 1)

    async def one(path: Path) -> Any:
        async with places:
            try:
                return await execute(path)
            except NotebookError as fault:
                return fault

    return await asyncio.gather(*map(one, paths))


def _is_known(cache: Any, path: Path) -> bool:
    try:
        cache.match_cache_notebook(nbformat.read(path, as_version=4))
    except KeyError:
        return False
    return True
