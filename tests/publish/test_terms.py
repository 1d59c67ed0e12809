"""First uses of glossary terms: each once in a chapter, in running prose, with its definition as a card."""

import re

from ntrkcourse.content.glossary import Term, load_glossary
from ntrkcourse.publish.terms import _split

KINASE = Term("kinase", "Kinase", "An enzyme.", also=("kinases",))
FISH = Term("fish", "FISH", "Probes on DNA.")
BREAK = Term("break-apart", "Break-apart probe", "A pair of probes.", also=("break-apart FISH",))


def split(text, *terms):
    return [(words, term and term.id) for words, term in _split(text, {term.id: term for term in terms})]


def test_a_term_is_found_once_and_as_a_whole_word():
    assert split("A kinase, kinases, kinase.", KINASE) == [
        ("A ", None),
        ("kinase", "kinase"),
        (", kinases, kinase.", None),
    ]
    assert split("Kinases first.", KINASE)[0] == ("Kinases", "kinase")
    assert split("A pseudokinase.", KINASE) == [("A pseudokinase.", None)]


def test_an_acronym_keeps_its_capitals_and_the_longer_term_wins():
    assert split("We fish. FISH helps.", FISH)[1] == ("FISH", "fish")
    assert split("By break-apart FISH.", FISH, BREAK)[1] == ("break-apart FISH", "break-apart")


def test_text_is_kept_to_the_letter():
    text = "FISH and a kinase; break-apart FISH again."
    assert "".join(words for words, _ in split(text, KINASE, FISH, BREAK)) == text


def test_every_chapter_links_its_terms_once_with_a_card(book):
    for page in sorted((book / "notebooks").glob("*.html")):
        text = page.read_text(encoding="utf-8")
        used = re.findall(r'class="term" data-card="term-card-([^"]+)"', text)
        assert len(used) > 5, page.name
        assert len(used) == len(set(used)), page.name
        for term in used:
            assert term in load_glossary()
            assert text.count(f'id="term-card-{term}"') == 1, f"{page.name}: {term}"
