"""Facts as the book shows them, and the pages made from content."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from ntrkcourse.content.facts import load_facts
from ntrkcourse.content.glossary import load_glossary
from ntrkcourse.publish.bibliography import load_references
from ntrkcourse.publish.fact_html import fact_html, interval_text, value_text

ROSS = load_facts()["epi.ntrk.breast.rossds2020"]
TODAY = date(2026, 11, 22)


def test_a_fact_is_shown_whole():
    html = fact_html(ROSS, "references.html", TODAY)
    for part in (
        "4 of 4,854",
        "0.022 to 0.211%",
        "Verified: read in the source",
        f"checked {ROSS.checked.day} {ROSS.checked:%B %Y}",
    ):
        assert part in html, part
    assert 'href="references.html#rossds2020"' in html


def test_an_overdue_fact_says_so():
    late = ROSS.checked + timedelta(days=366)
    assert "Check overdue." in fact_html(ROSS, "r", late)
    assert "Check overdue." not in fact_html(ROSS, "r", late - timedelta(days=1))


def test_html_in_a_record_stays_text():
    assert "&lt;b&gt;" in fact_html(replace(ROSS, claim="<b>bold</b>"), "r", TODAY)


def test_values_and_intervals():
    facts = load_facts()
    assert value_text(facts["methods.ihc.breast.sensitivity.solomon2020"]) == "80%"
    assert value_text(facts["therapy.repotrectinib.approval.ntrk2024"]) == "13 June 2024"
    assert (
        interval_text(facts["methods.ihc.breast.sensitivity.solomon2020"])
        == "28.4 to 99.5% (95%, exact, computed here)"
    )
    assert "not reached" in interval_text(facts["therapy.larotrectinib.dor.fda2025_n339"])
    assert "method not stated" in interval_text(facts["epi.ntrk.breast.secretory.forsythe2020"])


def test_every_source_has_a_reference_with_a_label():
    references = load_references()
    for fact in load_facts().values():
        assert references[fact.source].label
        assert len(references[fact.source].html) > 20


def ids_of(file):
    return set(re.findall(r'id="([^"]+)"', file.read_text(encoding="utf-8")))


def test_every_fact_reference_and_term_has_its_anchor(book):
    assert set(load_facts()) <= ids_of(book / "book/evidence.html")
    assert set(load_references()) <= ids_of(book / "book/references.html")
    assert {f"term-{name}" for name in load_glossary()} <= ids_of(book / "book/glossary.html")


def test_every_fact_link_of_a_page_is_among_its_sources(pages):
    linked = 0
    for page in pages:
        text = page.read_text(encoding="utf-8")
        for fact in set(re.findall(r'class="fact-link[^"]*" data-fact="([^"]+)"', text)):
            linked += 1
            assert f'id="source-{fact}"' in text, f"{page.name}: {fact}"
    assert linked > 100


def test_every_link_to_a_second_hand_record_is_marked_and_no_other(pages):
    facts, met = load_facts(), Counter()
    for page in pages:
        text = page.read_text(encoding="utf-8")
        for kind, fact in re.findall(r'<a class="(fact-link[^"]*)" data-fact="([^"]+)"', text):
            marked = "fact-second" in kind.split()
            assert marked == (facts[fact].status == "secondary"), f"{page.name}: {fact}"
            met[marked] += 1
    assert met[True] > 200 and met[False] > 800


def test_the_evidence_page_shows_the_mark_beside_what_it_means(book):
    text = (book / "book/evidence.html").read_text(encoding="utf-8")
    explained = len(
        re.findall(r'class="fact-status fact-secondary fact-second">Secondary: read second-hand', text)
    )
    assert explained == sum(fact.status == "secondary" for fact in load_facts().values())
    assert "every link to one bears a raised <em>s</em>" in text


def test_links_within_the_book_lead_somewhere(book, pages):
    anchors = {page: ids_of(page) for page in pages}
    for page in pages:
        for target in re.findall(r'href="([^"#:]*)#([^"]+)"', page.read_text(encoding="utf-8")):
            file = (page.parent / target[0]).resolve() if target[0] else page
            if file in anchors:
                assert target[1] in anchors[file], f"{page.name} links to {target[0]}#{target[1]}"


def test_the_widget_state_is_stripped_to_data(book):
    for page in (book / "notebooks").glob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert '"_esm"' not in text and "widget-state+json" not in text
        assert text.count('id="ntrk-models"') == 1


def test_entries_of_uniprot_are_links_to_the_entries() -> None:
    html = load_references()["uniprot_trk_etv6"].html
    for accession in ("P04629", "Q16620", "Q16288", "P41212"):
        assert f'href="https://www.uniprot.org/uniprotkb/{accession}/entry"' in html


def test_no_reference_leads_to_a_package_where_the_source_has_a_page() -> None:
    """A source can be a repository; the index of a language's packages never is one."""
    for key, reference in load_references().items():
        assert not re.search(r'href="https?://(?:pypi\.org|www\.npmjs\.com|anaconda\.org)', reference.html), (
            key
        )
