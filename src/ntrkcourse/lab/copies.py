"""The reader's copies: which of them are due, and how each is prepared without losing what the reader wrote."""

import ast
import hashlib
import json
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from .files import DATA, is_trusted, put_aside, read_notebook, write_notebook
from .links import links_for_lab
from .models import VIEW, Models, save_models, saved_models, shown
from .running import Ran, run

# The record of how a copy was made stands in the copy itself, so that the two cannot part.
_RECORD = "ntrkcourse_lab"
_SAFE = {"text/plain", "image/png", "image/jpeg"}


@dataclass
class Work:
    """A copy to be prepared.

    Attributes
    ----------
    notebook
        What the copy will hold: the chapter, or the reader's version of it.
    record
        ``version`` of the content that it shows, and ``text``, the digest of the chapter's cells.
    positions
        Code cells to run.
    kept
        Those of them whose outputs stay as they are.
    models
        Saved widget models that stay.
    """

    file: Path
    notebook: Any
    record: dict[str, str]
    positions: list[int]
    kept: set[int] = field(default_factory=set)
    models: Models = field(default_factory=dict)


def chapters(notebooks: Path) -> dict[PurePosixPath, Path]:
    """Every notebook below ``notebooks`` by its path from there, the first chapter first."""
    found = {
        PurePosixPath(file.relative_to(notebooks).as_posix()): file for file in notebooks.rglob("*.ipynb")
    }
    visible = {
        name: file for name, file in found.items() if not any(part.startswith(".") for part in name.parts)
    }
    # Without the ending, else 00_start-Copy1.ipynb would come before 00_start.ipynb.
    return dict(sorted(visible.items(), key=lambda item: item[0].with_suffix("").parts))


def prepare(notebooks: Path, folder: Path, version: str, ready: Path | None = None) -> None:
    """Bring the copies in ``folder`` up to date with the chapters and the content of this ``version``.

    What stands prepared in the folder ``ready``, where there is one, is taken over from there and not run again.
    """
    due = [
        work
        for name, source in chapters(notebooks).items()
        if (chapter := _chapter(source, name))
        for work in _due(chapter, folder / name, folder, version)
        if not (ready and _is_taken_over(work, folder, ready))
    ]
    if not due:
        return
    print(
        f"Preparing {len(due)} of the chapters, so that every widget is alive (a few seconds each).",
        flush=True,
    )
    # Most of the time goes into starting kernels: two at a time keep two cores busy.
    pool = ThreadPoolExecutor(max_workers=2)
    try:
        running = {pool.submit(run, work.notebook, work.positions, work.file.parent): work for work in due}
        for number, done in enumerate(as_completed(running), start=1):
            work = running[done]
            _finish(work, done.result(), folder)
            print(f"  {number} of {len(due)}: {work.file.relative_to(folder).as_posix()}", flush=True)
    finally:
        pool.shutdown(cancel_futures=True)


def _chapter(source: Path, name: PurePosixPath) -> Any:
    """The chapter as a copy holds it, before it is run; None where the file is no notebook."""
    try:
        chapter = read_notebook(source)
    except ValueError as error:
        print(f"{error} and is left out.", file=sys.stderr)
        return None
    for cell in chapter.cells:
        if cell.cell_type == "markdown":
            cell.source = links_for_lab(cell.source, name)
    return chapter


def _copy(file: Path) -> Any:
    """The copy; None where there is none, or one that a full disk has cut off."""
    if not file.exists():
        return None
    try:
        return read_notebook(file)
    except ValueError:
        aside = put_aside(file)
        print(f"{file.name} was damaged; what is left of it is in {aside.name}.", file=sys.stderr)
        return None


def _due(chapter: Any, file: Path, folder: Path, version: str) -> Iterator[Work]:
    """What is to be done for one chapter. A reader's copy of an older chapter stays, and gets the newer beside it."""
    record = {"version": version, "text": _text(chapter)}
    newer = file.with_name(f"{file.stem}-newer{file.suffix}")
    for place in (file, newer):
        found = _copy(place)
        base = _base(found, place, folder) if found else ""
        if found and _text(found) not in (base, record["text"]):
            yield from _repairs(place, found, chapter, {**record, "text": base}, folder)
            if base == record["text"]:
                return
        else:
            if not found or _record(found) != record or not _is_alive(found, _code(found), folder):
                if place == newer:
                    print(f"{file.name} has changes of yours and stays; its newer version is {newer.name}.")
                yield Work(place, chapter, record, _code(chapter))
            return
    print(
        f"{newer.name} has changes of yours and stays. There is a newer version: delete this one to get it."
    )


