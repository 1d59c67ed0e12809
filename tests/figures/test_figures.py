"""Pictures as content: a fault in a file or a drawing is named, and nothing of a picture is lost on the way to a page."""

import gzip
import importlib
import re
from pathlib import Path

import pytest

from ntrkcourse import figure
from ntrkcourse.content.errors import ContentError
from ntrkcourse.figures import figure_html, find, load_figures, picture
from ntrkcourse.figures.language import GLYPHS
from ntrkcourse.figures.records import Label, Labels
from ntrkcourse.figures.svg import element, text, text_width, wrap

GOOD = 'title = "T"\nkind = "schematic"\ncaption = "C."\ndescription = "D."\n'


def test_an_unknown_picture_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(ContentError, match=r"no picture has this name; there are .*language"):
        figure("nothing_like_it")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("kind", 'kind = "photo"'), "one.toml, key 'kind': 'photo' is none of schematic, scale, chart"),
        (("caption", 'caption = " "'), "one.toml, key 'caption': missing"),
        (("description", ""), "one.toml, key 'description': missing"),
        (
            ("description", 'description = "D."\n[[frame]]\ntitle = "F"\ndescription = "E"'),
            "key 'description': each frame has one",
        ),
        (
            (
                "description",
                'description = "D."\nlabels = [{ name = "a", text = "x" }, { name = "a", text = "y" }]',
            ),
            "labels.*used twice|labels.*looks like",
        ),
    ],
)
def test_a_fault_in_a_file_is_named_with_its_key(change: tuple[str, str], told: str, tmp_path: Path) -> None:
    key, line = change
    (tmp_path / "one.toml").write_text(re.sub(rf"^{key} = .*$", lambda _: line, GOOD, flags=re.MULTILINE))
    with pytest.raises(ContentError, match=told):
        load_figures(tmp_path)


def test_a_label_that_is_not_there_is_named() -> None:
    figures = find("language")
    with pytest.raises(
        ContentError, match=r"language.toml, record 'labels', key 'absent': the drawing asks for it; missing"
    ):
        Labels(figures)["absent"]


def test_places_in_a_label_are_filled_and_its_links_are_words() -> None:
    base = find("language")
    labels = Labels(type(base)(**{**vars(base), "labels": (Label("n", "[{n} of 6](fact:a.b)"),)}))
    assert labels("n", n=5) == "5 of 6"


def test_every_thing_of_the_language_is_on_the_authors_page() -> None:
    drawn = picture("language")
    for name in GLYPHS:
        words = next(label.text for label in find("language").labels if label.name == name)
        assert all(word in drawn for word in words.split())


@pytest.mark.parametrize("name", sorted(load_figures()))
def test_a_notebook_shows_and_tells_it(name: str) -> None:
    bundle = figure(name)._repr_mimebundle_()
    assert figure_html(name) in bundle["text/html"]
    told = find(name)
    for words in [told.title, told.description, *(frame.description for frame in told.frame)]:
        assert words in bundle["text/plain"]


@pytest.mark.parametrize("name", sorted(load_figures()))
def test_a_drawing_is_the_same_each_time(name: str) -> None:

    module = importlib.import_module(f"ntrkcourse.figures.drawings.{name}")
    assert module.draw(Labels(find(name))) == module.draw(Labels(find(name)))


def test_words_are_escaped() -> None:
    assert text(0, 0, "<b> & c") == '<text x="0" y="0">&lt;b&gt; &amp; c</text>'
    assert element("g", kind='"') == '<g class="&quot;"/>'


def test_lines_keep_within_their_width() -> None:
    lines = wrap("one two three four five six", 70)
    assert " ".join(lines) == "one two three four five six"
    assert len(lines) > 1
    assert all(text_width(line) <= 70 for line in lines)


@pytest.mark.parametrize("name", sorted(load_figures()))
def test_it_weighs_little(name: str) -> None:

    assert len(gzip.compress(figure_html(name).encode())) < 8_000
