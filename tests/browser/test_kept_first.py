"""What ten widgets keep: the stage after a reload, and each answer with its own card, whatever became of the page."""

import json
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Page, expect

from ntrkcourse import (
    assay_chooser,
    civic_draft,
    fish_counter,
    fusion_builder,
    monitoring_planner,
    natural_frequency_tree,
)
from ntrkcourse.widgets import CourseWidget

Data = dict[str, Any]
WORDS = "Of 55 patients 41 responded."
# What a reader sees, without what is only spoken.
SHOWN = """() => {
  const root = document.querySelector("[data-widget]").cloneNode(true);
  const boxes = [...document.querySelectorAll("[data-widget] :is(input, select, textarea)")];
  root.querySelectorAll("[aria-live], svg").forEach((one) => one.remove());
  const says = (box) => (box.type === "radio" || box.type === "checkbox" ? box.checked : box.value);
  return JSON.stringify([root.textContent, boxes.map(says)]);
}"""


class Kept(NamedTuple):
    make: Callable[[], CourseWidget]
    act: Callable[[Page], None]
    move: Callable[[Data], None]
    """Puts the lists of the page into another order."""
    same: Callable[[Page], None]
    """The answers stand with their cards, in either order."""
    change: Callable[[Data], None]
    """Makes something that was answered another thing."""
    asked: Callable[[Page], None]
    """That is asked again, the rest stays."""


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def see(page: Page, *texts: str) -> None:
    for text in texts:
        expect(page.locator("[data-widget]")).to_contain_text(text)


def open_to_answer(page: Page, button: str) -> None:
    expect(page.get_by_role("button", name=button)).to_be_visible()


# One assay for a case.


def assay_act(page: Page) -> None:
    page.get_by_label("Situation").select_option(label="Constructed case: The panel says no")
    page.get_by_role("radio", name="DNA panel").check()
    press(page, "Commit to this test")


def assay_move(data: Data) -> None:
    data["cases"].reverse()
    data["assays"].reverse()
    for rows in data["judged"]:
        for row in rows:
            for ranked in row:
                for one in ranked:
                    one[0] = len(data["assays"]) - 1 - one[0]


def assay_case(page: Page) -> None:
    expect(page.get_by_label("Situation").locator("option:checked")).to_have_text(
        "Constructed case: The panel says no"
    )


def assay_same(page: Page) -> None:
    assay_case(page)
    expect(page.get_by_role("radio", name="DNA panel")).to_be_checked()
    see(page, "A poor choice here: RNA panel.")


def assay_change(data: Data) -> None:
    next(one for one in data["assays"] if one["name"].startswith("DNA panel"))["name"] = "Another test"


def assay_asked(page: Page) -> None:
    open_to_answer(page, "Commit to this test")
    expect(page.locator("input:checked")).to_have_count(0)
    assay_case(page)


# A drafted evidence item: nine fields, a statement, a list.


def civic_act(page: Page) -> None:
    for box in page.get_by_role("combobox").all():
        box.select_option(index=1)
    page.get_by_label("Statement, in one").fill(WORDS)
    press(page, "Compare with the model")
    page.get_by_role("checkbox", name="The interval").check()


def civic_move(data: Data) -> None:
    data["checks"].reverse()
    data["papers"][0]["fields"].reverse()
    for field in data["papers"][0]["fields"]:
        field["options"].reverse()


def civic_same(page: Page) -> None:
    see(page, WORDS)
    for field in civic_draft().data["papers"][0]["fields"]:
        see(page, f"{field['label']}: {field['options'][0]['text']}.")
    expect(page.get_by_role("checkbox", name="The interval")).to_be_checked()
    expect(page.locator("input:checked")).to_have_count(1)


def civic_change(data: Data) -> None:
    data["papers"][0]["fields"][0]["options"][0]["text"] = "Another entry"


