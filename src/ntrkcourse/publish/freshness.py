"""A page is rebuilt, and its notebook run again, when anything that it is made from has changed.

Sphinx watches a page's own file, and the notebook cache watches a notebook's code. Neither sees that a fact, a
question or a widget has changed, so a digest of all of them stands for the rest.
"""

import hashlib
import shutil
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from ..content.location import book_folder

PACKAGE = Path(__file__).resolve().parents[1]
_ENDINGS = {".py", ".js", ".css", ".html", ".toml", ".bib"}


def content_digest() -> str:
    """Digest of the package's and the content's files."""
    digest = hashlib.sha256()
    for folder in (PACKAGE, book_folder()):
        for file in sorted(folder.rglob("*")):
            if file.suffix in _ENDINGS:
                digest.update(file.relative_to(folder).as_posix().encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def use_fresh_cache(app: Sphinx, config: Any) -> None:
    """Keep executed notebooks under the digest, and drop those of earlier ones."""
    caches = Path(app.outdir).parent / ".executed"
    current = caches / config.ntrk_content_digest
    for old in caches.glob("*"):
        if old != current and old.is_dir():
            shutil.rmtree(old)
    config.nb_execution_cache_path = str(current)
