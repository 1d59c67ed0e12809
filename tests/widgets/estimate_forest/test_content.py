"""The estimate forest's file: what the loader refuses."""

import pytest
from contract import Refuses

from ntrkcourse import load_facts
from ntrkcourse.content.location import content_folder
from ntrkcourse.widgets.estimate_forest.records import load

FILE = (content_folder() / "widgets/estimate_forest.toml").read_text(encoding="utf-8")
SOURCE = FILE[FILE.index("title = ") :]
ROSS, CHINA, TAO, *_ = (one.fact for one in load().estimate)
NONE_SEEN = next(
    fact.id for fact in load_facts().values() if fact.events == 0 and fact.unit.startswith("percent")
)
UNCOUNTED = [fact.id for fact in load_facts().values() if fact.unit == "percent" and not fact.total]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (
            {CHINA: UNCOUNTED[0], TAO: UNCOUNTED[1]},
            "key 'estimate': 3 or more must be, two of them with counts",
        ),
        ({ROSS: "no.such"}, "no fact 'no.such' that may be taught"),
        ({ROSS: "epi.secretory.age_stage.jacob2016"}, "has no share in per cent"),
        ({ROSS: NONE_SEEN}, "has a share of zero"),
        ({"best = true\n": ""}, "key 'choice': two or more must be, one of them the best"),
        ({'id = "error"\n': 'id = "error"\nbest = true\n'}, "key 'choice': two or more must be"),
        ({'id = "error"': 'id = "chance"'}, "record 'choice chance', key 'id': used twice"),
        ({"{times}": "{many}"}, "key 'question': 'many' is none of times"),
        (
            {"only about {in_100}": "only about {in_1000}"},
            "record 'choice differ', key 'feedback': 'in_1000'",
        ),
        (
            {"{overlapping}": "{nothing}"},
            "record 'reading Which intervals overlap', key 'text': 'nothing' is",
        ),
        ({"[[reading]]": "[[readings]]"}, "unknown key"),
    ],
)
def test_bad_files_are_refused(refuses: Refuses, changes: dict[str, str], told: str) -> None:
    text = SOURCE
    for before, after in changes.items():
        assert before in text
        text = text.replace(before, after, 1)
    refuses(load, text, told)
