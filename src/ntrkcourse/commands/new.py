"""``start.py new fact|question|case|figure|widget|chapter NAME``: a working example to be rewritten, in its place.

Each example is a file of ``templates/`` that teaches its own format; ``@NAME@`` and the like in it are filled in.
Nothing that exists is overwritten: records are added at a file's end, and a file that is there is a fault.
"""

import re
import sys
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from ..content.chapters import load_chapters
from ..content.errors import ContentError
from ..content.facts import load_facts
from ..content.location import PACKAGE, ROOT, content_folder, notebooks_folder
from .types import write_declaration

_TEMPLATES = Path(__file__).parent / "templates"
_FORMS = {
    "fact": (
        r"[a-z0-9_]+(\.[a-z0-9_]+)+",
        "small letters, digits and underlines, parted by dots: epi.ntrk.smith2027",
    ),
    "question": (r"\d\d\.[a-z0-9-]+", "the chapter's two digits, a dot, words and hyphens: 03.read-interval"),
    "case": (r"[A-Za-z0-9-]+", "letters, digits and hyphens"),
    "figure": (r"[a-z][a-z0-9_]*", "a Python name in small letters: three_stains"),
    "widget": (r"[a-z][a-z0-9_]*", "a Python name in small letters: guess_the_rate"),
    "chapter": (r"\d\d_[a-z0-9_]+", "two digits, an underline, a short name: 14_new_chapter"),
}
KINDS = tuple(_FORMS)


def new(kind: str, name: str) -> int:
    """Write the example of a ``kind`` under ``name`` and say where; returns the exit code."""
    form, example = _FORMS[kind]
    if not re.fullmatch(form, name):
        return _fail(f"{name!r} is no name for a {kind}: {example}")
    try:
        written = _WRITERS[kind](name)
    except (ContentError, OSError) as error:
        return _fail(str(error))
    for file in written:
        print(file.relative_to(ROOT).as_posix() if file.is_relative_to(ROOT) else file)
    print(_NEXT[kind].format(name=name, dashed=name.replace("_", "-")))
    return 0


def _fact(name: str) -> list[Path]:
    if name in load_facts():
        raise ContentError("content/facts", name, "id", "already used")
    key = re.sub(r"[^a-z0-9]", "", name)
    file = _theme(name)
    return [
        _add(file, "fact.toml", {"NAME": name, "KEY": key}, head=f'title = "{file.stem.capitalize()}"\n'),
        _add(content_folder() / "references.bib", "reference.bib", {"KEY": key}),
    ]


def _theme(name: str) -> Path:
    """The file in which most facts begin as this one does; a new one where none does."""
    first = name.partition(".")[0]
    kin = [fact for fact in load_facts() if fact.partition(".")[0] == first]
    texts = {file: file.read_text(encoding="utf-8") for file in (content_folder() / "facts").glob("*.toml")}
    holds = Counter({file: sum(f'id = "{fact}"' in text for fact in kin) for file, text in texts.items()})
    file, most = holds.most_common(1)[0] if holds else (None, 0)
    return file if file and most else content_folder() / "facts" / f"{first}.toml"


def _question(name: str) -> list[Path]:
    chapter = name[:2]
    if chapter not in load_chapters():
        raise ContentError(f"content/questions/{chapter}.toml", name, "id", f"there is no chapter {chapter}")
    return [_questions(chapter, [name])]


def _questions(chapter: str, names: list[str]) -> Path:
    # The heading after that of the objectives is the first that teaches.
    see = load_chapters()[chapter].headings[2]
    file = content_folder() / f"questions/{chapter}.toml"
    for name in names:
        _add(file, "question.toml", {"NAME": name, "CHAPTER": chapter, "SEE": see})
    return file


def _case(name: str) -> list[Path]:
    # An ending must rest on a record; any that may be taught will do until it is rewritten.
    fact = next(fact.id for fact in load_facts().values() if fact.status != "recalled")
    return [_write(content_folder() / f"cases/{name}.toml", "case.toml", {"NAME": name, "FACT": fact})]


def _figure(name: str) -> list[Path]:
    return [
        _write(content_folder() / f"figures/{name}.toml", "figure.toml", {}),
        _write(PACKAGE / f"figures/drawings/{name}.py", "figure.py.template", {}),
    ]


def _widget(name: str) -> list[Path]:
    values = {"ROOM": name, "CLASS": "".join(part.capitalize() for part in name.split("_"))}
    files = [_write(content_folder() / f"widgets/{name}.toml", "widget.toml", values)]
    for template, folder in (("widget", PACKAGE / "widgets"), ("widget_tests", ROOT / "tests/widgets")):
        for part in sorted((_TEMPLATES / template).iterdir()):
            if part.is_file():
                # Named so that no linter reads as Python what is none yet.
                place = folder / name / part.name.removesuffix(".template")
                files.append(_write(place, f"{template}/{part.name}", values))
    return [*files, write_declaration(name)]


def _chapter(name: str) -> list[Path]:
    chapter = name[:2]
    if chapter in load_chapters():
        raise ContentError(
            load_chapters()[chapter].file, "metadata", "chapter", f"{chapter} is there already"
        )
    notebook = _write(notebooks_folder() / f"{name}.ipynb", "chapter.ipynb", {"CHAPTER": chapter})
    load_chapters.cache_clear()
    # Each objective needs three questions.
    return [notebook, _questions(chapter, [f"{chapter}.{which}" for which in ("first", "second", "third")])]


_WRITERS = {
    "fact": _fact,
    "question": _question,
    "case": _case,
    "figure": _figure,
    "widget": _widget,
    "chapter": _chapter,
}
_CHECK = "Rewrite it, then run: python3 start.py check"
_NEXT = {
    "fact": _CHECK,
    "question": _CHECK,
    "case": f"{_CHECK}. A chapter shows it with case(…) or conversation(…).",
    "figure": f"""{_CHECK}
A chapter shows it with a cell, figure("{{name}}"), and a page with {{{{course-figure}}}} {{name}}.
Its tests: python3 start.py test tests/figures tests/browser/test_figures.py -k {{name}}""",
    "widget": """Rewrite it; after a change of records.py: python3 start.py types
Show it in a chapter with a cell that imports and calls it, then: python3 start.py check
Its tests alone: python3 start.py test tests/every_widget tests/widgets/{name} -k "{name} or {dashed}"
The book: python3 start.py book""",
    "chapter": f"Add it to _toc.yml, and to the list in index.md. {_CHECK}",
}


def _add(file: Path, template: str, values: Mapping[str, str], head: str = "") -> Path:
    """The template at the end of a file, which is made where there is none."""
    before = file.read_text(encoding="utf-8").rstrip("\n") + "\n" if file.exists() else head
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(before + _filled(template, values), encoding="utf-8", newline="\n")
    return file


def _write(file: Path, template: str, values: Mapping[str, str]) -> Path:
    if file.exists():
        raise ContentError(file.relative_to(ROOT).as_posix(), "", "", "is there already")
    return _add(file, template, values)


def _filled(template: str, values: Mapping[str, str]) -> str:
    text = (_TEMPLATES / template).read_text(encoding="utf-8")
    today = date.today()
    for name, value in {**values, "TODAY": today.isoformat(), "YEAR": str(today.year)}.items():
        text = text.replace(f"@{name}@", value)
    return text


def _fail(problem: str) -> int:
    print(problem, file=sys.stderr)
    return 1
