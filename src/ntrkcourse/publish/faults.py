"""What is wrong with a book that could not be built: each fault in one line with file, cell and cause."""

import errno
import logging
import os
import re
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.logging import NAMESPACE, WarningLogRecordTranslator, WarningStreamHandler, WarningSuppressor
from sphinx_external_toc.parsing import MalformedError
from yaml import MarkedYAMLError

from ..content.errors import ContentError
from ..content.location import short_name
from .execution import NotebooksError

# MyST-NB numbers line 2 of cell 9 as line 90002 of the notebook.
_CELL = 10_000
_LOCATION = re.compile(r"(.+?):(\d+)?(?::.*)?$")
# Codes of faults in the table of contents, for which the page above is blamed.
_CONTENTS = ("[etoc.ref]", "[etoc.glob]")

warnings: list[str] = []


def keep_warnings(app: Sphinx) -> None:
    """Add Sphinx's warnings of this process to ``warnings``, as they are logged."""
    logging.getLogger(NAMESPACE).addHandler(_Keeper(app))


class _Keeper(WarningStreamHandler):
    def __init__(self, app: Sphinx) -> None:
        super().__init__()
        self.setLevel(logging.WARNING)
        self.addFilter(WarningSuppressor(app))
        self.addFilter(WarningLogRecordTranslator(app))

    def emit(self, record: logging.LogRecord) -> None:
        # Not the record's own method, which puts Sphinx's form of the location before the message.
        message = logging.LogRecord.getMessage(record)
        location = getattr(record, "location", None)
        if message.endswith(_CONTENTS):
            location = "_toc.yml"
        text = f"{place(location)}: {message}" if location else message
        if text not in warnings:
            warnings.append(text)


def place(location: str) -> str:
    """Sphinx's ``path:line`` as a reader would say it: ``notebooks/x.ipynb, cell 9, line 2``."""
    found = _LOCATION.match(location)
    if not found:
        return location
    name, line = short_name(Path(found[1])), int(found[2] or 0)
    if name.endswith(".ipynb") and line >= _CELL:
        cell, line = divmod(line, _CELL)
        name += f", cell {cell}"
    return f"{name}, line {line}" if line else name


def causes(error: BaseException) -> list[str]:
    """What ended a build early, in the words of its first cause."""
    while error.__cause__:
        error = error.__cause__
    if isinstance(error, NotebooksError):
        return [str(fault) for fault in error.faults]
    if isinstance(error, MalformedError):
        return [f"_toc.yml: {error}"]
    if isinstance(error, MarkedYAMLError) and error.problem_mark:
        # Jupyter Book hands its configuration over as text, and only the table of contents as a file.
        name = "_toc.yml" if error.problem_mark.name.endswith("_toc.yml") else "_config.yml"
        return [f"{name}, line {error.problem_mark.line + 1}: {error.problem}"]
    if isinstance(error, OSError) and error.errno:
        return [disk_trouble(error)]
    if isinstance(error, (ContentError, SphinxError)):
        return [str(error)]
    return [f"{type(error).__name__}: {error}"]


def disk_trouble(error: OSError) -> str:
    """One sentence on a file that could not be read or written."""
    if error.errno == errno.ENOSPC:
        return "The disk is full."
    name = short_name(Path(os.fsdecode(error.filename))) if error.filename else "A file"
    return f"{name} cannot be used: {error.strerror}."
