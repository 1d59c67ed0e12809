"""Both timelines in Chromium, by keyboard, through their whole paths."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ntrkcourse import timeline
from ntrkcourse.content.dates import spoken
from ntrkcourse.widgets.timeline.records import load

TIMELINE = load()["policy"]
WORDS = TIMELINE.shared.words
WIDGET = '[data-widget="timeline"]'
YEARS = {
    "ASCO, metastatic": "2022",
    "larotrectinib, full": "2025",
    "US: entrectinib": "2019",
    "no longer recommended": "2026",
    "larotrectinib, accelerated": "2018",
    "repotrectinib": "2024",
}


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")


def tick(page: Page, *names: str) -> None:
    for name in names:
        page.get_by_role("checkbox", name=name).focus()
        page.keyboard.press("Space")
    press(page, "Commit")


def put_years(page: Page, **changed: str) -> None:
    for name, year in (YEARS | changed).items():
        box = page.get_by_role("combobox", name=name)
        box.focus()
        box.press_sequentially(year)
        expect(box).to_have_value(year)
    press(page, "Commit to these years")


@pytest.fixture
def policy(open_widget: Callable[..., Page]) -> Page:
    return open_widget(timeline("policy", "09"))


@pytest.fixture
def evidence(open_widget: Callable[..., Page]) -> Page:
    return open_widget(timeline("evidence", "11"))


def test_the_whole_path_through_the_rules(policy: Page) -> None:
    widget = policy.get_by_role("group", name=TIMELINE.line.title)
    expect(widget).to_contain_text(TIMELINE.line.note)
    tick(policy, "GST on entrectinib: nil")
    expect(policy.get_by_role("heading", name="You judged 1 of 3 as the record does")).to_be_focused()
    expect(widget).to_contain_text("You ticked it. Announced is not in force. From 22 September 2025")
    expect(widget).to_contain_text("You left it. It was in force. From 1 February 2025")
    expect(widget.locator("[aria-live]")).to_contain_text("1 of 3")
    expect(policy.get_by_role("img", name="with a line at 10 September 2025")).to_be_visible()
    press(policy, "Next question")
    expect(policy.get_by_role("heading", name="20 October 2025.")).to_be_focused()
    tick(policy, "GST on entrectinib", "entrectinib exempt")
    expect(widget).to_contain_text("You judged 4 of 4")
    press(policy, "Next question")
    tick(policy, "DPDP Act: main duties", "SPDI Rules", "Doctors")
    expect(widget).to_contain_text("You judged 4 of 5")
    press(policy, "Next question")
    tick(policy, "SPDI Rules", "consent managers", "CERT-In")
    expect(widget).to_contain_text("You judged 5 of 5")
    press(policy, "Next question")
    tick(policy, "SPDI Rules")
    expect(widget).to_contain_text("You judged 2 of 5")
    expect(widget).to_contain_text(f"{WORDS['ticked']} {WORDS['open']}")
    expect(widget).to_contain_text(TIMELINE.line.step[-1].lesson)
    press(policy, "Now set any date")
    expect(policy.get_by_role("heading", name=TIMELINE.line.any_date)).to_be_focused()
    expect(widget.locator(".ntrk-primary")).to_have_count(0)


def test_nothing_is_given_away_before_the_commitment(policy: Page) -> None:
    widget = policy.locator(WIDGET)
    for told in ("22 September", "Announced, not in force", "In force", "second-hand", "✓"):
        expect(widget).not_to_contain_text(told)
    expect(widget.locator("svg, .tl-list")).to_have_count(0)


def test_any_date_can_be_set(policy: Page) -> None:
    widget = policy.locator(WIDGET)
    press(policy, "Skip to any date")
    standing = [TIMELINE.standing(name, TIMELINE.shared.as_of) for name in TIMELINE.events]
    tally = f"{standing.count('ended')} ended or withdrawn, {standing.count('in force')} in force"
    expect(widget).to_contain_text(f"{spoken(TIMELINE.shared.as_of.isoformat())}: {tally}")
    in_force = widget.locator("details", has_text="■ In force")
    expect(in_force).to_contain_text("SPDI Rules")
    expect(in_force).not_to_contain_text("DPDP Act: main duties")
    policy.get_by_label("Month").press("End")
    expect(widget).to_contain_text("1 December 2027:")
    expect(widget).to_contain_text("This lies beyond 22 November 2026")
    expect(in_force).to_contain_text("DPDP Act: main duties")
    expect(in_force).not_to_contain_text("SPDI Rules: medical")
    policy.get_by_label("Exact day").fill("2025-09-21")
    expect(widget.locator("details", has_text="□ Announced")).to_contain_text("GST on entrectinib: nil")
    expect(policy.get_by_label("Month")).to_have_attribute("aria-valuetext", "September 2025")
    expect(widget.locator("[aria-live]")).to_contain_text("21 September 2025:")
    policy.get_by_label("Exact day").fill("2025-09-22")
    expect(in_force).to_contain_text("GST on entrectinib: nil")
    policy.get_by_label("Show").select_option("India: drugs and tests")
    expect(in_force).not_to_contain_text("GST")
    expect(in_force).to_contain_text("Rule 101")


def test_a_closed_group_stays_closed_when_the_date_moves(policy: Page) -> None:
    press(policy, "Skip to any date")
    group = policy.locator("details", has_text="■ In force")
    group.locator("summary").press("Enter")
    expect(group).not_to_have_attribute("open", "")
    policy.get_by_label("Month").press("ArrowLeft")
    expect(policy.locator(WIDGET)).to_contain_text("1 October 2026:")
    expect(group).not_to_have_attribute("open", "")


def test_the_whole_path_through_the_evidence(evidence: Page) -> None:
    widget = evidence.locator(WIDGET)
    press(evidence, "Commit to these years")
    expect(widget).to_contain_text(WORDS["none"])
    expect(widget).not_to_contain_text("26 November 2018")
    put_years(evidence, repotrectinib="2021")
    expect(
        evidence.get_by_role("heading", name="You put 5 of 6 in the right year; 3 years off in all")
    ).to_be_focused()
    expect(widget).to_contain_text(
        "✗ US: repotrectinib, accelerated approval: 13 June 2024. You said 2021, 3 years too early."
    )
    expect(widget).to_contain_text("✓ England: entrectinib no longer recommended: 7 January 2026.")
    press(evidence, "Next question")
    expect(widget).not_to_contain_text("Not stale")
    tick(evidence, "No drug is approved", "only TRK inhibitor approved", "Only two")
    expect(widget).to_contain_text("You judged 4 of 6")
    expect(widget).to_contain_text("You ticked it. It still held")
    expect(widget).to_contain_text(
        "You left it. It was stale by then. EU: larotrectinib authorised: September 2019"
    )
    press(evidence, "Next question")
    tick(evidence, "In England entrectinib", "only accelerated", "Only two", "Zurletrectinib")
    expect(widget).to_contain_text("You judged 6 of 6")
    press(evidence, "Now set any date")
    expect(widget).to_contain_text(
        "Made stale: “Larotrectinib's approval in the United States is only accelerated.”"
    )
    evidence.get_by_label("Month").press("Home")
    expect(widget).to_contain_text("1 January 2018: 2 known, approved or recommended, 32 still to come.")
    expect(widget).not_to_contain_text("Made stale")


@pytest.mark.parametrize("line", ["policy", "evidence"])
@pytest.mark.parametrize("width", [320, 800])
def test_any_date_fits_the_screen(open_widget: Callable[..., Page], line: str, width: int) -> None:
    page = open_widget(timeline(line, "09"), width=width)
    press(page, "Skip to any date")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    expect(page.get_by_role("img")).to_have_count(0 if width == 320 else 1)
    labels = page.locator(".tl-chart g > text:first-child").evaluate_all(
        "all => all.map((one) => one.getBBox().width)"
    )
    assert all(one < 305 for one in labels)