def civic_asked(page: Page) -> None:
    expect(page.get_by_label("Statement, in one")).to_have_value(WORDS)
    chosen = page.get_by_role("combobox").evaluate_all("boxes => boxes.map((box) => box.selectedIndex)")
    assert chosen == [0] + [1] * (len(chosen) - 1)


# Two tumours.


def fish_read(page: Page, answer: str) -> None:
    page.get_by_role("radio", name=answer).check()
    press(page, "Commit to this reading")


def fish_act(page: Page) -> None:
    fish_read(page, "FISH-positive")
    press(page, "Next tumour")
    fish_read(page, "FISH-negative")


def fish_second(page: Page) -> None:
    see(page, "You read it as the rule does: 6 of 100")
    expect(page.get_by_role("radio", name="FISH-negative")).to_be_checked()


def fish_same(page: Page) -> None:
    fish_second(page)
    press(page, "Next tumour")
    see(page, "You read it as the rule does: 88 of 100")
    expect(page.get_by_role("radio", name="FISH-positive")).to_be_checked()


def fish_change(data: Data) -> None:
    tumour = data["rounds"][0]["tumour"]
    nuclei = data["nuclei"][tumour]
    data["nuclei"][tumour] = ("1" if nuclei[0] == "0" else "0") + nuclei[1:]


def fish_asked(page: Page) -> None:
    open_to_answer(page, "Commit to this reading")
    expect(page.locator("input:checked")).to_have_count(0)
    fish_read(page, "FISH-negative")
    press(page, "Next tumour")
    fish_second(page)


# Predictions on two challenges.

RIGHT, WRONG = "ETV6 exon 6 to NTRK3 exon 15", "ETV6 exon 5 to NTRK3 exon 15"


def fusion_act(page: Page) -> None:
    for junction, answer in ((RIGHT, "No: it is out of frame"), (WRONG, "No: the kinase is lost")):
        page.get_by_role("button", name=junction).click()
        page.get_by_role("radio", name=answer).check()
        press(page, "Commit to this prediction")


def fusion_marks(page: Page, **marks: str) -> None:
    for junction, mark in ((RIGHT, marks["right"]), (WRONG, marks["wrong"])):
        expect(page.locator(f'.fusion-challenges button[aria-label$="{junction}{mark}"]')).to_have_count(1)


def fusion_same(page: Page) -> None:
    fusion_marks(page, right=", right", wrong=", not right")
    see(page, "You said no: the kinase is lost. But it is active")


def fusion_change(data: Data) -> None:
    # The challenge that was answered gives way, and comes last as one that nobody has seen.
    data["challenges"][1] = ["ETV6", 4, "NTRK3", 15]


def fusion_asked(page: Page) -> None:
    labels = page.locator(".fusion-challenges button").evaluate_all("all => all.map((one) => one.ariaLabel)")
    assert labels[0] == f"A: {WRONG}, not right"
    assert labels[1] == "B: ETV6 exon 4 to NTRK3 exon 15"


# A plan, and two events of the year.

FIRST, SECOND = (one["options"][0]["text"] for one in monitoring_planner().data["events"][:2])


def year_answer(page: Page, option: str) -> None:
    page.get_by_role("radio", name=option).check()
    press(page, "Commit to this")


def year_act(page: Page) -> None:
    for place, box in enumerate(page.get_by_role("combobox").all()):
        box.select_option(index=1 + place % 3)
    press(page, "Compare my plan")
    press(page, "Go on to the year")
    year_answer(page, FIRST)
    press(page, "Next event")
    year_answer(page, SECOND)


def year_move(data: Data) -> None:
    data["checks"].reverse()
    data["events"][:2] = data["events"][1::-1]
    for event in data["events"]:
        event["options"].reverse()
        event["right"] = len(event["options"]) - 1 - event["right"]


def year_mine(page: Page, option: str) -> None:
    mine = page.locator(".year-options li").filter(has=page.locator(".year-mine"))
    expect(mine).to_contain_text(option)


