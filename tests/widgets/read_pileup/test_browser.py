"""The read pile-up in Chromium, worked by keyboard as a reader would."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from ntrkcourse import read_pileup
from ntrkcourse.widgets.read_pileup.records import VERDICTS, load

KEY = "ntrk:v1:widget/read-pileup/05"
COMMIT = "Commit to this verdict"
SHOWN = {"report": "Report it", "no": "Do not report it", "repeat": "Repeat on better material"}
CALLS = load().call
RIGHT = [
    (VERDICTS.index(call.verdict), next(n for n, reason in enumerate(call.reason) if reason.right))
    for call in CALLS
]
OpenWidget = Callable[..., Page]


@pytest.fixture
def page(open_widget: OpenWidget) -> Page:
    return open_widget(read_pileup())


def root(page: Page) -> Locator:
    return page.locator('[data-widget="read-pileup"]')


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).focus()
    page.keyboard.press("Enter")


def choose(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name, exact=True).focus()
    page.keyboard.press("Space")


def judge(page: Page, verdict: int, reason: int, call: int) -> None:
    choose(page, SHOWN[VERDICTS[verdict]])
    choose(page, CALLS[call].reason[reason].text)
    press(page, COMMIT)


def test_nothing_is_given_away_before_the_verdict(page: Page) -> None:
    widget = root(page)
    expect(page.get_by_role("heading", name="Call 1 of 8: ETV6::NTRK3")).to_be_visible()
    expect(widget).to_contain_text("constructed")
    for told in (CALLS[0].lesson, "We would", "Rules of thumb", "You said", "Next call"):
        expect(widget).not_to_contain_text(told)
    press(page, COMMIT)
    expect(widget).to_contain_text("Choose a verdict and a reason first.")
    choose(page, "Report it")
    press(page, COMMIT)
    expect(widget).not_to_contain_text(CALLS[0].lesson)
    expect(page.get_by_role("button", name="Call 2")).to_be_disabled()


def test_the_drawing_says_what_it_is_and_has_a_table(page: Page) -> None:
    widget = root(page)
    drawing = widget.get_by_role("img")
    expect(drawing).to_have_attribute(
        "aria-label",
        "Schematic, constructed: ETV6 up to exon 5 joined to NTRK3 from exon 15. 21 split reads with the longer "
        "part in ETV6, 17 with the longer part in NTRK3, 34 spanning pairs. All values are in the table below.",
    )
    for text in (
        "Schematic, constructed",
        "different chromosomes",
        "in-frame",
        "coverage 410",
        "5′ ETV6 (+)",
        "3′ NTRK3 (−)",
        "kinase domain",
        "split_reads1: 21, longer part in ETV6",
        "discordant_mates: 34, spanning pairs",
    ):
        expect(drawing.locator("text", has_text=text).first).to_be_visible()
    expect(drawing.locator(".pile-mate")).to_have_count(7)
    page.get_by_text("This call as a table").focus()
    page.keyboard.press("Enter")
    for name, value in read_pileup().data["calls"][0]["rows"]:
        row = widget.get_by_role("row").filter(has=page.get_by_role("rowheader", name=name, exact=True))
        expect(row.get_by_role("cell")).to_have_text(value)


def test_reads_are_drawn_as_counted(open_widget: OpenWidget) -> None:
    page = open_widget(read_pileup(calls=["one-sided"]))
    drawing = root(page).get_by_role("img")
    expect(drawing.locator(".pile-mate")).to_have_count(0)
    expect(drawing.locator("rect:not(.pile-exon)")).to_have_count(14)
    few = open_widget(read_pileup(calls=["poor-sample"]))
    expect(root(few).locator("rect:not(.pile-exon)")).to_have_count(6)
    many = open_widget(read_pileup(calls=["multimapping"]))
    expect(root(many).locator(".pile-else")).to_have_count(36)
    expect(root(many).locator("rect:not(.pile-exon)")).to_have_count(42)


def test_the_whole_path_by_keyboard(page: Page) -> None:
    widget = root(page)
    # Through the page as it comes: legend of the columns, call 1, table, verdict, reason, button.
    page.keyboard.press("Tab")
    expect(widget.get_by_text("What the columns mean")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Call 1", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("radio", name="Report it", exact=True)).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=COMMIT)).to_be_focused()
    page.keyboard.press("Enter")
    verdict = page.get_by_role("heading", name="We would do the same, for the same reason.")
    expect(verdict).to_be_focused()
    expect(widget.locator(".ntrk-hidden[aria-live]")).to_contain_text("We would do the same")
    expect(page.get_by_role("heading", name=CALLS[0].lesson)).to_be_visible()
    expect(widget.locator('[data-fact="bio.balance.arriba"]').first).to_be_visible()
    expect(widget).to_contain_text("This call keeps all three.")
    expect(page.get_by_role("button", name="Call 1, judged as we would")).to_be_visible()

    press(page, "Next call")
    expect(page.get_by_role("heading", name="Call 2 of 8: GENE B::NTRK3")).to_be_focused()
    judge(page, 0, 0, call=1)
    expect(page.get_by_role("heading", name="could put somebody on a drug without a target")).to_be_visible()
    expect(widget).to_contain_text("Do not report it: No read lies mostly in NTRK3")
    expect(widget).to_contain_text("You said: “More than ten reads, in frame, with the kinase”.")
    for place in range(2, 8):
        press(page, "Next call")
        # In the third call the verdict agrees and the reason does not.
        judge(page, RIGHT[place][0], 1 if place == 2 else RIGHT[place][1], call=place)
        if place == 2:
            expect(
                page.get_by_role("heading", name="The verdict holds. The reason does not.")
            ).to_be_visible()

    press(page, "See which lessons to revisit")
    expect(
        page.get_by_role("heading", name="7 of 8 verdicts and 6 of 8 reasons agree with ours")
    ).to_be_focused()
    expect(widget).to_contain_text(
        "Of the 3 calls that belong in the report you reported 3. Of the 5 others you reported 1."
    )
    expect(widget.locator(".pile-again li")).to_have_count(2)
    expect(widget.locator(".pile-again li").first).to_contain_text(CALLS[1].lesson)
    press(page, "Look at call 2")
    expect(page.get_by_role("heading", name="Call 2 of 8")).to_be_focused()
    expect(widget).to_contain_text(CALLS[1].lesson)

    press(page, "Start again")
    expect(page.get_by_role("heading", name="Call 1 of 8")).to_be_focused()
    expect(page.get_by_role("button", name=COMMIT)).to_be_visible()
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    page.reload()
    expect(page.get_by_role("heading", name="Call 1 of 8")).to_be_visible()
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)


@pytest.mark.parametrize(
    ("place", "verdict", "words"),
    [
        (0, 1, "would hide a drug that may work"),
        (0, 2, "Waiting costs tissue and time"),
        (3, 2, "The material is not at fault"),
        (4, 0, "three reads from a failed run would carry a treatment"),
        (4, 1, "this sample cannot give one"),
    ],
)
def test_each_wrong_verdict_has_its_consequence(
    open_widget: OpenWidget, place: int, verdict: int, words: str
) -> None:
    page = open_widget(read_pileup(calls=[CALLS[place].id]))
    judge(page, verdict, RIGHT[place][1], call=place)
    heading = page.get_by_role("heading", name="You saw the reason and drew another conclusion.")
    expect(heading).to_contain_text(words)


def test_all_right_leaves_no_lesson(page: Page, remember: Callable[..., None]) -> None:
    stored = json.dumps({"at": 8, "answers": RIGHT})
    remember(page, KEY, stored)
    expect(root(page)).to_contain_text("No lesson to revisit.")
    expect(root(page).locator(".pile-again li")).to_have_count(0)


def test_progress_survives_a_reload(page: Page) -> None:
    judge(page, 0, 0, call=0)
    press(page, "Next call")
    page.reload()
    expect(page.get_by_role("heading", name="Call 2 of 8")).to_be_visible()
    expect(page.get_by_role("button", name=COMMIT)).to_be_visible()
    press(page, "Call 1, judged as we would")
    expect(root(page)).to_contain_text(CALLS[0].lesson)
    expect(page.get_by_role("radio", name="The pair is known", exact=False)).to_be_checked()
    page.reload()
    expect(root(page)).to_contain_text(CALLS[0].lesson)


@pytest.mark.parametrize(
    "stored",
    [
        "{",
        "null",
        "7",
        "[]",
        '{"at":8,"answers":[]}',
        '{"at":3,"answers":[null,null,null,[9,9]]}',
        '{"at":"x","answers":[["a",1],[0,-1],[0.5,1]]}',
        '{"at":-1,"answers":{"0":[0,0]}}',
    ],
)
def test_corrupt_storage_breaks_nothing(page: Page, stored: str, remember: Callable[..., None]) -> None:
    remember(page, KEY, stored)
    expect(page.get_by_role("heading", name="Call 1 of 8")).to_be_visible()
    judge(page, *RIGHT[0], call=0)
    expect(root(page)).to_contain_text(CALLS[0].lesson)


@pytest.mark.parametrize("call", [call.id for call in CALLS])
def test_a_phone_needs_no_sideways_scrolling(open_widget: OpenWidget, call: str) -> None:
    page = open_widget(read_pileup(calls=[call]), width=320)
    place = [one.id for one in CALLS].index(call)
    judge(page, *RIGHT[place], call=place)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    outside = (
        root(page)
        .locator("svg.pile-drawing")
        .evaluate(
            "root => [...root.querySelectorAll('text')].filter(t => { const b = t.getBBox();"
            " return b.x < -0.5 || b.x + b.width > root.clientWidth + 0.5; }).map(t => t.textContent)"
        )
    )
    assert outside == []
    small = (
        root(page)
        .locator(".ntrk-button, summary")
        .evaluate_all(
            "nodes => nodes.filter(n => n.offsetParent && n.getBoundingClientRect().height < 24).length"
        )
    )
    assert small == 0
