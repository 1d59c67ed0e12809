"""N01 to N04: the form of a chapter's file, on which the build, JupyterLab and the tests rely.

N01  format 4.5, the first in which cells have ids;
N02  the kernel ``python3``, which every installation has;
N03  every cell has an id, and no two the same;
N04  outputs are kept where the tests compare them, and nowhere else.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from .problem import Problem

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_COMPARED = "nbval-check-output"
_STRIP = "run python3 start.py outputs, which strips it"


def check_notebook(notebook: Mapping[str, Any], file: str) -> Iterator[Problem]:
    """Problems of a parsed notebook, each with its cell or key."""
    metadata = notebook.get("metadata", {})
    form = (notebook.get("nbformat"), notebook.get("nbformat_minor"))
    if form != (4, 5):
        yield Problem(file, "nbformat", "N01", f"{form[0]}.{form[1]}; save it as 4.5")
    kernel = metadata.get("kernelspec", {}).get("name")
    if kernel != "python3":
        yield Problem(file, "metadata.kernelspec.name", "N02", f"{kernel!r}; it must be 'python3'")
    if "widgets" in metadata:
        yield Problem(file, "metadata.widgets", "N04", f"the state of widgets is kept; {_STRIP}")
    first: dict[str, int] = {}
    for number, cell in enumerate(notebook["cells"], start=1):
        identity = cell.get("id")
        if not isinstance(identity, str) or not _ID.fullmatch(identity):
            yield Problem(
                file,
                f"cell {number}, id",
                "N03",
                f"{identity!r}; 1 to 64 letters, digits, hyphens or underlines",
            )
        elif first.setdefault(identity, number) != number:
            yield Problem(
                file, f"cell {number}, id", "N03", f"{identity!r} is the id of cell {first[identity]}"
            )
        if cell.get("cell_type") == "code":
            yield from _outputs(cell, file, f"cell {number}")
        elif cell.get("cell_type") != "markdown":
            yield Problem(
                file, f"cell {number}, cell_type", "N01", f"{cell.get('cell_type')!r}; use code or markdown"
            )
        elif cell.get("attachments"):
            yield Problem(file, f"cell {number}, attachments", "N01", "the book does not show a pasted image")


def _outputs(cell: Mapping[str, Any], file: str, place: str) -> Iterator[Problem]:
    outputs = cell.get("outputs", [])
    compared = _COMPARED in cell.get("metadata", {}).get("tags", [])
    if compared and not outputs:
        advice = f"tagged {_COMPARED} and empty; run python3 start.py outputs, which stores it"
        yield Problem(file, f"{place}, outputs", "N04", advice)
    if outputs and not compared:
        yield Problem(file, f"{place}, outputs", "N04", f"kept, and not tagged {_COMPARED}; {_STRIP}")
    if cell.get("execution_count") != (1 if compared else None):
        yield Problem(file, f"{place}, execution_count", "N04", f"{cell.get('execution_count')}; {_STRIP}")
    if "execution" in cell.get("metadata", {}):
        yield Problem(file, f"{place}, metadata.execution", "N04", f"the times of a run are kept; {_STRIP}")
