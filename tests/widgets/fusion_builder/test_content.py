"""The fusion builder's junctions: what the loader refuses, and what the course's own file says."""

import pytest
from contract import Refuses

from ntrkcourse import join
from ntrkcourse.content.location import content_folder
from ntrkcourse.widgets.fusion_builder.records import load

SOURCE = (content_folder() / "widgets/fusion_builder.toml").read_text(encoding="utf-8")


def test_the_challenges_meet_every_verdict() -> None:
    fusions = [join(*junction) for junction in load().challenges]
    words = [fusion.verdict.word for fusion in fusions]
    assert words == ["active", "out_of_frame", "swapped", "kinase_lost", "no_oligomerisation", "active"]
    # Each but the swapped one fails by one check alone, so that each teaches one thing.
    assert all(len(one.verdict.reasons) in (1, 4) for one in fusions if one.verdict.word != "swapped")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("title = ", "titel = ", "record 'builder', key 'titel': unknown key"),
        ('start = ["ETV6", 5', 'start = ["ETV6", 9', "key 'start': five_prime_exon must be a coding exon"),
        ('start = ["ETV6", 5', 'start = ["ETV6", 8', "key 'start': ETV6 exon 8 is the last one"),
        ('start = ["ETV6", 5', 'start = ["LMNA", 5', "key 'start': five_prime must be one of"),
        ('  ["ETV6", 6, "NTRK3", 16]', '  ["ETV6", 2, "NTRK3", 16]', "key 'challenges[4]': ('ETV6', 2"),
        ('at = ["ETV6", 5', 'at = ["NTRK3", 5', "record 'junction 1', key 'at': three_prime must be another"),
        ('id = "frame"', 'id = "rhyme"', "record 'builder.check[2]', key 'id': 'rhyme' is none of"),
        ('id = "frame"', 'id = "order"', "key 'check': must be order, frame, kinase, copies"),
        ('gene = "TPM3"\nlast_exon', 'gene = "ETV6"\nlast_exon', "key 'opening': must be of"),
        ("first_exon = 15", "first_exon = 3", "record 'NTRK3', key 'first_exon': NTRK3 exon 3 holds"),
        ("last_exon = 5", "last_exon = 8", "record 'ETV6', key 'last_exon': ETV6 exon 8 is the last one"),
        ('gene = "ETV6"\ntext', 'gene = "ALK"\ntext', "key 'gene': 'ALK' is none of"),
    ],
)
def test_bad_files_are_refused(refuses: Refuses, before: str, after: str, told: str) -> None:
    assert before in SOURCE
    refuses(load, SOURCE.replace(before, after, 1), told)
