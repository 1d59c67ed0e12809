"""The glossary: one definition for each spelling, and enough terms for the chapters."""

import re

import pytest

from ntrkcourse.content.errors import ContentError
from ntrkcourse.content.glossary import load_glossary

NAMES = {"Clopper–Pearson", "Kaplan-Meier"}
TERMS = """
[[term]]
id = "gene-fusion"
term = "Gene fusion"
definition = "Two genes joined into one."
also = ["gene fusions", "fusions"]

[[term]]
id = "read"
term = "Read"
definition = "A stretch of sequence that a machine has spelt out."
"""


@pytest.fixture
def terms_from(tmp_path):
    def load(text: str):
        (tmp_path / "terms.toml").write_text(text, encoding="utf-8")
        return load_glossary.__wrapped__(tmp_path)

    return load


def test_other_spellings_load(terms_from):
    terms = terms_from(TERMS)
    assert terms["gene-fusion"].spellings == ("Gene fusion", "gene fusions", "fusions")
    assert terms["read"].also == ()


@pytest.mark.parametrize(
    ("old", "new", "record", "key", "problem"),
    [
        (
            'term = "Read"',
            'term = "Fusions"',
            "read",
            "term",
            "'Fusions' is already a spelling of 'gene-fusion'",
        ),
        (
            'spelt out."\n',
            'spelt out."\nalso = ["Gene Fusion"]\n',
            "read",
            "also",
            "'Gene Fusion' is already a spelling of 'gene-fusion'",
        ),
        ('"fusions"]', '"gene fusions"]', "gene-fusion", "also", "holds a spelling twice"),
        ('"fusions"]', '"gene fusion"]', "gene-fusion", "also", "holds a spelling twice"),
        ('"fusions"]', '"fusions "]', "gene-fusion", "also", "outer spaces"),
        ('"fusions"]', '""]', "gene-fusion", "also", "is empty"),
        ('also = ["gene fusions", "fusions"]', 'also = "fusions"', "gene-fusion", "also", "expected a list"),
    ],
)
def test_bad_spellings(terms_from, old, new, record, key, problem):
    assert old in TERMS
    with pytest.raises(ContentError) as caught:
        terms_from(TERMS.replace(old, new))
    assert (caught.value.record, caught.value.key) == (record, key)
    assert "terms.toml" in caught.value.file and problem in str(caught.value)


def test_the_real_glossary():
    terms = load_glossary().values()
    assert len(terms) >= 80
    for term in terms:
        sentences = re.findall(r"[.?!](?:\s|$)", term.definition)
        assert 1 <= len(sentences) <= 3, term.id
        for spelling in set(term.also) - NAMES:
            first = spelling.split()[0]
            assert len(first) < 2 or not first.istitle(), (
                f"{term.id}: {spelling!r} needs a small first letter"
            )
