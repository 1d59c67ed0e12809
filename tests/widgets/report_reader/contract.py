"""The report reader for the tests of every widget."""

from contract import Contract, Data, choose, open_to_answer, press
from playwright.sync_api import Page, expect

from ntrkcourse import report_reader

DATA = report_reader().data
REPORT, WORDS = DATA["report"][0], DATA["words"]
FIRST, SECOND, GAP = 5, 6, 1


def act(page: Page) -> None:
    for at in (FIRST, SECOND):
        page.get_by_role("radio", name=REPORT["line"][at]["text"]).check()
        press(page, WORDS["commit_line"])
    choose(page, REPORT["missing"][GAP]["text"])
    press(page, WORDS["commit_gap"])


def finish(page: Page) -> None:
    press(page, WORDS["next"])
    for commit in ("commit_line", "commit_line", "commit_gap"):
        page.locator("input[type=radio]:enabled").last.check()
        press(page, WORDS[commit])


def marked(page: Page) -> None:
    """The two lines bear the reader's marks."""
    for at, name in ((FIRST, "mine_prompts"), (SECOND, "mine_misleads")):
        line = page.get_by_role("listitem").filter(has=page.get_by_text(WORDS[name], exact=True))
        expect(line).to_contain_text(REPORT["line"][at]["text"])


def move(data: Data) -> None:
    for report in data["report"]:
        report["line"].reverse()
        report["missing"].reverse()


def same(page: Page) -> None:
    marked(page)
    gap = page.get_by_role("listitem").filter(has=page.get_by_text(WORDS["mine"], exact=True))
    expect(gap).to_contain_text(REPORT["missing"][GAP]["text"])


def change(data: Data) -> None:
    data["report"][0]["missing"][GAP]["text"] = "Another gap"


def asked(page: Page) -> None:
    open_to_answer(page, WORDS["commit_gap"])
    expect(page.locator("input:checked")).to_have_count(0)
    marked(page)


CONTRACT = Contract(
    make=report_reader,
    act=act,
    finish=finish,
    move=move,
    same=same,
    change=change,
    asked=asked,
    told=(WORDS["prompts"], WORDS["near_supports"], REPORT["moral"], "56 years"),
    commit=WORDS["commit_line"],
    missing=WORDS["no_line"],
    version_1=("04", {"at": 0, "marks": [[FIRST, SECOND, GAP], []]}),
)
