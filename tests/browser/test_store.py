"""The owner of what a reader has done: whatever happens in two tabs, no answer is lost and none is invented."""

import importlib.util
import json
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ntrkcourse.browser import find_firefox
from ntrkcourse.widgets import join

QUESTIONS = ("question/03.one", "question/03.two")
WIDGET = "widget/report-reader/04"
# Two tabs of one browser, and how long a history is.
TABS = 2
STEPS = 40


@pytest.fixture(scope="module")
def address(tmp_path_factory, serve):
    """A page that holds the shared modules and nothing else."""
    folder = tmp_path_factory.mktemp("store")
    script = join.shared_page_script()
    page = f"<!doctype html><meta charset='utf-8'><title>Store</title><script>{script}</script>"
    (folder / "index.html").write_text(page, encoding="utf-8")
    (folder / "favicon.ico").touch()
    return f"{serve(folder)}/index.html"


@pytest.fixture(scope="module")
def chromium(address, browser):
    """Two tabs of one Chromium."""
    context = browser.new_context()
    tabs = [context.new_page() for _ in range(TABS)]
    for tab in tabs:
        tab.goto(address)
    yield tabs
    context.close()


@pytest.fixture(scope="module")
def firefox(address, tmp_path_factory):
    """Two tabs of one Firefox."""
    program = find_firefox()
    if program is None:
        pytest.skip("no Firefox on this machine")
    spec = importlib.util.spec_from_file_location("firefox", Path(__file__).with_name("firefox.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    running = module.Firefox(program, tmp_path_factory.mktemp("profile"))
    yield [running.open(address) for _ in range(TABS)]
    running.close()


names = st.sampled_from(["a", "b", "c"])
times = st.integers(min_value=1, max_value=6)
acts = st.fixed_dictionaries(
    {"at": times, "asked": names, "said": st.one_of(names, st.lists(names), st.dictionaries(names, names))},
    optional={"sure": st.sampled_from(["1", "2", "3"])},
)
entries = st.fixed_dictionaries(
    {
        "log": st.lists(acts, max_size=4),
        "now": st.dictionaries(names, st.fixed_dictionaries({"at": times, "said": names}), max_size=3),
    }
)
MERGES = """
([a, b, c]) => {
  const { merge, canonical } = ntrk.shared;
  const empty = { log: [], now: {} };
  const same = (x, y) => canonical(x) === canonical(y);
  const tidy = merge(a, empty);
  return {
    commutative: same(merge(a, b), merge(b, a)),
    associative: same(merge(merge(a, b), c), merge(a, merge(b, c))),
    idempotent: same(merge(tidy, tidy), tidy) && same(merge(merge(a, b), b), merge(a, b)),
    log: merge(a, b).log.map(canonical).sort(),
    both: [...new Set([...a.log, ...b.log].map(canonical))].sort(),
    times: merge(a, b).log.map(({ at }) => at),
  };
}
"""


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.tuples(entries, entries, entries))
def test_merging_is_a_union_in_any_order(chromium, three):
    found = chromium[0].evaluate(MERGES, list(three))
    assert found["commutative"] and found["associative"] and found["idempotent"]
    assert found["log"] == found["both"]
    assert found["times"] == sorted(found["times"])


# What a tab shows of a question, once it is this; what it shows after five seconds, if it never is.
UNTIL = """
([key, wanted]) => new Promise((done) => {
  const end = Date.now() + 5000;
  const look = () => {
    const said = ntrk.shared.store.read(key).log.map((act) => act.said).sort((a, b) => a - b);
    if (said.join() === wanted.join() || Date.now() > end) done(said);
    else setTimeout(look, 5);
  };
  look();
})
"""
# What a tab does in a history; each returns what it says of itself.
ACTS = {
    "answer": "([key, said]) => ntrk.shared.store.add(key, { asked: 'q', said })",
    "set": "([key, part, said]) => ntrk.shared.store.set(key, { [part]: said })",
    "restart": "([key]) => ntrk.shared.store.restart(key)",
    "wipe": "() => ntrk.shared.store.wipe()",
    "export": "() => JSON.stringify(ntrk.shared.store.everything())",
    "import": """(text) => {
      const { entries, problem } = ntrk.shared.store.parseFile(text);
      return problem || ntrk.shared.store.take(entries).stored;
    }""",
    # A store that is full: what it has can be read, nothing more is taken.
    "fill": """(full) => {
      const own = Object.getPrototypeOf(localStorage);
      window.realSetItem ??= own.setItem;
      own.setItem = full ? () => { throw new Error("full"); } : window.realSetItem;
    }""",
    # What another tab's writing in the same moment does: this tab's last writing is covered by an older text.
    "cover": "([key, text]) => text === null ? localStorage.removeItem(key) : localStorage.setItem(key, text)",
    "text": "(key) => localStorage.getItem(key)",
    "said": "(key) => ntrk.shared.store.read(key).log.map(({ said }) => said)",
    "first": "(key) => ntrk.shared.store.read(key).log[0]?.said ?? null",
    "parts": "(key) => ntrk.shared.store.parts(key)",
}


class History:
    """A random history, done in the tabs and told in Python beside it."""

    def __init__(self, tabs, seed: int) -> None:
        self.tabs = tabs
        self.chance = random.Random(seed)
        self.answered = 0
        # What must be there: of each question the answers in the order given.
        self.must: dict[str, list[int]] = {key: [] for key in QUESTIONS}
        self.full = [False] * len(tabs)
        self.saved: list[tuple[str, dict[str, list[int]]]] = []
        # Answers that only a tab's memory holds, since the browser was full.
        self.waiting: list[dict[str, set[int]]] = [{key: set() for key in QUESTIONS} for _ in tabs]

    def act(self, tab: int, what: str, argument=None):
        return self.tabs[tab].evaluate(ACTS[what], argument)

    def sees(self, tab: int, key: str) -> list[int]:
        """What this tab must show: all that is stored, and what it alone holds."""
        elsewhere = set().union(*(w[key] for place, w in enumerate(self.waiting) if place != tab))
        return [said for said in self.must[key] if said not in elsewhere]

    def step(self) -> None:
        tab = self.chance.randrange(len(self.tabs))
        kinds = (
            ["answer"] * 6 + ["both"] * 2 + ["set", "restart", "wipe", "export", "import", "fill", "reload"]
        )
        getattr(self, self.chance.choice(kinds))(tab)
        self.settle()

    def settle(self) -> None:
        """A browser's tabs hear of each other a moment later: until then, but not for ever."""
        for tab in range(len(self.tabs)):
            for key in QUESTIONS:
                wanted = sorted(self.sees(tab, key))
                assert self.tabs[tab].evaluate(UNTIL, [key, wanted]) == wanted, f"{key} in tab {tab}"

    def answer(self, tab: int) -> None:
        key = self.chance.choice(QUESTIONS)
        before = self.act(tab, "first", key)
        self.give(tab, key)
        if before is not None:
            assert self.act(tab, "first", key) == before, "the first answer changed"

    def both(self, tab: int) -> None:
        """Two tabs answer before one has heard of the other."""
        key = self.chance.choice(QUESTIONS)
        for place in range(len(self.tabs)):
            self.give(place, key)

    def give(self, tab: int, key: str) -> None:
        self.answered += 1
        stored = self.act(tab, "answer", [key, self.answered])
        assert stored == (not self.full[tab]), "a tab says that it stored what the browser did not take"
        self.must[key].append(self.answered)
        if stored:
            self.flush(tab)
        else:
            self.waiting[tab][key].add(self.answered)

    def flush(self, tab: int) -> None:
        self.waiting[tab] = {key: set() for key in QUESTIONS}

    def set(self, tab: int) -> None:
        if self.act(tab, "set", [WIDGET, self.chance.choice("ab"), self.chance.randrange(9)]):
            self.flush(tab)

    def restart(self, tab: int) -> None:
        if self.act(tab, "restart", [WIDGET]):
            self.flush(tab)
        assert self.act(tab, "parts", WIDGET) == {}

    def wipe(self, tab: int) -> None:
        if self.full[tab]:
            return
        assert self.act(tab, "wipe")
        self.must = {key: [] for key in QUESTIONS}
        for place in range(len(self.tabs)):
            self.flush(place)

    def export(self, tab: int) -> None:
        self.saved.append((self.act(tab, "export"), {key: self.sees(tab, key) for key in QUESTIONS}))

    def import_(self, tab: int) -> None:
        if not self.saved or self.full[tab]:
            return
        text, held = self.chance.choice(self.saved)
        assert self.act(tab, "import", text) is True
        for key in QUESTIONS:
            self.must[key] += [said for said in held[key] if said not in self.must[key]]
            for waiting in self.waiting:
                waiting[key] -= set(held[key])

    def fill(self, tab: int) -> None:
        self.full[tab] = not self.full[tab]
        self.act(tab, "fill", self.full[tab])
        # With room again, the next thing that the tab keeps takes along what waited.
        self.set(tab)

    def reload(self, tab: int) -> None:
        for key in QUESTIONS:
            self.must[key] = [said for said in self.must[key] if said not in self.waiting[tab][key]]
        self.flush(tab)
        self.full[tab] = False
        self.tabs[tab].reload()


setattr(History, "import", History.import_)


def run(tabs, seed: int) -> None:
    for tab in tabs:
        tab.reload()
    tabs[0].evaluate("() => ntrk.shared.store.wipe()")
    history = History(tabs, seed)
    for _ in range(STEPS):
        history.step()
    # The browsers have room again, and each tab does one thing more.
    for place in range(len(tabs)):
        history.full[place] = False
        history.act(place, "fill", False)
        history.answer(place)
    history.settle()
    assert history.waiting == [{key: set() for key in QUESTIONS} for _ in tabs]


# Twelve in each browser under --thorough.
SEEDS = [pytest.param(seed, marks=[] if seed < 3 else [pytest.mark.thorough]) for seed in range(12)]


@pytest.mark.parametrize("seed", SEEDS)
def test_no_history_loses_or_invents_an_answer(chromium, seed):
    run(chromium, seed)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_history_loses_or_invents_an_answer_in_firefox(firefox, seed):
    run(firefox, seed)


@pytest.fixture(params=["chromium", "firefox"])
def tabs(request):
    return request.getfixturevalue(request.param)


def test_what_two_tabs_write_in_the_same_moment_is_written_again(tabs):
    one, other = tabs
    one.evaluate(ACTS["wipe"])
    key = QUESTIONS[0]
    one.evaluate(ACTS["answer"], [key, 1])
    assert other.evaluate(UNTIL, [key, [1]]) == [1]
    before = one.evaluate(ACTS["text"], f"ntrk:v2:{key}")
    one.evaluate(ACTS["answer"], [key, 2])
    # The other tab had read the text before, and writes now.
    other.evaluate(ACTS["cover"], [f"ntrk:v2:{key}", before])
    for tab in tabs:
        assert tab.evaluate(UNTIL, [key, [1, 2]]) == [1, 2]
    assert '"said":2' in other.evaluate(ACTS["text"], f"ntrk:v2:{key}")


def test_another_tab_is_told_of_an_answer_and_of_a_wipe(tabs):
    one, other = tabs
    one.evaluate(ACTS["wipe"])
    key = QUESTIONS[1]
    other.evaluate(
        """(key) => {
      window.heard = [];
      ntrk.shared.store.watch(key, () => window.heard.push(ntrk.shared.store.read(key).log.length));
    }""",
        key,
    )
    one.evaluate(ACTS["answer"], [key, 5])
    heard = "(wanted) => new Promise((done) => { const look = () => window.heard.at(-1) === wanted ? done(wanted) : setTimeout(look, 20); look(); })"
    assert other.evaluate(heard, 1) == 1
    one.evaluate(ACTS["wipe"])
    assert other.evaluate(heard, 0) == 0


def test_what_a_tab_writes_from_before_a_wipe_does_not_count(chromium):
    one, other = chromium
    key = QUESTIONS[0]
    one.evaluate(ACTS["answer"], [key, 1])
    old = one.evaluate(ACTS["text"], f"ntrk:v2:{key}")
    one.evaluate(ACTS["wipe"])
    other.evaluate(ACTS["cover"], [f"ntrk:v2:{key}", old])
    for tab in chromium:
        assert tab.evaluate(UNTIL, [key, []]) == []


@pytest.mark.parametrize(
    "damage", ["{not json", "null", "[]", "7", '{"epoch": "0", "log": [{"at": -1}], "now": {}}']
)
def test_what_cannot_be_read_is_set_aside_and_not_thrown_away(chromium, damage):
    tab = chromium[0]
    tab.evaluate(ACTS["wipe"])
    tab.reload()
    key = QUESTIONS[0]
    tab.evaluate(ACTS["cover"], [f"ntrk:v2:{key}", damage])
    assert tab.evaluate(ACTS["said"], key) == []
    assert tab.evaluate(ACTS["answer"], [key, 3])
    assert tab.evaluate(ACTS["said"], key) == [3]
    assert tab.evaluate(ACTS["text"], f"ntrk:damaged:{key}") == damage


def progress(values, version=2, form="reading-the-rare-progress"):
    return json.dumps({"format": form, "version": version, "values": values})


GOOD = {"log": [{"at": 5, "asked": "q", "said": 9}], "now": {}}
KEY = QUESTIONS[0]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (progress({KEY: GOOD})[:-9], "it is no progress file of this course"),
        ("[]", "it is no progress file of this course"),
        (progress({KEY: GOOD}, form="another"), "it is no progress file of this course"),
        (progress([GOOD]), "it is no progress file of this course"),
        (progress({KEY: GOOD}, version=9), "it is of version 9, and this page reads versions 1 and 2"),
        (progress({KEY: GOOD}, version=None), "it is of version null"),
        (progress({"elsewhere": GOOD}), '"elsewhere" is no name of an entry'),
        (progress({"question/../x y": GOOD}), "is no name of an entry"),
        (progress({KEY: "x"}), f"its entry {KEY} is damaged"),
        (progress({KEY: None}, version=1), f"its entry {KEY} is damaged"),
        (progress({KEY: "x"}, version=1), f"its entry {KEY} is damaged"),
        (progress({KEY: GOOD | {"more": 1}}), f"its entry {KEY} is damaged"),
        (progress({KEY: {"log": [{"at": 1e99, "asked": "q", "said": 1}], "now": {}}}), "is damaged"),
        (
            progress({KEY: {"log": [{"at": 1, "asked": "q", "said": 1, "sure": "9"}], "now": {}}}),
            "is damaged",
        ),
        (progress({KEY: {"log": [{"at": 1, "asked": "q"}], "now": {}}}), "is damaged"),
        (progress({KEY: {"log": [], "now": {"a": 3}}}), "is damaged"),
        (progress({KEY: GOOD, QUESTIONS[1]: {"log": []}}), f"its entry {QUESTIONS[1]} is damaged"),
    ],
)
def test_a_file_is_checked_to_its_last_value_and_changes_nothing(chromium, text, told):
    tab = chromium[0]
    tab.evaluate(ACTS["wipe"])
    tab.evaluate(ACTS["answer"], [KEY, 1])
    assert told in tab.evaluate(ACTS["import"], text)
    assert tab.evaluate(ACTS["said"], KEY) == [1]
    assert tab.evaluate(ACTS["said"], QUESTIONS[1]) == []


def test_a_file_is_taken_whole_or_not_at_all(chromium):
    tab = chromium[0]
    tab.evaluate(ACTS["wipe"])
    tab.evaluate(ACTS["answer"], [KEY, 1])
    many = {f"question/03.n{number}": GOOD for number in range(60)} | {KEY: GOOD}
    # Room for about half of the entries.
    tab.evaluate("""() => {
      const own = Object.getPrototypeOf(localStorage);
      window.realSetItem ??= own.setItem;
      let room = 30;
      own.setItem = function (key, text) { if (room-- <= 0) throw new Error("full"); return window.realSetItem.call(this, key, text); };
    }""")
    assert tab.evaluate(ACTS["import"], progress(many)) is False
    tab.evaluate(ACTS["fill"], False)
    assert tab.evaluate("() => ntrk.shared.store.keys()") == [KEY]
    assert tab.evaluate(ACTS["said"], KEY) == [1]
    assert tab.evaluate(ACTS["import"], progress(many)) is True
    assert len(tab.evaluate("() => ntrk.shared.store.keys()")) == 61
    assert sorted(tab.evaluate(ACTS["said"], KEY)) == [1, 9]
