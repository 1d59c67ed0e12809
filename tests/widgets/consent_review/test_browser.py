"""The consent review in Chromium, by keyboard."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ntrkcourse import consent_review
from ntrkcourse.widgets.consent_review.records import load

FORM = load()
FAULTS = [one.text for one in FORM.element if one.fault]


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")


def mark(page: Page, *names: str) -> None:
    for name in names:
        page.get_by_role("checkbox", name=name).focus()
        page.keyboard.press("Space")


@pytest.fixture
def page(open_widget: Callable[..., Page]) -> Page:
    return open_widget(consent_review())


def test_whole_path_by_keyboard(page: Page) -> None:
    widget = page.get_by_role("group", name=FORM.title)
    expect(widget.get_by_role("checkbox")).to_have_count(14)
    expect(page.get_by_role("region", name="The form").get_by_role("listitem")).to_have_count(14)
    mark(page, *FAULTS[:5], "What it costs")
    expect(widget).to_contain_text("Marked: 6 of 7.")
    press(page, "Commit to these marks")

    told = "You found 5 of 7, missed 2 and raised 1 false alarm"
    expect(page.get_by_role("heading", name=told)).to_be_focused()
    expect(widget.locator("[aria-live]")).to_have_text(told)
    expect(widget.get_by_text("✓ Found", exact=True)).to_have_count(5)
    expect(widget.get_by_text("✗ Missed", exact=True)).to_have_count(2)
    expect(widget.get_by_text("✗ False alarm", exact=True)).to_have_count(1)
    expect(widget.locator("blockquote mark").first).to_contain_text("The report names the medicine that fits")
    expect(widget).to_contain_text("17.8%")
    expect(widget.get_by_text("This would mend it:")).to_have_count(7)
    expect(widget.get_by_role("checkbox")).to_have_count(0)


def test_what_was_rightly_left_and_the_marked_form_open_by_keyboard(page: Page) -> None:
    mark(page, *FAULTS)
    press(page, "Commit to these marks")
    expect(
        page.get_by_role("heading", name="You found 7 of 7, missed none and raised no false")
    ).to_be_visible()
    note = page.get_by_text("✗ Not good enough: who will see her name")
    expect(note).to_be_hidden()
    for summary in page.locator("summary").all():
        summary.focus()
        page.keyboard.press("Enter")
    expect(note).to_be_visible()
    expect(page.get_by_text("✓ Left unmarked", exact=True)).to_have_count(7)
    expect(page.get_by_role("region", name="The form").locator("mark")).to_have_count(4)


def test_nothing_is_given_away_before_the_commitment(page: Page) -> None:
    widget = page.locator('[data-widget="consent-review"]')
    mark(page, *FAULTS)
    for hidden in ("mark", ".consent-note", ".consent-mend", "[class*=missing]", "[class*=defective]"):
        expect(widget.locator(hidden)).to_have_count(0)
    for told in ("17.8%", "Not good enough", "Found", "Missed"):
        expect(widget).not_to_contain_text(told)


def test_marks_survive_a_reload_and_start_again_wipes_them(page: Page) -> None:
    mark(page, FAULTS[0])
    page.reload()
    expect(page.get_by_role("checkbox", name=FAULTS[0])).to_be_checked()
    press(page, "Commit to these marks")
    page.reload()
    expect(page.get_by_role("heading", name="You found 1 of 7")).to_be_visible()
    press(page, "Start again")
    expect(page.get_by_role("checkbox").first).to_be_focused()
    expect(page.locator("input:checked")).to_have_count(0)


def test_a_mark_stands_on_the_screen_of_what_it_is_about(open_widget: Callable[..., Page]) -> None:
    page = open_widget(consent_review(), width=360)
    for place, text in enumerate(FORM.paragraphs, start=1):
        passage = page.get_by_role("listitem").filter(has_text=text)
        for one in FORM.element:
            if one.paragraph == place:
                box = page.get_by_role("checkbox", name=one.text)
                top, bottom = passage.bounding_box()["y"], box.bounding_box()["y"]
                assert top < bottom < top + 780, one.text


def test_marks_of_different_parts_are_kept_together(page: Page) -> None:
    mark(page, FAULTS[-1], FAULTS[0], FAULTS[3])
    mark(page, FAULTS[3])
    page.reload()
    expect(page.get_by_role("checkbox", name=FAULTS[0])).to_be_checked()
    expect(page.get_by_role("checkbox", name=FAULTS[-1])).to_be_checked()
    expect(page.locator("input:checked")).to_have_count(2)


def test_places_of_what_is_missing_look_like_the_others(page: Page) -> None:
    """Boxes stand below passages in every part that asks, so that none says by its place that nothing is there."""
    asked = page.locator(".consent-part:has(input)")
    expect(asked.locator("input")).to_have_count(len(FORM.element))
    for part in asked.all():
        expect(part.get_by_role("listitem").first).to_be_visible()
