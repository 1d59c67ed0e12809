"""What the shared modules do for every widget, where one widget's test would not show it."""

from collections.abc import Callable

from playwright.sync_api import Page

from ntrkcourse import consent_review, recist_calculator
from ntrkcourse.content.facts import load_facts


def test_python_sees_what_changes_inside_a_list(open_widget: Callable[..., Page]) -> None:
    """A model compares a new state with the one it holds, so the two must share no list."""
    told = open_widget(consent_review()).evaluate("""() => {
      const states = [];
      const model = { set: (name, state) => states.push([name, state]), save_changes() {} };
      const keep = ntrk.shared.keeper({
        model, el: document.body, id: "test", shape: { marks: ntrk.shared.asIs }, restore: (value) => value, follow() {},
      });
      const said = { marks: [1] };
      keep.save(said);
      said.marks.push(2);
      keep.save(said);
      return states;
    }""")
    assert told == [["state", {"marks": [1]}], ["state", {"marks": [1, 2]}]]


def test_a_link_to_a_second_hand_record_is_seen_and_heard_to_be(open_widget: Callable[..., Page]) -> None:
    page = open_widget(recist_calculator())
    page.locator(".recist-rules summary").click()
    links = page.locator(".recist-rules .fact-link")
    assert links.count() >= 5
    for link in links.all():
        assert load_facts()[str(link.get_attribute("data-fact"))].status == "secondary"
        mark = link.evaluate("link => getComputedStyle(link, '::after').content")
        assert mark.startswith('"s"')
    tree = page.locator(".recist-rules").aria_snapshot()
    assert tree.count("(second-hand)") == links.count()


def test_a_link_to_a_record_that_was_read_bears_no_mark(open_widget: Callable[..., Page]) -> None:
    page = open_widget(consent_review())
    made = page.evaluate("""() => {
      const read = ntrk.shared.inline([["fact", "4 of 4,854", "epi.ntrk.breast.rossds2020"]]).firstChild;
      document.querySelector("main").append(read);
      return [read.className, getComputedStyle(read, "::after").content];
    }""")
    assert made == ["fact-link", "none"]


def test_a_link_to_a_question_in_a_closed_lesson_goes_by_the_address_and_another_opens_its_fold(
    open_widget: Callable[..., Page],
) -> None:
    page = open_widget(consent_review())
    page.evaluate("""() => {
      const { h, linkTo, placeOf } = ntrk.shared;
      const card = (id) => h("div", { id: placeOf(id), tabindex: -1 }, id);
      document.querySelector("main").append(
        h("section", { hidden: "until-found" }, card("closed")), h("details", {}, card("folded")),
        linkTo("closed", "To the closed one"), linkTo("folded", "To the folded one"),
      );
    }""")
    page.get_by_role("link", name="To the folded one").press("Enter")
    assert page.evaluate("document.activeElement.id") == "question-folded" and "#" not in page.url
    page.get_by_role("link", name="To the closed one").press("Enter")
    page.wait_for_url("**#question-closed")
