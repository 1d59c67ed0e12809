"""The drafting desk for the tests of every widget."""

from contract import Contract, Data, press, see
from playwright.sync_api import Page, expect

from ntrkcourse import civic_draft

DATA = civic_draft().data
PAPER, WORDS = DATA["paper"][0], DATA["words"]
STATEMENT = "Of 55 patients 41 responded."
# The place of the point that is ticked.
TICKED = 1


def act(page: Page) -> None:
    for box in page.get_by_role("combobox").all():
        box.select_option(index=1)
    page.get_by_label(WORDS["statement"]).fill(STATEMENT)
    press(page, WORDS["compare"])
    page.get_by_role("checkbox", name=DATA["check"][TICKED]["text"]).check()


def finish(page: Page) -> None:
    press(page, WORDS["show"])
    press(page, WORDS["next"])
    for box in page.get_by_role("combobox").all():
        box.select_option(index=1)
    page.get_by_label(WORDS["statement"]).fill(STATEMENT)
    press(page, WORDS["compare"])


def move(data: Data) -> None:
    data["check"].reverse()
    data["paper"][0]["field"].reverse()
    for field in data["paper"][0]["field"]:
        field["option"].reverse()


def same(page: Page) -> None:
    see(page, STATEMENT)
    for field in PAPER["field"]:
        see(page, f"{field['label']}: {field['option'][0]['text']}.")
    expect(page.get_by_role("checkbox", name=DATA["check"][TICKED]["text"])).to_be_checked()
    expect(page.locator("input:checked")).to_have_count(1)


def change(data: Data) -> None:
    data["paper"][0]["field"][0]["option"][0]["text"] = "Another entry"


def asked(page: Page) -> None:
    expect(page.get_by_label(WORDS["statement"])).to_have_value(STATEMENT)
    chosen = page.get_by_role("combobox").evaluate_all("boxes => boxes.map((box) => box.selectedIndex)")
    assert chosen == [0] + [1] * (len(chosen) - 1)


FIELDS = len(PAPER["field"])
DRAFT = {
    "picks": [0] * FIELDS,
    "words": STATEMENT,
    "stage": 1,
    "ticks": [place == TICKED for place in range(len(DATA["check"]))],
}
CONTRACT = Contract(
    make=civic_draft,
    act=act,
    finish=finish,
    move=move,
    same=same,
    change=change,
    asked=asked,
    told=(WORDS["key"], WORDS["mine"], "1 of the 55 had breast cancer"),
    commit=WORDS["compare"],
    missing=WORDS["empty"].format(n=FIELDS, all=FIELDS),
    version_1=("11", {"at": 0, "drafts": [DRAFT]}),
)
