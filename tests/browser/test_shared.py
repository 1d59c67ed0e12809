"""What the shared modules do for every widget, where one widget's test would not show it."""

from collections.abc import Callable

from playwright.sync_api import Page

from ntrkcourse import consent_review


def test_python_sees_what_changes_inside_a_list(open_widget: Callable[..., Page]) -> None:
    """A model compares a new state with the one it holds, so the two must share no list."""
    told = open_widget(consent_review()).evaluate("""() => {
      const states = [];
      const model = { set: (name, state) => states.push([name, state]), save_changes() {} };
      const keep = ntrk.shared.keeper({
        model, el: document.body, key: "widget/test", shape: { marks: ntrk.shared.asIs }, restore: (value) => value, follow() {},
      });
      const said = { marks: [1] };
      keep.save(said);
      said.marks.push(2);
      keep.save(said);
      return states;
    }""")
    assert told == [["state", {"marks": [1]}], ["state", {"marks": [1, 2]}]]
