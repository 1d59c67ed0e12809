"""What to hold against its source next: old before new, heavy before light."""

from dataclasses import replace
from datetime import date, timedelta

from ntrkcourse.checks.due import due_report, standings
from ntrkcourse.checks.places import Text, content_texts
from ntrkcourse.content.facts import load_facts

# All three held on one day, so that age decides only where a test says so.
FIRST, SECOND, THIRD = (replace(fact, checked=date(2026, 11, 22)) for fact in [*load_facts().values()][:3])
FACTS = {fact.id: fact for fact in (FIRST, SECOND, THIRD)}


def link(fact):
    return f"[x](fact:{fact.id})"


def page(text):
    return Text("notebooks/03.ipynb", "cell 1", text, is_page=True)


def ids(texts, facts=FACTS):
    return [one.fact.id for one in standings(facts, texts)]


def test_the_oldest_comes_first_whatever_rests_on_the_others():
    old = {**FACTS, THIRD.id: replace(THIRD, checked=THIRD.checked - timedelta(days=1))}
    assert ids([Text("f", "p", link(FIRST))] * 30, old)[0] == THIRD.id


def test_of_the_same_age_the_weightiest_comes_first():
    assert ids(
        [Text("f", "p", link(SECOND)), Text("f", "q", link(THIRD) * 2), Text("f", "r", link(THIRD))]
    ) == [*(THIRD.id, SECOND.id, FIRST.id)]


def test_a_weighty_place_weighs_more_than_a_few_links():
    few = [Text("f", str(number), link(SECOND)) for number in range(5)]
    for weighty, place in (
        (Text("content/cases/A.toml", "p", link(FIRST), keyed=True), "best choice"),
        (Text("content/questions/03.toml", "p", link(FIRST), keyed=True), "right option"),
        (Text("book/patients.md", "text", link(FIRST), is_page=True), "patients' page"),
        (page(f"## A claim\n\nSo {link(FIRST)}, and {link(SECOND)}."), "heading"),
        (page(f"## Key points\n\n- One.\n- Two: {link(FIRST)}"), "key points"),
        (
            page(f":::{{dropdown}} If you have a patient now\nDo {link(FIRST)}.\n:::\n\nAnd {link(THIRD)}."),
            "clinic card",
        ),
    ):
        ranked = standings(FACTS, [*few, weighty])
        assert ranked[0].fact.id == FIRST.id and place in ranked[0].places, place
        assert all(place not in one.places for one in ranked[1:]), place


def test_the_card_of_every_chapter_that_has_one_weighs():
    texts = [text for text in content_texts() if text.is_page and "If you have a patient now" in text.text]
    assert len(texts) > 8
    for text in texts:
        assert any("clinic card" in one.places for one in standings(load_facts(), [text])), text.file


def test_the_report_tells_source_and_address_and_what_was_never_swept():
    facts = load_facts()
    oldest = standings(facts, content_texts())[0].fact.checked
    told = "\n".join(due_report(oldest + timedelta(days=1)))
    first = next(line for line in told.splitlines() if line.startswith(str(oldest)))
    fact = facts[first.split()[1].rstrip(":")]
    assert f"{fact.source}, {fact.read_at or 'no address'}" in told
    assert (
        told.startswith("0 of ") and "never swept" in told and "figures of questions rest on no link" in told
    )
    later = "\n".join(due_report(date(2099, 1, 1)))
    assert later.startswith(f"{len(facts)} of {len(facts)} records are due")