def year_same(page: Page) -> None:
    see(page, "Event 1 of 7")
    year_mine(page, SECOND)
    press(page, "Next event")
    year_mine(page, FIRST)


def year_change(data: Data) -> None:
    data["events"][0]["options"][0]["text"] = "Another action."


def year_asked(page: Page) -> None:
    see(page, "Event 1 of 7")
    year_answer(page, "Another action.")
    press(page, "Next event")
    year_mine(page, SECOND)


# A guess about a population.


def tree_act(page: Page) -> None:
    page.get_by_role("radio", name="Tumours with a secretory look").check()
    page.get_by_role("slider").fill("12")
    press(page, "Commit to this guess")


def tree_move(data: Data) -> None:
    data["populations"].reverse()
    data["rules"].reverse()


def tree_same(page: Page) -> None:
    see(page, "98 tumours have a fusion. You said 12.")
    expect(page.get_by_label("Tumours", exact=True)).to_have_value("secretory")


def tree_change(data: Data) -> None:
    next(one for one in data["populations"] if one["id"] == "secretory")["id"] = "another"


ALL = {
    "assay-chooser": Kept(assay_chooser, assay_act, assay_move, assay_same, assay_change, assay_asked),
    "civic-draft": Kept(civic_draft, civic_act, civic_move, civic_same, civic_change, civic_asked),
    "fish-counter": Kept(
        fish_counter, fish_act, lambda data: data["rounds"].reverse(), fish_same, fish_change, fish_asked
    ),
    "fusion-builder": Kept(
        fusion_builder, fusion_act, lambda data: data["challenges"].reverse(), fusion_same, fusion_change,
        fusion_asked,
    ),
    "monitoring-planner": Kept(monitoring_planner, year_act, year_move, year_same, year_change, year_asked),
    "natural-frequency-tree": Kept(
        natural_frequency_tree, tree_act, tree_move, tree_same, tree_change,
        lambda page: open_to_answer(page, "Commit to this guess"),
    ),
}  # fmt: skip


def rebuilt(widget: CourseWidget, alter: Callable[[Data], None]) -> CourseWidget:
    data = json.loads(json.dumps(widget.data))
    alter(data)
    return type(widget)(data=data)


def catch_up(page: Page, shown: str) -> None:
    page.wait_for_function(f"shown => ({SHOWN})() === shown", arg=shown)


def version_1() -> dict[str, tuple[str, Any]]:
    """What version 1 kept, by positions, once each widget's ``act`` was done."""
    assays, plan = assay_chooser().data, monitoring_planner().data["checks"]
    ticks = [one["text"].startswith("The interval") for one in civic_draft().data["checks"]]
    panel = next(at for at, one in enumerate(assays["assays"]) if one["name"].startswith("DNA panel"))
    draft = {"picks": [0] * 9, "words": WORDS, "stage": 1, "ticks": ticks}
    return {
        "assay-chooser": ("05", {"case": 3, "at": assays["cases"][3]["at"], "assay": panel}),
        "civic-draft": ("11", {"at": 0, "drafts": [draft]}),
        "fish-counter": ("05", {"stage": 1, "verdicts": [True, False]}),
        "fusion-builder": (
            "02",
            {"pick": ["ETV6", 5, "NTRK3", 15], "guess": "kinase", "tried": {"0": False, "1": True}},
        ),
        "monitoring-planner": (
            "08",
            {"plan": [at % 3 for at in range(len(plan))], "placed": True, "at": 1, "answers": [0, 0]},
        ),
        "natural-frequency-tree": ("06", {"population": "secretory", "rule": "solomon", "guess": 12}),
    }


@pytest.fixture(params=ALL)
def kept(request: pytest.FixtureRequest) -> Kept:
    return ALL[request.param]


def test_answers_stay_with_their_cards(kept: Kept, open_widget: Callable[..., Page], open_again: Any) -> None:
    widget = kept.make()
    page = open_widget(widget)
    kept.act(page)
    shown = page.evaluate(SHOWN)
    open_again(page, widget)
    catch_up(page, shown)
    open_again(page, rebuilt(widget, kept.move))
    kept.same(page)


