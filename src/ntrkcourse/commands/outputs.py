"""``start.py outputs``: what a chapter file holds of its outputs.

A notebook in git carries the outputs of the cells tagged ``nbval-check-output``, which the tests compare, and
nothing else: no widget state, no counters.
"""

import asyncio
import sys
from typing import Any

import nbformat

from ..content.location import notebooks_folder
from ..publish.execution import NotebookError, execute

CHECKED = "nbval-check-output"


def store_outputs() -> int:
    """Run every notebook and store the outputs that the tests compare; 0 when all ran."""
    folder = notebooks_folder()
    for path in sorted([*folder.glob("*.ipynb"), *folder.glob("[!.]*/*.ipynb")]):
        try:
            notebook = asyncio.run(execute(path))
        except NotebookError as error:
            print(error, file=sys.stderr)
            return 1
        notebook.metadata.pop("widgets", None)
        for cell in notebook.cells:
            if cell.cell_type == "code":
                strip(cell)
        path.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8", newline="\n")
        print(path.name)
    return 0


def strip(cell: Any) -> None:
    """Take a code cell's outputs away unless the tests compare them, and its run's traces in any case."""
    compared = CHECKED in cell.metadata.get("tags", [])
    cell.metadata.pop("execution", None)
    if not compared:
        cell.outputs = []
    # nbval compares only cells that have a number, so a compared cell has always the same one.
    cell.execution_count = 1 if compared else None
    for output in cell.outputs:
        if "execution_count" in output:
            output["execution_count"] = 1
