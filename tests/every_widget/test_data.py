"""What is asked of every widget without a browser: its words, its data, its readable equivalent."""

import inspect
import json
import re
from pathlib import Path

import pytest

from ntrkcourse.checks.widgets import chapter_widgets, data_texts
from ntrkcourse.content.interface import interface_words
from ntrkcourse.content.location import content_folder
from ntrkcourse.content.records import read_toml
from ntrkcourse.widgets import DECLARED, FACTORIES, LOADERS, WIDGETS
from ntrkcourse.widgets.declarations import declaration
from ntrkcourse.widgets.join import folder_of

# What a module asks of its words by name, and what it asks of them by a name that it puts together.
NAMED = re.compile(r"(?<!/)\bwords\.(\w+)")
COUNTED = re.compile(r'\bcounted\(\s*(?:data\.)?words,\s*"(\w+)"')
OF_INTERFACE = re.compile(r"\bui\.(\w+)")
OF_PYTHON = re.compile(r'\binterface_words\(\)\["(\w+)"\]')
STATIC = folder_of("quiz").parents[1] / "publish/static"
LIVE = folder_of("quiz").parents[1] / "live"
EXPORT = folder_of("quiz").parents[1] / "export"
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`')
# Two words, or one that begins like a sentence.
SPEECH = re.compile(r"(?:^|[^\w-])[A-Za-z’']{2,},? [a-z]{2,}(?:[ .,:;?!]|$)|^[A-Z][a-z]{2,}\W*$")
# Of the language, of the keyboard, of the page's structure, and a unit by which questions of the bank are read.
NAMES = {
    *(
        "use strict",
        "Escape",
        "Enter",
        ".bd-article section section",
        "main button",
        "main form.bd-search input",
    ),
    "per cent",
    # Of places in a widget and of kinds of record, which are kept and not shown; and a path of a drawing.
    *("all of them", "the end", "the summary", "all together", "the rules", "any date", "all rows"),
    *("in force", "not confirmed", "Mx xhx"),
}


def sources(name: str) -> str:
    files = [
        file for file in sorted(folder_of(name).iterdir()) if file.suffix in {".js", ".html", ".opf", ".py"}
    ]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


@pytest.mark.parametrize("room", LOADERS)
def test_a_widget_says_all_its_words_and_no_others(room: str) -> None:
    document = read_toml(content_folder() / f"widgets/{room}.toml")
    words, source = set(document.get("words", {})), sources(room)
    asked = {name for name in NAMED.findall(source) if name not in ("get", "items")}
    counted = {f"{name}_many" for name in COUNTED.findall(source)}
    assert asked | counted <= words, "a word that its file does not have"
    unsaid = {
        name for name in words if not re.search(rf"\b{re.sub('_(none|one|many)$', '', name)}\b", source)
    }
    assert unsaid == set(), "a word that nothing says"


def of_interface() -> list[str]:
    """Sources that may say the interface's words: of widgets, pictures, paper, pages and the live class."""
    widgets = folder_of("quiz").parent
    files = [file for kind in ("*/*.js", "*/*.html", "*/*.py") for file in widgets.glob(kind)]
    for floor in ("figures", "paper", "live"):
        files += [*widgets.with_name(floor).glob("*.*"), *widgets.with_name(floor).glob("templates/*")]
    return [
        file.read_text(encoding="utf-8")
        for file in (*files, *STATIC.glob("*.js"), *STATIC.parent.glob("*.py"), *EXPORT.rglob("*.py"))
        if file.suffix in {".js", ".html", ".opf", ".py"}
    ]


def test_the_interface_has_the_words_that_are_asked_of_it() -> None:
    texts = of_interface()
    asked = {word for text in texts for word in OF_INTERFACE.findall(text)}
    assert asked | set(OF_PYTHON.findall("\n".join(texts))) == set(interface_words())


@pytest.mark.parametrize(
    "group", [name for name, words in interface_words().items() if not isinstance(words, str)]
)
def test_a_group_of_the_interfaces_words_is_said_whole_and_no_more(group: str) -> None:
    begin = re.compile(rf"\bwords = (?:ui|ntrk\.shared)\.{group}\b")
    users = [
        text for text in of_interface() if re.search(rf'\b(?:ui|ntrk\.shared)\.{group}\b|\["{group}"\]', text)
    ]
    words = interface_words()[group]
    asked = {name for text in users for name in re.findall(rf"\bui\.{group}\.(\w+)", text)}
    asked |= {name for text in users if begin.search(text) for name in NAMED.findall(text)}
    assert asked <= set(words), "a word that the interface does not have"
    # A group within it is asked for by its name, which is no word of a source.
    inner = [name for part in words.values() if isinstance(part, dict) for name in part]
    told = [name for name, part in words.items() if isinstance(part, str)]
    said = "\n".join(users)
    unsaid = {
        name
        for name in (*told, *inner)
        if not re.search(rf"\b{re.sub('_(none|one|many)$', '', name)}\b", said)
    }
    assert unsaid == set(), "a word that nothing says"


def test_no_script_has_a_sentence_of_its_own() -> None:
    """What the interface says stands in its files of words, so that another language is those files."""
    shared = sorted((folder_of("quiz").parent / "shared").glob("*.js"))
    own = sorted(folder_of("quiz").parent.glob("*/widget.js"))
    found = {
        f"{file.name}: {text}"
        for file in (*shared, *own, *sorted(STATIC.glob("*.js")), *sorted(LIVE.glob("*.js")))
        for text in spoken(file.read_text(encoding="utf-8"))
    }
    assert found == set()


def test_one_module_alone_keeps_what_a_reader_did() -> None:
    """All else goes through it; the page's first script stands in for a forbidden storage, and colours are no answer."""
    allowed = {"store.js", "first.js", "frame.js"}
    scripts = [*folder_of("quiz").parent.glob("*/*.js"), *STATIC.glob("*.js"), *LIVE.glob("*.js")]
    using = {
        file.name
        for file in scripts
        if re.search(r"\b(local|session)Storage\b|\bindexedDB\b", file.read_text("utf-8"))
    }
    assert using == allowed
    assert re.findall(r"localStorage\.\w+\(\S+", (STATIC / "frame.js").read_text("utf-8")) == [
        'localStorage.setItem("mode",'
    ]


def spoken(script: str) -> set[str]:
    """Texts of a script that read like words for people; what it tells developers is not among them."""
    code = re.sub(r"(?:new Error|console\.\w+)\(.*", "", re.sub(r"(?m)^\s*(?://|/?\*).*$", "", script))
    texts = (re.sub(r"\$\{[^}]*\}", "x", plain or filled) for plain, filled in LITERAL.findall(code))
    return {text for text in texts if SPEECH.search(text) and text not in NAMES and "[" not in text}


@pytest.mark.parametrize("name", FACTORIES)
def test_an_empty_instance_is_refused(name: str) -> None:
    if "instance" not in inspect.signature(FACTORIES[name]).parameters:
        pytest.skip("its answers need no name of their own")
    needed = {"fact_box": ("larotrectinib",), "judgement": ("data-requests",), "timeline": ("policy",)}.get(
        name, ()
    )
    with pytest.raises(ValueError, match="instance"):
        FACTORIES[name](*needed, instance="")


def test_every_widget_of_the_chapters_is_small_and_can_be_read() -> None:
    for _, place, widget in chapter_widgets():
        # Pictures have a measure of their own.
        words = re.sub(r"<svg .*?</svg>", "", json.dumps(widget.data))
        assert len(words) < 60_000, place
        html = widget.equivalent(widget.data)
        assert not re.search(r"\{[{%]|\bundefined\b", html), place
        linked = set(re.findall(r'data-fact="([^"]+)"', html))
        if widget.name != "quiz":
            assert set(type(widget).fact_ids(widget.data)) >= linked, place


def test_every_text_with_a_link_is_told_in_the_equivalent() -> None:
    for _, place, widget in chapter_widgets():
        if widget.name == "sitting" and widget.data["sitting"] != 2:
            # It prints one of its two forms, or none.
            continue
        html = widget.equivalent(widget.data)
        for text in data_texts(widget.data):
            for fact in re.findall(r"\(fact:([^)]+)\)", text):
                assert f'data-fact="{fact}"' in html, f"{place}: {text}"


@pytest.mark.parametrize("room", DECLARED)
def test_javascript_is_told_what_the_records_are(room: str) -> None:
    written = (folder_of(room) / "data.d.ts").read_text(encoding="utf-8")
    assert written == declaration(room), "run python3 start.py types"


@pytest.mark.parametrize("name", WIDGETS)
def test_a_style_reaches_no_other_widget_and_nothing_of_the_page(name: str) -> None:
    """On a themed page an unmarked class is a global name."""
    style = re.sub(
        r"/\*.*?\*/", "", (folder_of(name) / "widget.css").read_text(encoding="utf-8"), flags=re.DOTALL
    )
    for rule in re.findall(r"(?:^|(?<=[{}]))\s*(?!\s|@)([^{}]+?)\s*\{", style):
        for selector in re.split(r",\s*(?![^()]*\))", rule):
            own = (f'[data-widget="{name}"]', f'.ntrk[data-widget="{name}"]', ".ntrk-")
            assert selector.strip().startswith(own), f"{name}: {selector}"


@pytest.mark.parametrize(
    "file", sorted(folder_of("quiz").parent.glob("*/*.js")), ids=lambda file: file.parent.name
)
def test_no_text_of_a_module_goes_over_a_lines_end(file: Path) -> None:
    """What takes the comments out of a page's scripts relies on it."""
    lines = file.read_text(encoding="utf-8").splitlines()
    code = [line for line in lines if not line.lstrip().startswith(("*", "/*", "//"))]
    assert [line for line in code if line.replace("\\`", "").count("`") % 2] == []
