"""Where content lies: in the repository, or inside the installed wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_REPOSITORY = _PACKAGE.parents[1]


def content_folder() -> Path:
    """Folder that holds ``facts/``, ``questions/``, ``cases/``, ``widgets/`` and ``references.bib``."""
    in_repository = _REPOSITORY / "content"
    return in_repository if in_repository.is_dir() else _PACKAGE / "data" / "content"


def book_folder() -> Path:
    """Folder that holds the pages beside the chapters; it exists in the repository alone."""
    return _REPOSITORY / "book"


def notebooks_folder() -> Path:
    """Folder that holds the chapters; it exists in the repository alone."""
    return _REPOSITORY / "notebooks"


def short_name(file: Path) -> str:
    """``file`` as a reader would name it, from the repository's root where it lies inside it."""
    return file.relative_to(_REPOSITORY).as_posix() if file.is_relative_to(_REPOSITORY) else str(file)
