"""The judgement widget in Chromium, by keyboard, through both sets."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from ntrkcourse import claim_appraisal, data_requests
from ntrkcourse.widgets.judgement.records import load

REQUESTS, CLAIMS = load().values()
KEY = "ntrk:v1:widget/judgement/data-requests/09"


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")


def choose(page: Page, text: str) -> None:
    page.get_by_role("radio", name=text, exact=True).focus()
    page.keyboard.press("Space")


def answer(page: Page, verdict: str, rule: str = "") -> None:
    """Commit to a verdict, and where the set asks for one to a rule, by their ids."""
    for one in (*REQUESTS.verdict, *CLAIMS.verdict, *REQUESTS.reason):
        if one.id in (verdict, rule):
            choose(page, one.text)
    press(page, "Commit to this")


def card(widget: Locator, text: str) -> None:
    expect(widget.locator(".judgement-card")).to_have_text(text)


@pytest.fixture
def page(open_widget: Callable[..., Page]) -> Page:
    return open_widget(data_requests())


def test_requests_by_keyboard(page: Page) -> None:
    widget = page.get_by_role("group", name="Who may have Padma's report?")
    card(widget, REQUESTS.card[0].text)
    answer(page, "disclose", "dpdp")
    verdict = "✗ We say: ask her. You said: hand over what is asked."
    expect(widget.locator("[tabindex='-1']:focus")).to_have_text(verdict)
    expect(widget.locator("[aria-live]")).to_have_text(verdict)
    expect(widget).to_contain_text("✗ The rule is a doctor's duty")
    expect(widget).to_contain_text("the Act's main duties start in mid-May 2027")
    expect(widget).to_contain_text("Not confirmed: Whether a labour law")
    press(page, "Next request")
    expect(page.get_by_role("heading", name="Request 2 of 11")).to_be_focused()
    answer(page, "refuse", "secrecy")
    expect(widget).to_contain_text("✓ We say the same: not as asked.")
    expect(widget).to_contain_text("✓ The rule fits.")
    press(page, "Next request")
    answer(page, "disclose", "spdi")
    expect(widget).to_contain_text("One could also rest on a doctor's duty")


def test_requests_to_the_end(page: Page) -> None:
    for one in REQUESTS.card:
        answer(page, "refuse", one.reasons[0])
        press(page, "See how you judged" if one is REQUESTS.card[-1] else "Next request")
    widget = page.locator('[data-widget="judgement"]')
    expect(page.get_by_role("heading", name="You judged 6 of 11 as we do")).to_be_focused()
    expect(widget).to_contain_text("Most often you said “refuse” where we say “ask her”: 3 times.")
    expect(widget).to_contain_text("The rule fitted in 11 of 11.")
    expect(page.get_by_role("row", name="hand over 0 0 ✗ 2")).to_be_visible()
    expect(widget).to_contain_text(REQUESTS.moral)


def test_claims_to_the_end(open_widget: Callable[..., Page]) -> None:
    page = open_widget(claim_appraisal())
    widget = page.get_by_role("group", name="Would you let this claim stand?")
    for one in CLAIMS.card:
        card(widget, one.text)
        expect(page.get_by_role("radio")).to_have_count(4)
        expect(widget).not_to_contain_text("No names")
        answer(page, "nuance" if one.verdict == "supported" else one.verdict)
        press(page, "See how you judged" if one is CLAIMS.card[-1] else "Next claim")
    expect(page.get_by_role("heading", name="You judged 9 of 12 as we do")).to_be_focused()
    expect(widget).to_contain_text("Most often you said “nuance” where we say “supported”: 3 times.")
    expect(widget).not_to_contain_text("The rule fitted")
    expect(page.get_by_role("row", name="supported 0 ✗ 3 0 0")).to_be_visible()
    expect(page.get_by_role("heading", name="What was wrong with the text")).to_be_visible()
    faults = page.get_by_role("listitem")
    expect(faults.first).to_contain_text("No names: which drug, test, disease, law or tool: 9 of 12")
    expect(faults.last).to_contain_text("1 of 12 (claim 7)")


def test_nothing_is_given_away_before_a_commitment(page: Page) -> None:
    widget = page.locator('[data-widget="judgement"]')
    for told in ("We say", "misconduct", "Not confirmed", "labour law"):
        expect(widget).not_to_contain_text(told)
    expect(widget.locator(".judgement-answer")).to_have_count(0)
    expect(page.get_by_role("button", name="Next request")).to_have_count(0)


def test_a_commitment_needs_both_answers(page: Page) -> None:
    choose(page, REQUESTS.verdict[0].text)
    press(page, "Commit to this")
    expect(page.locator('[data-widget="judgement"]')).to_contain_text("Choose an answer and a rule first.")


def test_back_shows_what_was_said_and_changes_nothing(page: Page) -> None:
    widget = page.locator('[data-widget="judgement"]')
    expect(page.get_by_role("button", name="Previous request")).to_be_hidden()
    answer(page, "consent", "secrecy")
    press(page, "Next request")
    press(page, "Previous request")
    expect(page.get_by_role("heading", name="Request 1 of 11")).to_be_focused()
    expect(page.get_by_role("radio", name=REQUESTS.verdict[1].text)).to_be_checked()
    expect(page.get_by_role("radio", name=REQUESTS.verdict[1].text)).to_be_disabled()
    expect(widget).to_contain_text("✓ We say the same: ask her.")
    press(page, "Next request")
    card(widget, REQUESTS.card[1].text)


def test_state_survives_a_reload_and_start_again_wipes_it(page: Page) -> None:
    widget = page.locator('[data-widget="judgement"]')
    answer(page, "consent", "secrecy")
    page.reload()
    expect(widget).to_contain_text("✓ We say the same: ask her.")
    press(page, "Next request")
    page.reload()
    card(widget, REQUESTS.card[1].text)
    press(page, "Start again")
    card(widget, REQUESTS.card[0].text)
    expect(page.locator("input:checked")).to_have_count(0)
    assert page.evaluate(f"localStorage.getItem({KEY!r})") is None


@pytest.mark.parametrize(
    "stored",
    [
        "{",
        "null",
        "3",
        '{"answers":7}',
        '{"at":5,"answers":[]}',
        '{"at":1,"answers":[[9,9],null]}',
        '{"at":-1}',
    ],
)
def test_corrupt_storage_breaks_nothing(page: Page, stored: str, remember: Callable[..., None]) -> None:
    remember(page, KEY, stored)
    card(page.locator('[data-widget="judgement"]'), REQUESTS.card[0].text)
    answer(page, "consent", "secrecy")
    expect(page.locator('[data-widget="judgement"]')).to_contain_text("✓ We say the same")


@pytest.mark.parametrize("width", [320, 800])
def test_fits_the_screen(open_widget: Callable[..., Page], width: int) -> None:
    page = open_widget(claim_appraisal(), width=width)
    fits = "document.documentElement.scrollWidth <= window.innerWidth"
    for number in range(len(CLAIMS.card)):
        assert page.evaluate(fits)
        answer(page, "vague")
        assert page.evaluate(fits)
        press(page, "See how you judged" if number == 11 else "Next claim")
    assert page.evaluate(fits)
