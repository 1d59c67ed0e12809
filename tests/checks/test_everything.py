"""What ``start.py check`` reads, and what it says of content that cannot work."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from ntrkcourse.checks.everything import record_texts
from ntrkcourse.content.location import book_folder

ROOT = Path(__file__).parents[2]


def test_no_file_of_records_is_forgotten():
    texts = record_texts()
    # The rows of the fact boxes are the records' own figures; the calls of the pileups are made up.
    apart = {"fact_boxes.toml", "pileups.toml"}
    assert set(texts) == {path.name for path in book_folder().glob("*.toml")} - apart
    assert all(texts.values())


def test_every_kind_of_place_is_looked_at(tmp_path):
    for name in ("src", "book", "notebooks"):
        shutil.copytree(
            ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
        )
    for name in ("index.md", "CHANGELOG.md"):
        shutil.copy(ROOT / name, tmp_path)
    chapter = tmp_path / "notebooks/03_how_rare.ipynb"
    notebook = json.loads(chapter.read_text(encoding="utf-8"))
    notebook["metadata"]["kernelspec"]["name"] = "myconda"
    cell = next(
        n for n, one in enumerate(notebook["cells"], start=1) if one["cell_type"] == "markdown" and n > 1
    )
    notebook["cells"][cell - 1]["source"].append("\n\nIt costs $100 to $200.")
    del notebook["cells"][cell - 1]["id"]
    chapter.write_text(json.dumps(notebook), encoding="utf-8")
    for name in ("book/about.md", "index.md", "CHANGELOG.md"):
        page = tmp_path / name
        page.write_text(page.read_text(encoding="utf-8") + "\n```{toggle}\nA.\n```\n", encoding="utf-8")
    for name, old, new in (
        ("book/questions/03.toml", 'stem = "', 'stem = "See [it](http://example.org). '),
        ("book/glossary/terms.toml", 'definition = "', 'definition = "~~Not~~ '),
        ("book/timeline.toml", 'text = "', 'text = "_So:_ '),
    ):
        file = tmp_path / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
    command = [sys.executable, "-m", "ntrkcourse.cli", "check"]
    environment = {"PYTHONPATH": str(tmp_path / "src"), "PATH": ""}
    result = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    told = result.stdout
    assert result.returncode == 1 and result.stderr == ""
    for expected in (
        "notebooks/03_how_rare.ipynb, metadata.kernelspec.name: N02: 'myconda'",
        f"notebooks/03_how_rare.ipynb, cell {cell}, id: N03: None",
        f"notebooks/03_how_rare.ipynb, cell {cell}, line",
        "M01: a dollar sign begins a formula",
        "book/about.md, text, line",
        "index.md, text, line",
        "CHANGELOG.md, text, line",
        "M02: {toggle} would stand open: use {dropdown}",
        "key 'stem': M04: '](': a link that goes nowhere",
        "key 'definition': M04: '~~N'",
        "key 'text': M04: '_So:_'",
    ):
        assert expected in told, told