@pytest.mark.parametrize("name", ALL)
def test_what_version_1_kept_is_shown(name: str, open_widget: Callable[..., Page]) -> None:
    page = open_widget(ALL[name].make())
    ALL[name].act(page)
    shown = page.evaluate(SHOWN)
    instance, value = version_1()[name]
    entry = f"{json.dumps(f'ntrk:v1:widget/{name}/{instance}')}, {json.dumps(json.dumps(value))}"
    page.add_init_script(f"localStorage.clear(); localStorage.setItem({entry})")
    page.reload()
    catch_up(page, shown)


def test_what_has_changed_is_asked_again_and_the_rest_stays(
    kept: Kept, open_widget: Callable[..., Page], open_again: Any
) -> None:
    page = open_widget(kept.make())
    kept.act(page)
    open_again(page, rebuilt(kept.make(), kept.change))
    kept.asked(page)


def test_another_tab_follows_to_the_end_and_back(kept: Kept, open_widget: Callable[..., Page]) -> None:
    page = open_widget(kept.make())
    fresh = page.evaluate(SHOWN)
    other = page.context.new_page()
    other.goto(page.url)
    kept.act(page)
    catch_up(other, page.evaluate(SHOWN))
    press(page, "Start again")
    other.get_by_role("button", name="Start again").wait_for(state="hidden")
    assert page.evaluate("localStorage.length") > 0
    other.reload()
    catch_up(other, fresh)


def test_a_text_being_written_keeps_its_words_focus_and_caret(open_widget: Callable[..., Page]) -> None:
    page = open_widget(civic_draft())
    other = page.context.new_page()
    other.goto(page.url)
    box, field = page.get_by_label("Statement, in one"), page.get_by_role("combobox").first
    box.focus()
    page.keyboard.type("Half a")
    page.keyboard.press("ArrowLeft")
    expect(other.get_by_label("Statement, in one")).to_have_value("Half a")
    other.get_by_role("combobox").first.select_option(index=2)
    expect(field.locator("option").nth(2)).to_have_js_property("selected", True)
    expect(box).to_be_focused()
    page.keyboard.type("x")
    expect(box).to_have_value("Half xa")
    see(page, "Paper 1 of 2")


def test_only_what_was_touched_is_written(open_widget: Callable[..., Page]) -> None:
    """What this browser has not seen, from a saved file or another tab, must not be covered by what is empty here."""
    page = open_widget(monitoring_planner())
    page.get_by_label("Weight", exact=True).select_option(index=2)
    entry = json.loads(page.evaluate("localStorage.getItem('ntrk:v2:widget/monitoring-planner/08')"))
    assert [part.split("/")[0] for part in entry["now"]] == ["plan", "placed"]


def test_a_prediction_is_never_taken_for_another_junction(open_widget: Callable[..., Page]) -> None:
    """A file from another computer, saved between two steps here, must not lend its prediction to the last."""
    page = open_widget(fusion_builder())
    key = "widget/fusion-builder/02"
    page.get_by_role("button", name=RIGHT).click()
    then = page.evaluate(f"ntrk.shared.store.read('{key}').now.pick.at")
    page.wait_for_function(f"Date.now() > {then + 1}")
    page.get_by_role("button", name="TPM3 exon 8 to NTRK1").click()
    saved = {"pick": ["ETV6", 5, "NTRK3", 15], "guess": "yes"}
    now = {part: {"at": then + 1, "said": said} for part, said in saved.items()}
    taken = page.evaluate(f"now => ntrk.shared.store.take({{ '{key}': {{ log: [], now }} }})", now)
    assert taken["stored"]
    expect(page.get_by_label("First gene")).to_have_value("TPM3")
    expect(page.locator(".fusion-verdict")).to_have_count(0)
