"""The assay chooser for the tests of every widget."""

from contract import Contract, Data, open_to_answer, press, see
from playwright.sync_api import Page, expect

from ntrkcourse import assay_chooser
from ntrkcourse.widgets.assay_chooser.records import load

GUIDE = load()
WORDS = GUIDE.words
PANEL = next(one for one in GUIDE.assay if one.id == "dna")


# Start again leaves the situation as it was set, so here it is that of the first case.
def act(page: Page) -> None:
    page.get_by_role("radio", name=PANEL.name).check()
    press(page, WORDS["commit"])


def move(data: Data) -> None:
    for name in ("case", "assay", "sample", "question", "constraint"):
        data[name].reverse()


def on_its_case(page: Page) -> None:
    case = page.get_by_label(WORDS["choose_case"], exact=True).locator("option:checked")
    expect(case).to_have_text(WORDS["constructed"].format(name=GUIDE.case[0].name))


def same(page: Page) -> None:
    on_its_case(page)
    expect(page.get_by_role("radio", name=PANEL.name)).to_be_checked()
    see(page, WORDS["better_than_possible"].format(others="")[:-1])


def change(data: Data) -> None:
    next(one for one in data["assay"] if one["id"] == PANEL.id)["name"] = "Another test"


def asked(page: Page) -> None:
    open_to_answer(page, WORDS["commit"])
    expect(page.locator("input:checked")).to_have_count(0)
    on_its_case(page)


CONTRACT = Contract(
    make=assay_chooser,
    act=act,
    move=move,
    same=same,
    change=change,
    asked=asked,
    told=(WORDS["your_choice"], f"✓ {WORDS['good']}", f"✗ {WORDS['poor']}"),
    commit=WORDS["commit"],
    missing=WORDS["choose_first"],
    version_1=("05", {"case": 0, "at": [0, 0, 0], "assay": GUIDE.assay.index(PANEL)}),
)
