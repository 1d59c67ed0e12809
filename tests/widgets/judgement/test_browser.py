"""The judgement widget in Chromium, by keyboard, through its sets."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from ntrkcourse import judgement
from ntrkcourse.figures import find
from ntrkcourse.widgets.base import CourseWidget
from ntrkcourse.widgets.judgement.records import load

REQUESTS, CLAIMS, FIELDS = load().set
WORDS = load().words


def say(name: str, **values: object) -> str:
    """A word of the widget, filled in."""
    return WORDS[name].format(noun="request", **values)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")


def choose(page: Page, text: str) -> None:
    page.get_by_role("radio", name=text, exact=True).focus()
    page.keyboard.press("Space")


def answer(page: Page, verdict: str, rule: str = "") -> None:
    """Commit to a verdict, and where the set asks for one to a rule, by their ids."""
    for one in (*REQUESTS.verdict, *CLAIMS.verdict, *FIELDS.verdict, *REQUESTS.reason):
        if one.id in (verdict, rule):
            choose(page, one.text)
    press(page, WORDS["commit"])


def card(widget: Locator, text: str) -> None:
    expect(widget.locator(".judgement-card")).to_have_text(text)


@pytest.fixture
def page(open_widget: Callable[..., Page]) -> Page:
    return open_widget(judgement("data-requests", "09"))


def test_requests_by_keyboard(page: Page) -> None:
    widget = page.get_by_role("group", name=REQUESTS.title)
    card(widget, REQUESTS.card[0].text)
    answer(page, "disclose", "dpdp")
    verdict = say("other", verdict="ask her", mine="hand over what is asked")
    expect(widget.locator("[tabindex='-1']:focus")).to_have_text(verdict)
    expect(widget.locator("[aria-live]")).to_have_text(verdict)
    expect(widget).to_contain_text("✗ The rule is a doctor's duty")
    expect(widget).to_contain_text("the Act's main duties start in mid-May 2027")
    expect(widget).to_contain_text(f"{WORDS['unsure']} {REQUESTS.card[0].unsure}")
    press(page, say("next"))
    expect(page.get_by_role("heading", name="Request 2 of 11")).to_be_focused()
    expect(widget.locator("[aria-live]")).to_have_text("")
    answer(page, "refuse", "secrecy")
    expect(widget).to_contain_text(say("same", verdict="not as asked"))
    expect(widget).to_contain_text(WORDS["fits"])
    press(page, say("next"))
    answer(page, "disclose", "spdi")
    expect(widget).to_contain_text("One could also rest on a doctor's duty")


def test_requests_to_the_end(page: Page) -> None:
    for one in REQUESTS.card:
        answer(page, "refuse", one.reasons[0])
        press(page, WORDS["end"] if one is REQUESTS.card[-1] else say("next"))
    widget = page.locator('[data-widget="judgement"]')
    expect(page.get_by_role("heading", name=say("score", n=6, all=11))).to_be_focused()
    expect(widget).to_contain_text(say("mixed_many", mine="refuse", ours="ask her", n=3))
    expect(widget).to_contain_text(say("fitted", n=11, all=11))
    expect(page.get_by_role("row", name="hand over 0 0 ✗ 2")).to_be_visible()
    expect(widget).to_contain_text(REQUESTS.moral)
    page.reload()
    expect(page.get_by_role("heading", name=say("score", n=6, all=11))).to_be_visible()


def test_claims_to_the_end(open_widget: Callable[..., Page]) -> None:
    page = open_widget(judgement("claim-appraisal", "11"), width=320)
    fits = "document.documentElement.scrollWidth <= window.innerWidth"
    widget = page.get_by_role("group", name=CLAIMS.title)
    names = next(one.text for one in CLAIMS.reason if one.id == "names")
    for one in CLAIMS.card:
        card(widget, one.text)
        expect(page.get_by_role("radio")).to_have_count(4)
        expect(widget).not_to_contain_text(names)
        answer(page, "nuance" if one.verdict == "supported" else one.verdict)
        assert page.evaluate(fits)
        press(page, WORDS["end"] if one is CLAIMS.card[-1] else WORDS["next"].format(noun="claim"))
    expect(page.get_by_role("heading", name=say("score", n=9, all=12))).to_be_focused()
    assert page.evaluate(fits)
    expect(widget).to_contain_text(say("mixed_many", mine="nuance", ours="supported", n=3))
    expect(widget).not_to_contain_text("The rule fitted")
    expect(page.get_by_role("row", name="supported 0 ✗ 3 0 0")).to_be_visible()
    expect(page.get_by_role("heading", name=CLAIMS.tally)).to_be_visible()
    faults = page.get_by_role("listitem")
    expect(faults.first).to_contain_text(f"{names}: 9 of 12 (claims ")
    expect(faults.last).to_contain_text("1 of 12 (claim 4)")


def test_a_field_is_judged_by_what_is_drawn_and_described(open_widget: Callable[..., Page]) -> None:
    page = open_widget(judgement("eight-fields", "04"), width=320)
    widget = page.get_by_role("group", name=FIELDS.title)
    for one in FIELDS.card:
        drawn = widget.locator(".ntrk-picture")
        expect(drawn).to_have_count(1)
        expect(drawn.locator("desc")).to_have_text(find(one.picture).description)
        box = drawn.bounding_box()
        assert box
        assert box["width"] > 200
        answer(page, one.verdict)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        press(page, WORDS["end"] if one is FIELDS.card[-1] else WORDS["next"].format(noun="field"))
    expect(page.get_by_role("heading", name=say("score", n=8, all=8))).to_be_focused()
    even = next(one.text for one in FIELDS.reason if one.id == "even")
    expect(page.get_by_role("listitem").first).to_contain_text(f"{even}: 7 of 8 (fields 1, 3, 4, 5, 6, 7, 8)")


def test_the_whole_set_goes_on_where_its_first_cards_ended(
    open_widget: Callable[..., Page], open_again: Callable[[Page, CourseWidget], None]
) -> None:
    some, whole = (judgement("claim-appraisal", "11", first=first) for first in (6, None))
    page = open_widget(some)
    widget = page.locator('[data-widget="judgement"]')
    for one in CLAIMS.card[:6]:
        card(widget, one.text)
        answer(page, "supported")
        press(page, WORDS["end"] if one is CLAIMS.card[5] else WORDS["next"].format(noun="claim"))
    expect(page.get_by_role("heading", name=say("score", n=1, all=6))).to_be_visible()
    open_again(page, whole)
    card(widget, CLAIMS.card[6].text)
    answer(page, "supported")
    open_again(page, some)
    expect(page.get_by_role("heading", name=say("score", n=1, all=6))).to_be_visible()
    open_again(page, whole)
    expect(widget).to_contain_text(say("same", verdict="supported"))


def test_a_commitment_needs_both_answers(page: Page) -> None:
    choose(page, REQUESTS.verdict[0].text)
    press(page, WORDS["commit"])
    expect(page.locator('[data-widget="judgement"]')).to_contain_text(WORDS["none_rule"])


def test_back_shows_what_was_said_and_changes_nothing(page: Page) -> None:
    widget = page.locator('[data-widget="judgement"]')
    expect(page.get_by_role("button", name=say("previous"))).to_be_hidden()
    answer(page, "consent", "secrecy")
    press(page, say("next"))
    press(page, say("previous"))
    expect(page.get_by_role("heading", name="Request 1 of 11")).to_be_focused()
    expect(page.get_by_role("radio", name=REQUESTS.verdict[1].text)).to_be_checked()
    expect(page.get_by_role("radio", name=REQUESTS.verdict[1].text)).to_be_disabled()
    expect(widget).to_contain_text(say("same", verdict="ask her"))
    press(page, say("next"))
    card(widget, REQUESTS.card[1].text)
