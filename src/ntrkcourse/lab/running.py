"""Code cells run on a kernel of their own, without a front end."""

import asyncio
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple

import nbformat
from nbclient import NotebookClient

from ..publish.kernels import OwnPython
from .models import Models, saved_models

_SECONDS_PER_CELL = 120


class Ran(NamedTuple):
    """What became of cells: ``cells`` by position in the notebook, ``models`` of the widgets, and in words what failed."""

    cells: dict[int, Any]
    models: Models
    problems: list[str]


def run(notebook: Any, positions: list[int], folder: Path) -> Ran:
    """Run these cells of the notebook in order, in ``folder``; a cell that fails does not stop the others."""
    folder.mkdir(parents=True, exist_ok=True)
    part = nbformat.v4.new_notebook(cells=[deepcopy(notebook.cells[position]) for position in positions])
    for cell in part.cells:
        cell.outputs, cell.execution_count = [], None
    client = NotebookClient(
        part,
        timeout=_SECONDS_PER_CELL,
        allow_errors=True,
        record_timing=False,
        kernel_manager_class=OwnPython,
        resources={"metadata": {"path": str(folder)}},
    )
    problems = []
    try:
        asyncio.run(client.async_execute())
    except Exception as error:  # A dead kernel, a cell without end: what ran until then is kept.
        problems.append(str(error).strip().splitlines()[0] if str(error).strip() else repr(error))
        client.set_widgets_metadata()
    problems += [
        f"cell {cell.id}: {output.ename}: {output.evalue}"
        for cell in part.cells
        for output in cell.outputs
        if output.output_type == "error"
    ]
    return Ran(dict(zip(positions, part.cells, strict=True)), saved_models(part), problems)
