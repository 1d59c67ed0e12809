"""Small courses, to be built, broken and built again."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SECOND = ROOT / "tests/second_course"
CHAPTER = "notebooks/01_inherited.ipynb"
TOC = """format: jb-book
root: index
chapters:
  - file: notebooks/01_inherited
"""
INDEX = "# A small book\n\nFirst edition.\n\n```{include} part.md\n```\n"


def copy_second_course(folder: Path) -> None:
    """The second course in ``folder``."""
    shutil.copytree(SECOND, folder, dirs_exist_ok=True)


class SmallBook:
    """A copy of the package in ``folder``, with a course of one chapter: the second course's."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.html = folder / "_build/html"
        shutil.copytree(ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__"))
        self._fill()
        (folder / "_toc.yml").write_text(TOC)
        (folder / "part.md").write_text("The first part.\n")
        (folder / "index.md").write_text(INDEX)

    def _fill(self) -> None:
        copy_second_course(self.folder)

    def environment(self) -> dict[str, str]:
        """The copy's own package comes before the one that runs the tests."""
        return {**os.environ, "PYTHONPATH": str(self.folder / "src"), "PYTHONUTF8": "1"}

    def start(self, *command: str, **options: Any) -> subprocess.Popen[str]:
        """Start the build, or another ``command`` of Python's, in the copy."""
        return subprocess.Popen(
            [sys.executable, *(command or ("-m", "ntrkcourse.publish.build"))],
            cwd=self.folder,
            env=self.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            **options,
        )

    def build(self, *command: str) -> tuple[int, str, str]:
        """Exit code, output and errors of the build, or of another ``command`` of Python's."""
        process = self.start(*command)
        out, errors = process.communicate(timeout=300)
        return process.returncode, out, errors

    def pages(self) -> dict[str, bytes]:
        """What the finished book holds."""
        return {
            file.relative_to(self.html).as_posix(): file.read_bytes()
            for file in self.html.rglob("*")
            if file.is_file()
        }

    def write(self, name: str, text: str) -> None:
        """Write a file that looks older than what was built from its predecessor."""
        file = self.folder / name
        file.write_text(text, encoding="utf-8")
        os.utime(file, (1_577_836_800, 1_577_836_800))


class OneChapter(SmallBook):
    """A copy of the course itself; one chapter is in its book, the others are there to be checked."""

    chapter = "notebooks/03_how_rare.ipynb"

    def _fill(self) -> None:
        for name in ("book", "content", "notebooks"):
            shutil.copytree(ROOT / name, self.folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("_config.yml", "course.toml", "CITATION.cff", "pyproject.toml"):
            shutil.copy(ROOT / name, self.folder)
