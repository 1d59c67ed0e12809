"""The trial explorer for the tests of every widget."""

from contract import Contract, Data, choose, press, see
from playwright.sync_api import Page, expect

from ntrkcourse import trial_explorer
from ntrkcourse.content.interface import interface_words
from ntrkcourse.widgets.trial_explorer.records import load

TRIALS = load()
WORDS = TRIALS.words
ENTRECTINIB, REPOTRECTINIB = (one.text for one in TRIALS.better.option[1:3])
TUMOUR = next(one.label for one in TRIALS.filter if one.key == "site")


def guess_sites(page: Page) -> None:
    for label in (WORDS["lowest"], WORDS["highest"]):
        slider = page.get_by_role("slider", name=label)
        slider.fill(slider.input_value())
    press(page, TRIALS.sites.commit)


def act(page: Page) -> None:
    for label, at in ((WORDS["patients"], len(TRIALS.breast.studied) // 2), (WORDS["width"], 4)):
        page.get_by_role("slider", name=label).fill(str(at))
    press(page, TRIALS.breast.commit)
    press(page, WORDS["next"])
    choose(page, ENTRECTINIB)
    press(page, TRIALS.better.commit)
    press(page, WORDS["next"])
    guess_sites(page)
    press(page, WORDS["to_all"])
    page.get_by_label(TUMOUR, exact=True).select_option("breast")


def move(data: Data) -> None:
    data["better"]["option"].reverse()
    data["family"].reverse()
    for one in data["filter"]:
        one["option"].reverse()


def same(page: Page) -> None:
    expect(page.get_by_label(TUMOUR, exact=True)).to_have_value("breast")
    see(page, WORDS["rows"].format(n=1, all=len(TRIALS.rows)))


def change(data: Data) -> None:
    data["better"]["question"] = "Which drug is the best?"


def asked(page: Page) -> None:
    expect(page.get_by_role("heading", name="Which drug is the best?")).to_be_visible()
    choose(page, REPOTRECTINIB)
    press(page, TRIALS.better.commit)
    press(page, WORDS["next"])
    see(page, WORDS["sites_said"].format(low=50, high=75))


CONTRACT = Contract(
    make=trial_explorer,
    act=act,
    move=move,
    same=same,
    change=change,
    asked=asked,
    commit=TRIALS.breast.commit,
    missing=interface_words()["move_first"],
    told=("5 of 6", "36% to 100%", WORDS["never_add"]),
    version_1=(
        "07",
        {
            "at": 3,
            "breast": [60, 25],
            "better": "entrectinib",
            "sites": [50, 75],
            "filter": {"drug": "any", "site": "breast", "reader": "any", "before": "any", "year": 2026},
        },
    ),
)