def _is_taken_over(work: Work, folder: Path, ready: Path) -> bool:
    """Whether the very copy that is due was found prepared, and written."""
    try:
        made = read_notebook(ready / work.file.relative_to(folder))
    except (OSError, ValueError):
        return False
    if _record(made) != work.record or _text(made) != _text(work.notebook):
        return False
    write_notebook(made, work.file, folder / DATA)
    return True


def _repairs(file: Path, found: Any, chapter: Any, record: dict[str, str], folder: Path) -> Iterator[Work]:
    """Widgets of a reader's version brought back to life.

    Run are the chapter's own cells, and what the reader made a widget with. Other cells of the reader are not:
    nobody asked for that.
    """
    trusted = is_trusted(found, folder / DATA)
    own = {cell.source for cell in chapter.cells if cell.cell_type == "code"}
    positions = [
        position
        for position in _code(found)
        if (cell := found.cells[position]).source in own
        or (trusted and (shown(cell) or _only_imports(cell.source)))
    ]
    # A copy of an older chapter keeps its widgets as they are while they live.
    stale = record["text"] == _text(chapter) and _record(found) != record
    if not stale and _is_alive(found, positions, folder):
        return
    models = saved_models(found) if trusted and not stale else {}
    kept = {position for position in positions if models and _is_whole(found.cells[position], models)}
    if not trusted:
        # Another program changed the file: what it shows beside text and images is not passed on as trusted.
        for position in set(_code(found)) - set(positions):
            for output in found.cells[position].outputs:
                if "data" in output:
                    output.data = {kind: data for kind, data in output.data.items() if kind in _SAFE}
    yield Work(file, found, record, positions, kept, models)


def _finish(work: Work, ran: Ran, folder: Path) -> None:
    """Put the new outputs in, and write the copy."""
    for position in ran.cells.keys() - work.kept:
        cell, new = work.notebook.cells[position], ran.cells[position]
        failed = new.execution_count is None or any(one.output_type == "error" for one in new.outputs)
        if failed and cell.outputs:
            # Better the readable equivalent than a widget that is not there.
            for output in cell.outputs:
                output.get("data", {}).pop(VIEW, None)
        else:
            cell.outputs, cell.execution_count = new.outputs, new.execution_count
    work.notebook.metadata[_RECORD] = work.record
    save_models(work.notebook, work.models | ran.models)
    write_notebook(work.notebook, work.file, folder / DATA)
    for problem in ran.problems:
        print(f"{work.file.name}: {problem}", file=sys.stderr)


def _code(notebook: Any) -> list[int]:
    return [position for position, cell in enumerate(notebook.cells) if cell.cell_type == "code"]


def _is_alive(notebook: Any, positions: list[int], folder: Path) -> bool:
    """Whether JupyterLab shows what these cells have to show, with nothing run."""
    models = saved_models(notebook)
    whole = all(_is_whole(notebook.cells[position], models) for position in positions)
    return whole and is_trusted(notebook, folder / DATA)


def _is_whole(cell: Any, models: Models) -> bool:
    """Whether the cell was run and not cleared since, and its widgets' models are saved."""
    blank = not cell.outputs and cell.execution_count is None and bool(cell.source.strip())
    return not blank and set(shown(cell)) <= models.keys()


def _only_imports(source: str) -> bool:
    try:
        return all(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.parse(source).body)
    except SyntaxError:
        return False


def _record(notebook: Any) -> dict[str, str]:
    return dict(notebook.metadata.get(_RECORD, {}))


def _base(notebook: Any, file: Path, folder: Path) -> str:
    """Digest of the chapter that a copy was made from; empty where nothing says so."""
    if _RECORD in notebook.metadata:
        return str(notebook.metadata[_RECORD].get("text", ""))
    # Copies of version 0.3 and before have their record in a file of its own.
    try:
        return str(json.loads((folder / ".made.json").read_text(encoding="utf-8"))[file.name]["copy"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _text(notebook: Any) -> str:
    """Digest of what a reader writes, the cells' sources: JupyterLab itself saves outputs now and then."""
    return hashlib.sha256(json.dumps([cell.source for cell in notebook.cells]).encode()).hexdigest()
