"""A page is rebuilt, and its notebook run again, when anything that it is made from has changed.

Sphinx compares file times, and the notebook cache a notebook's code. A file can change and look older (a copy, an
archive, another branch), and neither sees that a fact, a question, a widget or the day has changed. So digests of
the content decide, and the day where a page depends on it.
"""

import hashlib
import shutil
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from ..checks.minutes import minutes
from ..content.chapters import load_chapters
from ..content.location import PACKAGE, book_folder, content_folder, course_file
from .citation import CITATION

_FILES = "ntrk_files"
_DAY = "ntrk_day"


def content_digest() -> str:
    """Digest of the package's and the content's files, and of what other pages say of a chapter.

    Raises
    ------
    ContentError
        For a chapter that cannot be read.
    """
    digest = hashlib.sha256()
    for folder in (PACKAGE, book_folder(), content_folder()):
        for file in sorted(folder.rglob("*")):
            # Pages of prose count for themselves alone.
            if file.is_file() and file.suffix not in {".md", ".pyc"}:
                digest.update(file.relative_to(folder).as_posix().encode())
                digest.update(file.read_bytes())
    for file in (course_file(), CITATION):
        digest.update(file.read_bytes() if file.is_file() else b"missing")
    for chapter in load_chapters().values():
        lessons = tuple((replace(one, cells=()), minutes(one)) for one in chapter.lessons)
        digest.update(repr((replace(chapter, prose=(), lessons=()), lessons)).encode())
    return digest.hexdigest()[:16]


def use_fresh_cache(app: Sphinx, config: Any) -> None:
    """Keep executed notebooks under the digest, and drop those of earlier ones."""
    caches = Path(app.outdir).parent / ".executed"
    current = caches / config.ntrk_content_digest
    for old in caches.glob("*"):
        if old != current and old.is_dir():
            shutil.rmtree(old)
    config.nb_execution_cache_path = str(current)


def today(env: Any) -> date:
    """The present day, for a page that is then read again on any other day."""
    day = date.today()
    env.metadata[env.docname][_DAY] = day.isoformat()
    return day


def remember_files(app: Sphinx, doctree: Any) -> None:
    """Note what the files were that the page just read is made from."""
    env = app.env
    env.metadata[env.docname][_FILES] = _digest_of_files(env, env.docname)


def outdated(app: Sphinx, env: Any, added: set[str], changed: set[str], removed: set[str]) -> Iterable[str]:
    """Pages whose files differ from what was read, or that were read on another day."""
    day = date.today().isoformat()
    for name in env.all_docs:
        if name in removed:
            continue
        known = env.metadata.get(name, {})
        if known.get(_DAY, day) != day or known.get(_FILES) != _digest_of_files(env, name):
            yield name


def _digest_of_files(env: Any, docname: str) -> str:
    """Digest of the page's own file and of all that it includes."""
    digest = hashlib.sha256()
    root = Path(env.srcdir)
    for file in (Path(env.doc2path(docname)), *(root / name for name in sorted(env.dependencies[docname]))):
        digest.update(file.read_bytes() if file.is_file() else b"missing")
    return digest.hexdigest()
