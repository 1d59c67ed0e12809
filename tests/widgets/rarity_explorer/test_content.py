"""The rarity explorer's cohorts: what the loader refuses."""

from pathlib import Path

import pytest
from contract import Refuses

from ntrkcourse.content import ContentError, load_facts
from ntrkcourse.content.location import content_folder
from ntrkcourse.widgets.rarity_explorer.records import load

FIRST, SECOND = (one.fact for one in load().cohort[:2])
SOURCE = (content_folder() / "widgets/rarity_explorer.toml").read_text(encoding="utf-8")
NONE_SEEN = next(fact.id for fact in load_facts().values() if fact.events == 0 and fact.total)
UNCOUNTED = next(fact.id for fact in load_facts().values() if fact.total is None)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (FIRST, "epi.no.such", "key 'fact': no fact has the id 'epi.no.such'"),
        (FIRST, UNCOUNTED, f"key 'fact': {UNCOUNTED!r} has no events and total"),
        (FIRST, NONE_SEEN, f"key 'fact': {NONE_SEEN!r} has no event,"),
        (FIRST, SECOND, f"record 'cohort {SECOND}', key 'fact': used twice"),
        (SOURCE[SOURCE.index("\n[[cohort]]") :], "\n[[cohort]]\n", "key 'fact': missing"),
        ("caution = ", "warning = ", "key 'warning': unknown key"),
        ("lead = ", "lead = 3 # ", "key 'lead': expected str"),
    ],
)
def test_bad_files_are_refused(refuses: Refuses, before: str, after: str, told: str) -> None:
    assert before in SOURCE
    refuses(load, SOURCE.replace(before, after, 1), told)


def test_no_cohort_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "rarity.toml"
    file.write_text("cohort = []\n" + SOURCE[: SOURCE.index("[[cohort]]")], encoding="utf-8")
    with pytest.raises(ContentError, match="the file has none"):
        load(file)
