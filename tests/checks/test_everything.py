"""What ``start.py check`` reads, and what it says of content that cannot work."""

import json
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from ntrkcourse.checks.places import content_texts

ROOT = Path(__file__).parents[2]


def test_every_link_in_any_file_is_met():
    met = Counter()
    for text in content_texts():
        met[text.file] += text.text.count("](fact:")
    files = [
        *(ROOT / "book").rglob("*.*"),
        *(ROOT / "content").rglob("*.*"),
        *(ROOT / "notebooks").rglob("*.ipynb"),
        ROOT / "index.md",
    ]
    written = {
        file.relative_to(ROOT).as_posix(): file.read_bytes().count(b"](fact:")
        for file in files
        if not any(part.startswith(".") for part in file.relative_to(ROOT).parts)
    }
    assert sum(written.values()) > 2000
    assert {name: count for name, count in written.items() if count != met[name]} == {}


@pytest.mark.parametrize(
    ("file", "place"),
    [
        ("content/widgets/say_it_plainly.toml", "moral"),
        ("content/widgets/say_it_plainly.toml", "mark[1].text"),
        ("content/widgets/fact_box.toml", "box[1].unknown[1]"),
        ("content/glossary/terms.toml", "actionable definition"),
        ("content/cases/B.toml", "B moral"),
        ("notebooks/trainers/linked_widgets.ipynb", "cell 1"),
    ],
)
def test_texts_that_lists_by_hand_forgot_are_held(file, place):
    (text,) = (text for text in content_texts() if (text.file, text.place) == (file, place))
    assert text.linked, "a statistic in it must be a link"


def test_every_kind_of_place_is_looked_at(tmp_path):
    for name in ("src", "book", "content", "notebooks"):
        shutil.copytree(
            ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
        )
    for name in ("index.md", "CHANGELOG.md", "course.toml"):
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
        ("content/questions/03.toml", 'stem = "', 'stem = "See [it](http://example.org). '),
        ("content/glossary/terms.toml", 'definition = "', 'definition = "~~Not~~ '),
        ("content/widgets/timeline.toml", 'text = "', 'text = "_So:_ '),
        (
            "content/widgets/say_it_plainly.toml",
            'moral = "',
            'moral = "It is [8 of 4,854](fact:epi.ntrk.breast.rossds2020). ',
        ),
        ("content/widgets/fact_box.toml", "unknown = [", 'unknown = [\n  "A share of 12% of them.",'),
        ("content/widgets/alteration_landscape.toml", "[8.35%](fact:", "[8.53%](fact:"),
    ):
        file = tmp_path / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
    command = [sys.executable, "-m", "ntrkcourse", "check"]
    environment = {"PYTHONPATH": str(tmp_path / "src"), "PATH": ""}
    result = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    told = result.stdout
    assert result.returncode == 1 and result.stderr == ""
    assert told.count("F03") == 2, "each fault is told once, although a text stands in a widget too"
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
        "content/widgets/say_it_plainly.toml, moral: F03: 8 of 4,854",
        "content/widgets/fact_box.toml, box[1].unknown[1]: F04: '12%'",
        "content/widgets/alteration_landscape.toml, india caution: F03: 8.53%",
    ):
        assert expected in told, told
