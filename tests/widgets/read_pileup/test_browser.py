"""The read pile-up in Chromium, worked by keyboard as a reader would."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from ntrkcourse import read_pileup
from ntrkcourse.widgets.read_pileup import ReadPileup
from ntrkcourse.widgets.read_pileup.records import load

KEY = "ntrk:v1:widget/read-pileup/05"
PILEUPS = load()
WORDS, CALLS = PILEUPS.words, PILEUPS.call
SHOWN = {one.id: one.text for one in PILEUPS.verdict}
PLACES = [one.id for one in PILEUPS.verdict]
RIGHT = [(PLACES.index(call.verdict), [one.right for one in call.reason].index(True)) for call in CALLS]
OpenWidget = Callable[..., Page]


def only(*names: str) -> ReadPileup:
    """The widget with these calls alone."""
    data = read_pileup().data
    return ReadPileup(data={**data, "call": [one for one in data["call"] if one["id"] in names]})


@pytest.fixture
def page(open_widget: OpenWidget) -> Page:
    return open_widget(read_pileup())


def root(page: Page) -> Locator:
    return page.locator('[data-widget="read-pileup"]')


def heading(number: int) -> str:
    call = CALLS[number - 1]
    name = WORDS["name"].format(five=call.five.gene, three=call.three.gene)
    return WORDS["heading"].format(n=number, all=len(CALLS), name=name)


def follows(given: str, right: str) -> str:
    return next(one.text for one in PILEUPS.consequence if (one.given, one.right) == (given, right))


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).focus()
    page.keyboard.press("Enter")


def choose(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name, exact=True).focus()
    page.keyboard.press("Space")


def judge(page: Page, verdict: int, reason: int, call: int) -> None:
    choose(page, SHOWN[PLACES[verdict]])
    choose(page, CALLS[call].reason[reason].text)
    press(page, WORDS["commit"])


def test_the_drawing_says_what_it_is_and_has_a_table(page: Page) -> None:
    widget = root(page)
    drawing = widget.get_by_role("img")
    call = CALLS[0]
    reads = {"n1": call.split_reads1, "n2": call.split_reads2, "n3": call.discordant_mates}
    genes = {"five": call.five.gene, "three": call.three.gene}
    told = WORDS["drawing"].format(**genes, last=call.five.exons[-1], first=call.three.exons[0], **reads)
    expect(drawing).to_have_attribute("aria-label", told)
    for text in (
        WORDS["schematic"],
        WORDS["other_chromosome"],
        call.frame,
        WORDS["coverage"].format(n=call.five.coverage),
        WORDS["gene_five"].format(gene=call.five.gene, strand=call.five.strand),
        WORDS["gene_three"].format(gene=call.three.gene, strand=call.three.strand),
        call.three.domain,
        WORDS["reads_1"].format(n=call.split_reads1, **genes),
        WORDS["reads_3"].format(n=call.discordant_mates, **genes),
    ):
        expect(drawing.locator("text", has_text=text).first).to_be_visible()
    expect(drawing.locator(".pile-mate")).to_have_count(7)
    page.get_by_text(WORDS["table"]).focus()
    page.keyboard.press("Enter")
    for name, value in read_pileup().data["call"][0]["rows"]:
        row = widget.get_by_role("row").filter(has=page.get_by_role("rowheader", name=name, exact=True))
        expect(row.get_by_role("cell")).to_have_text(value)


def test_reads_are_drawn_as_counted(open_widget: OpenWidget) -> None:
    page = open_widget(only("one-sided"))
    drawing = root(page).get_by_role("img")
    expect(drawing.locator(".pile-mate")).to_have_count(0)
    expect(drawing.locator("rect:not(.pile-exon)")).to_have_count(14)
    few = open_widget(only("poor-sample"))
    expect(root(few).locator("rect:not(.pile-exon)")).to_have_count(6)
    many = open_widget(only("multimapping"))
    expect(root(many).locator(".pile-else")).to_have_count(36)
    expect(root(many).locator("rect:not(.pile-exon)")).to_have_count(42)


def test_the_whole_path_by_keyboard(page: Page) -> None:
    widget = root(page)
    # Through the page as it comes: legend of the columns, call 1, table, verdict, reason, button.
    page.keyboard.press("Tab")
    expect(widget.get_by_text(WORDS["columns_mean"])).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=WORDS["step"].format(n=1), exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("radio", name=SHOWN["report"], exact=True)).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=WORDS["commit"])).to_be_focused()
    page.keyboard.press("Enter")
    verdict = page.get_by_role("heading", name=WORDS["same"])
    expect(verdict).to_be_focused()
    expect(widget.locator(".ntrk-hidden[aria-live]")).to_have_text(WORDS["same"])
    expect(page.get_by_role("heading", name=CALLS[0].lesson)).to_be_visible()
    expect(widget.locator('[data-fact="bio.balance.arriba"]').first).to_be_visible()
    expect(widget).to_contain_text(WORDS["rules_kept"].format(rules=""))
    expect(page.get_by_role("button", name=WORDS["step_same"].format(n=1))).to_be_visible()

    press(page, WORDS["next"])
    expect(page.get_by_role("heading", name=heading(2))).to_be_focused()
    judge(page, 0, 0, call=1)
    expect(page.get_by_role("heading", name=follows("report", "no"))).to_be_visible()
    expect(widget).to_contain_text(
        WORDS["ours"].format(verdict=SHOWN["no"]) + CALLS[1].reason[RIGHT[1][1]].text
    )
    expect(widget).to_contain_text(WORDS["said"].format(reason=CALLS[1].reason[0].text))
    for place in range(2, 8):
        press(page, WORDS["next"])
        # In the third call the verdict agrees and the reason does not.
        judge(page, RIGHT[place][0], 0 if place == 2 else RIGHT[place][1], call=place)
        if place == 2:
            expect(page.get_by_role("heading", name=WORDS["same_verdict"])).to_be_visible()

    press(page, WORDS["to_summary"])
    expect(
        page.get_by_role("heading", name=WORDS["summary"].format(verdicts=7, reasons=6, all=8))
    ).to_be_focused()
    expect(widget).to_contain_text(WORDS["reported"].format(real=3, found=3, others=5, false=1))
    expect(widget.locator(".pile-again li")).to_have_count(2)
    expect(widget.locator(".pile-again li").first).to_contain_text(CALLS[1].lesson)
    press(page, WORDS["look"].format(n=2))
    expect(page.get_by_role("heading", name=heading(2))).to_be_focused()
    expect(widget).to_contain_text(CALLS[1].lesson)

    press(page, "Start again")
    expect(page.get_by_role("heading", name=heading(1))).to_be_focused()
    expect(page.get_by_role("button", name=WORDS["commit"])).to_be_visible()
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    page.reload()
    expect(page.get_by_role("heading", name=heading(1))).to_be_visible()
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)


@pytest.mark.parametrize(
    ("call", "given"),
    [
        ("true", "no"),
        ("true", "repeat"),
        ("read-through", "repeat"),
        ("poor-sample", "report"),
        ("poor-sample", "no"),
    ],
)
def test_each_wrong_verdict_has_its_consequence(open_widget: OpenWidget, call: str, given: str) -> None:
    page = open_widget(only(call))
    place = [one.id for one in CALLS].index(call)
    judge(page, PLACES.index(given), RIGHT[place][1], call=place)
    told = f"{WORDS['same_reason']} {follows(given, CALLS[place].verdict)}"
    expect(page.get_by_role("heading", name=told)).to_be_visible()


def test_all_right_leaves_no_lesson(page: Page, remember: Callable[..., None]) -> None:
    stored = json.dumps({"at": 8, "answers": RIGHT})
    remember(page, KEY, stored)
    expect(root(page)).to_contain_text(WORDS["revisit_none"])
    expect(root(page).locator(".pile-again li")).to_have_count(0)


@pytest.mark.parametrize("call", [call.id for call in CALLS])
def test_a_phone_needs_no_sideways_scrolling(open_widget: OpenWidget, call: str) -> None:
    page = open_widget(only(call), width=320)
    place = [one.id for one in CALLS].index(call)
    judge(page, *RIGHT[place], call=place)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
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


def test_the_calls_are_judged_in_order(page: Page) -> None:
    choose(page, SHOWN["report"])
    press(page, WORDS["commit"])
    expect(root(page)).to_contain_text(WORDS["missing"])
    expect(page.get_by_role("button", name=WORDS["step"].format(n=2))).to_be_disabled()


def test_the_first_calls_are_judged_apart_from_all_of_them(
    page: Page, open_again: Callable[..., None]
) -> None:
    judge(page, *RIGHT[0], call=0)
    open_again(page, read_pileup(first=4, instance="05-first"))
    expect(page.get_by_role("button", name=", judged")).to_have_count(0)
    for place in range(4):
        judge(page, *RIGHT[place], call=place)
        press(page, WORDS["next"] if place < 3 else WORDS["to_summary"])
    expect(
        page.get_by_role("heading", name=WORDS["summary"].format(verdicts=4, reasons=4, all=4))
    ).to_be_visible()
    expect(root(page)).to_contain_text(WORDS["reported"].format(real=2, found=2, others=2, false=0))
    open_again(page, read_pileup())
    expect(page.get_by_role("button", name=", judged")).to_have_count(1)


def test_a_choice_not_yet_committed_outlives_what_concerns_other_widgets(page: Page) -> None:
    choose(page, SHOWN["report"])
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(page.get_by_role("radio", name=SHOWN["report"], exact=True)).to_be_checked()


def test_a_notebook_with_fewer_calls_leaves_the_others_alone(
    page: Page, open_again: Callable[..., None]
) -> None:
    for place in (0, 1):
        judge(page, 0, 0, call=place)
        press(page, WORDS["next"])
    open_again(page, only(*[call.id for call in CALLS[2:]]))
    judge(page, 0, 0, call=2)
    open_again(page, read_pileup())
    expect(page.get_by_role("button", name=", judged")).to_have_count(3)


def test_the_right_verdict_for_a_wrong_reason_is_marked_half(page: Page) -> None:
    verdict, reason = RIGHT[0]
    judge(page, verdict, 1 - reason if reason < 2 else 0, call=0)
    step = page.get_by_role("button", name=WORDS["step_half"].format(n=1))
    expect(step).to_have_text("1◐")
    expect(root(page)).to_contain_text(WORDS["marks"])
