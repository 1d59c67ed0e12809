"""The trial explorer's file: what the loader refuses."""

import pytest
from contract import Refuses

from ntrkcourse.content.location import content_folder
from ntrkcourse.widgets.trial_explorer.records import load

SOURCE = (content_folder() / "widgets/trial_explorer.toml").read_text(encoding="utf-8")
FIRST_ROW = SOURCE.index("[[family]]")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('drilon2018"\nname', 'no.such"\nname', "no fact 'therapy.larotrectinib.orr.no.such' that may be"),
        ("orr.drilon2018", "approval.full2025", "has no share in per cent"),
        ("orr_investigator.drilon2018", "orr.drilon2018", "'therapy.larotrectinib.orr.drilon2018' has a row"),
        ('drug = "larotrectinib"', 'drug = "aspirin"', "key 'drug': 'aspirin' is none of larotrectinib"),
        ('drug = "larotrectinib"', 'drug = "any"', "key 'drug': 'any' is none of larotrectinib"),
        ('reader = "independent"', 'reader = "nobody"', "key 'reader': 'nobody' is none of independent"),
        ('before = "none"', 'before = "never"', "key 'before': 'never' is none of none, after"),
        ("{total}", "{sum}", "key 'shared': 'sum' is none of total"),
        ("[[family.row]]", "[[family.rows]]", "unknown key"),
    ],
)
def test_bad_rows_are_refused(refuses: Refuses, before: str, after: str, told: str) -> None:
    assert before in SOURCE[FIRST_ROW:]
    refuses(load, SOURCE[:FIRST_ROW] + SOURCE[FIRST_ROW:].replace(before, after, 1), told)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("{range}: {width}", "{range}: {length}", "record 'breast', key 'told': 'length' is none of"),
        ("{range}:", "{range:", "record 'breast', key 'told'"),
        (
            "studied = [1, 3, 6,",
            "studied = [1, 3,",
            "the number of patients is not among what can be guessed",
        ),
        ("Its {larotrectinib}", "Its {aspirin}", "record 'better', key 'option': 'aspirin' is none of"),
        ("**No.** Salivary", "**No {more}.** Salivary", "record 'sites', key 'told': 'more' is none of low"),
        ('fact = "therapy.larotrectinib.breast.orr', 'fact = "no.such', "record 'breast', key 'fact'"),
        ("therapy.larotrectinib.orr.fda2025_n339", "therapy.zurletrectinib.orr.2025", "has no interval"),
        ('key = "drug"', 'key = "dose"', "key 'key': 'dose' is none of drug"),
    ],
)
def test_bad_tasks_are_refused(refuses: Refuses, before: str, after: str, told: str) -> None:
    assert before in SOURCE[:FIRST_ROW]
    refuses(load, SOURCE.replace(before, after, 1), told)
