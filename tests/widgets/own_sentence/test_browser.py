"""The reader's own sentences in Chromium, over several chapters of one browser."""

import json
from collections.abc import Callable

import pytest
from contract import press, root
from playwright.sync_api import Page, expect

from ntrkcourse import own_sentence
from ntrkcourse.widgets.own_sentence.records import load

CONTENT = load()
WORDS = CONTENT.words
FIRST, LAST = CONTENT.first_chapter, CONTENT.last_chapter
GUESS, FAIRLY, CERTAIN = own_sentence(FIRST).data["sureness"]
OpenWidget = Callable[..., Page]
OpenAgain = Callable[..., None]


def write(page: Page, text: str, sure: str) -> None:
    page.get_by_role("textbox").fill(text)
    page.get_by_role("radio", name=sure, exact=True).check()
    press(page, WORDS["commit"])
    expect(root(page)).to_have_attribute("data-committed", "")


def told(word: str, sure: str, chapter: str = "") -> str:
    return WORDS[word].format(chapter=chapter, sure=sure[0].lower() + sure[1:])


@pytest.fixture
def sittings(open_widget: OpenWidget, open_again: OpenAgain) -> Callable[[str], Page]:
    """``sittings(chapter)``: the page of that chapter, in the same browser each time."""
    pages: list[Page] = []

    def sit(chapter: str) -> Page:
        if pages:
            open_again(pages[0], own_sentence(chapter))
        else:
            pages.append(open_widget(own_sentence(chapter), width=360))
        return pages[0]

    return sit


def test_what_is_missing_is_named_and_then_the_sentence_is_kept(sittings: Callable[[str], Page]) -> None:
    page = sittings(FIRST)
    expect(root(page)).not_to_have_attribute("data-committed", "")
    press(page, WORDS["commit"])
    expect(root(page)).to_contain_text(WORDS["missing_text"])
    page.get_by_role("textbox").fill("It may be true.")
    press(page, WORDS["commit"])
    expect(root(page)).to_contain_text(WORDS["missing_sure"])
    expect(root(page)).not_to_have_attribute("data-committed", "")
    write(page, "It may be true.", FAIRLY)
    expect(page.get_by_text(told("said", FAIRLY))).to_be_focused()
    page = sittings(FIRST)
    expect(root(page)).to_have_attribute("data-committed", "")
    expect(page.locator("blockquote")).to_have_text("It may be true.")


def test_a_draft_outlives_a_reload_and_is_no_sentence(sittings: Callable[[str], Page]) -> None:
    page = sittings(FIRST)
    page.get_by_role("textbox").fill("Half a sen")
    page.get_by_role("radio", name=GUESS, exact=True).check()
    page = sittings(FIRST)
    expect(page.get_by_role("textbox")).to_have_value("Half a sen")
    expect(page.get_by_role("radio", name=GUESS, exact=True)).to_be_checked()
    page = sittings("06")
    expect(root(page)).to_contain_text(WORDS["none"])
    expect(page.get_by_role("textbox")).to_have_value("")


def test_each_chapter_shows_the_first_and_the_latest_and_the_last_shows_all(
    sittings: Callable[[str], Page],
) -> None:
    write(sittings(FIRST), "It is true.", CERTAIN)
    page = sittings("03")
    expect(root(page)).to_contain_text(told("first", CERTAIN, FIRST))
    expect(root(page)).not_to_contain_text("Last, in")
    write(page, "It is rare.", FAIRLY)
    page = sittings("06")
    expect(root(page)).to_contain_text(told("first", CERTAIN, FIRST))
    expect(root(page)).to_contain_text(told("latest", FAIRLY, "03"))
    page.get_by_role("radio", name=GUESS, exact=True).check()
    press(page, WORDS["same"])
    expect(page.locator("blockquote")).to_have_text(["It is true.", "It is rare.", "It is rare."])
    page = sittings(LAST)
    write(page, "We read it again first.", FAIRLY)
    expect(page.locator("blockquote")).to_have_text(
        ["It is true.", "It is rare.", WORDS["unchanged"], "We read it again first."]
    )
    for chapter, sure in ((FIRST, CERTAIN), ("03", FAIRLY), ("06", GUESS)):
        expect(root(page)).to_contain_text(told("place", sure, chapter))
    expect(root(page)).to_have_attribute("data-begun", "")


