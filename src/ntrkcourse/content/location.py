"""Where the course lies: the one place that knows. Content is in the repository, or inside the installed wheel."""

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
ROOT = Path(os.environ.get("COURSE_ROOT") or PACKAGE.parents[1]).resolve()
"""The repository of the course; ``COURSE_ROOT`` names another course that is made with this package."""

OUTPUT = ROOT / "_build" / "html"
"""The built book."""


def content_folder() -> Path:
    """Folder that holds ``facts/``, ``questions/``, ``cases/``, ``widgets/`` and ``references.bib``."""
    in_repository = ROOT / "content"
    return in_repository if in_repository.is_dir() else PACKAGE / "data" / "content"


def course_file() -> Path:
    """The file that names the course."""
    in_repository = ROOT / "course.toml"
    return in_repository if in_repository.is_file() else PACKAGE / "data" / "course.toml"


def book_folder() -> Path:
    """Folder that holds the pages beside the chapters; it exists in the repository alone."""
    return ROOT / "book"


def notebooks_folder() -> Path:
    """Folder that holds the chapters; it exists in the repository alone."""
    return ROOT / "notebooks"


def short_name(file: Path) -> str:
    """``file`` as a reader would name it, from the repository's root where it lies inside it."""
    return file.relative_to(ROOT).as_posix() if file.is_relative_to(ROOT) else str(file)
