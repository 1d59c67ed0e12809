"""Files that are whole or not there, and notebooks that JupyterLab trusts."""

from pathlib import Path
from typing import Any

import nbformat
from nbformat.sign import NotebookNotary

# Where the JupyterLab of the copies keeps its own data, signatures among it.
DATA = ".data"


def write_text(file: Path, text: str) -> None:
    """Write the file in one step: an interruption or a full disk leaves what was there before."""
    file.parent.mkdir(parents=True, exist_ok=True)
    temporary = file.with_name(f".{file.name}.tmp")
    try:
        temporary.write_text(text, encoding="utf-8", newline="\n")
        temporary.replace(file)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def write_notebook(notebook: Any, file: Path, data: Path) -> None:
    """Write the notebook in one step, already trusted by the JupyterLab that keeps its signatures in ``data``."""
    text = nbformat.writes(notebook) + "\n"
    with NotebookNotary(data_dir=str(data)) as notary:
        notary.sign(nbformat.reads(text, as_version=4))
    write_text(file, text)


def read_notebook(file: Path) -> Any:
    """The notebook; raises ValueError where the file holds none."""
    try:
        notebook = nbformat.reads(file.read_text(encoding="utf-8"), as_version=4)
        nbformat.validate(notebook)
    except (ValueError, KeyError, AttributeError, TypeError, nbformat.ValidationError) as error:
        raise ValueError(f"{file.name} is no notebook") from error
    return notebook


def is_trusted(notebook: Any, data: Path) -> bool:
    """Whether JupyterLab would show the notebook's widgets."""
    with NotebookNotary(data_dir=str(data)) as notary:
        return bool(notary.check_signature(notebook))


def put_aside(file: Path) -> Path:
    """Give the file a name under which nothing takes it for a notebook, and nothing overwrites it."""
    number = 1
    while (aside := file.with_name(f"{file.name}.damaged{number}")).exists():
        number += 1
    return file.replace(aside)