def test_it_can_be_written_again_and_the_first_only_while_it_is_alone(
    sittings: Callable[[str], Page],
) -> None:
    page = sittings(FIRST)
    write(page, "Yes.", CERTAIN)
    press(page, WORDS["again"])
    expect(page.get_by_role("textbox")).to_have_value("Yes.")
    write(page, "Perhaps.", GUESS)
    page = sittings("06")
    write(page, "No.", GUESS)
    press(page, WORDS["again"])
    write(page, "Not yet.", GUESS)
    expect(page.locator("blockquote")).to_have_text(["Perhaps.", "Not yet."])
    page = sittings(FIRST)
    expect(root(page)).to_contain_text(WORDS["closed"])
    expect(page.get_by_role("button", name=WORDS["again"])).to_have_count(0)


def test_a_first_sentence_from_another_device_does_not_take_the_place_of_the_first(
    sittings: Callable[[str], Page],
) -> None:
    write(sittings(FIRST), "Yes.", CERTAIN)
    page = sittings("06")
    write(page, "No.", GUESS)
    page.evaluate(
        """key => {
          const { store } = ntrk.shared;
          const act = { ...store.read(key).log[0], said: { text: "Later.", sure: "1" } };
          store.take({ [key]: { log: [{ ...act, at: act.at + 1e9 }], now: {} } });
        }""",
        f"widget/own-sentence/{FIRST}",
    )
    expect(page.locator("blockquote").first).to_have_text("Yes.")


def test_what_is_typed_is_text(sittings: Callable[[str], Page]) -> None:
    write(sittings(FIRST), "<img src=x onerror=alert(1)> **and** {sure}", GUESS)
    page = sittings("06")
    expect(page.locator("blockquote")).to_have_text("<img src=x onerror=alert(1)> **and** {sure}")
    expect(root(page).locator("img")).to_have_count(0)


def test_another_tab_follows_and_what_is_typed_there_stays(sittings: Callable[[str], Page]) -> None:
    page = sittings(FIRST)
    other = page.context.new_page()
    other.goto(page.url)
    page.get_by_role("textbox").fill("From here")
    expect(other.get_by_role("textbox")).to_have_value("From here")
    write(page, "From here", FAIRLY)
    expect(root(other)).to_have_attribute("data-committed", "")
    later = sittings("06")
    later.get_by_role("textbox").fill("I am writing")
    press(other, WORDS["again"])
    write(other, "From there", CERTAIN)
    expect(later.locator("blockquote")).to_have_text("From there")
    expect(later.get_by_role("textbox")).to_have_value("I am writing")
    expect(later.get_by_role("textbox")).to_be_focused()


def test_it_goes_into_the_progress_file_and_with_the_wipe(sittings: Callable[[str], Page]) -> None:
    write(sittings(FIRST), "Kept.", GUESS)
    page = sittings("06")
    saved = page.evaluate("JSON.stringify(ntrk.shared.store.everything())")
    assert page.evaluate("ntrk.shared.store.wipe()")
    expect(root(page)).to_contain_text(WORDS["none"])
    assert page.evaluate(
        """text => {
          const { entries, problem } = ntrk.shared.store.parseFile(text);
          return problem || ntrk.shared.store.take(entries).stored;
        }""",
        saved,
    )
    expect(page.locator("blockquote")).to_have_text("Kept.")


@pytest.mark.parametrize(
    "said", [None, 3, "x", [], {"text": 1, "sure": "1"}, {"text": "x"}, {"text": "x", "sure": "9"}]
)
def test_what_makes_no_sense_in_the_store_is_no_sentence(
    sittings: Callable[[str], Page], said: object
) -> None:
    page = sittings("06")
    entries = {
        f"widget/own-sentence/{chapter}": {
            "log": [{"at": 5, "asked": "sentence", "said": said}],
            "now": {name: {"at": 5, "said": said} for name in ("text", "sure", "again")},
        }
        for chapter in (FIRST, "06", "x")
    }
    page.evaluate("text => ntrk.shared.store.take(JSON.parse(text))", json.dumps(entries))
    page = sittings("06")
    expect(root(page)).to_contain_text(WORDS["none"])
    write(page, "Still possible.", GUESS)


def test_it_fits_a_narrow_screen_from_a_folder(open_widget: OpenWidget) -> None:
    page = open_widget(own_sentence(FIRST), width=320, folder=True)
    fits = "document.documentElement.scrollWidth <= window.innerWidth"
    assert page.evaluate(fits)
    write(page, "W" * 280, CERTAIN)
    assert page.evaluate(fits)
