"""The timeline for the tests of every widget: that of the evidence, which asks for years too."""

from contract import Contract, Data, press, see
from playwright.sync_api import Page, expect

from ntrkcourse import timeline
from ntrkcourse.widgets.timeline.records import load

TIMELINE = load()["evidence"]
WORDS, STEPS = TIMELINE.shared.words, TIMELINE.line.step
PLACED = [TIMELINE.events[name] for name in TIMELINE.line.place]
YEARS = [int(event.start[:4]) - (number == 0) for number, event in enumerate(PLACED)]
FIRST, SECOND = (TIMELINE.events[step.choices[0]].stale for step in STEPS)


def tick(page: Page, text: str) -> None:
    page.get_by_role("checkbox", name=text).check()
    press(page, WORDS["commit"])


def ticked(page: Page, text: str) -> None:
    items = page.locator(".tl-list > li").filter(has_text=WORDS["ticked"])
    expect(items).to_have_count(1)
    expect(items).to_contain_text(text)


def put(page: Page, title: str, year: int) -> None:
    page.get_by_label(title).select_option(str(year))


def act(page: Page) -> None:
    for event, year in zip(PLACED, YEARS, strict=True):
        put(page, event.title, year)
    press(page, WORDS["commit_years"])
    press(page, WORDS["next"])
    tick(page, FIRST)
    press(page, WORDS["next"])
    tick(page, SECOND)


def move(data: Data) -> None:
    data["place"].reverse()
    data["step"].reverse()
    for step in data["step"]:
        step["choices"].reverse()


def same(page: Page) -> None:
    see(page, "Question 2 of 3.")
    ticked(page, SECOND)
    press(page, WORDS["next"])
    ticked(page, FIRST)


def change(data: Data) -> None:
    data["event"][data["place"][1]["event"]]["title"] = "Another event"


def asked(page: Page) -> None:
    for event, year in zip(PLACED, YEARS, strict=True):
        put(page, "Another event" if event is PLACED[1] else event.title, year)
    press(page, WORDS["commit_years"])
    see(page, "You put 5 of 6 in the right year; 1 year off in all", f"✗ {PLACED[0].title}")
    press(page, WORDS["next"])
    ticked(page, FIRST)


CONTRACT = Contract(
    make=lambda: timeline("evidence", "11"),
    act=act,
    move=move,
    same=same,
    change=change,
    asked=asked,
    told=(STEPS[1].lesson, WORDS["not_stale"], WORDS["ticked"], WORDS["overlooked_stale"]),
    commit=WORDS["commit_years"],
    missing=WORDS["none"],
    version_1=(
        "evidence/11",
        {"at": 2, "answers": [YEARS, [0], [0]], "day": TIMELINE.shared.as_of.isoformat()},
    ),
)
